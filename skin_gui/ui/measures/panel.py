"""The tab with the lesion's measures: the dermoscopy score and each criterion, which can be drawn on the image."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QLabel,
    QRadioButton,
    QSlider,
    QWidget,
)

from skin_gui.measures.score import MALIGNANT_ABOVE, SUSPICIOUS_FROM
from skin_gui.ui.measures.brush import SIZES, Brush
from skin_gui.ui.measures.overlay import COLOUR_TINTS, Shown
from skin_gui.ui.texts import measures as texts
from skin_gui.ui.texts.facts import words
from skin_gui.ui.texts.formats import percent
from skin_gui.ui.texts.results import full_stop
from skin_gui.ui.widgets.buttons import push_button, tool_button
from skin_gui.ui.widgets.labels import styled_label, text_label
from skin_gui.ui.widgets.layouts import STRETCH, in_column, in_grid, in_row
from skin_gui.ui.widgets.message_box import MessageBox
from skin_gui.ui.widgets.panel_parts import StackingRow, scrolled

if TYPE_CHECKING:
    from skin_gui.measures.measurer import Measures
    from skin_gui.workers.shown import MeasuredImage

_SWATCH = 12


class MeasuresPanel(QWidget):
    """Shows the measures of the image on the screen; which one is drawn on the image is chosen here."""

    shown_changed = Signal(str)
    """What is to be drawn: a `Shown`."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("measuresPanel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Measures"))
        self.status = text_label("", "muted")
        self.problem = MessageBox("warning")
        self.figure = text_label("", "figure")
        self.verdict = text_label("", "title")
        locale = QLocale()
        self.limits = text_label(
            self.tr(
                "For melanocytic lesions only. Structures (D) are not measured, so the score is a range. Below {low} "
                "benign, to {high} suspicious, above malignant."
            ).format(low=locale.toString(SUSPICIOUS_FROM), high=locale.toString(MALIGNANT_ABOVE)),
            "small",
        )
        self.reliability = text_label("", "small")
        self.choices = QButtonGroup(self)
        self.rows: dict[Shown, _Criterion] = {
            "outline": _Criterion(self.tr("Outline")),
            "asymmetry": _Criterion(self.tr("A · Asymmetry")),
            "border": _Criterion(self.tr("B · Border")),
            "colours": _Criterion(self.tr("C · Colours")),
        }
        self.legend = _Legend()
        self.brush = BrushBar()
        self.owner = text_label("", "section")
        self.notice = text_label("", "small")
        self._lay_out()
        for name, row in self.rows.items():
            self.choices.addButton(row.button)
            row.button.toggled.connect(lambda on, name=name: self.shown_changed.emit(name) if on else None)
        self.rows["outline"].button.setChecked(True)
        self.show_nothing()

    def _lay_out(self) -> None:
        self._found = QWidget()
        caption = text_label(self.tr("Dermoscopy score (ABCD rule)"), "section")
        score = (self.owner, caption, self.figure, self.verdict, self.limits)
        on_image = (text_label(self.tr("Show on the image"), "section"), *self.rows.values(), self.legend)
        source = self.tr(
            "After Stolz et al. 1994, measured by the program. It does not change the probability of malignancy."
        )
        in_column(self._found, *score, *on_image, text_label(source, "small"), self.reliability, spacing=12)
        in_column(self, scrolled(self.status, self.problem, self.brush, self.notice, self._found))

    @property
    def shown(self) -> Shown:
        return next(name for name, row in self.rows.items() if row.button.isChecked())

    def show_nothing(self, text: str = "") -> None:
        """There are no measures: say why, or what to do."""
        self._found.hide()
        self.brush.hide()
        self.show_notice("")
        self.problem.clear()
        self.status.setText(text or self.tr("Open a dermoscopic image to see its measures here."))
        self.status.show()

    def show_notice(self, text: str) -> None:
        self.notice.setText(text)
        self.notice.setVisible(bool(text))

    def show_measured(
        self, measured: "MeasuredImage", measures: "Measures | None", *, by_hand: bool = False, unlike: bool = False
    ) -> None:
        """Show what is in force, within the program's outline or a drawn one, or why nothing was measured.

        `unlike` tells that the classifier finds the image unlike those that it learned from.
        """
        self.show_notice("")
        self.status.hide()
        self.problem.clear()
        self.brush.setVisible(not measured.problem)
        self._found.setVisible(measures is not None)
        if measures is None:
            none = self.tr("No lesion was found that could be outlined with any confidence.")
            if by_hand:
                none = self.tr("Nothing is left of the outline that was drawn.")
            self.problem.set_messages([full_stop(words(measured.problem)) if measured.problem else none])
            return
        if unlike and not by_hand:
            self.problem.set_messages([texts.unlike_text()])
        self.owner.setText(self.tr("Within your own outline") if by_hand else "")
        self.owner.setVisible(by_hand)
        self._fill(measures, self._diameter(measured, measures, by_hand))
        self.reliability.setText(texts.reliability_text(measured.reliability))

    def _diameter(self, measured: "MeasuredImage", measures: "Measures", by_hand: bool) -> float | None:
        if not by_hand or measured.spacing is None:
            return measured.diameter
        from skin_gui.measures.diameter import greatest_diameter  # noqa: PLC0415 - OpenCV

        return greatest_diameter(measures.outline, *measured.size, measured.spacing)

    def _fill(self, measures: "Measures", diameter: float | None) -> None:
        abcd, outline = measures.abcd, measures.outline
        self.figure.setText(texts.range_text(abcd.score))
        self.verdict.setText(texts.verdicts_text(abcd.score))
        size = texts.outline_text(outline.area_fraction, outline.confidence, diameter, is_cut=measures.is_cut)
        self.rows["outline"].set_texts("", size)
        self.rows["asymmetry"].set_texts(texts.points_text(abcd.score.asymmetry, 2), texts.asymmetry_text(abcd))
        self.rows["border"].set_texts(texts.points_text(abcd.score.border, 8), texts.border_text(abcd))
        self.rows["colours"].set_texts(texts.points_text(abcd.score.colours, 6), "")
        self.legend.set_parts({name: abcd.colours.parts[name] for name in abcd.colours.present})


