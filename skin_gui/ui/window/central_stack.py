"""The middle of the window: an invitation, the image, or what went wrong; and what the panels say meanwhile."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from skin_gui.imaging.entries import is_there
from skin_gui.ui.measures.measures_controller import MeasuresController
from skin_gui.ui.texts.facts import words
from skin_gui.ui.texts.formats import left_to_right
from skin_gui.ui.texts.results import full_stop
from skin_gui.ui.viewer.image_view import ImageView
from skin_gui.ui.window.central_pages import ErrorPage, StartPage
from skin_gui.ui.window.parts import Parts
from skin_gui.wording.fact import Fact
from skin_gui.workers.shown import ShownImage


class CentralStack(QStackedWidget):
    """Turns to the page that fits what is known of the open image."""

    turned = Signal()
    """Another page, or another image on it, may be shown now."""

    def __init__(self, view: ImageView) -> None:
        super().__init__()
        self.view = view
        self.start_page = StartPage()
        self.error_page = ErrorPage()
        for page in (self.start_page, self.view, self.error_page):
            self.addWidget(page)

    def follow(self, parts: Parts, measures: MeasuresController, is_elsewhere: Callable[[], bool]) -> None:
        """Show what becomes of the open image.

        Args:
            is_elsewhere: whether the user is at work in a panel that must not lose its keys to a new image.
        """
        self._parts, self._measures, self._is_elsewhere = parts, measures, is_elsewhere
        parts.image.changed.connect(self._show_pending)
        parts.image.loaded.connect(self._show_image)
        parts.image.failed.connect(self._show_image_failed)
        parts.worker.model_loaded.connect(lambda model: parts.status.show_model(model.name))
        parts.worker.model_failed.connect(self._model_failed)
        parts.sequence.found_nothing.connect(self._show_empty_folder)
        parts.sequence.failed.connect(lambda fact: self._show_notice(words(fact)))

    def show_start(self) -> None:
        self._parts.panel.show_empty()
        self.setCurrentWidget(self.start_page)
        self.turned.emit()

    def _show_pending(self, path: Path | None) -> None:
        panel = self._parts.panel
        if path is None:
            panel.show_empty()
            return
        ready = self._parts.worker.isRunning()
        panel.show_pending(path, self.tr("Classifying…") if ready else self.tr("Starting…"))
        self._parts.status.show_message("")

    def _show_image(self, image: ShownImage) -> None:
        self.setCurrentWidget(self.view)
        if not self._is_elsewhere():
            self.view.setFocus()
        self._parts.panel.show_image(image)
        if image.damage:
            self._show_no_result(
                full_stop(words(image.damage)), self.tr("What can be seen of it is shown, without a result.")
            )
        elif self._parts.image.model_problem:
            self._show_no_model()
        self.turned.emit()

    def _show_image_failed(self, fact: Fact) -> None:
        path, sequence = self._parts.image.path, self._parts.sequence
        has_next = sequence.index + 1 < len(sequence.paths)
        self.error_page.show_error(
            self.tr("This image cannot be shown"),
            full_stop(words(fact)),
            has_next=has_next,
            is_there=path is not None and is_there(path),
        )
        self.setCurrentWidget(self.error_page)
        # The keys that lead to the next image work here too.
        if not self._is_elsewhere():
            (self.error_page.next_button if has_next else self.error_page.open_button).setFocus()
        self._parts.panel.show_empty(self.tr("There is no result for this image."))
        self.turned.emit()

    def _show_empty_folder(self, folder: Path) -> None:
        sequence = self._parts.sequence
        may_be_within = (sequence.left_out if sequence.roots else self._parts.browser.files.left_out) > 0
        if sequence.roots:
            text = self.tr("None of these folders holds an image.")
        elif may_be_within:
            text = self.tr("The folder {name} itself holds no image. “Sub-folders” shows those of folders within it.")
        else:
            text = self.tr("The folder {name} holds no image.")
        self._show_notice(text.format(name=left_to_right(folder.name)))
        if may_be_within:
            self.error_page.offer_sub_folders()
            if not self._is_elsewhere():
                self.error_page.sub_folders_button.setFocus()

    def _show_notice(self, sentence: str) -> None:
        self._parts.sequence.close()
        self._parts.panel.show_empty()
        self.error_page.show_error(self.tr("No images here"), sentence, has_next=False)
        self.setCurrentWidget(self.error_page)
        self.turned.emit()

    def _model_failed(self, fact: Fact) -> None:
        image, status = self._parts.image, self._parts.status
        if image.model is not None:
            status.show_message(words(fact))  # the former model goes on
            return
        status.show_model(self.tr("no model"))
        if image.shown is None or not image.shown.damage:
            self._show_no_model()

    def _show_no_model(self) -> None:
        problem = self._parts.image.model_problem
        advice = self.tr("Images can be looked at, but not classified, until a model is installed.")
        self._show_no_result(words(problem) if problem else "", advice)

    def _show_no_result(self, reason: str, advice: str) -> None:
        self._measures.clear(self.tr("There is no result for this image."))
        self._parts.panel.show_failure(reason, advice)
