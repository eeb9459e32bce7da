"""The line above the table: starting, pausing and stopping a batch, and how far it is."""

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QWidget

from skin_gui.ui.review.review_session import BUSY, SessionPhase
from skin_gui.ui.texts.formats import duration_text, rate_text
from skin_gui.ui.widgets.busy_bar import BusyBar
from skin_gui.ui.widgets.buttons import push_button, tool_button
from skin_gui.ui.widgets.focus import focus_kept
from skin_gui.ui.widgets.icons import set_icon
from skin_gui.ui.widgets.labels import ElidedLabel
from skin_gui.ui.widgets.layouts import in_row
from skin_gui.workers.batch import BatchState
from skin_gui.workers.sessions import FilesState


class BatchBar(QWidget):
    """Buttons of the present phase, a progress bar and a sentence."""

    pause = Signal()
    resume = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._phase = SessionPhase.CLOSED
        self._pausing = False
        """A pause was asked for, and the files in hand are not done yet."""
        self._state: BatchState | None = None
        self._files = self._unreadable = self._rows = self._failed = 0
        self._compared: FilesState | None = None
        self._create_controls()
        self._lay_out()
        self.pause_button.clicked.connect(self._pause_or_resume)
        self._update()

    def _create_controls(self) -> None:
        self.classify_button = push_button(self.tr("Classify Folder"), "classify", primary=True)
        self.pause_button = push_button(self.tr("Pause"))
        self.cancel_button = push_button(self.tr("Cancel"), "stop")
        self.retry_button = push_button(picture="refresh")
        tip = self.tr("Classify the folders within this folder too")
        self.recursive_button = tool_button("folder", self.tr("Sub-folders"), tip, has_text=True)
        self.recursive_button.setCheckable(True)
        self.status = ElidedLabel("muted")
        self.progress = BusyBar(self.tr("Progress of the batch"), keeps_place=False)
        self.progress.setMaximumWidth(280)
        tip = self.tr("Save the results as CSV or as a PDF report (Ctrl+E)")
        self.export_button = push_button(self.tr("Export…"), "export", tip)

    def _lay_out(self) -> None:
        buttons = (self.classify_button, self.pause_button, self.cancel_button, self.retry_button)
        state = ((self.progress, 1), (self.status, 3))
        in_row(self, *buttons, self.recursive_button, *state, self.export_button, spacing=8)

    def set_phase(self, phase: SessionPhase) -> None:
        if phase == SessionPhase.RUNNING and self._phase not in BUSY:
            self._state = None
        self._phase, self._pausing = phase, False
        self._update()

    def show_state(self, state: BatchState) -> None:
        self._state, self._compared = state, None
        self._files = max(self._files, state.total)
        self._update()

    def show_listed(self, files: int, unreadable: int) -> None:
        """Images in the folder, and folders in it that cannot be read; what is known of its rows follows."""
        self._files, self._unreadable = files, unreadable
        self._update()

    def show_files(self, state: FilesState | None) -> None:
        """How the rows stand to the images; None while it is not known."""
        self._compared = state
        if state is not None:
            self._files, self._unreadable = state.images, state.unreadable
        self._update()

    def show_counts(self, rows: int, failed: int) -> None:
        """Rows in the table, and failed ones among them."""
        self._rows, self._failed = rows, failed
        self._update()

    @property
    def _classified(self) -> int:
        """Images with a result of what they hold now, as far as is known."""
        if self._compared is not None:
            return self._compared.images - len(self._compared.pending)
        return min(self._rows - self._failed, self._files)

    def set_recursive(self, recursive: bool) -> None:
        """Show whether folders within the folder count, without a signal."""
        blocked = self.recursive_button.blockSignals(True)
        self.recursive_button.setChecked(recursive)
        self.recursive_button.blockSignals(blocked)

    def _pause_or_resume(self) -> None:
        if self._phase == SessionPhase.PAUSED:
            self.resume.emit()
        else:
            self._pausing = True
            self._update()
            self.pause.emit()

    def _update(self) -> None:
        with focus_kept(self, lambda: self.pause_button if self._phase in BUSY else self.classify_button):
            self._show_phase()

    def _show_phase(self) -> None:
        phase = self._phase
        busy = phase in BUSY
        idle = not busy and phase not in (SessionPhase.CLOSED, SessionPhase.OPENING)
        self.classify_button.setVisible(not busy)
        self.classify_button.setEnabled(idle and self._files > 0)
        # Those that failed have a button of their own.
        started = 0 < self._classified < self._files - self._failed
        self.classify_button.setText(self.tr("Continue") if started else self.tr("Classify Folder"))
        self.pause_button.setVisible(busy)
        self.pause_button.setEnabled(phase in (SessionPhase.RUNNING, SessionPhase.PAUSED) and not self._pausing)
        paused = phase == SessionPhase.PAUSED
        self.pause_button.setText(self.tr("Resume") if paused else self.tr("Pause"))
        set_icon(self.pause_button, "play" if paused else "pause")
        self.cancel_button.setVisible(busy)
        self.cancel_button.setEnabled(phase != SessionPhase.CANCELLING)
        self.cancel_button.setText(self.tr("Cancelling…") if phase == SessionPhase.CANCELLING else self.tr("Cancel"))
        self.retry_button.setVisible(idle and self._failed > 0)
        self.retry_button.setText(self.tr("Retry Failed ({count})").format(count=QLocale().toString(self._failed)))
        self.recursive_button.setVisible(not busy)
        self.recursive_button.setEnabled(idle)
        self.export_button.setEnabled(self._rows > 0)
        self.progress.setVisible(busy)
        # Without a state the folder is being listed, or the model loaded.
        self.progress.show_part(self._state.part if self._state else None)
        self.status.set_full_text(self._sentence())
        self.progress.setAccessibleDescription(self.status.full_text())

    def _sentence(self) -> str:
        match self._phase:
            case SessionPhase.CLOSED:
                return self.tr("Open a folder to classify its images.")
            case SessionPhase.OPENING:
                return self.tr("Opening the folder…")
            case SessionPhase.RUNNING | SessionPhase.PAUSED | SessionPhase.CANCELLING:
                return self._running_sentence()
            case SessionPhase.CANCELLED:
                return self._with_counts(
                    self.tr("Cancelled. {rows} of {files} images are classified.", "", self._files)
                )
            case SessionPhase.FAILED:
                return self._with_counts(self.tr("Stopped. {rows} of {files} images are classified.", "", self._files))
            case _ if self._files == 0 and self._unreadable:
                return self._with_counts(self.tr("This folder cannot be read now."))
            case _ if self._files == 0:
                return self._with_counts(self.tr("This folder holds no image."))
            case _ if self._rows == 0:
                return self._with_counts(self.tr("{files} images, none classified yet.", "", self._files))
            case _:
                return self._with_counts(self.tr("{rows} of {files} images are classified.", "", self._files))

    def _with_counts(self, text: str) -> str:
        number = QLocale().toString
        parts = [text.format(rows=number(self._classified), files=number(self._files))]
        if self._compared is not None and (gone := len(self._compared.gone)):
            parts.append(self.tr("{count} rows are of files that are gone.", "", gone).format(count=number(gone)))
        if self._files and self._unreadable:
            text = self.tr("{count} folders cannot be read.", "", self._unreadable)
            parts.append(text.format(count=number(self._unreadable)))
        return " ".join(parts)

    def _running_sentence(self) -> str:
        state, locale = self._state, QLocale()
        if self._pausing:
            return self.tr("Pausing…")
        if state is None:
            return self.tr("Preparing…")
        parts = [
            self.tr("{done} of {total}").format(done=locale.toString(state.done), total=locale.toString(state.total))
        ]
        if self._phase == SessionPhase.PAUSED:
            parts.append(self.tr("paused"))
        elif state.rate is not None and state.seconds_left is not None:
            parts.append(rate_text(state.rate))
            parts.append(self.tr("{time} left").format(time=duration_text(state.seconds_left)))
        if state.failed:
            parts.append(self.tr("{count} failed", "", state.failed).format(count=locale.toString(state.failed)))
        return "  ·  ".join(parts)
