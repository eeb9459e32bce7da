"""Joins the measures' tab with what is drawn on the image."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QTabWidget, QWidget

from skin_gui.vocabulary import ImageWarning

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from skin_gui.measures.measurer import Measures
    from skin_gui.ui.measures.outline_correction import KeptOutlines, OutlineCorrection
    from skin_gui.ui.measures.overlay import MeasureOverlay
    from skin_gui.ui.measures.panel import MeasuresPanel
    from skin_gui.ui.measures.similar import SimilarSearch
    from skin_gui.ui.viewer.image_view import ImageView
    from skin_gui.ui.viewer.open_image import OpenImage
    from skin_gui.workers.shown import MeasuredImage


class MeasuresController(QObject):
    """The tabs beside the image: the result, the measures, which are drawn only while their tab is open, and cases."""

    open_wanted = Signal(object)
    """The path of a similar case: the window shows it."""

    def __init__(self, result: QWidget, view: "ImageView", image: "OpenImage", parent: QObject) -> None:
        super().__init__(parent)
        self._view, self._image = view, image
        self.panel: MeasuresPanel | None = None
        self.overlay: MeasureOverlay | None = None
        self.similar: SimilarSearch | None = None
        self.name_of: Callable[[Path], str] = lambda path: path.name
        """The name that tells a file from the others that are open."""
        self.correcting: OutlineCorrection | None = None
        self._kept: KeptOutlines | None = None
        self.tabs = QTabWidget()
        self.tabs.setObjectName("resultTabs")
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(result, self.tr("Result"))

    def start(self) -> None:
        """Build the other tabs; the first paint need not wait for them, nor any result come before them."""
        if self.panel is not None:
            return
        from skin_gui.ui.measures.outline_correction import OutlineCorrection  # noqa: PLC0415
        from skin_gui.ui.measures.overlay import MeasureOverlay  # noqa: PLC0415
        from skin_gui.ui.measures.panel import MeasuresPanel  # noqa: PLC0415
        from skin_gui.ui.measures.similar import SimilarSearch  # noqa: PLC0415

        self.panel, self.overlay = MeasuresPanel(), MeasureOverlay()
        self._view.add_overlay(self.overlay)
        self.correcting = OutlineCorrection(self._view, self)
        self.panel.brush.follow(self.correcting.brush)
        self.panel.brush.correct.toggled.connect(self.correcting.set_active)
        self.panel.brush.correct.toggled.connect(lambda _: self._show_or_hide())
        self.panel.brush.save.clicked.connect(self._save_mask)
        self.correcting.changed.connect(self._show_measures)
        if self._kept is not None:
            self.correcting.keep_in(self._kept)
        self.tabs.addTab(self.panel, self.tr("Measures"))
        self.similar = SimilarSearch(self.tabs, self._image, self)
        self.similar.panel.name_of = lambda path: self.name_of(path)  # noqa: PLW0108 - known later
        self.similar.panel.open_wanted.connect(self.open_wanted)
        self.panel.shown_changed.connect(self.overlay.show_measure)
        self.tabs.currentChanged.connect(self._show_or_hide)
        self._image.changed.connect(self._wait)
        self._image.measured.connect(self._show)
        self._image.failed.connect(lambda _: self.clear())
        self._show_or_hide()
        self._wait(self._image.path)

    def _wait(self, path: "Path | None") -> None:
        """Another image is being measured, or none: nothing of the last one stays."""
        self._show_nothing(self.tr("Measuring…") if path is not None else "")

    def keep_in(self, kept: "KeptOutlines") -> None:
        self._kept = kept
        if self.correcting is not None:
            self.correcting.keep_in(kept)

    def _show(self, measured: "MeasuredImage") -> None:
        if self.panel is not None and self.correcting is not None:
            self.panel.brush.correct.setChecked(False)
            self.correcting.show(measured)

    def _show_measures(self, measured: "MeasuredImage", measures: "Measures | None") -> None:
        if self.panel is not None and self.overlay is not None and self.correcting is not None:
            self.overlay.set_measures(measures, self._view.image_area)
            found = self._image.prediction  # it is there before the measures are
            unlike = found is not None and ImageWarning.OUTSIDE_TRAINING_DATA in found.prediction.warnings
            self.panel.show_measured(measured, measures, by_hand=self.correcting.is_by_hand, unlike=unlike)

    def _show_nothing(self, text: str) -> None:
        if self.panel is not None and self.overlay is not None and self.correcting is not None:
            self.panel.brush.correct.setChecked(False)
            self.correcting.show(None)
            self.overlay.set_measures(None, self._view.image_area)
            self.panel.show_nothing(text)

    def _save_mask(self) -> None:
        from skin_gui.ui.measures.outline_correction import save_mask  # noqa: PLC0415

        mask = None if self.correcting is None else self.correcting.mask()
        if self.panel is not None and mask is not None and self._image.path is not None:
            self.panel.show_notice(save_mask(self.panel, self._image.path, mask))

    def clear(self, text: str = "") -> None:
        """No image is on the screen, or none that has a result; the text says why."""
        self._show_nothing(text)
        if self.similar is not None:
            self.similar.clear(text)

    def forget_cases(self) -> None:
        """A session has changed: the similar cases may be others."""
        if self.similar is not None:
            self.similar.forget()

    def stop(self) -> None:
        if self.similar is not None:
            self.similar.stop()

    def _show_or_hide(self) -> None:
        if self.overlay is None or self.panel is None:
            return
        is_open = self.tabs.currentWidget() is self.panel
        if not is_open:
            self.panel.brush.correct.setChecked(False)
        self.overlay.setVisible(is_open and not self.panel.brush.correct.isChecked())
