"""Which rows of the table are shown: text, label, review, warnings, range of probability."""

from math import ceil

from PySide6.QtCore import QLocale, QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QSpinBox,
    QStyle,
    QStyleOptionComboBox,
    QWidget,
)

from skin_gui.ui.review.table.result_filter import ResultFilter
from skin_gui.ui.texts.formats import left_to_right, percent_suffix
from skin_gui.ui.widgets.buttons import tool_button
from skin_gui.ui.widgets.fields import inset
from skin_gui.ui.widgets.icons import icon
from skin_gui.ui.widgets.labels import ElidedLabel
from skin_gui.ui.widgets.layouts import in_row
from skin_gui.ui.widgets.theme import theme

_TYPING_MS = 150
_WIDEST_SEARCH = 220
_SEARCH_SIGNS = 48
"""Pixels for the magnifying glass and the margins."""
_FEWEST_LETTERS = 4
_ROOM = 2
"""Pixels that the style keeps free beside the text."""


class FilterBar(QWidget):
    """One line of controls that together make a `ResultFilter`."""

    changed = Signal(object)
    """`ResultFilter`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._create_controls()
        self._lay_out()
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._typing.timeout.connect(self._announce)
        self.text.textChanged.connect(self._typing.start)
        self.text.returnPressed.connect(self._announce)
        for box in (self.label, self.review, self.warnings):
            box.currentIndexChanged.connect(self._announce)
        for spin in (self.low, self.high):
            spin.valueChanged.connect(self._announce)
        self.clear_button.clicked.connect(self.clear)
        theme().changed.connect(self._style_search)
        self._style_search()
        self._update_clear()

    def _create_controls(self) -> None:
        self.text = QLineEdit()
        self.text.setPlaceholderText(self.tr("File or note"))
        self.text.setAccessibleName(self.tr("Filter by text"))
        self.text.setToolTip(self.tr("Part of the file name, the note or the problem (Ctrl+F)"))
        self.text.setClearButtonEnabled(True)
        hint = self.text.fontMetrics().horizontalAdvance(self.text.placeholderText())
        self.text.setMinimumWidth(min(hint + _SEARCH_SIGNS, _WIDEST_SEARCH))
        self.text.setMaximumWidth(_WIDEST_SEARCH)
        self._search = self.text.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.label = _box(
            self.tr("Filter by label"),
            ("all", self.tr("All labels")),
            ("malignant", self.tr("Malignant")),
            ("benign", self.tr("Benign")),
            ("failed", self.tr("Failed")),
        )
        self.review = _box(
            self.tr("Filter by review"),
            ("all", self.tr("All reviews")),
            ("unreviewed", self.tr("Not reviewed")),
            ("reviewed", self.tr("Reviewed")),
            ("agreed", self.tr("Agrees with model")),
            ("disagreed", self.tr("Differs from model")),
            ("benign", self.tr("Reviewed benign")),
            ("malignant", self.tr("Reviewed malignant")),
            ("unsure", self.tr("Unsure")),
            ("noted", self.tr("With a note")),
            ("histology", self.tr("With histology")),
            ("disputed", self.tr("Any disagreement")),
        )
        self.warnings = _box(
            self.tr("Filter by warnings"),
            ("all", self.tr("All warnings")),
            ("warned", self.tr("With warnings")),
            ("clear", self.tr("Without warnings")),
        )
        self.low = _percentage("≥ ", self.tr("Lowest probability shown"), 0)
        self.high = _percentage("≤ ", self.tr("Highest probability shown"), 100)
        self.clear_button = tool_button("cancel", self.tr("Show all rows"))
        self.count = ElidedLabel("small")

    def _lay_out(self) -> None:
        choices = (self.label, self.review, self.warnings, self.low, self.high, self.clear_button)
        in_row(self, (self.text, 1), *choices, (self.count, 1), spacing=8)

    @property
    def filter(self) -> ResultFilter:
        return ResultFilter(
            label=self.label.currentData(),
            review=self.review.currentData(),
            warnings=self.warnings.currentData(),
            low=self.low.value() / 100,
            high=self.high.value() / 100,
            text=self.text.text().strip(),
        )

    def set_filter(self, wanted: ResultFilter) -> None:
        controls = (self.text, self.label, self.review, self.warnings, self.low, self.high)
        blockers = [QSignalBlocker(control) for control in controls]
        self.text.setText(wanted.text)
        for box, value in ((self.label, wanted.label), (self.review, wanted.review), (self.warnings, wanted.warnings)):
            box.setCurrentIndex(box.findData(value))
        self.low.setValue(round(wanted.low * 100))
        self.high.setValue(round(wanted.high * 100))
        for blocker in blockers:
            blocker.unblock()
        self._announce()

    def clear(self) -> None:
        self.set_filter(ResultFilter())

    def show_count(self, shown: int, total: int) -> None:
        locale = QLocale()
        if shown == total:
            self.count.set_full_text("")
            return
        counts = locale.toString(shown), locale.toString(total)
        text = self.tr("{shown} of {total} shown").format(shown=counts[0], total=counts[1])
        self.count.set_full_text(text, short=left_to_right("/".join(counts)))

    def _announce(self) -> None:
        self._typing.stop()
        self._update_clear()
        self.changed.emit(self.filter)

    def _update_clear(self) -> None:
        self.clear_button.setEnabled(self.filter != ResultFilter())

    def _style_search(self) -> None:
        self._search.setIcon(icon("search"))


class _Choice(QComboBox):
    """A box that shortens the text of its choice where there is no room for all of it."""

    def minimumSizeHint(self) -> QSize:
        """The beginning of the choice, and the arrow."""
        hint = super().minimumSizeHint()
        spared = max(self.minimumContentsLength() - _FEWEST_LETTERS, 0) * self.fontMetrics().horizontalAdvance("X")
        return QSize(max(hint.width() - spared, hint.height()), hint.height())

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        super().initStyleOption(option)
        field = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, self).width() - _ROOM
        option.currentText = self.fontMetrics().elidedText(option.currentText, Qt.TextElideMode.ElideRight, room)


def _box(name: str, *choices: tuple[str, str]) -> QComboBox:
    box = _Choice()
    box.setAccessibleName(name)
    box.setToolTip(name)
    for value, text in choices:
        box.addItem(text, value)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    # As wide as what stands in it at first, counted in the letters X that the box measures with.
    metrics = box.fontMetrics()
    box.setMinimumContentsLength(ceil(metrics.horizontalAdvance(choices[0][1]) / metrics.horizontalAdvance("X")) + 1)
    box.view().setMinimumWidth(box.fontMetrics().horizontalAdvance(max((text for _, text in choices), key=len)) + 40)
    return box


def _percentage(sign: str, name: str, value: int) -> QSpinBox:
    spin = QSpinBox()
    inset(spin)
    spin.setRange(0, 100)
    spin.setSingleStep(5)
    spin.setValue(value)
    spin.setPrefix(sign)
    spin.setSuffix(percent_suffix())
    spin.setAccessibleName(name)
    spin.setToolTip(name)
    spin.setKeyboardTracking(False)
    return spin
