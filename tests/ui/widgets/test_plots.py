"""Plots as they are drawn."""

import pytest
from PySide6.QtCore import QPointF, QRect

from skin_gui.ui.widgets.plots import ThemedPlot


def _is_written(picture, area: QRect) -> bool:
    colours = {picture.pixel(x, y) for x in range(area.left(), area.right()) for y in range(area.top(), area.bottom())}
    return len(colours) > 4  # smoothed letters, not the empty margin


@pytest.mark.parametrize("last", [20, 100])
def test_the_last_number_of_the_axis_is_there_in_every_plot(qtbot, last):
    plot = ThemedPlot("Epoch", "")
    qtbot.addWidget(plot)
    plot.resize(198, 190)
    plot.add_line("accent", range(1, last + 1), range(last))
    plot.setXRange(1, last, padding=0.04)
    with qtbot.waitExposed(plot):
        plot.show()

    picture = plot.grab().toImage()
    view = plot.plotItem.vb
    end = plot.mapFromScene(view.mapViewToScene(QPointF(last, view.viewRange()[1][0])))

    assert _is_written(picture, QRect(end.x() - 5, end.y() + 3, 10, 14))
