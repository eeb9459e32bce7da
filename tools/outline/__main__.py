"""Train the network of the lesion's outline again: `python -m tools.outline` (`make train-outline`).

The figures are out of fold by lesion; the network that ships is fitted to all pairs. Needs the maps of the base's
blocks 3 and 4 alone, which are ImageNet's in every model.
"""

import argparse
import hashlib
import json
import logging
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from skin_gui import paths
from skin_gui.atomic import write_atomic
from skin_gui.classifier.model_folder import NETWORK
from skin_gui.classifier.network import Network
from skin_gui.measures.outline_network import DESCRIPTION, WEIGHTS, write_weights
from tools.outline.evaluate import agreement, by_group
from tools.outline.fit import Recipe, fit, network_weights, predict
from tools.outline.maps import VARIANTS, MapStore
from tools.outline.pairs import Pair, folds, load_pairs

FOLDS = 5

log = logging.getLogger(__name__)


def out_of_fold(store: MapStore, fold: NDArray[np.int64], recipe: Recipe, work: Path) -> NDArray[np.float32]:
    """(variants, pairs, side, side) logits, each from a network that saw no image of the lesion."""
    file = work / f"logits-{_mark(recipe)}.npy"
    if file.exists():
        return np.asarray(np.load(file, allow_pickle=False), dtype=np.float32)
    parts: dict[int, NDArray[np.float32]] = {}
    for number in range(int(fold.max()) + 1):
        part = work / f"logits-{_mark(recipe)}-{number}.npy"
        if not part.exists():
            log.info("fold %d", number + 1)
            model = fit(store, np.flatnonzero(fold != number), recipe, VARIANTS)
            inside = np.flatnonzero(fold == number)
            np.save(part, np.stack([predict(model, store, inside, which) for which in range(VARIANTS)]))
        parts[number] = np.load(part, allow_pickle=False)
    result = np.empty((VARIANTS, len(fold), *parts[0].shape[2:]), dtype=np.float32)
    for number, logits in parts.items():
        result[:, fold == number] = logits
    np.save(file, result)
    return result


def _mark(recipe: Recipe) -> str:
    return hashlib.sha256(repr(recipe).encode()).hexdigest()[:12]


def report(logits: NDArray[np.float32], store: MapStore, pairs: list[Pair]) -> dict[str, Any]:
    """What is written of the network beside its weights."""
    everything, lesions = np.arange(len(pairs)), [pair.lesion_id for pair in pairs]
    plain, moved = (agreement(logits[which], store, everything, which) for which in (0, 1))
    return {
        "unchanged": plain.figures(lesions),
        "other_camera": moved.figures(lesions),
        "by_diagnosis": by_group(plain, pairs, "diagnosis"),
        "by_confirmation": by_group(plain, pairs, "confirmed"),
    }


def main() -> None:
    """Run `make train-outline`."""
    parser = argparse.ArgumentParser(description="Train the network of the lesion's outline again.")
    parser.add_argument("--data", type=Path, required=True, help="folder with isic, ham_extra, isic_masks, ham_masks")
    parser.add_argument("--work", type=Path, default=paths.cache_dir() / "train-outline", help="working folder")
    parser.add_argument("--target", type=Path, default=paths.resources() / "measures", help="the network's folder")
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    pairs, recipe = load_pairs(arguments.data), Recipe()
    param, weights = (paths.shipped_model() / name for name in NETWORK)
    base = Network(param, weights)
    store = MapStore(arguments.work, pairs, base)
    logits = out_of_fold(store, folds(pairs, FOLDS), recipe, arguments.work)
    measured = report(logits, store, pairs)
    model = fit(store, np.arange(len(pairs)), recipe, VARIANTS)
    content = write_weights(network_weights(model, store.reductions))
    description = {
        "sha256": hashlib.sha256(content).hexdigest(),
        "recipe": asdict(recipe),
        "measured_on": f"out of fold, {FOLDS} folds by lesion, {len(pairs):,} images of HAM10000",
        "metrics": measured,
    }
    arguments.target.mkdir(parents=True, exist_ok=True)
    write_atomic(arguments.target / WEIGHTS, content)
    text = json.dumps(description, indent=2, sort_keys=True) + "\n"
    write_atomic(arguments.target / DESCRIPTION, text.encode())
    log.info("%s", json.dumps(measured["unchanged"]))


main()
