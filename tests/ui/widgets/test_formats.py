import pytest
from PySide6.QtCore import QLocale

from skin_gui.ui.widgets.formats import percent, probability_text, seconds_text

NO_BREAK = "\N{NO-BREAK SPACE}"


@pytest.fixture(autouse=True)
def _english():
    before = QLocale()
    QLocale.setDefault(QLocale("en_US"))
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.873, "87.3_%"), (0.0, "<_0.1_%"), (0.0004, "<_0.1_%"), (1.0, ">_99.9_%"), (0.001, "0.1_%"), (0.5, "50.0_%")],
)
def test_a_probability_never_claims_certainty_nor_breaks_from_its_sign(value, text):
    assert probability_text(value) == text.replace("_", NO_BREAK)


def test_percentages_have_a_decimal_only_where_needed():
    assert [percent(value) for value in (0.32, 0.312, 0, 1)] == [
        f"{number}{NO_BREAK}%" for number in ("32", "31.2", "0", "100")
    ]


def test_numbers_follow_the_language():
    QLocale.setDefault(QLocale("fr_FR"))
    assert probability_text(0.873) == f"87,3{NO_BREAK}%"
    assert seconds_text(0.25) == "0,25 s"
