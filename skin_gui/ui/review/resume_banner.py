"""The offer to continue a batch that was cut short when the program ended."""

from pathlib import Path

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QFrame, QWidget

from skin_gui.review.session import SessionInfo
from skin_gui.ui.texts.formats import left_to_right
from skin_gui.ui.widgets.buttons import push_button
from skin_gui.ui.widgets.labels import styled_label
from skin_gui.ui.widgets.layouts import in_row
from skin_gui.workers.base import Worker
from skin_gui.workers.runner import Runner
from skin_gui.workers.sessions import find_unfinished


class ResumeBanner(QFrame):
    """One line with two buttons; hidden while there is nothing to continue."""

    accepted = Signal(list, bool)
    """The folder, or the files, to open again, and whether folders within it counted; classify them then."""
    looked = Signal(object)
    """The `SessionInfo` of a batch that was cut short, or None; the owner offers it, or has reason not to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("resumeBanner")
        self.setAccessibleName(self.tr("Continue the last batch"))
        self._info: SessionInfo | None = None
        self._finding = Runner(parent=self)
        self._finding.succeeded.connect(self.looked)
        self.text = styled_label(wraps=True)
        self.continue_button = push_button(self.tr("Continue"), primary=True)
        self.dismiss_button = push_button(self.tr("Not Now"))
        in_row(self, (self.text, 1), self.continue_button, self.dismiss_button, spacing=8, margins=(16, 8, 16, 8))
        self.continue_button.clicked.connect(self._accept)
        self.dismiss_button.clicked.connect(self._dismiss)
        self.hide()

    def check(self) -> None:
        """Look, on a thread, for a batch that was cut short; `looked` follows."""
        finder = Worker(find_unfinished)
        finder.setObjectName("unfinished")
        self._finding.start(finder)

    def offer(self, info: SessionInfo | None) -> None:
        """Offer to continue a session; None offers nothing."""
        self._info = info
        if info is None or not info.roots:
            self.hide()
            return
        locale = QLocale()
        parts = [
            self.tr(
                "The batch in “{folder}” was cut short: {done} of {total} images are classified.", "", info.total
            ).format(
                folder=left_to_right(info.roots[0].name or str(info.roots[0])),
                done=locale.toString(info.done - info.failed),
                total=locale.toString(info.total),
            )
        ]
        if info.reviewed:
            parts.append(
                self.tr("{count} are reviewed.", "", info.reviewed).format(count=locale.toString(info.reviewed))
            )
        self.text.setText(" ".join(parts))
        self.show()

    @property
    def roots(self) -> tuple[Path, ...]:
        """What is offered; nothing when empty."""
        return self._info.roots if self._info is not None else ()

    def stop(self) -> None:
        self._finding.stop()

    def _accept(self) -> None:
        info, self._info = self._info, None
        self.hide()
        if info is not None:
            self.accepted.emit(list(info.roots), info.recursive)

    def _dismiss(self) -> None:
        self._info = None
        self.hide()
