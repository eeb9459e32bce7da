"""A model on disk: a folder with its network, head, description and card, every file with its checksum."""

import hashlib
import json
import math
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from skin_gui.checksum import sha256_file
from skin_gui.classifier.calibration import Calibration
from skin_gui.classifier.features import LESION_TEXTURE, STATISTICS, Features, LayerFeatures
from skin_gui.imaging.preprocess import PREPROCESSING_VERSION
from skin_gui.measured_on import MeasuredOn, read_measured_on
from skin_gui.plain_text import printable
from skin_gui.vocabulary import ModelKey
from skin_gui.wording.fact import FactError, UnusableError
from skin_gui.wording.models import ModelFact, ModelFault
from skin_gui.wording.system import reason

FORMAT_VERSION = 1
DESCRIPTION = "model.json"
CARD = "MODEL_CARD.md"
HEAD = "head.npz"
NETWORK = ("network.param", "network.bin")
CLASSES = ["benign", "malignant"]

_MIB = 1 << 20
SIZE_LIMITS: Mapping[str, int] = {
    DESCRIPTION: 4 * _MIB,
    CARD: 4 * _MIB,
    HEAD: 256 * _MIB,
    NETWORK[0]: _MIB,
    NETWORK[1]: 64 * _MIB,
}
"""The files of a model and the bytes each may have. VGG16's base has 28 MiB, a wide head some tens."""

# On a line of its own at the outermost level, where no text of the description can stand: they hold no line breaks.
_CHECKSUM = '\n  "checksum": "{}"'
_CHECKSUM_LINE = re.compile(_CHECKSUM.format("([0-9a-f]{64})").encode())


_NOT_VALIDATED = " (not validated)"
_DEEPEST = 20  # values within values; a model has less than half of that


class ModelError(FactError):
    """A model cannot be used; the message is one sentence for the user."""


@dataclass(frozen=True)
class OperatingPoint:
    """The threshold and what to expect there, measured on images that the model was not fitted to."""

    threshold: float
    target_sensitivity: float
    sensitivity: float
    sensitivity_interval: tuple[float, float]
    specificity: float
    specificity_interval: tuple[float, float]
    measured_on: MeasuredOn
    """Data and split."""


@dataclass(frozen=True)
class ModelInfo:
    """Everything in model.json."""

    name: str
    created: str
    """ISO 8601, UTC."""
    features: Features
    calibration: Calibration
    operating_point: OperatingPoint
    files: Mapping[str, str]
    """SHA-256 of each file, by name; the network's too where it lies in another model's folder."""
    validated: bool = False
    """Whether the figures were checked by us; a retrained model is not validated."""
    flips: bool = False
    """Whether the logit is averaged over the image and its mirror image."""
    novelty_limit: float | None = None
    """Distance to the training data that 95 % of validation images stay below."""
    preset: str = "default"
    preprocessing: str = PREPROCESSING_VERSION
    metrics: Mapping[str, Any] = field(default_factory=dict)
    data: Mapping[str, Any] = field(default_factory=dict)
    training: Mapping[str, Any] = field(default_factory=dict)
    """Seed, epochs, versions of the libraries: what it takes to make the model again."""

    def to_json(self) -> str:
        """The text of model.json, with its own checksum in it."""
        content = self.to_dict() | {"format": FORMAT_VERSION, "classes": CLASSES, "base": "vgg16", "checksum": ""}
        text = json.dumps(content, indent=2, sort_keys=True) + "\n"
        return text.replace(_CHECKSUM.format(""), _CHECKSUM.format(hashlib.sha256(text.encode()).hexdigest()), 1)

    def to_dict(self) -> dict[str, Any]:
        content = asdict(self)
        content["operating_point"]["measured_on"] = str(self.operating_point.measured_on)
        return content

    @property
    def display_name(self) -> str:
        """The name as it appears beside results: a retrained model is marked."""
        return self.name if self.validated else f"{self.name}{_NOT_VALIDATED}"

    @property
    def prevalence(self) -> float | None:
        """Share of malignant lesions that the probabilities are made for; None where the description does not say."""
        value = self.metrics.get("prevalence")
        return float(value) if isinstance(value, int | float) and 0 < value < 1 else None

    @property
    def is_calibrated_copy(self) -> bool:
        """Whether another model has the same head, and only the calibration tells them apart."""
        return ModelKey.CALIBRATED_FROM in self.training


