"""What goes into the frozen program, by edition; `skin_gui.spec` hands it to PyInstaller.

The full edition has everything. The viewer edition opens, classifies, reviews and exports; what only
`skin_gui.training` imports is left out.
"""

import re
import shutil
import subprocess
import sys
import tomllib
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path
from typing import Literal

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from PyInstaller.depend.bindepend import get_imports

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from skin_gui.training.availability import LIBRARIES  # noqa: E402

Edition = Literal["full", "viewer"]
Entry = tuple[str, str, str]
"""Where a file goes, where it comes from, and PyInstaller's code of its kind."""

NOT_IN_VIEWER = (
    *LIBRARIES, "h5py", "joblib", "ml_dtypes", "optree", "threadpoolctl",
    # pydicom downloads its test images with these.
    "requests", "tqdm",
)  # fmt: skip
_NOT_IN_VIEWER_DISTRIBUTIONS = {"keras", "scikit-learn", "scipy", "tensorflow", "tensorflow-cpu"}

# Found by PyInstaller because something imports them conditionally, and needed by nothing that runs.
_NEVER = (
    "tkinter", "_tkinter", "turtle", "idlelib", "lib2to3", "ensurepip", "pydoc_data", "test",
    "IPython", "jupyter", "matplotlib", "pandas", "skimage", "tensorboard", "torch", "jax", "jaxlib", "openvino",
    "dask", "distributed",  # several machines are for those who install with pip
    "pytest", "_pytest", "hypothesis", "mypy", "ruff", "setuptools", "pip", "wheel", "uv",
    "yaml",  # numpy prints how it was built with it
    "scipy.datasets", "sklearn.datasets.tests",
    "PIL.ImageTk", "PIL._imagingtk",
    "PySide6.QtDesigner", "PySide6.QtHelp", "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtQuickControls2",
    "PySide6.QtQuickTest", "PySide6.QtQuickWidgets", "PySide6.QtSql", "PySide6.QtUiTools", "PySide6.QtXml",
    # pyqtgraph asks for these and does without; the program never uses the network.
    "PySide6.QtNetwork", "PySide6.QtTest", "OpenGL",
    "pyqtgraph.opengl", "pyqtgraph.examples",
)  # fmt: skip

# pyqtgraph imports Qt's OpenGL by a name that it puts together, whether it draws with it or not.
_PLOTS = ("pyqtgraph", "PySide6.QtOpenGL", "PySide6.QtOpenGLWidgets")

# Decoders that are imported where there is such a file; that of JPEG-LS is not there on every platform.
_DECODERS = ("pi_heif", "_pi_heif", "pydicom.pixels.decoders.pyjpegls", "jpeg_ls", "_CharLS")

_UNWANTED_FILES = re.compile(
    # Themes of GTK draw in the whole of GTK, input and network plugins serve devices or connections not used here.
    r"PySide6[/\\](Qt[/\\])?plugins[/\\]("
    r"platformthemes[/\\]\w*qgtk3|generic[/\\]|egldeviceintegrations[/\\]|networkinformation[/\\]|tls[/\\]|"
    r"platforms[/\\]\w*(q?eglfs|qlinuxfb|qminimalegl|qvkkhrdisplay|qvnc)|imageformats[/\\]\w*(qpdf|qtga|qwbmp|qicns)|"
    r"qmltooling[/\\]|sqldrivers[/\\]|position[/\\]|virtualkeyboard[/\\])"
    # What OpenCV plays videos with on Windows, loaded only then.
    r"|cv2[/\\]opencv_videoio_ffmpeg"
    # A part of the C library, which works with the rest of the same version only: the system's own.
    r"|^libmvec\.so"
    # Software OpenGL for Windows without a driver, and Qt's own tools.
    r"|PySide6[/\\](opengl32sw\.dll|Qt[/\\]libexec|Qt[/\\]metatypes|Qt[/\\]qml|qml)"
    # Translations of Qt's tools; those of its dialogs stay.
    r"|translations[/\\](?!qtbase_|skin_gui_)\w+\.qm$"
    r"|[/\\]tests?[/\\]|\.pyi$|\.(h|hpp|pxd|pyx|inc|a|lib)$"
)  # fmt: skip
# Where a folder was installed from, and which files it has: a path of the building machine, and of no use.
_UNWANTED_METADATA = {"direct_url.json", "RECORD", "INSTALLER", "REQUESTED", "uv_cache.json"}


