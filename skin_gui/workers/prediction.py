"""The thread that shows and classifies single images: it loads the model once and takes the newest request first."""

import logging
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from skin_gui.wording.fact import Fact
from skin_gui.workers.base import Worker
from skin_gui.workers.shown import ImagePrediction, MeasuredImage, ModelFacts

if TYPE_CHECKING:
    from skin_gui.classifier import Classifier
    from skin_gui.classifier.classifier import Maps
    from skin_gui.imaging.decode import LoadedImage
    from skin_gui.measures.reliability import Reliability

Spacing = tuple[float, float] | None

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class _Request:
    path: Path
    asked_at: float


class PredictionWorker(Worker):
    """Serves one request at a time; a request that has been overtaken by a newer one gets no more signals."""

    model_loaded = Signal(object)
    """`ModelFacts`."""
    model_failed = Signal(object)
    """A sentence for the user; images can still be looked at."""
    image_loaded = Signal(object)
    """`ShownImage`: the decoded image, before it is classified."""
    image_failed = Signal(object, object)
    """The path, and a sentence for the user."""
    predicted = Signal(object)
    """`ImagePrediction`."""
    measured = Signal(object)
    """`MeasuredImage`, after `predicted`: the probability does not wait for it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent=parent)
        self.setObjectName("prediction")
        self._wake = threading.Condition()
        self._request: _Request | None = None
        self._model_path: Path | None = None
        self._model_wanted = True
        self._classifier: Classifier | None = None
        self._facts: ModelFacts | None = None

    def request(self, path: Path) -> None:
        """Show and classify a file; whatever was asked for before is dropped."""
        with self._wake:
            self._request = _Request(path, time.monotonic())
            self._wake.notify()

    def clear(self) -> None:
        """Drop whatever was asked for."""
        with self._wake:
            self._request = None

    def use_model(self, path: Path | None = None) -> None:
        """Load another model, or the active one; `model_loaded` or `model_failed` follows."""
        with self._wake:
            self._model_path = path
            self._model_wanted = True
            self._wake.notify()

    def cancel(self) -> None:
        """End the thread's work after the step that it is in."""
        super().cancel()
        with self._wake:
            self._wake.notify()

    def work(self) -> None:
        """Serve requests until interrupted."""
        served: _Request | None = None
        while self._wait_for_work(served):
            request = self._request
            opened = None
            if request is not None and request is not served:
                # The image first, the model second: at start-up the user sees the image half a second sooner.
                opened = self._show(request)
            self._load_model_if_wanted()
            if request is not None and opened is not None and self._is_current(request):
                self._classify(request, *opened)
            served = request

    def _wait_for_work(self, served: _Request | None) -> bool:
        with self._wake:
            self._wake.wait_for(
                lambda: (
                    self.isInterruptionRequested()
                    or self._model_wanted
                    or (self._request is not None and self._request is not served)
                )
            )
        return not self.isInterruptionRequested()

    def _is_current(self, request: _Request) -> bool:
        return self._request is request and not self.isInterruptionRequested()

    def _show(self, request: _Request) -> "tuple[LoadedImage, Spacing] | None":
        """The image for the network and its `ImageFacts.spacing`; None where there is nothing to classify."""
        from skin_gui.workers import inference  # noqa: PLC0415 - not before the first paint

        try:
            image, shown = inference.open_image(request.path)
        except Exception as error:
            self._fail(request, self.fact_for(error))
            return None
        if not self._is_current(request):
            return None
        self.emit_to_owner(self.image_loaded, shown)
        return None if image is None else (image, shown.facts.spacing)

    def _load_model_if_wanted(self) -> None:
        from skin_gui.workers import inference  # noqa: PLC0415 - not before the first paint

        with self._wake:
            if not self._model_wanted:
                return
            self._model_wanted = False
            path = self._model_path
        try:
            self._classifier = inference.load_classifier(path)
        except Exception as error:
            self.emit_to_owner(self.model_failed, self.fact_for(error))
        else:
            self._facts = inference.model_facts(self._classifier)
            self.emit_to_owner(self.model_loaded, self._facts)

    def _classify(self, request: _Request, image: "LoadedImage", spacing: "Spacing") -> None:
        if self._classifier is None or self._facts is None:
            return
        from skin_gui.workers import inference  # noqa: PLC0415 - not before the first paint

        try:
            layers = inference.maps_for_measures(self._classifier)
            prediction, maps = inference.classify_image(self._classifier, image, self._facts.threshold, layers)
        except Exception as error:
            self._fail(request, self.fact_for(error))
            return
        if self._is_current(request):
            self.emit_to_owner(
                self.predicted,
                ImagePrediction(
                    path=request.path,
                    prediction=prediction,
                    heatmap=inference.visible_heatmap(prediction.heatmap),
                    strip=inference.heatmap_strip(),
                    model=self._facts,
                    seconds=time.monotonic() - request.asked_at,
                ),
            )
            self._measure(request, image, spacing, maps)

    def _measure(self, request: _Request, image: "LoadedImage", spacing: "Spacing", maps: "Maps") -> None:
        from skin_gui.measures.reliability import reliability  # noqa: PLC0415 - not before the first paint
        from skin_gui.workers import inference  # noqa: PLC0415

        measures, diameter, problem = None, None, None
        trusted: Reliability = {}
        try:
            measures, trusted = inference.measure(image.pixels, maps), reliability()
            if measures is not None:
                diameter = inference.diameter(image, measures, spacing)
        except Exception as error:
            problem = self.fact_for(error)
        if self._is_current(request):
            size = image.width, image.height
            found = MeasuredImage(request.path, measures, problem, trusted, diameter, image.sha256, size, spacing)
            self.emit_to_owner(self.measured, found)

    def _fail(self, request: _Request, fact: Fact) -> None:
        if self._is_current(request):
            self.emit_to_owner(self.image_failed, request.path, fact)