def is_validated(display_name: str) -> bool:
    """Whether a model is validated, by `ModelInfo.display_name`: rows of results keep no more of it."""
    return not display_name.endswith(_NOT_VALIDATED)


def read_info(folder: Path) -> ModelInfo:
    """Read and check a model's description; no other file is opened.

    Raises:
        ModelError: it is missing, broken, or of a version that this program does not know.
    """
    path = folder / DESCRIPTION
    try:
        return parse_info(path.read_bytes())
    except FileNotFoundError:
        raise ModelError(ModelFact.NO_DESCRIPTION(name=folder.name, file=DESCRIPTION)) from None
    except (OSError, ValueError) as error:
        raise ModelError(ModelFact.UNREADABLE(name=folder.name, why=reason(error))) from error


def parse_info(text: bytes) -> ModelInfo:
    """Read and check the UTF-8 text of a model.json, but for its own checksum (`check_checksum`).

    Raises:
        ValueError: it is broken, or of a version that this program does not know.
    """
    try:
        info = _parse(json.loads(text.decode("utf-8"), parse_int=_integer))
        _check_kinds(info)
    except KeyError as error:
        raise UnusableError(ModelFault.KEY_MISSING(key=str(error.args[0]), file=DESCRIPTION)) from error
    except (ArithmeticError, TypeError, AttributeError, RecursionError) as error:
        raise UnusableError(ModelFault.MALFORMED(file=DESCRIPTION, reason=reason(error))) from error
    except ValueError as error:
        raise UnusableError(ModelFault.OF_FILE(file=DESCRIPTION, reason=reason(error))) from error
    return info


def check_checksum(text: bytes) -> None:
    """Check a model.json against the checksum in it: that of the text with an empty one in its place.

    No byte can change unnoticed.

    Raises:
        ValueError: it is missing, as the first versions of the program left it out, or wrong.
    """
    found = _CHECKSUM_LINE.findall(text)
    if not found:
        raise UnusableError(ModelFault.NO_CHECKSUM(file=DESCRIPTION))
    empty = text.replace(_CHECKSUM.format(found[0].decode()).encode(), _CHECKSUM.format("").encode(), 1)
    if hashlib.sha256(empty).hexdigest() != found[0].decode():
        raise UnusableError(ModelFault.CHECKSUM_WRONG(file=DESCRIPTION))


def _integer(digits: str) -> int:
    """An integer that is also a float: what reads it computes and formats it as one, and may not fail there."""
    value = int(digits)
    float(value)
    return value


def _check_kinds(info: ModelInfo) -> None:
    """JSON may hold anything anywhere; what is read here is formatted and compared all over the program."""
    point = info.operating_point
    intervals = (point.sensitivity_interval, point.specificity_interval)
    texts = (info.name, info.created, info.preset, str(point.measured_on))
    numbers = (point.target_sensitivity, point.sensitivity, point.specificity, *intervals[0], *intervals[1])
    limits = (info.novelty_limit,) if info.novelty_limit is not None else ()
    mappings = (info.files, info.metrics, info.data, info.training)
    if (
        not all(isinstance(text, str) and printable(text) == text for text in texts)
        or not all(isinstance(number, int | float) and math.isfinite(number) for number in (*numbers, *limits))
        or not all(isinstance(mapping, dict) for mapping in mappings)
        or not all(isinstance(flag, bool) for flag in (info.flips, info.validated))
        or any(len(interval) != 2 for interval in intervals)
        or any(_is_deep(mapping) for mapping in mappings)
    ):
        raise UnusableError(ModelFault.WRONG_KIND())


