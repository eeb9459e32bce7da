import sys
import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from skin_gui.ui.crash import CrashDialog, CrashReporter, report


@pytest.fixture
def reporter(qapp):
    reporter = CrashReporter(qapp)
    yield reporter
    reporter.remove()


def raise_error():
    raise RuntimeError("cannot open /home/anna/Doe, Jane 1957.jpg")


def test_an_error_on_a_thread_opens_a_report_without_names(qapp, qtbot, reporter, isolated_home):
    with qtbot.waitSignal(reporter.happened) as caught:
        thread = threading.Thread(target=raise_error)
        thread.start()
        thread.join()

    text = caught.args[0]
    assert "RuntimeError" in text
    assert "Qt " in text
    assert "Jane" not in text
    assert "anna" not in text
    dialog = next(one for one in qapp.topLevelWidgets() if isinstance(one, CrashDialog) and one.isVisible())
    qtbot.mouseClick(dialog.copy_button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == dialog.report.toPlainText()
    dialog.close()


def test_the_hooks_are_given_back(qapp):
    before = sys.excepthook, threading.excepthook
    CrashReporter(qapp).remove()
    assert (sys.excepthook, threading.excepthook) == before


def test_the_report_names_versions():
    assert "Python" in report(ValueError("x"))
