"""Joins the window with the preferences: at the start, and whenever the settings dialog applies something."""

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from skin_gui.preferences import Preferences, current_preferences
from skin_gui.preferences.declared import (
    CORES,
    ENGINE,
    HEATMAP,
    HEATMAP_OPACITY,
    OPERATING_POINT,
    START_FOLDER,
    TARGET_SENSITIVITY,
    TEST_TIME_AUGMENTATION,
    THRESHOLD,
    THUMBNAIL_CACHE_MB,
)
from skin_gui.ui.retraining.training_controller import TrainingController
from skin_gui.ui.review.batch_review import BatchReview
from skin_gui.ui.texts.facts import words
from skin_gui.ui.widgets.theme import theme
from skin_gui.ui.widgets.window_state import bring_to_front, recent_paths
from skin_gui.ui.window.parts import Parts
from skin_gui.wording.fact import Fact
from skin_gui.workers.thumbnails import ThumbnailLoader

if TYPE_CHECKING:
    from skin_gui.ui.settings_dialog import SettingsDialog

_LOADED_WITH_THE_MODEL = {
    setting.key for setting in (OPERATING_POINT, TARGET_SENSITIVITY, THRESHOLD, TEST_TIME_AUGMENTATION, ENGINE, CORES)
}


class WindowPreferences(QObject):
    """Makes the dialog when it is first wanted, and lets what it says take effect."""

    model_changed = Signal()
    """Another model is active, or the operating point is another; the window's own worker knows already."""
    sessions_cleared = Signal()
    """The saved review sessions are about to be deleted: whoever has one open closes it now."""

    open_wanted = Signal(list)
    """The folder, or the files, that the window is to open."""

    image_wanted = Signal(object)
    """The path of an image that the window is to show, with its folder, without taking it for a recent one."""

    def __init__(self, window: QWidget, parts: Parts, batch_review: BatchReview) -> None:
        super().__init__(window)
        self._window, self._parts, self._batch_review = window, parts, batch_review
        self._notices: tuple[Fact, ...] = ()
        self.dialog: SettingsDialog | None = None
        self.training = TrainingController(window)
        self.training.page_wanted.connect(lambda: self.show_dialog("retrain"))
        self.training.image_chosen.connect(self._show_image)
        self.training.retraining.model_changed.connect(self._change_model)
        parts.status.addPermanentWidget(self.training.indicator)
        parts.commands.settings.triggered.connect(self.show_dialog)
        parts.commands.themes.triggered.connect(lambda action: theme().choose(action.data()))
        theme().changed.connect(self._mark_theme)
        self._mark_theme()
        preferences = current_preferences()
        parts.panel.heatmap.set_opacity(preferences[HEATMAP_OPACITY])
        parts.panel.heatmap.switch.setChecked(preferences[HEATMAP])

    def show_notices(self, messages: tuple[Fact, ...]) -> None:
        """Say what was wrong with the preferences' file, here and once more in the dialog."""
        self._notices = messages
        if messages:
            self._parts.status.show_message(" ".join(map(words, messages)))

    def open_at_start(self) -> None:
        """Open what was open last, where the user wants that and it is still there."""
        if current_preferences()[START_FOLDER] == "last":
            self.open_wanted.emit([path for path in recent_paths() if path.exists()][:1])

    def show_dialog(self, page: str | bool = "") -> None:
        """Open the dialog, or bring it to the front, on the page that was last in view or on one by its name."""
        if self.dialog is None:
            # Not before: the dialog's pages import the classifier, which would hold up the start.
            from skin_gui.ui.settings_dialog import SettingsDialog  # noqa: PLC0415

            self.dialog = SettingsDialog(
                self._window, retraining=self.training.retraining, reviewed=self._batch_review.results
            )
            self.dialog.retrain_page.audit_view.image_chosen.connect(self._show_image)
            self.dialog.retrain_page.buttons.compare_button.clicked.connect(self.training.compare)
            self.dialog.applied.connect(self._apply)
            self.dialog.model_changed.connect(self._use_model)
            self.dialog.privacy_page.sessions_cleared.connect(self.sessions_cleared)
        self.dialog.show_page(page if isinstance(page, str) else "")
        if self._notices:
            self.dialog.message.set_messages(list(self._notices))
            self._notices = ()

    def _show_image(self, path: object) -> None:
        """Before the dialog that it was chosen in, and so is what the window may ask."""
        bring_to_front(self._window)
        self.image_wanted.emit(path)

    def may_close(self) -> bool:
        """Whether the window may close, as far as the training goes; the user is asked if need be."""
        return self.training.may_close()

    def stop(self) -> None:
        self.training.stop()
        if self.dialog is not None:
            self.dialog.stop()
            self.dialog.close()

    def _apply(self, before: object, after: object) -> None:
        preferences = cast("Preferences", after)
        changed = preferences.differing(cast("Preferences", before))
        theme().show_preferences()
        controls = self._parts.panel.heatmap
        if HEATMAP_OPACITY.key in changed:
            controls.set_opacity(preferences[HEATMAP_OPACITY])
        if HEATMAP.key in changed:
            controls.switch.setChecked(preferences[HEATMAP])
        if THUMBNAIL_CACHE_MB.key in changed:
            for loader in self._window.findChildren(ThumbnailLoader):
                loader.reopen_cache()
        if changed & _LOADED_WITH_THE_MODEL:
            self._use_model()

    def _change_model(self) -> None:
        """The training's new model is active."""
        if self.dialog is not None:
            for page in self.dialog.pages:
                page.model_was_changed()
        self._use_model()

    def _use_model(self) -> None:
        self._parts.worker.use_model()
        self.model_changed.emit()

    def _mark_theme(self) -> None:
        for action in self._parts.commands.themes.actions():
            action.setChecked(action.data() == theme().name)
