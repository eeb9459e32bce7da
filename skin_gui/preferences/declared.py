"""Every setting of the program."""

from typing import Any

from skin_gui.preferences.setting import Choice, Setting
from skin_gui.vocabulary import Engine


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802, ARG001 - the name that Qt's lupdate looks for
    """Mark a text for translation; it is translated where it is shown."""
    return text


THEME = Setting(
    key="theme",
    page="general",
    section=QT_TRANSLATE_NOOP("Settings", "Appearance"),
    label=QT_TRANSLATE_NOOP("Settings", "Theme"),
    kind="choice",
    default="system",
    choices=(
        Choice("system", QT_TRANSLATE_NOOP("Settings", "As the system")),
        Choice("light", QT_TRANSLATE_NOOP("Settings", "Light")),
        Choice("dark", QT_TRANSLATE_NOOP("Settings", "Dark")),
    ),
)

LANGUAGE = Setting(
    key="language",
    page="general",
    section=QT_TRANSLATE_NOOP("Settings", "Appearance"),
    label=QT_TRANSLATE_NOOP("Settings", "Language"),
    kind="choice",
    default="",
    help=QT_TRANSLATE_NOOP("Settings", "Takes effect when Skin GUI is started again."),
    choices=(
        Choice("", QT_TRANSLATE_NOOP("Settings", "As the system")),
        # Each language by its own name, in every language.
        Choice("en", "English"),
        Choice("fr", "Français"),
        Choice("ar", "العربية"),
    ),
)

FONT_SCALE = Setting(
    key="font_scale",
    page="general",
    section=QT_TRANSLATE_NOOP("Settings", "Appearance"),
    label=QT_TRANSLATE_NOOP("Settings", "Text size"),
    kind="share",
    default=1.0,
    help=QT_TRANSLATE_NOOP("Settings", "100 % is the system's own size."),
    minimum=0.8,
    maximum=2.0,
    step=0.1,
)

START_FOLDER = Setting(
    key="start_folder",
    page="general",
    section=QT_TRANSLATE_NOOP("Settings", "Folders"),
    label=QT_TRANSLATE_NOOP("Settings", "At the start"),
    kind="choice",
    default="start_page",
    choices=(
        Choice("start_page", QT_TRANSLATE_NOOP("Settings", "Show the start page")),
        Choice("last", QT_TRANSLATE_NOOP("Settings", "Open what was open last")),
    ),
)

SUB_FOLDERS = Setting(
    key="sub_folders",
    page="general",
    section=QT_TRANSLATE_NOOP("Settings", "Folders"),
    label=QT_TRANSLATE_NOOP("Settings", "Include sub-folders"),
    kind="switch",
    default=False,
    help=QT_TRANSLATE_NOOP("Settings", "A folder that is opened for the first time brings its sub-folders along."),
)

THUMBNAIL_CACHE_MB = Setting(
    key="thumbnail_cache_mb",
    page="general",
    section=QT_TRANSLATE_NOOP("Settings", "Storage"),
    label=QT_TRANSLATE_NOOP("Settings", "Thumbnails take at most"),
    kind="whole",
    default=512,
    help=QT_TRANSLATE_NOOP("Settings", "Beyond it, those that were not seen for longest are deleted."),
    minimum=32,
    maximum=100_000,
    step=64,
    unit=QT_TRANSLATE_NOOP("Settings", "MB"),
)

FEATURE_CACHE_MB = Setting(
    key="feature_cache_mb",
    page="general",
    section=QT_TRANSLATE_NOOP("Settings", "Storage"),
    label=QT_TRANSLATE_NOOP("Settings", "Training features take at most"),
    kind="whole",
    default=8192,
    help=QT_TRANSLATE_NOOP("Settings", "They make the next training on the same images much faster."),
    minimum=256,
    maximum=1_000_000,
    step=512,
    unit=QT_TRANSLATE_NOOP("Settings", "MB"),
)

OPERATING_POINT = Setting(
    key="operating_point",
    page="prediction",
    section=QT_TRANSLATE_NOOP("Settings", "Operating point"),
    label=QT_TRANSLATE_NOOP("Settings", "Call a lesion malignant"),
    kind="choice",
    default="model",
    help=QT_TRANSLATE_NOOP("Settings", "Applies to what is classified from now on; saved results keep their own."),
    choices=(
        Choice("model", QT_TRANSLATE_NOOP("Settings", "As the model proposes")),
        Choice("sensitivity", QT_TRANSLATE_NOOP("Settings", "To find a share of malignant lesions")),
        Choice("threshold", QT_TRANSLATE_NOOP("Settings", "From a probability on")),
    ),
)

