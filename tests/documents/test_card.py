"""A model card opens with what a doctor asks."""

from skin_gui import paths
from skin_gui.classifier.model_folder import read_info
from skin_gui.documents.card import INTENDED_USE, model_card, operating_point


def headings(card: str) -> list[str]:
    return [line.removeprefix("## ") for line in card.splitlines() if line.startswith("## ")]


def test_how_a_model_is_made_stands_below_what_to_expect_of_it(random_model):
    info = read_info(random_model)

    card = model_card(info, [operating_point(info), INTENDED_USE])

    assert headings(card) == ["Operating point", "Intended use", "How it is made"]
    assert "Architecture" not in card[: card.index("## How it is made")]
    assert "| Architecture |" in card


def test_the_shipped_card_begins_with_what_to_expect():
    card = (paths.shipped_model() / "MODEL_CARD.md").read_text(encoding="utf-8")

    assert headings(card)[0] == "What to expect"
    assert headings(card)[-1] == "How it is made"
    assert "Created" not in card[: card.index("## What to expect")]
