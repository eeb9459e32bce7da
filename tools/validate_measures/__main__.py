"""Write docs/measures.md again: `python -m tools.validate_measures` (`make validate-measures`)."""

import argparse
import json
import logging
from pathlib import Path
from string import Template
from typing import Any

from skin_gui import paths
from skin_gui.atomic import write_atomic
from skin_gui.classifier.model_folder import CARD, read_info
from skin_gui.measures.confidence import FILE as CONFIDENCE
from skin_gui.measures.outline_network import DESCRIPTION
from skin_gui.measures.reliability import FILE
from skin_gui.measures.reliability import reliability as measured_reliability
from skin_gui.training.metrics.intervals import Estimate
from tools.train_model.measures_section import renew
from tools.validate_measures.cases import load_cases
from tools.validate_measures.cost import IMAGES, measure_cost
from tools.validate_measures.report import (
    confidence_table,
    found_table,
    limits_table,
    score_table,
    separation,
    similar_table,
    table,
)
from tools.validate_measures.run import mark, measure_cases, sample

_NAMES_IN_MODEL = {"HAM10000": "HAM10000", "Barcelona": "Barcelona", "ISIC 2017": "ISIC archive"}
_TEMPLATE = Path(__file__).with_name("measures.md.in")


def outline_table(metrics: dict[str, Any]) -> str:
    """Dice of the outlines with the experts', by what was held out and by diagnosis."""
    parts = {"all, unchanged": metrics["unchanged"]}
    if "other_camera" in metrics:
        parts["all, as another camera"] = metrics["other_camera"]
    parts |= {f"diagnosis {name}": part for name, part in metrics["by_diagnosis"].items()}
    parts |= {f"confirmed by {name}": part for name, part in metrics["by_confirmation"].items()}
    parts |= {f"held out as a source: {name}": part for name, part in metrics.get("source_held_out", {}).items()}
    rows = []
    for name, part in parts.items():
        if "mean_dice" not in part:
            continue
        (value, low, high), failed = part["mean_dice"], part["below_0.5"][0]
        dice = f"{value:.3f} ({low:.3f} to {high:.3f})"
        rows.append([name, f"{part['images']:,}", dice, f"{part['median_dice']:.3f}", f"{100 * failed:.1f} %"])
    return table(["images", "number", "mean Dice", "median", "below 0.5"], rows)


def network_figures(model: Path) -> dict[str, Estimate]:
    """The classifier's AUC for malignant against benign by source, from the model's own description."""
    sources = read_info(model).metrics["sources"]
    found = {}
    for source, name in _NAMES_IN_MODEL.items():
        held_out = sources[name]["held_out"]
        found[source] = Estimate(held_out["auc"], *held_out["intervals"]["auc"])
    return found


def reliability(separated: dict[str, dict[str, Estimate]], count: int) -> bytes:
    """What the program itself says of its measures, as JSON."""
    auc = {
        name: {source: _rounded(estimate) for source, estimate in by_source.items()}
        for name, by_source in separated.items()
    }
    return (json.dumps({"images": count, "auc": auc}, indent=2) + "\n").encode()


def _rounded(estimate: Estimate) -> list[float | None]:
    return [None if value is None else round(value, 3) for value in (estimate.value, estimate.low, estimate.high)]


def main() -> None:
    """Run `make validate-measures`."""
    parser = argparse.ArgumentParser(description="Measure the measures, and write what was found.")
    parser.add_argument("--data", type=Path, required=True, help="folder with isic, ham_extra, bcn, isic17")
    parser.add_argument("--model", type=Path, default=paths.shipped_model(), help="the classifier beside them")
    parser.add_argument("--work", type=Path, default=paths.cache_dir() / "validate-measures", help="working folder")
    parser.add_argument("--target", type=Path, default=Path("docs/measures.md"))
    parser.add_argument("--most", type=int, help="only so many images, at random")
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    arguments.work.mkdir(parents=True, exist_ok=True)
    everything = load_cases(arguments.data)
    cases = sample(everything, arguments.most)
    measured = measure_cases(cases, arguments.model, arguments.work / f"{mark(arguments.model)}.npy")
    cost = measure_cost(cases, arguments.model)
    folder = paths.resources() / "measures"
    description = json.loads((folder / DESCRIPTION).read_text(encoding="utf-8"))
    text = Template(_TEMPLATE.read_text(encoding="utf-8")).substitute(
        measured_on=description["measured_on"],
        outline=outline_table(description["metrics"]),
        images=f"{len(cases):,} of {len(everything):,} images, taken at random" if arguments.most else "all images",
        found=found_table(cases, measured),
        confidence=confidence_table(json.loads((folder / CONFIDENCE).read_text(encoding="utf-8"))["figures"]),
        scores=score_table(cases, measured, network_figures(arguments.model)),
        limits=limits_table(cases, measured),
        similar=similar_table(cases, measured),
        timed=IMAGES,
        base_ms=f"{cost.base:.0f}",
        outline_ms=f"{cost.outline:.1f}",
        criteria_ms=f"{cost.criteria:.1f}",
        similar_ms=f"{cost.similar:.0f}",
    )
    write_atomic(folder / FILE, reliability(separation(cases, measured), len(cases)))
    measured_reliability.cache_clear()
    arguments.target.write_text(text, encoding="utf-8", newline="\n")
    renew(arguments.model / CARD)


main()
