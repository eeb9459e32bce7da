"""`python -m tools.screenshot FILE [IMAGE or FOLDER]`: a picture of the real window with a real result."""

import sys
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer

from skin_gui import paths
from skin_gui.app import build_application
from skin_gui.ui.window.main_window import MainWindow

_TIMEOUT_MS = 600_000  # whatever goes wrong is told sooner; a busy machine takes its time
_SIZE = (1200, 800)  # whatever the size of the screen that is not there
_SETTLE_MS = 300  # what animates after a result has come to rest by then


def save_screenshot(window: MainWindow, file: Path) -> str:
    """Write the window with its first image as a PNG; gives why there is no result, if so. Raises OSError."""
    problem = _wait_for_result(window)
    if not window.grab().save(str(file), "PNG"):
        raise OSError(f"The picture cannot be written to {file}.")
    return problem


def _wait_for_result(window: MainWindow) -> str:
    loop = QEventLoop()
    problems = [f"No result within {_TIMEOUT_MS / 1000:.0f} seconds."]

    def end(problem: str = "") -> None:
        problems[0] = problem
        QTimer.singleShot(_SETTLE_MS, loop.quit)

    window.worker.predicted.connect(lambda _: end())
    window.worker.image_failed.connect(lambda _, sentence: end(sentence))
    window.worker.model_failed.connect(end)
    QTimer.singleShot(_TIMEOUT_MS, loop.quit)
    window.show()
    window.resize(*_SIZE)
    loop.exec()
    return problems[0]


def main(arguments: list[str]) -> int:
    """Take the picture; 0 when it shows a result, 1 when not, 2 for wrong usage."""
    if len(arguments) not in {1, 2}:
        sys.stderr.write("usage: python -m tools.screenshot FILE [IMAGE or FOLDER]\n")
        return 2
    file = Path(arguments[0]).absolute()
    _, window = build_application(["skin-gui", arguments[1] if len(arguments) > 1 else str(paths.samples())])
    try:
        problem = save_screenshot(window, file)
    except OSError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    finally:
        # Not close(), which would keep the size of this window as the user's own.
        window.stop()
    sys.stdout.write(f"{file}\n")
    if problem:
        sys.stderr.write(f"{problem}\n")
    return int(bool(problem))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
