"""The checklists as a form: a key for each criterion, the scores as it is filled in."""

from collections.abc import Collection
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QLabel, QWidget

from skin_gui.measures.abcd import Abcd
from skin_gui.review.assessment.assessment import Assessment
from skin_gui.review.assessment.checklists import CONTRARY, Menzies, SevenPoint
from skin_gui.ui.texts.assessment import criterion_text, menzies_text, seven_point_text
from skin_gui.ui.widgets.labels import styled_label
from skin_gui.ui.widgets.layouts import add_parts, in_column

_Criterion = TypeVar("_Criterion", SevenPoint, Menzies)
_KEYS = "1234567ABCDEFGHIJK"
_MANY_COLOURS = 5
_PLAIN = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


def proposals(abcd: Abcd | None) -> frozenset[SevenPoint | Menzies]:
    """What the measures can say of the criteria: symmetry, the number of colours, and areas of blue-grey as a veil.

    Structures are not measured, so that nothing is proposed for them. Menzies' method counts black, grey, blue, dark
    brown, tan and red, not white (Menzies et al. 1996); blue and grey are told apart here by nobody, and count as one.
    """
    if abcd is None:
        return frozenset()
    colours = len(set(abcd.colours.present) - {"white"})
    veil = "blue-grey" in abcd.colours.present
    found: dict[SevenPoint | Menzies, bool] = {
        SevenPoint.BLUE_WHITISH_VEIL: veil,
        Menzies.BLUE_WHITE_VEIL: veil,
        Menzies.SYMMETRY: abcd.asymmetry.score == 0,
        Menzies.ONE_COLOUR: colours == 1,
        Menzies.MANY_COLOURS: colours >= _MANY_COLOURS,
    }
    return frozenset(feature for feature, there in found.items() if there)


class ChecklistsDialog(QDialog):
    """Enter saves the lists that were filled in, Escape leaves both as they were.

    What the program proposes is marked each time; it is ticked in a list that was not filled in, while in one that was
    the doctor has answered to it.
    A list is filled in once the doctor has ticked or unticked something in it: what the program proposes alone is no
    finding of hers, and a list that she passed over says nothing.
    """

    def __init__(
        self, known: Assessment, proposed: Collection[SevenPoint | Menzies], parent: QWidget | None = None
    ) -> None:
        """Args: what was said before, what the program proposes, and the parent."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Checklists"))
        self._proposed = proposed
        said: dict[type[SevenPoint | Menzies], Collection[SevenPoint | Menzies] | None]
        said = {SevenPoint: known.seven_point, Menzies: known.menzies}
        self.boxes: dict[SevenPoint | Menzies, QCheckBox] = {}
        self._keys: dict[str, QCheckBox] = {}
        self._filled_in = {checklist for checklist, features in said.items() if features is not None}
        self.seven_point_result, self.menzies_result = QLabel(), QLabel()
        self._layout = in_column(self, spacing=4, margins=(24, 16, 24, 16))
        keys = iter(_KEYS)
        self._add_title(self.tr("7-point checklist"), self.seven_point_result)
        for criterion in SevenPoint:
            self._add_box(criterion, next(keys), known.seven_point)
        self._layout.addSpacing(12)
        self._add_title(self.tr("Menzies' method"), self.menzies_result)
        for feature in Menzies:
            self._add_box(feature, next(keys), known.menzies)
        for feature, contrary in CONTRARY.items():
            self.boxes[feature].toggled.connect(
                lambda on, other=self.boxes[contrary]: other.setChecked(other.isChecked() and not on)
            )
        note = styled_label(self.tr("For melanocytic lesions. No part of the probability."), "small")
        buttons = QDialogButtonBox()
        self.save_button = buttons.addButton(QDialogButtonBox.StandardButton.Save)
        self.save_button.setDefault(True)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        add_parts(self._layout, 8, note, buttons)
        self._show_scores()

    def _add_title(self, title: str, result: QLabel) -> None:
        add_parts(self._layout, styled_label(title, "section"), result)

    def _add_box(
        self, criterion: SevenPoint | Menzies, key: str, said: Collection[SevenPoint | Menzies] | None
    ) -> None:
        """Args: the criterion, its key, and what was ticked in its list; None for one that was not filled in."""
        text = f"{key}  {criterion_text(criterion)}"
        if criterion in self._proposed:
            text = self.tr("{criterion} – proposed from the measures").format(criterion=text)
        box = QCheckBox(text)
        box.setChecked(criterion in (self._proposed if said is None else said))
        box.toggled.connect(lambda _: self._fill_in(type(criterion)))
        self._keys[key] = box
        self._layout.addWidget(box)
        self.boxes[criterion] = box

    def ticked(self, checklist: type[_Criterion]) -> tuple[_Criterion, ...] | None:
        """What is ticked in a list; None for one that was not filled in."""
        if checklist not in self._filled_in:
            return None
        return tuple(criterion for criterion in checklist if self.boxes[criterion].isChecked())

    def _fill_in(self, checklist: type[SevenPoint | Menzies]) -> None:
        self._filled_in.add(checklist)
        self._show_scores()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick or untick the criterion of the key; a key that is held down says it once."""
        box = self._keys.get(event.text().upper())
        if box is None or event.modifiers() & ~_PLAIN:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            box.toggle()

    def _show_scores(self) -> None:
        not_yet = self.tr("not filled in")
        self.seven_point_result.setText(seven_point_text(self.ticked(SevenPoint)) or not_yet)
        self.menzies_result.setText(menzies_text(self.ticked(Menzies)) or not_yet)
