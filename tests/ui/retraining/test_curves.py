import pytest
from PySide6.QtCore import QLocale

from skin_gui.training.fitting.head_fit import Epoch
from skin_gui.ui.retraining.curves import Curves


@pytest.fixture
def arabic():
    before = QLocale()
    QLocale.setDefault(QLocale("ar_EG"))
    yield
    QLocale.setDefault(before)


@pytest.mark.usefixtures("arabic")
def test_figures_and_axes_are_in_the_digits_of_the_language(qtbot):
    curves = Curves()
    qtbot.addWidget(curves)
    curves.show_epochs([Epoch(1, 20, 0.9, 0.7, 0.75, 0.8, 0.6, 0.812)])
    curves.show()
    qtbot.waitUntil(lambda: all(plot.isVisible() for plot in curves.plots.values()))
    curves.grab()

    assert "٠٫٨١٢" in curves.summary.text()
    axis = curves.plots["auc"].plotItem.getAxis("left")
    assert axis.tickStrings([0.5, 1.0], 1.0, 0.5) == ["٠٫٥", "١٫٠"]
    said = curves.summary.text() + curves.plots["auc"].accessibleDescription()
    assert not set(said) & set("0123456789")
