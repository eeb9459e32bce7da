"""The counts beside the table can be read however many rows there are."""

import numpy as np
import pytest
from PySide6.QtWidgets import QPushButton

from skin_gui.review.statistics import Summary
from skin_gui.ui.review.summary_strip import SummaryStrip


@pytest.mark.parametrize("count", [7, 146, 24_316])
def test_no_count_is_cut_off(qtbot, count):
    strip = SummaryStrip()
    qtbot.addWidget(strip)
    strip.resize(strip.width(), 400)
    with qtbot.waitExposed(strip):
        strip.show()
    usual = strip.width()
    strip.show_summary(Summary(3 * count, count, count, count, count, 0, 0, 0, 0, 0, 0, np.zeros(20, np.int64)))
    strip.layout().activate()
    for button in strip.findChildren(QPushButton):
        if button.property("count"):
            assert button.width() >= button.sizeHint().width()
    assert (strip.width() == usual) == (count < 100)
