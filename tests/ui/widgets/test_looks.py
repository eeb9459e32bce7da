"""What has the focus, and what cannot be used, is to be seen, whatever state it is in besides."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QCheckBox, QLineEdit, QRadioButton, QSlider, QToolButton, QWidget

from skin_gui.ui.viewer.image_view import ImageView
from skin_gui.ui.widgets.layouts import in_column
from skin_gui.ui.widgets.theme import theme


def checked(button):
    button.setCheckable(True)
    button.setChecked(True)
    return button


def shows_image():
    view, image = ImageView(), QImage(200, 200, QImage.Format.Format_RGB32)
    image.fill(QColor("pink"))
    view.set_image((image,))
    return view


@pytest.fixture(params=["light", "dark"])
def show(request, qtbot):
    """A window with what is looked at and something else that can have the focus."""
    theme().choose(request.param)
    windows = []

    def build(widget):
        window = QWidget()
        windows.append(window)
        other = QLineEdit()
        in_column(window, widget, other)
        qtbot.addWidget(window)
        window.resize(300, 300)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        other.setFocus()
        return other

    yield build
    theme().choose("system")


def picture(widget):
    return widget.grab().toImage()


FOCUSED = [
    lambda: checked(QToolButton()),
    QToolButton,
    lambda: checked(QCheckBox("Check")),
    lambda: QCheckBox("Check"),
    QLineEdit,
    shows_image,
]
USABLE = [
    lambda: checked(QCheckBox("")),
    lambda: checked(QRadioButton("")),
    lambda: QCheckBox(""),
    lambda: QSlider(Qt.Orientation.Horizontal),
    QLineEdit,
]


@pytest.mark.parametrize("make", FOCUSED)
def test_the_focus_is_seen(show, qtbot, make):
    widget = make()
    other = show(widget)
    qtbot.waitUntil(other.hasFocus)
    before = picture(widget)
    widget.setFocus()
    qtbot.waitUntil(widget.hasFocus)
    assert picture(widget) != before
    other.setFocus()
    assert picture(widget) == before


@pytest.mark.parametrize("make", USABLE)
def test_what_cannot_be_used_looks_so(show, make):
    widget = make()
    show(widget)
    before = picture(widget)
    widget.setEnabled(False)
    assert picture(widget) != before
