import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QWidget
from shiboken6 import delete

from skin_gui import paths
from skin_gui.ui.window import crash
from skin_gui.ui.window.crash import CrashDialog, CrashReporter, report


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


def shown(qapp):
    return [one for one in qapp.topLevelWidgets() if isinstance(one, CrashDialog) and one.isVisible()]


def report_error():
    try:
        raise_error()
    except RuntimeError as error:
        sys.excepthook(RuntimeError, error, error.__traceback__)


def test_the_report_outlives_the_window_that_was_active(qapp, qtbot, reporter, isolated_home):
    window = QWidget()
    with qtbot.waitActive(window):
        window.show()
    report_error()
    delete(window)

    (dialog,) = shown(qapp)
    assert dialog.parent() is None
    dialog.close()


def test_when_the_report_is_gone_the_next_error_opens_another(qapp, reporter, isolated_home):
    report_error()
    delete(shown(qapp)[0])

    report_error()

    assert len(shown(qapp)) == 1
    report_error()
    assert len(shown(qapp)) == 1


def test_an_error_of_the_report_itself_ends_in_the_log(qapp, reporter, isolated_home, monkeypatch, caplog):
    tries = []

    def fail(*_):
        tries.append(1)
        report_error()
        raise RuntimeError("no window")

    monkeypatch.setattr(crash, "CrashDialog", fail)
    report_error()

    assert len(tries) == 1
    assert "could not be shown" in caplog.text


def test_beside_a_dialog_that_blocks_the_others_the_report_can_be_read(qapp, qtbot, reporter, isolated_home):
    blocking = QDialog()
    qtbot.addWidget(blocking)
    blocking.setModal(True)
    blocking.show()
    report_error()

    dialog = shown(qapp)[0]
    qtbot.mouseClick(dialog.copy_button, Qt.MouseButton.LeftButton)
    assert dialog.copy_button.text() == "Copied"


def test_removing_the_reporter_closes_its_report(qapp, reporter, isolated_home):
    report_error()
    reporter.remove()
    assert not shown(qapp)


def test_the_hooks_are_given_back(qapp):
    before = sys.excepthook, threading.excepthook
    CrashReporter(qapp).remove()
    assert (sys.excepthook, threading.excepthook) == before


def test_the_report_names_versions():
    assert "Python" in report(ValueError("x"))


_CHILD = """
import ctypes
import sys
from PySide6.QtWidgets import QApplication
from skin_gui.ui.window.crash import CrashReporter

app = QApplication([])
reporter = CrashReporter(app)

def read_nowhere():
    ctypes.string_at(0)

if sys.argv[1:] == ["fault"]:
    read_nowhere()
reporter.remove()
"""


def test_the_trace_of_a_fault_outlasts_the_next_starts_and_names_no_folder(tmp_path, isolated_home):
    script = tmp_path / "Doe, Jane" / "start.py"
    script.parent.mkdir()
    script.write_text(_CHILD, encoding="utf-8")

    def start(*arguments):
        environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])}
        command = [sys.executable, str(script), *arguments]
        return subprocess.run(command, env=environment, capture_output=True, check=False).returncode

    assert start("fault") != 0
    assert start() == 0
    assert start() == 0

    kept = (paths.log_dir() / "crash-previous.log").read_text(encoding="utf-8")
    assert "in read_nowhere" in kept
    assert "Jane" not in kept
    assert str(tmp_path) not in kept
    assert (paths.log_dir() / "crash.log").read_text(encoding="utf-8") == ""