TARGET_SENSITIVITY = Setting(
    key="target_sensitivity",
    page="prediction",
    section=QT_TRANSLATE_NOOP("Settings", "Operating point"),
    label=QT_TRANSLATE_NOOP("Settings", "Sensitivity to aim at"),
    kind="share",
    default=0.9,
    help=QT_TRANSLATE_NOOP("Settings", "The share of malignant lesions that are to be found."),
    minimum=0.5,
    maximum=0.995,
    step=0.005,
    slider=True,
)

THRESHOLD = Setting(
    key="threshold",
    page="prediction",
    section=QT_TRANSLATE_NOOP("Settings", "Operating point"),
    label=QT_TRANSLATE_NOOP("Settings", "Malignant from"),
    kind="share",
    default=0.5,
    help=QT_TRANSLATE_NOOP("Settings", "The probability of malignancy that decides."),
    minimum=0.001,
    maximum=0.999,
    step=0.005,
    slider=True,
)

PREVALENCE = Setting(
    key="prevalence",
    page="prediction",
    section=QT_TRANSLATE_NOOP("Settings", "What to expect"),
    label=QT_TRANSLATE_NOOP("Settings", "Malignant among your lesions"),
    kind="share",
    default=0.1,
    help=QT_TRANSLATE_NOOP("Settings", "Your clinic's prevalence. It changes what a result means, not the result."),
    minimum=0.001,
    maximum=0.9,
    step=0.005,
    slider=True,
)

HEATMAP = Setting(
    key="heatmap",
    page="prediction",
    section=QT_TRANSLATE_NOOP("Settings", "Heatmap"),
    label=QT_TRANSLATE_NOOP("Settings", "Show the heatmap"),
    kind="switch",
    default=False,
    help=QT_TRANSLATE_NOOP("Settings", "Where the network looked, not why."),
)

HEATMAP_OPACITY = Setting(
    key="heatmap_opacity",
    page="prediction",
    section=QT_TRANSLATE_NOOP("Settings", "Heatmap"),
    label=QT_TRANSLATE_NOOP("Settings", "Opacity"),
    kind="share",
    default=0.6,
    step=0.05,
    slider=True,
)

TEST_TIME_AUGMENTATION = Setting(
    key="flips",
    page="prediction",
    section=QT_TRANSLATE_NOOP("Settings", "Computation"),
    label=QT_TRANSLATE_NOOP("Settings", "Average with the mirror image"),
    kind="choice",
    default="model",
    help=QT_TRANSLATE_NOOP(
        "Settings", "Takes twice the time. The model's figures were measured with the model's own setting."
    ),
    choices=(
        Choice("model", QT_TRANSLATE_NOOP("Settings", "As the model was made")),
        Choice("on", QT_TRANSLATE_NOOP("Settings", "Always")),
        Choice("off", QT_TRANSLATE_NOOP("Settings", "Never")),
    ),
)

ENGINE: Setting[Engine] = Setting(
    key="engine",
    page="prediction",
    section=QT_TRANSLATE_NOOP("Settings", "Computation"),
    label=QT_TRANSLATE_NOOP("Settings", "Network precision"),
    kind="choice",
    default="float32",
    help=QT_TRANSLATE_NOOP(
        "Settings",
        "int8 is faster on recent processors, and its probabilities differ in the second or third digit. The "
        "model's figures were measured in float32.",
    ),
    choices=(
        # As the model's name says it beside results, in every language.
        Choice("float32", "float32"),
        Choice("int8", "int8"),
    ),
)

CORES = Setting(
    key="cores",
    page="prediction",
    section=QT_TRANSLATE_NOOP("Settings", "Computation"),
    label=QT_TRANSLATE_NOOP("Settings", "Processor cores"),
    kind="whole",
    default=0,
    help=QT_TRANSLATE_NOOP("Settings", "Fewer leave more to other programs."),
    maximum=256,
    zero=QT_TRANSLATE_NOOP("Settings", "All"),
)

NOTICE_ACCEPTED = Setting(
    key="notice_accepted",
    page="",
    section="",
    label=QT_TRANSLATE_NOOP("Settings", "The notice of the first start was accepted"),
    kind="switch",
    default=False,
)

SETTINGS: tuple[Setting[Any], ...] = (
    THEME,
    LANGUAGE,
    FONT_SCALE,
    START_FOLDER,
    SUB_FOLDERS,
    THUMBNAIL_CACHE_MB,
    FEATURE_CACHE_MB,
    OPERATING_POINT,
    TARGET_SENSITIVITY,
    THRESHOLD,
    PREVALENCE,
    HEATMAP,
    HEATMAP_OPACITY,
    TEST_TIME_AUGMENTATION,
    ENGINE,
    CORES,
    NOTICE_ACCEPTED,
)
BY_KEY = {setting.key: setting for setting in SETTINGS}
