"""How late a 10 ms timer of the window's event loop is while something runs: `python -m tests.benchmarks.event_loop`.

    python -m tests.benchmarks.event_loop batch FOLDER
    python -m tests.benchmarks.event_loop training FOLDER

The real window, with its table, browser and curves in view; printed are the worst and the 99th percentile in ms, for
training also the seconds that the run took.
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication

from skin_gui.app import build_application
from skin_gui.training.plan import TrainingPlan
from skin_gui.ui.retraining.retraining import BUSY, TrainingPhase
from skin_gui.ui.window.main_window import MainWindow
from tests.benchmarks.rows import TRAINING_IMAGES, Row, child

_INTERVAL = 0.010
_PATIENCE_MS = 60_000


class Lateness:
    """A timer that notes how late it comes."""

    def __init__(self) -> None:
        self.late: list[float] = []
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start(round(1000 * _INTERVAL))

    def _tick(self) -> None:
        now = time.perf_counter()
        self.late.append(1000 * (now - self._last - _INTERVAL))
        self._last = now

    def stop(self) -> tuple[float, float]:
        """The worst and the 99th percentile, in ms."""
        self._timer.stop()
        late = sorted(self.late)
        return late[-1], late[int(len(late) * 0.99)]


def wait_for(condition: Callable[[], bool], milliseconds: int | None = None) -> None:
    """Let the event loop run until something holds."""
    loop = QEventLoop()
    poll = QTimer(interval=5)
    poll.timeout.connect(lambda: condition() and loop.quit())
    poll.start()
    if milliseconds is not None:
        QTimer.singleShot(milliseconds, lambda: loop.exit(1))
    if loop.exec():
        raise SystemExit("The window did not get ready.")


def start(folder: Path) -> tuple[QApplication, MainWindow]:
    """The window on a folder, with its first prediction made."""
    app, window = build_application(["skin-gui", str(folder)])
    window.show()
    wait_for(lambda: window.panel.predicted is not None and window.batch_review.table is not None, _PATIENCE_MS)
    return app, window


def during_batch(folder: Path) -> None:
    """Classify the folder with everything in view."""
    _, window = start(folder)
    window.batch_review.dock.show()
    table = window.batch_review.table
    wait_for(table.batch_bar.classify_button.isEnabled, _PATIENCE_MS)
    lateness = Lateness()
    table.batch_bar.classify_button.click()
    wait_for(lambda: table.is_busy, _PATIENCE_MS)
    wait_for(lambda: not table.is_busy)
    print(*lateness.stop(), sep="\n")
    window.close()


def during_training(folder: Path) -> None:
    """Retrain on the folder with the curves in view."""
    _, window = start(next(folder.rglob("*.jpg")).parent)
    window.preferences.show_dialog("retrain")
    wait_for(window.preferences.dialog.isVisible, _PATIENCE_MS)
    retraining = window.preferences.training.retraining
    begun, lateness = time.perf_counter(), Lateness()
    retraining.start(TrainingPlan((folder,), name="Benchmark"))
    wait_for(lambda: retraining.phase not in BUSY)
    if retraining.phase != TrainingPhase.FINISHED:
        raise SystemExit(f"The training ended as {retraining.phase}: {retraining.problem}")
    print(*lateness.stop(), time.perf_counter() - begun, sep="\n")
    window.close()


def batch_row(folder: Path, what: str) -> Row:
    """The line of the table for a batch."""
    found = child(["-m", "tests.benchmarks.event_loop", "batch", str(folder)])
    return Row(f"event loop late during a batch of {what}", _text(found[:2]))


def training_rows(home: Path) -> list[Row]:
    """Two retrainings through the window on the paper's training images: without and with cached features."""
    rows = []
    for state in ("empty", "warm"):
        found = child(["-m", "tests.benchmarks.event_loop", "training", str(TRAINING_IMAGES)], home)
        took = f"{found[2]:,.0f} s" if len(found) == 3 else "not available"
        rows += [
            Row(f"retraining in the window on isic/train, {state} cache", took),
            Row(f"event loop late during it, {state} cache", _text(found[:2])),
        ]
    return rows


def _text(found: list[float]) -> str:
    return f"worst {found[0]:.0f} ms, 99th percentile {found[1]:.1f} ms" if found else "not available"


if __name__ == "__main__":
    {"batch": during_batch, "training": during_training}[sys.argv[1]](Path(sys.argv[2]))