def _is_deep(value: Any) -> bool:
    """Whether there are values within values beyond what a model has: what copies or writes them would end there."""
    level = [value]
    for _ in range(_DEEPEST):
        level = [
            inner
            for outer in level
            for inner in (outer.values() if isinstance(outer, dict) else outer if isinstance(outer, list) else ())
        ]
    return bool(level)


def _parse(content: dict[str, Any]) -> ModelInfo:
    if content["format"] != FORMAT_VERSION:
        raise UnusableError(ModelFault.OTHER_FORMAT(found=str(content["format"]), known=FORMAT_VERSION))
    if content["classes"] != CLASSES or content["base"] != "vgg16":
        raise UnusableError(ModelFault.OTHER_NETWORK())
    if content["preprocessing"] != PREPROCESSING_VERSION:
        raise UnusableError(ModelFault.OTHER_PREPROCESSING(name=str(content["preprocessing"])))
    features = tuple(LayerFeatures(part["layer"], tuple(part["statistics"])) for part in content["features"])
    if not features or any(name not in STATISTICS for part in features for name in part.statistics):
        raise UnusableError(ModelFault.UNKNOWN_FEATURES())
    if any(set(LESION_TEXTURE) < set(part.statistics) for part in features):
        raise UnusableError(ModelFault.UNKNOWN_FEATURES())
    point = dict(content["operating_point"])
    for key in ("sensitivity_interval", "specificity_interval"):
        point[key] = tuple(point[key])
    point["measured_on"] = read_measured_on(point["measured_on"])
    if not 0 <= point["threshold"] <= 1:
        raise UnusableError(ModelFault.NO_PROBABILITY())
    rest = {key: value for key, value in content.items() if key not in ("format", "classes", "base", "checksum")}
    return ModelInfo(
        **rest
        | {
            "features": features,
            "calibration": Calibration(**content["calibration"]),
            "operating_point": OperatingPoint(**point),
        }
    )


def find_file(name: str, folder: Path, shipped: Path) -> Path:
    """Where a model's file lies: in its folder, or for a shared network in the shipped model's folder."""
    inside = folder / name
    return inside if inside.exists() or name not in NETWORK else shipped / name


def verify(info: ModelInfo, folder: Path, shipped: Path) -> dict[str, Path]:
    """Check every file's SHA-256: the description's by the checksum in it, if any; the card's if it is there.

    Returns:
        The path of each file that is needed, by name.

    Raises:
        ModelError: a file is missing or is not the one that the description names.
    """
    _check_texts(info, folder)
    paths = {}
    for name in (*NETWORK, HEAD):
        path = find_file(name, folder, shipped)
        try:
            digest = sha256_file(path)
        except OSError as error:
            raise ModelError(ModelFact.LACKS_FILE(name=info.name, file=name)) from error
        if digest != info.files.get(name):
            raise ModelError(ModelFact.FILE_CHANGED(name=info.name, file=name))
        paths[name] = path
    return paths


def _check_texts(info: ModelInfo, folder: Path) -> None:
    """Check the description, which holds calibration and threshold, and the card, which says what they are worth.

    Raises:
        ModelError: one of them was changed.
    """
    card = folder / CARD
    try:
        text = (folder / DESCRIPTION).read_bytes()
        if _CHECKSUM_LINE.search(text):  # what a person wrote anew has none, but is whole
            check_checksum(text)
        changed = CARD in info.files and card.is_file() and sha256_file(card) != info.files[CARD]
    except (OSError, ValueError) as error:
        raise ModelError(ModelFact.UNUSABLE(name=info.name, why=reason(error))) from error
    if changed:
        raise ModelError(ModelFact.FILE_CHANGED(name=info.name, file=CARD))