class _Criterion(QWidget):
    """A criterion's switch, its points, and a sentence on what was found."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.button = QRadioButton(name)
        self.points = styled_label(role="body")
        self.sentence = text_label("", "small")
        heading = in_row(None, (self.button, 1), self.points)
        in_column(self, heading, self.sentence, spacing=2)

    def set_texts(self, points: str, sentence: str) -> None:
        self.points.setText(points)
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))
        self.button.setAccessibleDescription(f"{points} {sentence}".strip())


class _Legend(QWidget):
    """The colours that were found: tint on the image, name, part of the lesion."""

    def __init__(self) -> None:
        super().__init__()
        grid = in_grid(self, spacing=(8, 2), stretch=(1,))
        self._rows: dict[str, tuple[QLabel, QLabel, QLabel]] = {}
        for number, (name, tint) in enumerate(COLOUR_TINTS.items()):
            swatch, word, part = QLabel(), QLabel(texts.colour_text(name)), QLabel()
            picture = QPixmap(_SWATCH, _SWATCH)
            picture.fill(QColor(tint))
            swatch.setPixmap(picture)
            swatch.setFrameShape(QFrame.Shape.Box)
            for column, label in enumerate((swatch, word, part)):
                label.setProperty("role", "small")
                grid.addWidget(label, number, column)
            self._rows[name] = (swatch, word, part)

    def set_parts(self, parts: dict[str, float]) -> None:
        for name, row in self._rows.items():
            row[2].setText(percent(parts.get(name, 0.0)))
            for label in row:
                label.setVisible(name in parts)

    def names(self) -> list[str]:
        return [name for name, row in self._rows.items() if not row[0].isHidden()]


class BrushBar(QWidget):
    """A button that lets the outline be corrected, and what can be done with the brush meanwhile."""

    def __init__(self) -> None:
        super().__init__()
        self.correct = push_button(self.tr("Correct the Outline"), "note")
        self.correct.setCheckable(True)
        self.save = push_button(self.tr("Save Mask…"), "export")
        self.add, self.erase = tool_button("add", self.tr("Add")), tool_button("cancel", self.tr("Erase"))
        self._kinds = QButtonGroup(self)
        for button in (self.add, self.erase):
            button.setCheckable(True)
            self._kinds.addButton(button)
        self.add.setChecked(True)
        self.undo, self.redo = tool_button("undo", self.tr("Undo")), tool_button("redo", self.tr("Redo"))
        self.reset = tool_button("rollback", self.tr("Reset"), self.tr("The program's own outline again"))
        self.thickness = QSlider(Qt.Orientation.Horizontal)
        self.thickness.setRange(*SIZES)
        self.thickness.setAccessibleName(self.tr("Size of the brush"))
        self.hint = text_label(
            self.tr(
                "Draw on the image. E changes between adding and erasing, [ and ] the size; Ctrl+Z takes a stroke "
                "back; Esc ends. Without a mouse, the arrow keys move the brush; Space draws, and so do the arrows "
                "with Shift. With Ctrl held the mouse moves the image. The measures follow; the probability does not."
            ),
            "small",
        )
        self._lay_out()
        self.correct.toggled.connect(self._tools.setVisible)

    def _lay_out(self) -> None:
        self._tools = QWidget()
        buttons = in_row(None, self.add, self.erase, self.undo, self.redo, self.reset, STRETCH)
        sizes = in_row(None, styled_label(self.tr("Size"), "small"), (self.thickness, 1))
        in_column(self._tools, buttons, sizes, self.hint)
        self._tools.hide()
        in_column(self, StackingRow(self.correct, self.save), self._tools)

    def follow(self, brush: Brush) -> None:
        self.add.toggled.connect(brush.set_adds)
        self.thickness.valueChanged.connect(brush.set_size)
        for button, call in ((self.undo, brush.undo), (self.redo, brush.redo), (self.reset, brush.reset)):
            button.clicked.connect(call)
        brush.changed.connect(lambda: self._show(brush))
        brush.ended.connect(lambda: self.correct.setChecked(False))
        self._show(brush)

    def _show(self, brush: Brush) -> None:
        (self.add if brush.adds else self.erase).setChecked(True)
        self.thickness.setValue(brush.size)
        drawing = brush.drawing
        self.undo.setEnabled(drawing is not None and drawing.can_undo)
        self.redo.setEnabled(drawing is not None and drawing.can_redo)
        self.reset.setEnabled(drawing is not None and drawing.is_changed)
