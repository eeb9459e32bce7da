"""The parts of the window, for those of its files that join them with something else."""

from dataclasses import dataclass

from PySide6.QtWidgets import QSplitter, QToolBar, QWidget

from skin_gui.ui.browser.browser_controller import BrowserController
from skin_gui.ui.browser.image_browser import ImageBrowser
from skin_gui.ui.viewer.image_sequence import ImageSequence
from skin_gui.ui.viewer.image_view import ImageView
from skin_gui.ui.viewer.open_image import OpenImage
from skin_gui.ui.viewer.prediction_panel import PredictionPanel
from skin_gui.ui.window.actions import Actions
from skin_gui.ui.window.menus import Menus
from skin_gui.ui.window.status_bar import StatusBar
from skin_gui.workers.prediction import PredictionWorker


@dataclass(frozen=True, eq=False)
class Parts:
    """What the window is made of."""

    commands: Actions
    menus: Menus
    tool_bar: QToolBar
    sequence: ImageSequence
    image: OpenImage
    browser: ImageBrowser
    browser_controller: BrowserController
    view: ImageView
    panel: PredictionPanel
    status: StatusBar
    worker: PredictionWorker
    splitter: QSplitter
    """Browser, image and tabs, side by side."""
    tabs: QWidget
    """The panels beside the image."""
