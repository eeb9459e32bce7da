"""The dialog that asks by what images are grouped into patients and lesions."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from skin_gui.lesions.errors import GroupingError
from skin_gui.lesions.folder_pattern import FolderPattern, by_folders, is_date
from skin_gui.review.memberships import Membership
from skin_gui.ui.texts.facts import words
from skin_gui.ui.texts.formats import in_reading_direction
from skin_gui.ui.widgets import window_state
from skin_gui.ui.widgets.buttons import push_button
from skin_gui.ui.widgets.fields import PathField
from skin_gui.ui.widgets.labels import text_label
from skin_gui.ui.widgets.layouts import add_parts, in_column, in_row
from skin_gui.workers.base import Worker
from skin_gui.workers.lesions import DICOM, Rule, table_task
from skin_gui.workers.runner import Runner

_PATTERNS = (
    "{patient}",
    "{patient}/{lesion}",
    "{patient}/{lesion}/{date}",
    "{patient}/{date}/{lesion}",
    "{patient}/{date}",
    "{patient}_{lesion}_{date}",
    "{lesion}",
)
_PROPOSED = ("{patient}/{lesion}/{date}", "{patient}/{date}", "{patient}/{lesion}")
"""The first of those that fit the most images without taking a date for a lesion."""
_TRIED_TO_PROPOSE = 500
_KEY, _TABLE_KEY, _RULE_KEY = "lesions/pattern", "lesions/table", "lesions/rule"
_INDENT = 28
_MOST_TRIED = 20_000
"""Images that a rule is tried on while it is typed: a hundredth of a second for each thousand."""


class GroupingDialog(QDialog):
    """Offers the three rules, the last one first; a pattern and a table show at once on how many images they fit."""

    chosen = Signal(object)
    """A `Rule`."""

    def __init__(self, roots: Sequence[Path], images: Sequence[Path], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Group Images by Patient and Lesion"))
        self._folders = [root if root.is_dir() else root.parent for root in roots]
        self._images = list(images)[:_MOST_TRIED]
        self._counting = Runner(parent=self)
        self._create_parts()
        self._lay_out()
        self._counting.failed.connect(lambda fact: self.table_found.setText(words(fact)))
        self.pattern.editTextChanged.connect(self._update)
        self.table.textChanged.connect(self._update)
        self.browse.clicked.connect(self._choose_table)
        self.rules.idToggled.connect(self._update)
        self.buttons.accepted.connect(self._accept)
        self.buttons.rejected.connect(self.reject)
        self._update()

    def _create_parts(self) -> None:
        self.by_folders = QRadioButton(self.tr("By the names of &folders and files"))
        self.by_table = QRadioButton(self.tr("By a &table (CSV with the columns of the ISIC archive)"))
        self.by_dicom = QRadioButton(self.tr("By what &DICOM files say of themselves"))
        self.rules = QButtonGroup(self)
        for number, button in enumerate((self.by_folders, self.by_table, self.by_dicom)):
            self.rules.addButton(button, number)
        self._stored = window_state.window_ini()
        last = self.rules.button(int(str(self._stored.value(_RULE_KEY, 0))))
        (last or self.by_folders).setChecked(True)
        self.pattern = QComboBox()
        self.pattern.setEditable(True)
        self.pattern.setAccessibleName(self.tr("Pattern"))
        self.pattern.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.pattern.addItems(_PATTERNS)
        self.pattern.setCurrentText(self._proposed(str(self._stored.value(_KEY, ""))))
        self.table = PathField(str(self._stored.value(_TABLE_KEY, "")))
        self.table.setAccessibleName(self.tr("Table"))
        self.table.setPlaceholderText("metadata.csv")
        self.browse = push_button(self.tr("Browse…"))
        self.browse.setAutoDefault(False)
        self.found, self.table_found = text_label("", "small"), text_label("", "small")
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.accept_button = self.buttons.addButton(self.tr("Group"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.accept_button.setDefault(True)
        self.accept_button.setProperty("primary", True)

    def _lay_out(self) -> None:
        layout = in_column(self, spacing=8, margins=(24, 20, 24, 20))
        pattern_help = self.tr(
            "Parts of the path below the opened folder: {names}; * stands for any part of a name, ** for any folders."
        )
        names = in_reading_direction("{patient} {lesion} {date} {day} {site}")
        self._add(layout, self.by_folders, [self.pattern], pattern_help.format(names=names), self.found)
        table_help = self.tr(
            "Columns: one that names the image, patient_id, lesion_id, and if known acquisition_day and anatom_site_*."
        )
        self._add(layout, self.by_table, [self.table, self.browse], table_help, self.table_found)
        dicom_help = self.tr(
            "Patient number and lesion are kept as a keyed hash that cannot be turned back, dates as days since the "
            "patient’s first picture."
        )
        self._add(layout, self.by_dicom, [], dicom_help)
        stays = text_label(self.tr("What you said by hand stays. No file is changed or moved."), "small")
        add_parts(layout, stays, 8, self.buttons)
        self.setMinimumWidth(560)

    @staticmethod
    def _add(layout: QVBoxLayout, button: QRadioButton, fields: list[QWidget], text: str, *more: QWidget) -> None:
        rows = [in_row(None, (fields[0], 1), *fields[1:])] if fields else []
        words = text_label(text, "small")
        add_parts(layout, button, in_column(None, *rows, words, *more, spacing=6, margins=(_INDENT, 0, 0, 12)))

    def _choose_table(self) -> None:
        start = self.table.text() or str(self._folders[0])
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Table"), start, self.tr("Tables (*.csv *.tsv *.txt)"))
        if name:
            self.by_table.setChecked(True)
            self.table.setText(name)

    def _rule(self) -> Rule | None:
        if self.by_dicom.isChecked():
            return DICOM
        if self.by_table.isChecked():
            return Path(self.table.text()) if self.table.text() else None
        return FolderPattern(self.pattern.currentText())

    def _update(self) -> None:
        for button, fields in ((self.by_folders, (self.pattern,)), (self.by_table, (self.table, self.browse))):
            for field in fields:
                field.setEnabled(button.isChecked() or field is self.browse)
        try:
            rule = self._rule()
        except GroupingError as error:
            self.found.setText(words(error))
            rule = None
        else:
            self.found.setText(self._fit(self._fitting(rule, self._images)) if isinstance(rule, FolderPattern) else "")
        self.accept_button.setEnabled(rule is not None)
        self._counting.drop()
        self.table_found.clear()
        if isinstance(rule, Path):
            self._counting.start(
                Worker(table_task(rule, self._images)), lambda found: self.table_found.setText(self._fit(found))
            )

    def _proposed(self, last: str) -> str:
        best = max((last, *_PROPOSED), key=self._soundly_fitting)
        return best if self._soundly_fitting(best) else last or _PROPOSED[-1]

    def _soundly_fitting(self, text: str) -> int:
        """How many images a pattern fits; none where it takes a date for a lesion."""
        try:
            found = self._fitting(FolderPattern(text), self._images[:_TRIED_TO_PROPOSE])
        except GroupingError:
            return 0
        return 0 if any(is_date(each.lesion) for each in found.values()) else len(found)

    def _fitting(self, pattern: FolderPattern, images: Sequence[Path]) -> dict[Path, Membership]:
        found: dict[Path, Membership] = {}
        for folder in self._folders:
            found |= by_folders(folder.absolute(), images, pattern)
        return found

    def _fit(self, found: dict[Path, Membership]) -> str:
        patients = {each.patient for each in found.values() if each.patient}
        lesions = {(each.patient, each.lesion) for each in found.values() if each.lesion}
        number = QLocale().toString
        return self.tr("Fits {fits} of {count} images: {patients}, {lesions}.", "", len(self._images)).format(
            fits=number(len(found)),
            count=number(len(self._images)),
            patients=self.tr("{count} patients", "", len(patients)).format(count=number(len(patients))),
            lesions=self.tr("{count} lesions", "", len(lesions)).format(count=number(len(lesions))),
        )

    def done(self, code: int) -> None:
        self._counting.stop()
        super().done(code)

    def _accept(self) -> None:
        rule = self._rule()
        if rule is None:
            return
        self._stored.setValue(_RULE_KEY, self.rules.checkedId())
        if isinstance(rule, FolderPattern):
            self._stored.setValue(_KEY, rule.text)
        elif isinstance(rule, Path):
            self._stored.setValue(_TABLE_KEY, str(rule))
        self.chosen.emit(rule)
        self.accept()
