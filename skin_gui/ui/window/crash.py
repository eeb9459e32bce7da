"""A crash leaves a trace in the log and a window with a report that the user can copy."""

import faulthandler
import logging
import platform
import sys
import threading
from pathlib import Path
from types import TracebackType
from typing import TextIO

from PySide6.QtCore import QLibraryInfo, QMessageLogContext, QObject, Qt, QtMsgType, Signal, qInstallMessageHandler
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QPlainTextEdit,
    QPushButton,
)
from shiboken6 import isValid

from skin_gui import __version__, paths
from skin_gui.atomic import write_atomic
from skin_gui.logs import describe_exception, mask_paths
from skin_gui.ui.widgets.labels import styled_label
from skin_gui.ui.widgets.layouts import in_column
from skin_gui.ui.widgets.window_state import bring_to_front

_log = logging.getLogger(__name__)
_CRASH_LOG = "crash.log"
_FORMER_CRASH_LOG = "crash-previous.log"
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class CrashReporter(QObject):
    """Catches what nothing else caught, on every thread; lives as long as the application."""

    happened = Signal(str)
    """The report. Emitted from any thread, received on the window's."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._dialog: CrashDialog | None = None
        self._is_showing = False
        self._trace: TextIO | None = None
        self._former = (sys.excepthook, threading.excepthook)
        self.happened.connect(self._show)
        sys.excepthook = self._caught
        threading.excepthook = self._caught_in_thread
        qInstallMessageHandler(_log_qt_message)
        self._watch_for_faults()
        app.aboutToQuit.connect(self.remove)

    def remove(self) -> None:
        sys.excepthook, threading.excepthook = self._former
        qInstallMessageHandler(None)
        if self._trace is not None:
            faulthandler.disable()
            self._trace.close()
            self._trace = None
        self._close()
        self.setParent(None)

    def _watch_for_faults(self) -> None:
        """Have a fault in native code leave the Python stack of every thread in a file; it names code, not data."""
        try:
            folder = paths.log_dir()
            folder.mkdir(parents=True, exist_ok=True)
            _set_aside(folder / _CRASH_LOG)
            # Appended to: the program may run twice, and neither may write over what the other left.
            self._trace = (folder / _CRASH_LOG).open("a", encoding="utf-8")
            faulthandler.enable(self._trace)
        except OSError:
            _log.warning("Faults in native code will leave no trace: the log folder cannot be written to.")

    def _caught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._former[0](kind, error, trace)
            return
        self._report(error)

    def _caught_in_thread(self, caught: threading.ExceptHookArgs) -> None:
        if caught.exc_value is not None and not isinstance(caught.exc_value, SystemExit):
            self._report(caught.exc_value)

    def _report(self, error: BaseException) -> None:
        _log.critical("Nothing caught this error", exc_info=error)
        self.happened.emit(report(error))

    def _show(self, text: str) -> None:
        # A second error while the window is open is in the log; windows must not pile up.
        if self._is_showing or (self._dialog is not None and isValid(self._dialog) and self._dialog.isVisible()):
            return
        self._is_showing = True
        try:
            self._open(text)
        except Exception:
            # Let out, it would come back here by way of the hook, again and again.
            _log.exception("The report could not be shown")
        finally:
            self._is_showing = False

    def _open(self, text: str) -> None:
        self._close()
        # No parent: the window that the error came from may go, and would take the report along.
        self._dialog = CrashDialog(text)
        bring_to_front(self._dialog)

    def _close(self) -> None:
        if self._dialog is not None and isValid(self._dialog):
            self._dialog.close()
            self._dialog.deleteLater()
        self._dialog = None


class CrashDialog(QDialog):
    """Says what happened, what was lost, and holds the report."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("Something went wrong"))
        # The program ends with its last other window, whether the report was closed or not.
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        if QApplication.activeModalWidget() is not None:
            # It would be shown, and take neither clicks nor keys, beside a dialog that blocks the other windows.
            self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.resize(640, 440)
        title = styled_label(self.tr("Something went wrong"), "title")
        explanation = styled_label(
            self.tr(
                "Skin GUI met an error that it did not expect. You can go on, but if it happens again, please restart "
                "the program. The report below names neither files nor patients; copy it to tell us."
            ),
            wraps=True,
        )
        self.report = QPlainTextEdit(text, readOnly=True)
        self.report.setAccessibleName(self.tr("Report"))
        self.report.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.report.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.copy_button = QPushButton(self.tr("Copy Report"))
        self.copy_button.clicked.connect(self._copy)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(self.copy_button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        in_column(self, title, explanation, self.report, buttons, spacing=16, margins=(24, 24, 24, 16))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report.toPlainText())
        self.copy_button.setText(self.tr("Copied"))


def _set_aside(trace: Path) -> None:
    """Keep what the last fault left, masked as the log is, and leave the file empty for the next one."""
    try:
        text = trace.read_text(encoding="utf-8", errors="replace") if trace.exists() else ""
        if text:
            write_atomic(trace.with_name(_FORMER_CRASH_LOG), mask_paths(text).encode())
            trace.write_bytes(b"")
            _log.warning("An earlier run ended with a fault in native code; %s has its trace.", _FORMER_CRASH_LOG)
    except OSError as error:
        _log.warning("The trace of an earlier fault stays where it is: %s", error.strerror or error)


def report(error: BaseException) -> str:
    """Versions and the masked traceback."""
    return (
        f"Skin GUI {__version__}\n"
        f"Python {platform.python_version()}, Qt {QLibraryInfo.version().toString()}, "
        f"{platform.system()} {platform.release()} {platform.machine()}\n\n"
        f"{describe_exception(error)}"
    )


def _log_qt_message(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    logging.getLogger("qt").log(_LEVELS.get(kind, logging.WARNING), "%s (%s)", message, context.category)
