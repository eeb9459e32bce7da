"""Pictures of the real windows with real predictions on the synthetic samples, for the documentation.

`python build_spec/screenshots.py FOLDER` starts one process for each density and language, since Qt reads both once.
"""

import argparse
import io
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from skin_gui import paths
from skin_gui.app import build_application
from skin_gui.preferences import change_preferences
from skin_gui.preferences.declared import LANGUAGE, NOTICE_ACCEPTED
from skin_gui.training.data.dataset import CLASSES
from skin_gui.ui.help.about_box import AboutDialog
from skin_gui.ui.help.shortcuts_window import ShortcutsWindow
from skin_gui.ui.widgets.theme import theme
from skin_gui.ui.window.main_window import MainWindow
from tools.samples.drawing import draw_lesion

_SCREEN = {"name": "screen", "x": 0, "y": 0, "width": 2880, "height": 1920, "logicalDpi": 96, "logicalBaseDpi": 96}
"""As large as a laptop's at both densities; Qt's own would be smaller than the windows."""
_SIZE = (1280, 840)
_TALL = (1280, 960)
_DENSE = (1040, 660)
_LARGEST_BYTES = 300_000
_COLOURS = (256, 192, 160, 128, 96, 64, 48)
_TIMEOUT_SECONDS = 1200.0
_SETTLE_MS = 500
_BUSY_COPIES = 12
_EPOCHS = 40
_PER_CLASS = 60
_VARIANTS = ((1, "en"), (2, "en"), (1, "ar"))
"""Density and language of each process."""


