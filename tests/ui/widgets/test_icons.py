import gc
import logging
import xml.etree.ElementTree as ElementTree

import pytest
from PIL import Image
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QAction, QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QPushButton, QWidget

from skin_gui import paths
from skin_gui.ui.widgets import icons
from skin_gui.ui.widgets.theme import theme

NEEDED = [
    "add",
    "benign",
    "calibrate",
    "cancel",
    "check",
    "classify",
    "columns",
    "copy",
    "error",
    "export",
    "filter",
    "folder",
    "heatmap",
    "help",
    "history",
    "image",
    "import",
    "info",
    "keyboard",
    "magnifier",
    "malignant",
    "model",
    "more",
    "next",
    "note",
    "open-folder",
    "open-image",
    "pause",
    "play",
    "previous",
    "privacy",
    "redo",
    "refresh",
    "report",
    "retrain",
    "rollback",
    "ruler",
    "search",
    "settings",
    "star",
    "star-filled",
    "stop",
    "theme-dark",
    "theme-light",
    "theme-system",
    "trash",
    "undo",
    "unsure",
    "upload",
    "warning",
    "zoom-fit",
    "zoom-in",
    "zoom-original",
    "zoom-out",
]


@pytest.fixture(autouse=True)
def light_theme(qapp, tmp_path, monkeypatch):
    monkeypatch.setenv("SKIN_GUI_HOME", str(tmp_path))
    theme().choose("light")
    yield
    theme().choose("light")


def ink(icon: QIcon, mode: QIcon.Mode = QIcon.Mode.Normal) -> str:
    """Colour of the icon's most opaque pixel."""
    image = icon.pixmap(QSize(64, 64), mode, QIcon.State.Off).toImage()
    pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return max(pixels, key=QColor.alpha).name()


def test_every_icon_of_the_set_is_there():
    assert sorted(path.stem for path in (paths.resources() / "icons" / "actions").glob("*.svg")) == sorted(NEEDED)


@pytest.mark.parametrize("name", NEEDED)
def test_an_icon_is_a_24_pixel_line_drawing_in_one_replaceable_colour(name):
    path = paths.resources() / "icons" / "actions" / f"{name}.svg"
    root = ElementTree.parse(path).getroot()  # noqa: S314 - our own file
    assert root.get("viewBox") == "0 0 24 24"
    assert root.get("stroke-width") == "1.75"
    colours = {element.get(key) for element in root.iter() for key in ("fill", "stroke")}
    assert colours <= {None, "none", "currentColor"}


@pytest.mark.parametrize("name", NEEDED)
def test_an_icon_draws_something_at_the_smallest_size_and_touches_no_edge(name):
    image = icons.icon(name).pixmap(QSize(64, 64)).toImage()
    edge = [image.pixelColor(x, y).alpha() for i in range(64) for x, y in ((i, 0), (i, 63), (0, i), (63, i))]
    assert max(edge) == 0
    small = icons.icon(name).pixmap(QSize(16, 16)).toImage()
    assert max(small.pixelColor(x, y).alpha() for x in range(16) for y in range(16)) > 120


def test_the_colour_is_the_palettes_or_the_one_given(qapp):
    assert ink(icons.icon("stop")) == qapp.palette().buttonText().color().name()
    assert ink(icons.icon("stop", QColor("#c01040"))) == "#c01040"


def test_disabled_and_selected_take_the_palettes_colours():
    icon = icons.icon("star-filled", QColor("#c01040"))
    assert ink(icon, QIcon.Mode.Disabled) == theme().colours.disabled
    assert ink(icon, QIcon.Mode.Selected) == theme().colours.on_accent


def test_a_denser_screen_gets_more_pixels():
    pixmap = icons.icon("image").pixmap(QSize(24, 24), 2.0)
    assert pixmap.size() == QSize(48, 48)
    assert pixmap.devicePixelRatio() == 2.0


def test_an_icon_is_drawn_when_it_is_shown_and_not_before(qtbot):
    icons._coloured.cache_clear()
    button = QPushButton()
    qtbot.addWidget(button)
    icons.set_icon(button, "trash")
    assert icons._coloured.cache_info().misses == 0

    button.setIconSize(QSize(21, 21))
    button.grab()
    assert icons._coloured.cache_info().misses == 1


