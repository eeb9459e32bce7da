"""The pictures of dialogs are the program's own."""

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QDialogButtonBox, QMessageBox, QProxyStyle, QStyle

from skin_gui.ui.widgets.theme import DARK, LIGHT, theme

_Button = QDialogButtonBox.StandardButton


class _Desktop(QProxyStyle):
    """The style of a desktop that puts pictures on the buttons of dialogs."""

    def styleHint(self, hint, option=None, widget=None, data=None):  # noqa: N802 - Qt names it
        if hint == QStyle.StyleHint.SH_DialogButtonBox_ButtonsHaveIcons:
            return 1
        return super().styleHint(hint, option, widget, data)


def test_no_desktop_puts_its_pictures_on_the_buttons_of_dialogs(qapp, qtbot):
    theme()
    qapp.setStyle(_Desktop("Fusion"))
    try:
        box = QDialogButtonBox(_Button.Ok | _Button.Cancel | _Button.Apply)
        qtbot.addWidget(box)
        assert all(button.icon().isNull() for button in box.buttons())
    finally:
        qapp.setStyle("Fusion")


@pytest.mark.parametrize(("name", "colours"), [("light", LIGHT), ("dark", DARK)])
def test_questions_and_warnings_have_the_pictures_of_the_program_in_the_colours_of_the_theme(qtbot, name, colours):
    theme().choose(name)
    for kind, colour in ((QMessageBox.Icon.Question, colours.accent), (QMessageBox.Icon.Warning, colours.warning)):
        box = QMessageBox(kind, "", "Sure?")
        qtbot.addWidget(box)
        box.ensurePolished()
        image = box.iconPixmap().toImage()
        pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
        assert {pixel.name() for pixel in pixels if pixel.alpha() == 255} == {QColor(colour).name()}
