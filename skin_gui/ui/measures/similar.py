"""Finds the known cases most alike to the image on the screen, while their tab is open."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QTabWidget

from skin_gui.ui.measures.similar_panel import SimilarPanel
from skin_gui.ui.texts.facts import words
from skin_gui.ui.texts.results import full_stop
from skin_gui.workers.base import Worker
from skin_gui.workers.runner import Runner

if TYPE_CHECKING:
    from pathlib import Path

    from skin_gui.lesions.known_cases import KnownCases
    from skin_gui.ui.viewer.open_image import OpenImage
    from skin_gui.workers.shown import ImagePrediction
    from skin_gui.workers.similar import SimilarCases

_AGAIN_MS = 500


class SimilarSearch(QObject):
    """The third tab beside the image. All sessions are read once, and again after one of them has changed."""

    def __init__(self, tabs: QTabWidget, image: "OpenImage", parent: QObject) -> None:
        super().__init__(parent)
        self._tabs = tabs
        self.predicted: ImagePrediction | None = None
        """The result that cases are looked for."""
        self._answered: ImagePrediction | None = None
        self._known: KnownCases | None = None
        self.panel = SimilarPanel()
        self.runner = Runner(parent=self)
        self.runner.failed.connect(lambda fact: self.panel.show_nothing(full_stop(words(fact))))
        tabs.addTab(self.panel, self.tr("Similar"))
        tabs.currentChanged.connect(self._search)
        image.changed.connect(self._wait)
        image.predicted.connect(self._show)
        # Not at each row of a batch.
        self._again = QTimer(self, singleShot=True, interval=_AGAIN_MS)
        self._again.timeout.connect(self._search)
        self._wait(image.path)

    def _wait(self, path: "Path | None") -> None:
        """Another image is being classified, or none: nothing of the last one stays."""
        self._set_predicted(None)
        self.panel.show_nothing(self.tr("Looking for similar cases…") if path is not None else "")

    def _show(self, predicted: "ImagePrediction") -> None:
        """Look for cases like the image on the screen, now or once the tab is opened."""
        self._set_predicted(predicted)
        self._search()

    def clear(self, text: str = "") -> None:
        """No image is on the screen, or none that has a result; the text says why."""
        self._set_predicted(None)
        self.panel.show_nothing(text)

    def forget(self) -> None:
        """A session has changed: read them again when they are next needed."""
        self._known = self._answered = None
        self._again.start()

    def stop(self) -> None:
        self.runner.stop()
        self.panel.stop()

    def _set_predicted(self, predicted: "ImagePrediction | None") -> None:
        self.runner.drop()
        self.predicted, self._answered = predicted, None

    def _search(self) -> None:
        predicted = self.predicted
        if predicted is None or predicted is self._answered or self._tabs.currentWidget() is not self.panel:
            return
        components = predicted.prediction.components
        if components is None:
            self.panel.show_nothing(self.tr("The model in use keeps nothing by which images could be compared."))
            return
        from skin_gui.workers.similar import similar_task  # noqa: PLC0415 - not before the first paint

        self._answered = predicted
        task = similar_task(predicted.path, components, predicted.model.model_id, self._known)
        self.runner.start(Worker(task), self._take)

    def _take(self, cases: "SimilarCases") -> None:
        if self._answered is not None:  # else a session has changed meanwhile
            self._known = cases.known
        self.panel.show_cases(cases)
