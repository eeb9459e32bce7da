from skin_gui.measures.reliability import Separation
from skin_gui.ui.texts.measures import reliability_text

GOOD, POOR = Separation(0.8, 0.75, 0.85), Separation(0.55, 0.48, 0.62)


def test_what_is_no_better_than_chance_is_named_with_its_source():
    found = {
        "score": {"HAM10000": GOOD, "Barcelona": GOOD},
        "border": {"HAM10000": POOR, "Barcelona": POOR},
        "colours": {"HAM10000": GOOD, "Barcelona": POOR},
    }

    text = reliability_text(found)

    assert "HAM10000 0.80 (0.75 to 0.85), Barcelona 0.80" in text
    assert text.endswith("No better than chance: border on HAM10000, Barcelona; colours on Barcelona.")


def test_where_all_do_better_nothing_is_named():
    assert "chance" not in reliability_text({"score": {"HAM10000": GOOD}, "border": {"HAM10000": GOOD}})