class Studio:
    """One process's window, and where its pictures go."""

    def __init__(self, folder: Path, suffix: str, images: Path) -> None:
        self.folder, self.suffix, self.images = folder, suffix, images
        self.app, self.window = build_application(["skin-gui"])
        self.window.show()
        self.window.resize(*_SIZE)
        until(lambda: self.window.batch_review.table is not None, "the table")
        until(lambda: not self.window.status.model.text().endswith("…"), "the model")

    def shoot(self, name: str, widget: QWidget | None = None) -> None:
        """Write a picture once everything has come to rest."""
        QTest.qWait(_SETTLE_MS)
        picture = (widget or self.window).grab().toImage()
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        picture.save(buffer, "PNG")
        write_small(Image.open(io.BytesIO(buffer.data().data())), self.folder / f"{name}{self.suffix}.png")

    def open(self, *sources: Path) -> None:
        """Open something and wait for its result, or for why there is none."""
        self.window.open(list(sources))
        until(self._is_settled, "the result")

    def _is_settled(self) -> bool:
        window = self.window
        failed = window.central.currentWidget() is window.error_page
        outcome = window.panel.predicted
        return failed or (outcome is not None and outcome.path == window.sequence.current)

    def review(self) -> None:
        """Classify the folder and decide on some of it, from the keyboard."""
        table = self.window.batch_review.table
        assert table is not None  # noqa: S101 - the constructor has waited for it
        self.window.resize(*_TALL)
        self.window.batch_review.dock.show()
        until(table.batch_bar.classify_button.isEnabled, "the session")
        table.batch_bar.classify_button.click()
        until(lambda: not table.is_busy, "the batch")
        table.view.setFocus()
        QTest.keyClick(table.view, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
        for key in (Qt.Key.Key_J, Qt.Key.Key_A, Qt.Key.Key_A, Qt.Key.Key_M, Qt.Key.Key_U):
            QTest.keyClick(table.view, key)
            until(self._is_settled, "the result")
        table.session.steps.set_note([table.model.rows.result_at(2).path], "Check again in three months")

    def settings(self, *pages: str) -> None:
        """Each of these pages of the settings dialog."""
        for page in pages:
            self.window.preferences.show_dialog(page)
            dialog = self.window.preferences.dialog
            runner = getattr(dialog.current_page, "runner", None)
            until(lambda runner=runner: runner is None or not runner.is_busy, "what the page reads on a thread")
            self.shoot(f"settings-{page}", dialog)
        self.window.preferences.dialog.reject()

    def retrain(self, folder: Path) -> None:
        """What is found in a folder, the training as it runs, and the comparison at its end."""
        self.window.preferences.show_dialog("retrain")
        dialog, training = self.window.preferences.dialog, self.window.preferences.training
        page, retraining = dialog.retrain_page, training.retraining
        page.folders.add([folder])
        until(lambda: page.audited is not None and "MB" in page.forecast_text.text(), "the estimate")
        self.shoot("retrain-found", dialog)
        page.form.epochs.setValue(_EPOCHS)
        page.start_button.click()
        until(lambda: len(retraining.epochs) >= _EPOCHS // 2, "the curves")
        self.shoot("retrain-running", dialog)
        until(lambda: not retraining.is_busy, "the end of the training")
        dialog.reject()
        training.compare()
        until(training.comparison_view.isVisible, "the comparison")
        self.shoot("comparison", training.comparison_view)
        training.comparison_view.close()

    def busy(self, folder: Path) -> None:
        """A batch that runs."""
        table = self.window.batch_review.table
        self.open(folder)
        until(table.batch_bar.classify_button.isEnabled, "the session")
        table.batch_bar.classify_button.click()
        until(lambda: table.model.rows.total >= 2 * _BUSY_COPIES, "the first rows")
        self.shoot("busy")
        table.session.cancel()
        until(lambda: not table.is_busy, "the end of the batch")


def until(condition: Callable[[], object], what: str) -> None:
    """Let the program work until something is true.

    Raises:
        TimeoutError: it does not become true.
    """
    deadline = time.monotonic() + _TIMEOUT_SECONDS
    while not condition():
        if time.monotonic() > deadline:
            raise TimeoutError(f"waited in vain for {what}")
        QTest.qWait(20)


def write_small(picture: Image.Image, path: Path) -> None:
    """Write a PNG of a palette, with as many colours as its limit allows."""
    for colours in _COLOURS:
        reduced = picture.convert("RGB").quantize(colours, method=Image.Quantize.MEDIANCUT, kmeans=1)
        reduced.save(path, optimize=True)
        if path.stat().st_size <= _LARGEST_BYTES:
            break
    print(f"{path.name}: {picture.width} x {picture.height}, {path.stat().st_size // 1000} KB, {colours} colours")


def english(studio: Studio) -> None:
    """Every window in both themes."""
    window, sample = studio.window, sorted(studio.images.glob("*.jpg"))
    for name in ("light", "dark"):
        theme().choose(name)
        studio.shoot(f"empty-{name}")
    studio.open(studio.images)
    studio.open(sample[6])
    for name in ("dark", "light"):
        theme().choose(name)
        studio.shoot(f"image-{name}")
    window.commands.heatmap.setChecked(True)
    studio.shoot("heatmap")
    window.commands.heatmap.setChecked(False)
    studio.open(studio.images.parent / "Broken" / "scan.jpg")
    studio.shoot("error")
    studio.open(studio.images)
    studio.review()
    for name in ("dark", "light"):
        theme().choose(name)
        studio.shoot(f"review-{name}")
    studio.busy(studio.images.parent / "Monday")
    studio.settings("general", "prediction", "model", "retrain", "privacy")
    studio.retrain(studio.images.parent / "Clinic")
    window.commands.shortcuts.trigger()
    studio.shoot("shortcuts", window.findChild(ShortcutsWindow))
    window.commands.about.trigger()
    studio.shoot("about", window.findChild(AboutDialog))


def dense(studio: Studio) -> None:
    """What the README shows, for dense screens: smaller, and with smoother images, so that all colours fit."""
    theme().choose("light")
    studio.window.resize(*_DENSE)
    studio.open(studio.images)
    studio.open(sorted(studio.images.glob("*.jpg"))[10])
    studio.shoot("image-light")
    theme().choose("dark")
    studio.shoot("image-dark")
    theme().choose("light")
    studio.settings("prediction")


def arabic(studio: Studio) -> None:
    """From right to left."""
    theme().choose("light")
    studio.open(studio.images)
    studio.open(sorted(studio.images.glob("*.jpg"))[6])
    studio.shoot("image")
    studio.review()
    studio.shoot("review")
    studio.settings("prediction")


def make_images(place: Path) -> Path:
    """The samples, a folder long enough to be busy with, one to train on, and a file that is no image."""
    samples = sorted(paths.samples().glob("*.jpg"))
    for folder, copies in (("Samples", 1), ("Monday", _BUSY_COPIES)):
        (place / folder).mkdir(parents=True)
        for copy in range(copies):
            for sample in samples:
                name = sample.name if copies == 1 else f"{copy + 1:02d}-{sample.name}"
                shutil.copy(sample, place / folder / name)
    rng = np.random.default_rng(0)
    for label in CLASSES:
        (place / "Clinic" / label).mkdir(parents=True)
        for number in range(_PER_CLASS):
            lesion = Image.fromarray(draw_lesion(rng, label, 256))
            lesion.save(place / "Clinic" / label / f"{label}-{number:03d}.png")
    (place / "Broken").mkdir()
    (place / "Broken" / "scan.jpg").write_bytes(samples[0].read_bytes()[:300])
    return place / "Samples"


def take(folder: Path, scale: int, language: str) -> None:
    """This process's pictures."""
    with tempfile.TemporaryDirectory(prefix="skin-gui-") as home:
        os.environ["SKIN_GUI_HOME"] = str(Path(home) / "Skin GUI")
        change_preferences({LANGUAGE.key: language, NOTICE_ACCEPTED.key: True})
        images = make_images(Path(home) / "Images")
        suffix = ("" if language == "en" else f"-{language}") + ("" if scale == 1 else f"@{scale}x")
        studio = Studio(folder, suffix, images)
        {(1, "en"): english, (2, "en"): dense}.get((scale, language), arabic)(studio)
        close(studio.window)


def close(window: MainWindow) -> None:
    """End the window's threads before the folders go."""
    window.close()
    QTest.qWait(_SETTLE_MS)


def main() -> int:
    """Start the processes one after the other, or be one of them; 0 when all pictures were taken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--scale", type=int, choices=(1, 2))
    parser.add_argument("--language", default="en")
    arguments = parser.parse_args()
    folder = arguments.folder.absolute()
    folder.mkdir(parents=True, exist_ok=True)
    if arguments.scale:
        take(folder, arguments.scale, arguments.language)
        return 0
    codes = []
    with tempfile.TemporaryDirectory() as place:
        screen = Path(place) / "screen.json"
        screen.write_text(json.dumps({"screens": [_SCREEN]}), encoding="utf-8")
        for scale, language in _VARIANTS:
            command = [sys.executable, __file__, str(folder), "--scale", str(scale), "--language", language]
            platform = {"QT_QPA_PLATFORM": f"offscreen:configfile={screen}", "QT_SCALE_FACTOR": str(scale)}
            codes.append(subprocess.run(command, env=os.environ | platform, check=False).returncode)
    return int(any(codes))  # a crash has a negative one


if __name__ == "__main__":
    sys.exit(main())
