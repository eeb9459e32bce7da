"""Looks at a window on an X display, and closes it as a user does."""

import subprocess
import time

import numpy as np
from PIL import Image, ImageChops, ImageColor, ImageGrab

from skin_gui.ui.widgets.theme import DARK, LIGHT

_PAINT_SECONDS = 600.0
_PAUSE_SECONDS = 1.5
_COLOURS = 5_000  # a lesion's picture has many more, an empty window a few dozen
# The colours in which a label is written; nothing else in the window has them.
_LABELS = [ImageColor.getrgb(colour) for look in (LIGHT, DARK) for colour in (look.benign, look.malignant)]
_LABEL_PIXELS = 50


def wait_until_painted(display: str, process: subprocess.Popen[bytes]) -> Image.Image:
    """The screen, once it shows an image with its result and has come to rest.

    Raises:
        RuntimeError: the program ended, or the screen stays empty.
    """
    deadline = time.monotonic() + _PAINT_SECONDS
    before: Image.Image | None = None
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise RuntimeError(f"the program ended with {process.returncode}")
        now = ImageGrab.grab(xdisplay=display).convert("RGB")
        if _shows_result(now) and before is not None and ImageChops.difference(before, now).getbbox() is None:
            return now
        before = now
        time.sleep(_PAUSE_SECONDS)
    raise RuntimeError("no image with its result is shown")


def _shows_result(screen: Image.Image) -> bool:
    pixels = np.asarray(screen)
    labelled = max(int((pixels == colour).all(axis=2).sum()) for colour in _LABELS)
    return labelled >= _LABEL_PIXELS and len(screen.getcolors(maxcolors=pixels.size) or ()) > _COLOURS


def close(display: str, process: subprocess.Popen[bytes]) -> int:
    """Press Ctrl+Q; returns the exit code."""
    search = ["xdotool", "search", "--sync", "--onlyvisible", "--name", "Skin GUI"]
    subprocess.run(
        [*search, "windowfocus", "--sync", "key", "ctrl+q"],
        env={"DISPLAY": display, "PATH": "/usr/bin"}, check=False, timeout=300,
    )  # fmt: skip
    # Not its own exit code: it fails where the window has gone before the keys are let go.
    return process.wait(300)