def test_an_icon_in_an_oblong_place_keeps_its_shape():
    picture = QPixmap(60, 20)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    icons.icon("stop").paint(painter, QRect(0, 0, 60, 20))
    painter.end()
    image = picture.toImage()
    inked = [x for x in range(60) for y in range(20) if image.pixelColor(x, y) != QColor("white")]
    assert 20 <= min(inked) < max(inked) < 40


def test_an_icon_that_is_copied_and_changed_leaves_the_first_as_it_was():
    first = icons.icon("stop", QColor("#c01040"))
    second = QIcon(first)
    second.addPixmap(QPixmap(8, 8))
    del second
    gc.collect()
    assert ink(QIcon(first)) == "#c01040"


def test_icons_with_a_direction_turn_round_in_a_right_to_left_application(qapp):
    def picture(name):
        return icons.icon(name).pixmap(QSize(48, 48)).toImage()

    forward, upright = picture("next"), picture("trash")
    try:
        qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        assert picture("next") == forward.flipped(Qt.Orientation.Horizontal) != forward
        assert picture("trash") == upright
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.mark.parametrize("name", ["no-such-icon", "../skin-gui-none", ""])
def test_an_unknown_name_is_an_empty_icon_and_a_logged_error(name, caplog):
    icons._drawing.cache_clear()
    with caplog.at_level(logging.ERROR):
        assert icons.icon(name).isNull()
    assert "icon" in caplog.text


def test_a_broken_file_is_an_empty_icon_and_a_logged_error(tmp_path, monkeypatch, caplog):
    monkeypatch.setattr(icons, "_actions_folder", lambda: tmp_path)
    (tmp_path / "half.svg").write_text("<svg><path", encoding="utf-8")
    (tmp_path / "bytes.svg").write_bytes(b"\xff\xfe\x00\x80")
    with caplog.at_level(logging.ERROR):
        assert icons.icon("half").isNull()
        assert icons.icon("bytes").isNull()
    assert len(caplog.records) >= 2


def test_a_button_follows_the_theme_and_can_change_its_icon(qtbot):
    button = QPushButton()
    qtbot.addWidget(button)
    icons.set_icon(button, "play")
    icons.set_icon(button, "star-filled", "malignant")
    light = theme().colours.malignant
    assert ink(button.icon()) == light
    theme().choose("dark")
    assert ink(button.icon()) == theme().colours.malignant != light
    icons.set_icon(button, "stop")
    theme().choose("light")
    assert ink(button.icon()) == theme().colours.text


def test_an_unknown_colour_falls_back_to_the_text_colour(qtbot, caplog):
    action = QAction()
    icons.set_icon(action, "stop", "no-such-colour")
    assert ink(action.icon()) == theme().colours.text
    assert "no-such-colour" in caplog.text


def test_the_theme_changes_safely_after_a_button_is_gone(qtbot):
    parent = QWidget()
    icons.set_icon(QPushButton(parent), "play")
    action = QAction()
    icons.set_icon(action, "pause")
    parent.deleteLater()
    del parent, action
    gc.collect()
    qtbot.wait(1)
    theme().choose("dark")


def test_the_application_icon_has_all_its_sizes():
    sizes = {size.width() for size in icons.app_icon().availableSizes()}
    assert {16, 20, 24, 32, 48, 64, 128, 256, 512} <= sizes


def test_windows_and_macos_icons_hold_several_sizes():
    folder = paths.resources() / "icons"
    with Image.open(folder / "skin-gui.ico") as ico:
        assert {(16, 16), (32, 32), (48, 48), (256, 256)} <= ico.info["sizes"]
    with Image.open(folder / "skin-gui.icns") as icns:
        assert {(512, 512, 2), (256, 256, 1)} <= set(icns.info["sizes"])


def test_a_missing_application_icon_is_logged(tmp_path, monkeypatch, caplog):
    with monkeypatch.context() as patch:
        patch.setattr(paths, "resources", lambda: tmp_path)
        assert icons.app_icon().isNull()
    assert "application icon" in caplog.text
