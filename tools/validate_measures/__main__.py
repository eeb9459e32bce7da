"""Write docs/measures.md again: `python -m tools.validate_measures` (`make validate-measures`)."""

import argparse
import json
from pathlib import Path
from string import Template
from typing import Any

from skin_gui import paths
from skin_gui.measures.outline_network import DESCRIPTION
from tools.validate_measures.material import load_cases
from tools.validate_measures.report import found_table, score_table, similar_table, table
from tools.validate_measures.run import mark, measure_cases

_TEMPLATE = Path(__file__).with_name("measures.md.in")


def outline_table(metrics: dict[str, Any]) -> str:
    """Dice of the outlines with the experts', by what was held out and by diagnosis."""
    parts = {"all, unchanged": metrics["unchanged"], "all, as another camera": metrics["other_camera"]}
    parts |= {f"diagnosis {name}": part for name, part in metrics["by_diagnosis"].items()}
    parts |= {f"confirmed by {name}": part for name, part in metrics["by_confirmation"].items()}
    rows = []
    for name, part in parts.items():
        if "mean_dice" not in part:
            continue
        (value, low, high), failed = part["mean_dice"], part["below_0.5"][0]
        dice = f"{value:.3f} ({low:.3f} to {high:.3f})"
        rows.append([name, f"{part['images']:,}", dice, f"{part['median_dice']:.3f}", f"{100 * failed:.1f} %"])
    return table(["images", "number", "mean Dice", "median", "below 0.5"], rows)


def main() -> None:
    """Run `make validate-measures`."""
    parser = argparse.ArgumentParser(description="Measure the measures, and write what was found.")
    parser.add_argument("--data", type=Path, required=True, help="folder with isic, ham_extra, bcn, isic17")
    parser.add_argument("--model", type=Path, default=paths.shipped_model(), help="the classifier beside them")
    parser.add_argument("--work", type=Path, default=paths.cache_dir() / "validate-measures", help="working folder")
    parser.add_argument("--target", type=Path, default=Path("docs/measures.md"))
    arguments = parser.parse_args()
    arguments.work.mkdir(parents=True, exist_ok=True)
    cases = load_cases(arguments.data)
    measured = measure_cases(cases, arguments.model, arguments.work / f"{mark(arguments.model)}.npz")
    description = json.loads((paths.resources() / "measures" / DESCRIPTION).read_text(encoding="utf-8"))
    text = Template(_TEMPLATE.read_text(encoding="utf-8")).substitute(
        measured_on=description["measured_on"],
        outline=outline_table(description["metrics"]),
        found=found_table(cases, measured),
        scores=score_table(cases, measured),
        similar=similar_table(cases, measured),
    )
    arguments.target.write_text(text, encoding="utf-8", newline="\n")


main()
