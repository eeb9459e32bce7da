"""The learning curves, as they grow."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from skin_gui.ui.widgets.labels import text_label
from skin_gui.ui.widgets.layouts import in_grid
from skin_gui.ui.widgets.plots import PlotLegend, ThemedPlot

if TYPE_CHECKING:
    from skin_gui.training.fitting.head_fit import Epoch

_HEIGHT = 190
_WIDTH = 150
_PAUSE_MS = 20
_MOST_POINTS = 40  # more would hide the lines
_SHARE_MARGIN = 0.02  # so that a point at 1 is seen whole
_TRAINING, _VALIDATION = "muted", "accent"


class Curves(QWidget):
    """Loss, accuracy and AUC of the training and validation images by epoch."""

    def __init__(self) -> None:
        super().__init__()
        self._epochs: list[Epoch] = []
        titles = {"loss": self.tr("Loss"), "accuracy": self.tr("Accuracy"), "auc": self.tr("AUC")}
        self.plots = {key: ThemedPlot(self.tr("Epoch"), "") for key in titles}
        layout = in_grid(self, spacing=(12, 4), margins=(0, 8, 0, 8))
        self._lines = {}
        for column, (key, plot) in enumerate(self.plots.items()):
            plot.setFixedHeight(_HEIGHT)
            plot.setMinimumWidth(_WIDTH)
            policy = plot.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            plot.setSizePolicy(policy)
            plot.hide()
            plot.setAccessibleName(titles[key])
            if key != "loss":
                plot.plotItem.vb.setLimits(yMin=-_SHARE_MARGIN, yMax=1 + _SHARE_MARGIN)
            self._lines[key] = plot.add_line(_TRAINING, points=True), plot.add_line(_VALIDATION, points=True)
            layout.addWidget(text_label(titles[key], "section"), 0, column)
            layout.addWidget(plot, 1, column)
            layout.setColumnStretch(column, 1)
        legend = PlotLegend(((_TRAINING, self.tr("Training")), (_VALIDATION, self.tr("Validation"))), centred=True)
        layout.addWidget(legend, 2, 0, 1, 3)
        self.summary = text_label("", "small")
        layout.addWidget(self.summary, 3, 0, 1, 3)

    def showEvent(self, event: QShowEvent) -> None:
        """Show the plots one after the other: their first layout takes a moment, for which the window need not halt."""
        super().showEvent(event)
        self._reveal()

    def _reveal(self) -> None:
        hidden = [plot for plot in self.plots.values() if plot.isHidden()]
        if hidden:
            hidden[0].show()
            QTimer.singleShot(_PAUSE_MS, self, self._reveal)

    def show_epochs(self, epochs: "list[Epoch]") -> None:
        self._epochs = list(epochs)
        self._draw()

    def _draw(self) -> None:
        numbers = [epoch.number for epoch in self._epochs]
        has_points = not self._epochs or self._epochs[-1].epochs <= _MOST_POINTS
        for key, (training, validation) in self._lines.items():
            for line in (training, validation):
                line.setSymbol("o" if has_points else None)
            training.setData(numbers, [getattr(epoch, key) for epoch in self._epochs])
            known = [(epoch.number, value) for epoch in self._epochs if (value := _validation(epoch, key)) is not None]
            validation.setData([number for number, _ in known], [value for _, value in known])
        if self._epochs:
            for plot in self.plots.values():
                plot.setXRange(1, max(self._epochs[-1].epochs, 2), padding=0.04)
        self.summary.setText(self._sentence())
        for key, plot in self.plots.items():
            if self._epochs:
                plot.setAccessibleDescription(QLocale().toString(float(getattr(self._epochs[-1], key)), "f", 3))

    def _sentence(self) -> str:
        known = [epoch for epoch in self._epochs if epoch.validation_auc is not None]
        if not known:
            return ""
        # As the run chooses it: the latest of several that are equally good.
        best = max(known, key=lambda epoch: (epoch.validation_auc, epoch.number))
        locale = QLocale()
        return self.tr(
            "Epoch {number} of {epochs}. Best so far on the validation images: epoch {best}, AUC {auc}."
        ).format(
            number=locale.toString(self._epochs[-1].number),
            epochs=locale.toString(self._epochs[-1].epochs),
            best=locale.toString(best.number),
            auc=locale.toString(best.validation_auc or 0.0, "f", 3),
        )


def _validation(epoch: "Epoch", key: str) -> float | None:
    value: float | None = getattr(epoch, f"validation_{key}")
    return value
