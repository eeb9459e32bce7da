"""What the model card says of the measures beside the number."""

import json
from pathlib import Path
from typing import Any

from skin_gui import paths
from skin_gui.documents.card import Section, table
from skin_gui.measures.outline_network import DESCRIPTION
from skin_gui.measures.reliability import Reliability, reliability

TITLE = "Measures beside the number"
_NAMES = {"asymmetry": "A, asymmetry", "border": "B, border", "colours": "C, colours", "score": "score without D"}


def measures_section() -> Section:
    """Outline and ABCD criteria: what they are, how good, and where they separate no better than chance.

    Raises:
        ModelError, OSError, ValueError, KeyError: what was measured of them is missing or damaged.
    """
    description = json.loads((paths.resources() / "measures" / DESCRIPTION).read_text(encoding="utf-8"))
    return Section(TITLE, f"{_outline(description)}\n\n{_criteria(reliability())}")


def _outline(description: dict[str, Any]) -> str:
    found = description["metrics"]["unchanged"]
    mean, low, high = found["mean_dice"]
    held_out = description["metrics"].get("source_held_out", {}).get("follow_up")
    elsewhere = ""
    if held_out:
        value = held_out["mean_dice"][0]
        elsewhere = f" On one clinic's device that it had not been fitted to, the mean is {value:.3f}."
    return (
        "None of them is part of the probability. The lesion's outline is found by a small network on maps of blocks 3 "
        f"and 4; with experts' outlines it has a mean Dice of {mean:.3f} ({low:.3f} to {high:.3f}) and a median of "
        f"{found['median_dice']:.3f}, and {100 * found['below_0.5'][0]:.1f} % lie below 0.5 "
        f"({description['measured_on']}).{elsewhere} All masks are of HAM10000. Within the outline asymmetry, border "
        "and colours are counted by the ABCD rule of dermoscopy, for melanocytic lesions only; structures are not "
        "measured, so that the score is a range."
    )


def _criteria(found: Reliability) -> str:
    sources = list(found["score"])
    rows = [
        [_NAMES[name], *(f"{part.auc:.3f} ({part.low:.3f} to {part.high:.3f})" for part in by_source.values())]
        for name, by_source in found.items()
    ]
    poor = [
        f"{_NAMES[name]} on {source}"
        for name, by_source in found.items()
        for source, part in by_source.items()
        if not part.better_than_chance
    ]
    said = f"No better than chance: {'; '.join(poor)}." if poor else "Each separates better than chance on each source."
    return (
        f"AUC for melanoma against nevi, 95 % interval:\n\n{table(('', *sources), rows)}\n\n{said} More in "
        "docs/measures.md."
    )


def with_measures(card: str) -> str:
    """A card's text with the section as it is now, in its place before the licence."""
    section = measures_section()
    before, licence, rest = card.partition("## Licence\n")
    before = before.partition(f"## {TITLE}\n")[0]
    return f"{before}## {section.title}\n\n{section.text}\n\n{licence}{rest}"


def renew(card: Path) -> None:
    """Write the section of a card anew."""
    card.write_text(with_measures(card.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
