"""The image that is open, with all that is known of it."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance

from skin_gui.ui.viewer.image_sequence import ImageSequence
from skin_gui.wording.fact import Fact
from skin_gui.workers.prediction import PredictionWorker
from skin_gui.workers.shown import ImagePrediction, MeasuredImage, ModelFacts, ShownImage

if TYPE_CHECKING:
    from skin_gui.review.results import Result


class Rows(Protocol):
    """The rows of the review table."""

    @property
    def rows_changed(self) -> SignalInstance:
        """Tells that rows, or their labels, have changed."""

    def labelled_result(self, path: Path) -> "Result | None":
        """The row of a file at the operating point that labels it."""


class OpenImage(QObject):
    """The one place from which every panel learns which image is open and what is known of it.

    Whatever the worker says of another image is dropped here, so that no panel can show it.
    """

    changed = Signal(object)
    """The path of another image, or of the same one that is classified again; None once none is open. Nothing more is
    known of it yet."""
    loaded = Signal(object)
    """`ShownImage`: it can be shown."""
    failed = Signal(object)
    """Why it cannot be shown: a `Fact`."""
    predicted = Signal(object)
    """`ImagePrediction`: its result, as `prediction`."""
    judged = Signal(object)
    """`ImagePrediction`: the same result at another operating point, or beside another row of the table."""
    measured = Signal(object)
    """`MeasuredImage`."""
    row_changed = Signal(object)
    """`Result`: what the review table says of it; None where it has no row there."""
    painted = Signal(object)
    """Its path: it is to be seen on the screen."""

    def __init__(self, sequence: ImageSequence, worker: PredictionWorker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sequence, self._worker = sequence, worker
        self._rows: Rows | None = None
        self.row: Result | None = None
        """What the review table says of it, at the table's operating point; None where it has no row there."""
        self.model: ModelFacts | None = None
        self.model_problem: Fact | None = None
        """Why there is none."""
        self._forget()
        sequence.current_changed.connect(self._open)
        worker.image_loaded.connect(self._take_image)
        worker.image_failed.connect(self._take_failure)
        worker.predicted.connect(self._take_prediction)
        worker.measured.connect(self._take_measures)
        worker.model_loaded.connect(self._take_model)
        worker.model_failed.connect(self._take_model_failure)

    @property
    def path(self) -> Path | None:
        return self.sequence.current

    @property
    def other_row(self) -> "Result | None":
        """Its row where that says something else than `prediction`: another label, or the number of another model."""
        if self.row is None or self.prediction is None or self.row.label is None:
            return None
        model = self.prediction.model
        is_same_model = self.row.is_by(model.model_id, model.name)
        return None if is_same_model and self.row.label == self.prediction.prediction.label else self.row

    @property
    def problem(self) -> Fact | None:
        """Why it has no result and takes no decision: it cannot be shown, or what is shown is no whole image."""
        return self.shown.damage if self.shown is not None else self._failure

    def follow_rows(self, rows: Rows) -> None:
        """Take what the review table says of the image from its rows, now and whenever they change."""
        self._rows = rows
        rows.rows_changed.connect(self._take_rows)
        self._take_rows()

    def try_again(self) -> None:
        """Open the image anew where it could not be shown: its file may be there again, or whole now."""
        if self._failure is not None and self.path is not None:
            self._open(self.path)

    def set_painted(self, path: Path | None) -> None:
        """An image has come to the screen, or has gone from it."""
        self.is_painted = path is not None and path == self.path
        if self.is_painted:
            self.painted.emit(path)

    def _forget(self) -> None:
        self.shown: ShownImage | None = None
        self._failure: Fact | None = None
        self.prediction: ImagePrediction | None = None
        """Its result, at the table's operating point where the same model made its row, else at the one in force."""
        self.measures: MeasuredImage | None = None
        self.is_painted = False
        """Whether it is to be seen: only then can it be decided on."""

    def _open(self, path: Path | None) -> None:
        is_still_painted = self.is_painted and self.shown is not None and self.shown.path == path
        self._forget()
        self.is_painted = is_still_painted
        self.row = self._row_of(path)
        self.changed.emit(path)
        self.row_changed.emit(self.row)
        if path is None:
            self._worker.clear()
        else:
            self._worker.request(path)

    def _take_image(self, image: ShownImage) -> None:
        if image.path == self.path:
            self.shown = image
            self.loaded.emit(image)

    def _take_failure(self, path: Path, fact: Fact) -> None:
        if path == self.path:
            self._forget()
            self._failure = fact
            self.failed.emit(fact)

    def _take_prediction(self, predicted: ImagePrediction) -> None:
        if predicted.path == self.path:
            self.prediction = self._at_its_point(predicted)
            self.predicted.emit(self.prediction)

    def _take_measures(self, measured: MeasuredImage) -> None:
        if measured.path == self.path:
            self.measures = measured
            self.measured.emit(measured)

    def _take_model(self, model: ModelFacts) -> None:
        """What was classified, or could not be, is classified again with another model."""
        again = bool(self.model_problem) or self.prediction is not None
        self.model, self.model_problem = model, None
        if again and self.path is not None:
            self._open(self.path)

    def _take_model_failure(self, fact: Fact) -> None:
        if self.model is None:  # else the former one goes on
            self.model_problem = fact

    def _take_rows(self) -> None:
        """The operating point of the table, or the image's row, may be another now."""
        former, other = self.row, self.other_row
        self.row = self._row_of(self.path)
        if self.row != former:
            self.row_changed.emit(self.row)
        if self.prediction is None:
            return
        again = self._at_its_point(self.prediction)
        moved = again.prediction.threshold != self.prediction.prediction.threshold
        self.prediction = again if moved else self.prediction
        if moved or self.other_row != other:
            self.judged.emit(self.prediction)

    def _row_of(self, path: Path | None) -> "Result | None":
        return None if self._rows is None or path is None else self._rows.labelled_result(path)

    def _at_its_point(self, predicted: ImagePrediction) -> ImagePrediction:
        return replace(predicted, prediction=predicted.prediction.at(point_of(self.row, predicted.model)))


def point_of(row: "Result | None", model: ModelFacts) -> float:
    """The operating point of an image that a model has classified: its row's, where the model made that."""
    if row is not None and row.status == "ok" and row.is_by(model.model_id, model.name):
        return row.threshold or 0.0
    return model.threshold
