"""What the program is, what it is not, and what it is made of."""

import platform
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QTabWidget,
    QTextBrowser,
    QWidget,
)

from skin_gui import __version__
from skin_gui.ui.texts.formats import in_reading_direction
from skin_gui.ui.texts.results import disclaimer
from skin_gui.ui.widgets.buttons import push_button
from skin_gui.ui.widgets.icons import app_icon
from skin_gui.ui.widgets.labels import styled_label
from skin_gui.ui.widgets.layouts import in_column, in_row


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


_ICON_SIDE = 64


class AboutDialog(QDialog):
    """Name, version, purpose and limits; below them the parts by others with their licences."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Skin GUI"))
        self.setMinimumSize(620, 540)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self._page(self.tr("Versions"), self._versions()), self.tr("Versions"))
        self.tabs.addTab(self._page(self.tr("Licences"), self._licences()), self.tr("Licences"))
        self.copy_button = push_button(self.tr("Copy Versions"), "copy")
        self.copy_button.clicked.connect(lambda: QGuiApplication.clipboard().setText(versions_text()))
        buttons = QDialogButtonBox()
        self.close_button = buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        self.close_button.setDefault(True)
        buttons.addButton(self.copy_button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        in_column(self, self._head(), (self.tabs, 1), buttons, spacing=16, margins=(24, 24, 24, 16))
        self.close_button.setFocus()

    def _head(self) -> QHBoxLayout:
        picture = QLabel()
        picture.setPixmap(app_icon().pixmap(_ICON_SIDE, _ICON_SIDE))
        lines = (
            (in_reading_direction(f"Skin GUI {__version__}"), "headline"),
            (self.tr("Benign or malignant for dermoscopic images, on your own machine."), ""),
            (f"{disclaimer()}.", ""),
        )
        labels = (styled_label(*line, wraps=True, selectable=True) for line in lines)
        words = in_column(None, *labels, spacing=4)
        return in_row(None, (picture, Qt.AlignmentFlag.AlignTop), (words, 1), spacing=16)

    def _page(self, name: str, text: str) -> QTextBrowser:
        page = QTextBrowser()
        page.setAccessibleName(name)
        page.setOpenExternalLinks(True)
        page.setHtml(text)
        return page

    def _versions(self) -> str:
        rows = [
            ("Skin GUI", __version__),
            ("Python", platform.python_version()),
            ("Qt", qVersion() or ""),
            *((part.name, part.version() or self.tr("not in this edition")) for part in COMPONENTS),
        ]
        cells = "".join(f"<tr><td>{name}</td><td style='padding-left: 32px'>{text}</td></tr>" for name, text in rows)
        return f"<table cellspacing='0' cellpadding='3'>{cells}</table>"

    def _licences(self) -> str:
        own = self.tr("Skin GUI's code is licensed under the Apache License, Version 2.0.")
        model = self.tr(
            "The network's convolutional base is VGG16 by Karen Simonyan and Andrew Zisserman (CC BY 4.0). The model "
            "was fitted on images of the ISIC Archive, HAM10000 among them (CC BY-NC 4.0): it is for non-commercial "
            "research and education."
        )
        qt = self.tr(
            "Qt and Qt for Python are used under the GNU Lesser General Public License, version 3. Their libraries are "
            "separate files, which you may replace with builds of your own; their source is at code.qt.io."
        )
        parts = "".join(
            f"<tr><td><a href='{part.address}'>{part.name}</a></td>"
            f"<td style='padding-left: 32px'>{part.licence}</td></tr>"
            for part in COMPONENTS
        )
        words = "".join(f"<p>{text}</p>" for text in (own, model, qt))
        return f"{words}<table cellspacing='0' cellpadding='3'>{parts}</table>"
