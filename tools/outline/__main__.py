"""Train the network of the lesion's outline again: `python -m tools.outline` (`make train-outline`).

The figures are out of fold by lesion, without the folds that the recipe was chosen on, and with whole ways of taking
images held out; the network that ships is fitted to all pairs. Drawn lesions and
pictures without one are fitted to each time and measured by none of these figures. Needs the maps of the base's blocks
3 and 4 alone, which are ImageNet's in every model.
"""

import argparse
import hashlib
import json
import logging
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from skin_gui import paths
from skin_gui.atomic import write_atomic
from skin_gui.classifier.model_folder import NETWORK
from skin_gui.classifier.network import Network
from skin_gui.measures.outline_network import DESCRIPTION, WEIGHTS
from tools.outline.drawn import COUNT, DrawnPair
from tools.outline.evaluate import agreement, by_group
from tools.outline.fit import Recipe, fit, network_weights, predict, write_weights
from tools.outline.maps import VARIANTS, MapStore
from tools.outline.pairs import Pair, folds, load_pairs

FOLDS = 5
CHOSEN_ON = (0, 1)
"""The folds that recipes, and the use of an image's own colours, are compared on: no figure is of their images."""
FOLLOW_UP = "follow_up"
"""`Pair.confirmed` of the images of one device of one clinic; the others come from elsewhere."""

log = logging.getLogger(__name__)


def held_out(
    store: MapStore, fold: NDArray[np.int64], recipe: Recipe, work: Path, name: str, wanted: Sequence[int]
) -> dict[int, NDArray[np.float32]]:
    """By fold (variants, pairs of it, side, side) logits, from a network that saw none of the fold's images.

    Args:
        store: the maps.
        fold: (pairs,) the fold of each.
        recipe: how to fit.
        work: where each fold's logits are kept, so that a stopped run goes on.
        name: tells these folds from others there.
        wanted: the folds.
    """
    parts: dict[int, NDArray[np.float32]] = {}
    for number in wanted:
        file = work / f"logits-{name}-{_mark(recipe)}-{number}.npy"
        if not file.exists():
            log.info("%s: fold %d", name, number + 1)
            model = fit(store, np.flatnonzero(fold != number), recipe, VARIANTS)
            inside = np.flatnonzero(fold == number)
            np.save(file, np.stack([predict(model, store, inside, which) for which in range(VARIANTS)]))
        parts[number] = np.load(file, allow_pickle=False)
    return parts


def _mark(recipe: Recipe) -> str:
    return hashlib.sha256(repr(recipe).encode()).hexdigest()[:12]


def fitted_to_all(store: MapStore, recipe: Recipe, work: Path) -> bytes:
    """The file of the network that ships, kept in the working folder."""
    file = work / f"final-{_mark(recipe)}.npz"
    if not file.exists():
        log.info("all pairs")
        model = fit(store, np.arange(store.count), recipe, VARIANTS)
        write_atomic(file, write_weights(network_weights(model, store.reductions)))
    return file.read_bytes()


def report(store: MapStore, pairs: list[Pair], recipe: Recipe, work: Path, count: int) -> dict[str, Any]:
    """What is written of the network beside its weights: figures of images that it did not see while it was fitted."""
    sources, by_lesion = sources_held_out(store, pairs, recipe, work), _and_drawn(folds(pairs, FOLDS), store)
    wanted = [number for number in range(FOLDS) if number not in CHOSEN_ON][:count]
    parts = held_out(store, by_lesion, recipe, work, "lesions", wanted)
    numbers = np.concatenate([np.flatnonzero(by_lesion == number) for number in parts])
    logits = np.concatenate(list(parts.values()), axis=1)
    measured = [pairs[number] for number in numbers]
    plain, moved = (agreement(logits[which], store, numbers, which) for which in (0, 1))
    lesions = [pair.lesion_id for pair in measured]
    return {
        "unchanged": plain.figures(lesions),
        "other_camera": moved.figures(lesions),
        "by_diagnosis": by_group(plain, measured, "diagnosis"),
        "by_confirmation": by_group(plain, measured, "confirmed"),
        "source_held_out": sources,
    }


def _and_drawn(fold: NDArray[np.int64], store: MapStore) -> NDArray[np.int64]:
    """The fold of every picture of the store: the drawn ones, behind the photographs, are in none and always fitted."""
    return np.pad(fold, (0, store.count - len(fold)), constant_values=-1)


def sources_held_out(store: MapStore, pairs: list[Pair], recipe: Recipe, work: Path) -> dict[str, Any]:
    """Figures of one clinic's device from a network fitted to the other images alone, and the other way round."""
    source = _and_drawn(np.array([int(pair.confirmed == FOLLOW_UP) for pair in pairs]), store)
    parts = held_out(store, source, recipe, work, "sources", (0, 1))
    found: dict[str, Any] = {}
    for number, name in enumerate(("all others", FOLLOW_UP)):
        numbers = np.flatnonzero(source == number)
        lesions = [pairs[place].lesion_id for place in numbers]
        found[name] = agreement(parts[number][0], store, numbers).figures(lesions)
    return found


def main() -> None:
    """Run `make train-outline`."""
    parser = argparse.ArgumentParser(description="Train the network of the lesion's outline again.")
    parser.add_argument("--data", type=Path, required=True, help="folder with isic, ham_extra, isic_masks, ham_masks")
    parser.add_argument("--work", type=Path, default=paths.cache_dir() / "train-outline", help="working folder")
    parser.add_argument("--target", type=Path, default=paths.resources() / "measures", help="the network's folder")
    most = FOLDS - len(CHOSEN_ON)
    parser.add_argument("--measured-folds", type=int, default=most, help="by lesion; each takes as long as a fit")
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    pairs, recipe = load_pairs(arguments.data), Recipe()
    param, weights = (paths.shipped_model() / name for name in NETWORK)
    base = Network(param, weights)
    store = MapStore(arguments.work, [*pairs, *map(DrawnPair, range(COUNT))], base)
    content = fitted_to_all(store, recipe, arguments.work)
    measured = report(store, pairs, recipe, arguments.work, arguments.measured_folds)
    images, count = measured["unchanged"]["images"], arguments.measured_folds
    description = {
        "sha256": hashlib.sha256(content).hexdigest(),
        "recipe": asdict(recipe),
        "measured_on": f"out of fold by lesion, {images:,} images of HAM10000 in {count} of {FOLDS} folds; the recipe "
        "was chosen on others",
        "metrics": measured,
    }
    arguments.target.mkdir(parents=True, exist_ok=True)
    write_atomic(arguments.target / WEIGHTS, content)
    text = json.dumps(description, indent=2, sort_keys=True) + "\n"
    write_atomic(arguments.target / DESCRIPTION, text.encode())
    log.info("%s", json.dumps(measured["unchanged"]))


main()
