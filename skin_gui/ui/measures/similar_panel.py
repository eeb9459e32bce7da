"""The tab with the known cases most alike to the image on the screen."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from skin_gui.review.distinct_names import DistinctNames
from skin_gui.ui.texts.assessment import finding_text
from skin_gui.ui.texts.formats import left_to_right
from skin_gui.ui.texts.results import changed_text, label_text
from skin_gui.ui.widgets.icons import picture_icon
from skin_gui.ui.widgets.labels import text_label
from skin_gui.ui.widgets.layouts import in_column
from skin_gui.workers.thumbnails import ThumbnailLoader

if TYPE_CHECKING:
    from skin_gui.imaging.scan import FoundImage
    from skin_gui.lesions.known_cases import KnownCase
    from skin_gui.workers.similar import SimilarCases

_EDGE = 88


class SimilarPanel(QWidget):
    """Shows pictures, labels and histology of the cases; opening one shows its image."""

    open_wanted = Signal(object)
    """The path of a case."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("similarPanel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Similar cases"))
        self.name_of: Callable[[Path], str] = lambda path: path.name
        """The name that tells a file from the others that are open; a file's own name for any other."""
        self.status = text_label("", "muted")
        self.summary = text_label("", "title")
        self.list = QListWidget()
        self.list.setObjectName("similarCases")
        self.list.setAccessibleName(self.tr("Similar cases, the most alike first"))
        self.list.setIconSize(QSize(_EDGE, _EDGE))
        self.list.setWordWrap(True)
        self.list.setSpacing(2)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemActivated.connect(lambda item: self.open_wanted.emit(Path(item.data(Qt.ItemDataRole.UserRole))))
        self.advice = text_label(
            self.tr(
                "From the images that you have reviewed, or that lie in labelled folders, among those classified here. "
                "Alike in what the classifier sees; that proves no diagnosis."
            ),
            "small",
        )
        in_column(
            self, self.status, self.summary, (self.list, 1), self.advice, None, spacing=12, margins=(24, 16, 24, 16)
        )
        self.loader = ThumbnailLoader(self)
        self.loader.loaded.connect(self._show_picture)
        self.show_nothing()

    def stop(self) -> None:
        self.loader.stop()

    def show_nothing(self, text: str = "") -> None:
        """There are no cases to show: say why, or what to do."""
        self.loader.want([], _EDGE)
        self.list.clear()
        self.status.setText(text or self.tr("Open a dermoscopic image to see similar cases here."))
        self.status.show()
        for part in (self.summary, self.list):
            part.hide()

    def show_cases(self, cases: "SimilarCases") -> None:
        if not cases.found and cases.known.seen_by_others:
            self.show_nothing(
                self.tr(
                    "The images whose labels you know were classified with another model, whose view cannot be "
                    "compared with this one's. Classify them again in the batch review (F10)."
                )
            )
            return
        if not cases.found:
            self.show_nothing(
                self.tr(
                    "There is no case to compare with yet. Classify a folder of images whose labels you know, or "
                    "review one (F10): they are compared from then on. Nothing leaves this computer."
                )
            )
            return
        self.status.hide()
        malignant = sum(one.case.label == "malignant" for one in cases.found)
        self.summary.setText(self._summary(malignant, len(cases.found)))
        self.list.clear()
        names = DistinctNames(one.case.path for one in cases.found)
        for one, file in zip(cases.found, cases.files, strict=True):
            path = one.case.path
            problem = ""
            if path in cases.changed:
                problem = changed_text()
            elif file is None:
                problem = self.tr("The file is not there any more.")
            self._add(one.case, max(self.name_of(path), names.name(path), key=len), problem)
        self.list.setCurrentRow(0)
        self.loader.want([file for file in cases.files if file is not None], self._side)
        for part in (self.summary, self.list):
            part.show()

    def _summary(self, malignant: int, count: int) -> str:
        if count == 1 and malignant:
            return self.tr("The only case known is malignant")
        if count == 1:
            return self.tr("The only case known is benign")
        number = QLocale().toString
        text = self.tr("{count} of the {all} most alike are malignant")
        return text.format(count=number(malignant), all=number(count))

    def _add(self, case: "KnownCase", name: str, problem: str) -> None:
        heading = label_text(case.label)
        # Beside a label by histology a table's other diagnosis would mislead.
        if diagnosis := finding_text(case.histology) or case.diagnosis:
            heading = self.tr("{label} · {diagnosis}").format(label=heading, diagnosis=diagnosis)
        said_by = {
            "histology": self.tr("by histology"),
            "review": self.tr("by your review"),
            "folder": self.tr("by its folder or table"),
        }
        lines = [heading, said_by[case.labelled_by], left_to_right(name)]
        if problem:
            lines.append(problem)
        item = QListWidgetItem("\n".join(lines))
        item.setData(Qt.ItemDataRole.UserRole, str(case.path))
        item.setToolTip(left_to_right(str(case.path)))
        item.setSizeHint(QSize(0, _EDGE + 8))
        empty = QPixmap(_EDGE, _EDGE)
        empty.fill(Qt.GlobalColor.transparent)
        item.setIcon(empty)
        if problem:
            item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEnabled)
        self.list.addItem(item)

    @property
    def _side(self) -> int:
        return round(_EDGE * self.devicePixelRatioF())

    def _show_picture(self, file: "FoundImage", side: int, image: QImage, _synthetic: bool) -> None:
        for row in range(self.list.count()):
            item = self.list.item(row)
            if side == self._side and item.data(Qt.ItemDataRole.UserRole) == file.path:
                pixmap = QPixmap.fromImage(image)
                pixmap.setDevicePixelRatio(self.devicePixelRatioF())
                item.setIcon(picture_icon(pixmap))
