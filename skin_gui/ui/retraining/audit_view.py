"""What the audit found in the training folders, in plain words, with the files behind each finding."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from skin_gui.ui.retraining.training_texts import split_text
from skin_gui.ui.texts.facts import words
from skin_gui.ui.texts.formats import in_reading_direction, left_to_right
from skin_gui.ui.widgets.labels import IconLabel, styled_label, text_label
from skin_gui.ui.widgets.layouts import STRETCH, empty, in_column, in_grid, in_row

if TYPE_CHECKING:
    from collections.abc import Mapping

    from skin_gui.classifier.prediction import Label
    from skin_gui.training.audit.audit_report import AuditReport, Finding

_ICON_SIDE = 20
_PICTURES = {"refuse": ("error", "error"), "warn": ("warning", "warning"), "note": ("info", "muted")}
_ROWS_SEEN = 6


class AuditView(QWidget):
    """Counts by class and split, the conclusion, and the findings."""

    image_chosen = Signal(object)
    """The path of an image that the user wants to see."""

    def __init__(self) -> None:
        super().__init__()
        self.verdict = text_label("", "title")
        self.findings: list[FindingView] = []
        self._counts = in_grid(None, spacing=(32, 4))
        frame = QFrame()
        frame.setObjectName("settingsFrame")
        self._frame = frame
        in_row(frame, self._counts, STRETCH, margins=(16, 12, 16, 12))
        self._list = in_column(None, spacing=8)
        in_column(self, self.verdict, frame, self._list, spacing=12)
        self.clear()

    def clear(self) -> None:
        self.verdict.hide()
        self._frame.hide()
        empty(self._counts)
        empty(self._list)
        self.findings = []

    def show_counts(self, counts: "Mapping[str, Mapping[Label, int]]", different: int | None = None) -> None:
        """Images by split ("all" where there are none) and class, and how many lesions or pictures differ."""
        empty(self._counts)
        locale = QLocale()
        heads = ("", self.tr("Benign"), self.tr("Malignant"))
        rows = [(split_text(split), found["benign"], found["malignant"]) for split, found in counts.items()]
        if len(rows) > 1:
            rows.append((self.tr("Together"), sum(row[1] for row in rows), sum(row[2] for row in rows)))
        for column, head in enumerate(heads):
            self._counts.addWidget(_cell(head, "section", trailing=column > 0), 0, column)
        for number, (name, *values) in enumerate(rows, start=1):
            self._counts.addWidget(_cell(name, "body"), number, 0)
            for column, value in enumerate(values, start=1):
                self._counts.addWidget(_cell(locale.toString(value), "body", trailing=True), number, column)
        if different is not None:
            text = self.tr("Different lesions, patients or pictures: {count}").format(count=locale.toString(different))
            self._counts.addWidget(_cell(text, "small"), len(rows) + 1, 0, 1, 4)
        self._frame.show()

    def show_report(self, report: "AuditReport") -> None:
        self.show_counts(report.counts, report.groups)
        empty(self._list)
        self.verdict.setText(words(report.verdict))
        self.verdict.show()
        self.findings = [FindingView(finding, report) for finding in report.findings]
        for finding in self.findings:
            finding.image_chosen.connect(self.image_chosen)
            self._list.addWidget(finding)


class FindingView(QFrame):
    """One finding; its files are listed when they are asked for."""

    image_chosen = Signal(object)

    def __init__(self, finding: "Finding", report: "AuditReport") -> None:
        super().__init__()
        self.finding = finding
        self._report = report
        self.setObjectName({"warn": "warningBox", "refuse": "errorBox"}.get(finding.severity, "settingsFrame"))
        self.message = text_label(words(finding.fact), "body")
        self.picture = IconLabel(_ICON_SIDE, *_PICTURES[finding.severity])
        self.files: QTreeWidget | None = None
        self.toggle = QPushButton(flat=True)
        self.toggle.setCheckable(True)
        if not finding.files:
            self.toggle.hide()
        self.toggle.toggled.connect(self._show_files)
        top = Qt.AlignmentFlag.AlignTop
        head = in_row(None, (self.picture, top), (self.message, 1), (self.toggle, top), spacing=12)
        self._layout = in_column(self, head, margins=(12, 10, 12, 10))
        self._show_files(False)

    def _show_files(self, shown: bool) -> None:
        count = QLocale().toString(len(self.finding.files))
        text = self.tr("Hide Files") if shown else self.tr("Show Files ({count})").format(count=count)
        self.toggle.setText(text)
        if shown and self.files is None:
            self.files = self._list_files()
            self._layout.addWidget(self.files)
        if self.files is not None:
            self.files.setVisible(shown)

    def _list_files(self) -> QTreeWidget:
        tree = QTreeWidget()
        tree.setObjectName("settingsFrame")
        tree.setHeaderHidden(True)
        tree.setUniformRowHeights(True)
        tree.setAccessibleName(self.message.text())
        tree.setToolTip(self.tr("Double-click an image to see it"))
        grouped = any(len(group) > 1 for group in self.finding.groups)
        tree.setRootIsDecorated(grouped)
        reasons = tuple(map(words, self.finding.reasons)) or ("",) * len(self.finding.groups)
        for number, (group, reason) in enumerate(zip(self.finding.groups, reasons, strict=True), start=1):
            parent: QTreeWidget | QTreeWidgetItem = tree
            if grouped:
                name = self.tr("Group {number}").format(number=QLocale().toString(number))
                parent = QTreeWidgetItem(tree, [reason or name])
            for path in group:
                name = in_reading_direction(str(self._report.below_folder(path)))
                text = name if grouped or not reason else f"{name} – {reason}"
                item = QTreeWidgetItem(parent, [text])
                item.setData(0, Qt.ItemDataRole.UserRole, path)
                item.setToolTip(0, f"{left_to_right(str(path))}\n{reason}".strip())
        if len(self.finding.files) <= 4 * _ROWS_SEEN:
            tree.expandAll()
        tree.itemActivated.connect(self._choose)
        rows = len(self.finding.files) + (len(self.finding.groups) if grouped else 0)
        tree.setFixedHeight(min(rows, _ROWS_SEEN) * max(tree.sizeHintForRow(0), 20) + 2 * tree.frameWidth() + 4)
        return tree

    def _choose(self, item: QTreeWidgetItem) -> None:
        path = item.data(0, Qt.ItemDataRole.UserRole)
        if path is not None:
            self.image_chosen.emit(path)


def _cell(text: str, role: str, *, trailing: bool = False) -> QLabel:
    align = Qt.AlignmentFlag.AlignTrailing if trailing else Qt.AlignmentFlag.AlignLeading
    return styled_label(text, role, align=align)
