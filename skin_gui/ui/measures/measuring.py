"""Joins the measures' tab with what is drawn on the image."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QTabWidget, QWidget

from skin_gui.ui.measures.overlay import MeasureOverlay
from skin_gui.ui.measures.panel import MeasuresPanel
from skin_gui.ui.measures.similar import SimilarSearch

if TYPE_CHECKING:
    from skin_gui.ui.viewer.image_view import ImageView
    from skin_gui.workers.shown import MeasuredImage


class Measuring(QObject):
    """The tabs beside the image: the result, the measures, which are drawn only while their tab is open, and cases."""

    def __init__(self, result: QWidget, view: "ImageView", parent: QObject) -> None:
        """Args: the panel of the first tab, and the view that is drawn on."""
        super().__init__(parent)
        self._view = view
        self.panel = MeasuresPanel()
        self.overlay = MeasureOverlay()
        view.add_overlay(self.overlay)
        self.tabs = QTabWidget()
        self.tabs.setObjectName("resultTabs")
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(result, self.tr("Result"))
        self.tabs.addTab(self.panel, self.tr("Measures"))
        self.tabs.currentChanged.connect(self._show_or_hide)
        self.panel.shown_changed.connect(self.overlay.show_measure)
        self.similar = SimilarSearch(self.tabs, self)
        self._show_or_hide()

    def wait(self) -> None:
        """Another image is being measured: nothing of the last one stays."""
        self.overlay.set_measures(None, self._view.image_area)
        self.panel.show_nothing(self.tr("Measuring…"))
        self.similar.wait()

    def show(self, measured: "MeasuredImage") -> None:
        """Show the measures of the image on the screen."""
        self.overlay.set_measures(measured.measures, self._view.image_area)
        self.panel.show_measured(measured)

    def clear(self, text: str = "") -> None:
        """No image is on the screen, or none that has a result; the text says why."""
        self.overlay.set_measures(None, self._view.image_area)
        self.panel.show_nothing(text)
        self.similar.clear(text)

    def stop(self) -> None:
        """Wait for the threads."""
        self.similar.stop()

    def _show_or_hide(self) -> None:
        self.overlay.setVisible(self.tabs.currentWidget() is self.panel)