def edition(name: str) -> Edition:
    """The edition of this name.

    Raises:
        SystemExit: there is none.
    """
    if name == "full":
        return "full"
    if name == "viewer":
        return "viewer"
    raise SystemExit(f"SKIN_GUI_VARIANT is full or viewer, not {name!r}.")


def hidden_imports(chosen: Edition) -> list[str]:
    """Modules that are imported inside functions, or by name, where PyInstaller may not see it."""
    own = [
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        for path in sorted((ROOT / "skin_gui").rglob("*.py"))
    ]
    common = [*own, "typer", "rich.console", "rich.progress", "pydicom", "PIL", "PySide6.QtSvg", *_PLOTS, *_DECODERS]
    return common if chosen == "viewer" else [*common, *LIBRARIES]


def excluded_modules(chosen: Edition) -> list[str]:
    """Modules that stay out, with everything below them."""
    return [*_NEVER, *NOT_IN_VIEWER] if chosen == "viewer" else list(_NEVER)


def data_folders() -> list[tuple[str, str]]:
    """Model, resources, user guide and licences, where `skin_gui.paths` looks for them: inside the package."""
    licences = [(str(ROOT / name), ".") for name in ("LICENSE", "NOTICE")]
    guide = (str(ROOT / "docs" / "user-guide.md"), "skin_gui/docs")
    bundled = [(str(ROOT / name), f"skin_gui/{name}") for name in ("model", "resources")]
    return [*bundled, guide, *licences]


def distributions(chosen: Edition) -> list[str]:
    """What the program depends on, directly or not, and this environment has; their licences go with it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [line for line in project["dependencies"] if chosen == "full" or not _only_for_training(line)]
    found: set[str] = set()
    while wanted:
        requirement = Requirement(wanted.pop())
        name = canonicalize_name(requirement.name)
        if name in found or (requirement.marker and not requirement.marker.evaluate({"extra": ""})):
            continue
        try:
            wanted += requires(name) or []
        except PackageNotFoundError:
            continue
        found.add(name)
    return sorted(found)


def _only_for_training(line: str) -> bool:
    return canonicalize_name(Requirement(line).name) in _NOT_IN_VIEWER_DISTRIBUTIONS


def wanted(entry: Entry) -> bool:
    """Whether a collected file is of use."""
    target = entry[0]
    if _in_metadata(target):
        return Path(target).name not in _UNWANTED_METADATA
    return not _UNWANTED_FILES.search(target)


def _in_metadata(target: str) -> bool:
    return ".dist-info" in target


def without_leftovers(entries: list[Entry]) -> list[Entry]:
    """The same files without the libraries that only an unwanted file has brought along, such as those of GTK.

    Of the system's libraries and Qt's, those stay that something else links to, directly or not.
    """
    if not sys.platform.startswith("linux"):
        return entries
    users = [entry for entry in entries if not _is_library(entry) and entry[2] != "SYMLINK"]
    linked = {Path(name).name for _, source, _ in users for name, _ in get_imports(source)}
    return [entry for entry in entries if Path(entry[0]).name in linked or entry in users or _is_python(entry)]


def _is_library(entry: Entry) -> bool:
    """Whether PyInstaller took the file along for nothing but what links to it."""
    return entry[2] == "BINARY" and str(Path(entry[0]).parent) in {".", "PySide6/Qt/lib"}


def without_symbols(entries: list[Entry], folder: Path) -> list[Entry]:
    """The same files, the Python library without its debugging symbols: 17 MB where Python was built from source.

    Others are left as they are: `strip` breaks some of the libraries that wheels bring along.
    """
    strip = shutil.which("strip")
    if not strip or not sys.platform.startswith("linux"):
        return entries
    return [_stripped(entry, strip, folder) if _is_python(entry) else entry for entry in entries]


def _is_python(entry: Entry) -> bool:
    return entry[2] == "BINARY" and Path(entry[0]).name.startswith("libpython")


def _stripped(entry: Entry, strip: str, folder: Path) -> Entry:
    target, source, kind = entry
    folder.mkdir(parents=True, exist_ok=True)
    copy = folder / Path(target).name
    subprocess.run([strip, "--strip-unneeded", "-o", str(copy), source], check=True)
    return target, str(copy), kind
