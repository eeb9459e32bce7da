"""How the next training is to be done."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QSpinBox, QWidget

from skin_gui.training.plan import LARGEST_SEED, MOST_EPOCHS, TrainingPlan
from skin_gui.ui.widgets.fields import inset
from skin_gui.ui.widgets.layouts import in_column
from skin_gui.ui.widgets.row_frame import Row, RowFrame

_FIELD_WIDTH = 240


class PlanForm(QWidget):
    """Preset, name, seed, epochs and the model to start from."""

    changed = Signal()
    """Something that decides about time or result was edited."""

    def __init__(self) -> None:
        super().__init__()
        self.name = QLineEdit(self.tr("Retrained model"))
        self.name.setMaxLength(60)
        self.preset = QComboBox()
        self.preset.addItem(self.tr("Recommended"), "default")
        self.preset.addItem(self.tr("As in the paper"), "paper")
        self.start = QComboBox()
        self.start.addItem(self.tr("The shipped model"), "shipped")
        self.start.addItem(self.tr("The active model"), "active")
        self.epochs = QSpinBox()
        self.epochs.setRange(0, MOST_EPOCHS)
        self.seed = QSpinBox()
        for spin in (self.epochs, self.seed):
            inset(spin)
        self.seed.setRange(0, LARGEST_SEED)
        frame = RowFrame(self.tr("Training"))
        for label, help_text, field in self._rows():
            field.setFixedWidth(_FIELD_WIDTH)
            field.setAccessibleName(label)
            frame.add(Row(label, help_text, field, field))
        in_column(self, frame)
        self.name.textChanged.connect(self.changed)
        for box in (self.preset, self.start):
            box.currentIndexChanged.connect(self.changed)
        for spin in (self.epochs, self.seed):
            spin.valueChanged.connect(self.changed)
        self.preset.currentIndexChanged.connect(self._show_epochs)
        self._show_epochs()

    def plan(self, folders: Sequence[Path]) -> TrainingPlan:
        return TrainingPlan(
            folders=tuple(folders),
            name=self.name.text().strip(),
            preset=self.preset.currentData(),
            seed=self.seed.value(),
            epochs=self.epochs.value() or None,
            start=self.start.currentData(),
        )

    def problem(self) -> str:
        """Why there can be no training as the form stands; empty when there can."""
        return "" if self.name.text().strip() else self.tr("Give the new model a name.")

    def _rows(self) -> list[tuple[str, str, QWidget]]:
        return [
            (
                self.tr("Name"),
                self.tr("Results show it, with the words “not validated”. A name that is taken gets a number."),
                self.name,
            ),
            (
                self.tr("Recipe"),
                self.tr("The recommended one learns from several levels of the network, the paper's from the last."),
                self.preset,
            ),
            (
                self.tr("Start from"),
                self.tr("Its network is kept; its last layers go on learning where they know none of your images."),
                self.start,
            ),
            (self.tr("Epochs"), self.tr("Passes through the images at most; the best one is kept."), self.epochs),
            (self.tr("Seed"), self.tr("The same seed and images give the same model."), self.seed),
        ]

    def _show_epochs(self) -> None:
        """What 0 means depends on the preset."""
        from skin_gui.training.fitting.presets import PRESETS  # noqa: PLC0415 - loads the network's library

        usual = PRESETS[self.preset.currentData()].epochs
        self.epochs.setSpecialValueText(self.tr("As usual ({count})").format(count=QLocale().toString(usual)))
