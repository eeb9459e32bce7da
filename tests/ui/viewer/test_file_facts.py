"""What stands below the result of the image's file."""

from typing import Any

import pytest
from PIL import Image
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QImage, QTextLayout

from skin_gui.ui.texts.formats import bytes_text
from skin_gui.ui.viewer.file_facts import FileFacts
from skin_gui.workers.shown import ShownImage
from tests.imaging.headers import image_facts


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_format_stands_where_reading_begins_and_the_size_behind_it(qtbot, qapp, request, tmp_path, language):
    before, direction = QLocale(), qapp.layoutDirection()
    request.addfinalizer(lambda: (QLocale.setDefault(before), qapp.setLayoutDirection(direction)))
    QLocale.setDefault(QLocale(language))
    qapp.setLayoutDirection(QLocale().textDirection())
    path = tmp_path / "lesion.jpg"
    Image.new("RGB", (8, 8)).save(path)
    facts = FileFacts()
    qtbot.addWidget(facts)

    facts.show_image(ShownImage(path, (QImage(8, 8, QImage.Format.Format_RGB32),), image_facts(path), synthetic=False))

    text, size = facts.value("file"), bytes_text(path.stat().st_size)
    layout = QTextLayout(text)
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    places: list[Any] = [line.cursorToX(text.index(part) + 2) for part in ("JPEG", size)]  # within both
    assert (places[0] < places[1]) == (qapp.layoutDirection() == Qt.LayoutDirection.LeftToRight)
