import pytest
from PySide6.QtCore import QLocale

from skin_gui.ui.formats import percent, probability_text, seconds_text


@pytest.fixture(autouse=True)
def _english():
    before = QLocale()
    QLocale.setDefault(QLocale("en_US"))
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.873, "87.3 %"), (0.0, "< 0.1 %"), (0.0004, "< 0.1 %"), (1.0, "> 99.9 %"), (0.001, "0.1 %"), (0.5, "50.0 %")],
)
def test_a_probability_never_claims_certainty(value, text):
    assert probability_text(value) == text


def test_percentages_have_a_decimal_only_where_needed():
    assert [percent(value) for value in (0.32, 0.312, 0, 1)] == ["32 %", "31.2 %", "0 %", "100 %"]


def test_numbers_follow_the_language():
    QLocale.setDefault(QLocale("fr_FR"))
    assert probability_text(0.873) == "87,3 %"
    assert seconds_text(0.25) == "0,25 s"
