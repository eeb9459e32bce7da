"""The words below the heatmap's colours, in both reading directions."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from skin_gui.ui.viewer.heatmap_controls import HeatmapLegend
from skin_gui.workers.inference import heatmap_strip

STRIP = 12


def ends(legend: HeatmapLegend) -> tuple[int, int]:
    """How wide the words at the left and at the right end are, in pixels."""
    image = legend.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    words = rows[STRIP:, : image.width()]
    inked = np.flatnonzero((words != words[-1, words.shape[1] // 2]).any(axis=0))
    middle = image.width() // 2
    left, right = inked[inked < middle], inked[inked >= middle]
    return int(left[-1] - left[0]), int(right[-1] - right[0])


@pytest.mark.parametrize(
    ("direction", "none", "strong"),
    [
        (Qt.LayoutDirection.LeftToRight, "none", "strong"),
        (Qt.LayoutDirection.RightToLeft, "none", "strong"),
        (Qt.LayoutDirection.RightToLeft, "\u0644\u0627", "\u0642\u0648\u064a \u062c\u062f\u0627"),
    ],
)
def test_none_stands_where_reading_begins_and_strong_where_it_ends(
    qtbot, qapp, monkeypatch, request, direction, none, strong
):
    words = {"none": none, "strong": strong}
    before = qapp.layoutDirection()
    request.addfinalizer(lambda: qapp.setLayoutDirection(before))
    qapp.setLayoutDirection(direction)
    legend = HeatmapLegend()
    qtbot.addWidget(legend)
    monkeypatch.setattr(HeatmapLegend, "tr", lambda _self, text: words.get(text, text))
    legend.resize(300, legend.sizeHint().height())
    legend.set_strip(heatmap_strip())

    left, right = ends(legend)

    none_is_left = left < right  # the shorter word
    assert none_is_left == (direction == Qt.LayoutDirection.LeftToRight)
