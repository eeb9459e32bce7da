"""The bar above the table under the keyboard alone: one key pressed again never sets off another command."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QWidget

from skin_gui.ui.review.batch_bar import BatchBar
from skin_gui.ui.review.review_session import SessionPhase
from skin_gui.workers.batch import BatchState


def _press_space(qtbot) -> None:
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)


def test_the_focus_stays_with_the_batch_from_start_to_end(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    bar, after = BatchBar(), QPushButton("After")
    layout = QHBoxLayout(window)
    layout.addWidget(bar)
    layout.addWidget(after)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    other = [button.clicked for button in (after, bar.cancel_button, bar.export_button, bar.retry_button)]
    touched: list[object] = []
    for signal in other:
        signal.connect(lambda *_, signal=signal: touched.append(signal))
    bar.set_phase(SessionPhase.READY)
    bar.show_listed(60, 0)
    bar.show_counts(0, 0)
    bar.classify_button.setFocus()

    with qtbot.waitSignal(bar.classify_button.clicked):
        _press_space(qtbot)
    bar.set_phase(SessionPhase.RUNNING)
    bar.show_state(BatchState(60, 3, 0, 2.0, 28.5))
    bar.show_listed(60, 0)
    bar.show_counts(3, 0)
    with qtbot.waitSignal(bar.pause):
        _press_space(qtbot)
    _press_space(qtbot)  # while the files in hand are finished
    bar.set_phase(SessionPhase.PAUSED)
    with qtbot.waitSignal(bar.resume):
        _press_space(qtbot)
    bar.set_phase(SessionPhase.RUNNING)
    bar.set_phase(SessionPhase.CANCELLING)
    _press_space(qtbot)
    bar.set_phase(SessionPhase.CANCELLED)
    assert QApplication.focusWidget() is bar.classify_button
    assert touched == []


def test_a_focus_elsewhere_is_left_alone(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    bar, after = BatchBar(), QPushButton("After")
    layout = QHBoxLayout(window)
    layout.addWidget(bar)
    layout.addWidget(after)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    after.setFocus()
    bar.set_phase(SessionPhase.RUNNING)
    bar.set_phase(SessionPhase.FINISHED)
    assert QApplication.focusWidget() is after
