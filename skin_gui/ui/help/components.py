"""What the program is made of: versions and licences, read from the packages that are installed."""

import platform
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import qVersion

from skin_gui import __version__


@dataclass(frozen=True)
class Component:
    """A part by somebody else."""

    name: str
    licence: str
    address: str
    distributions: tuple[str, ...]
    """Names it may be installed under, the first one found counts."""

    def version(self) -> str | None:
        for distribution in self.distributions:
            try:
                return version(distribution)
            except PackageNotFoundError:
                continue
        return None


COMPONENTS = (
    Component("Qt for Python", "LGPL-3.0", "https://doc.qt.io/qtforpython-6", ("PySide6-Essentials", "PySide6")),
    Component("ncnn", "BSD-3-Clause", "https://github.com/Tencent/ncnn", ("ncnn",)),
    Component("TensorFlow", "Apache-2.0", "https://www.tensorflow.org", ("tensorflow-cpu", "tensorflow")),
    Component("Keras", "Apache-2.0", "https://keras.io", ("keras",)),
    Component("OpenCV", "Apache-2.0", "https://opencv.org", ("opencv-python-headless", "opencv-python")),
    Component("NumPy", "BSD-3-Clause", "https://numpy.org", ("numpy",)),
    Component("SciPy", "BSD-3-Clause", "https://scipy.org", ("scipy",)),
    Component("scikit-learn", "BSD-3-Clause", "https://scikit-learn.org", ("scikit-learn",)),
    Component("Pillow", "MIT-CMU", "https://python-pillow.github.io", ("pillow",)),
    Component("pydicom", "MIT", "https://pydicom.github.io", ("pydicom",)),
    Component("PyQtGraph", "MIT", "https://www.pyqtgraph.org", ("pyqtgraph",)),
    Component("platformdirs", "MIT", "https://github.com/tox-dev/platformdirs", ("platformdirs",)),
    Component("Typer", "MIT", "https://typer.tiangolo.com", ("typer",)),
    Component("Rich", "MIT", "https://github.com/Textualize/rich", ("rich",)),
)


def versions_text() -> str:
    """All versions, a line each, for a report of a problem; nothing in it names the user or the machine."""
    lines = [
        f"Skin GUI {__version__}",
        f"Python {platform.python_version()}",
        f"{platform.system()} {platform.release()} ({platform.machine()})",
        f"Qt {qVersion()}",
    ]
    lines += [f"{part.name} {found}" for part in COMPONENTS if (found := part.version()) is not None]
    return "\n".join(lines) + "\n"
