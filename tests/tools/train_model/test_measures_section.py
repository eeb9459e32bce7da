"""What the model card says of the measures."""

from skin_gui import paths
from skin_gui.classifier.model_folder import CARD
from skin_gui.measures.reliability import Separation
from tools.train_model import measures_section
from tools.train_model.measures_section import TITLE, with_measures


def test_the_section_stands_once_before_the_licence():
    card = "# name\n\n## Limits\n\n- one\n\n## Licence\n\nText.\n"
    once = with_measures(card)
    assert once.index("## Limits") < once.index(f"## {TITLE}") < once.index("## Licence")
    assert with_measures(once) == once
    assert "None of them is part of the probability" in once


def test_what_separates_no_better_than_chance_is_named(monkeypatch):
    good, poor = Separation(0.8, 0.75, 0.85), Separation(0.55, 0.48, 0.62)
    found = {"score": {"HAM10000": good, "Barcelona": good}, "border": {"HAM10000": good, "Barcelona": poor}}
    monkeypatch.setattr(measures_section, "reliability", lambda: found)
    text = with_measures("## Licence\n")
    assert "No better than chance: B, border on Barcelona." in text


def test_the_shipped_card_says_what_was_measured():
    card = (paths.shipped_model() / CARD).read_text(encoding="utf-8")
    assert with_measures(card) == card
