"""Fit how sure an outline is again: `python -m tools.confidence` (`make fit-confidence`).

Fitted to lesions of two sources that the outline's network never saw, and to the skin beside them; the figures are of
each source from a fit without it. Pictures of any other folder can be tried too (`--pictures`).
"""

import argparse
import json
import logging
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from skin_gui import paths
from skin_gui.atomic import write_atomic
from skin_gui.classifier.model_folder import NETWORK
from skin_gui.classifier.network import Network
from skin_gui.imaging.decode import read_image
from skin_gui.imaging.files import list_images
from skin_gui.imaging.preprocess import INPUT_SIZE, resize_to_input
from skin_gui.measures.confidence import FILE, expected_dice
from skin_gui.measures.frame import halved
from skin_gui.measures.outline import LEAST_CONFIDENCE, outlined
from skin_gui.measures.outline_network import MAPS, OutlineNetwork, load_outline_network
from tools.confidence.fit import WITHOUT_LESION, Rows, confidences, figures, fitted
from tools.confidence.skin import Picture, skin_beside
from tools.validate_measures.cases import SOURCES, Case, load_cases
from tools.validate_measures.run import mark, opened, sample

SEEN_BY_NETWORK = "HAM10000"
"""The source whose lesions the outline's network was fitted to: nothing of it is fitted to here."""
_KINDS = 3
_DOUBTED = -1.0  # a logit: what might be lesion
_NONE = -1.0  # a row of a picture that is not there

log = logging.getLogger(__name__)


class Look:
    """Pictures through the base and the outline's network."""

    def __init__(self, base: Network, network: OutlineNetwork) -> None:
        self._base = base
        self._network = network

    def row(self, picture: Picture) -> tuple[list[float], NDArray[np.bool_]]:
        """The row of a (224, 224, 3) picture, and (224, 224) what might be lesion in it."""
        logits = self._network.logits(dict(zip(MAPS, self._base.maps(picture, MAPS), strict=True)), picture)
        doubtful = _enlarged(logits > _DOUBTED)
        found = outlined(logits, halved(picture))
        if found is None:
            return [0.0, float(logits.max())], doubtful
        return [expected_dice(*found), float(logits.max())], doubtful | _enlarged(found[1])

    def case(self, case: Case, number: int) -> list[float]:
        """The row of a photograph, and that of the skin beside its lesion."""
        picture = resize_to_input(case.image())
        lesion, near = self.row(picture)
        skin = skin_beside(picture, near, number % _KINDS)
        return [*lesion, *([_NONE] * 2 if skin is None else self.row(skin)[0])]


def _enlarged(places: NDArray[np.bool_]) -> NDArray[np.bool_]:
    times = INPUT_SIZE // len(places)
    return np.kron(places, np.ones((times, times), dtype=bool))


def rows_of(look: Look, cases: list[Case], file: Path) -> tuple[Rows, Rows]:
    """Lesions and skin of a source; what `file` has of them is read, and what it lacks is added."""
    rows = opened(file, len(cases), 4)
    missing = np.flatnonzero(np.isnan(rows[:, 0]))
    with ThreadPoolExecutor(2) as pool:
        for number, row in zip(missing, pool.map(lambda n: look.case(cases[n], int(n)), missing), strict=True):
            rows[number] = row
    kept = np.array(rows, dtype=np.float32)
    return kept[:, :2], kept[kept[:, 2] != _NONE, 2:]


def main() -> None:
    """Run `make fit-confidence`."""
    parser = argparse.ArgumentParser(description="Fit how sure an outline is.")
    parser.add_argument("--data", type=Path, required=True, help="folder with isic, ham_extra, bcn, isic17")
    parser.add_argument("--model", type=Path, default=paths.shipped_model(), help="whose base the network reads")
    parser.add_argument("--work", type=Path, default=paths.cache_dir() / "fit-confidence", help="working folder")
    parser.add_argument("--target", type=Path, default=paths.resources() / "measures", help="folder of the result")
    parser.add_argument("--most", type=int, help="only so many images of each source, at random")
    parser.add_argument("--pictures", type=Path, nargs="*", default=[], help="folders of pictures without a lesion")
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    arguments.work.mkdir(parents=True, exist_ok=True)
    look = Look(Network(*(arguments.model / name for name in NETWORK)), load_outline_network())
    cases, known = sample(load_cases(arguments.data), None), {}
    for source in SOURCES:
        own = [case for case in cases if case.source == source][: arguments.most]
        file = arguments.work / f"{mark(arguments.model)}-{source.replace(' ', '-')}.npy"
        known[source] = rows_of(look, own, file)
        log.info("%s: %d lesions, %d of skin", source, *map(len, known[source]))
    unseen = [source for source in SOURCES if source != SEEN_BY_NETWORK]
    measured = {}
    for source in SOURCES:
        others = [known[name] for name in unseen if name != source]
        measured[source] = figures(fitted(*(list(part) for part in zip(*others, strict=True))), *known[source])
        log.info("%s from a fit without it: %s", source, measured[source])
    judge = fitted(*(list(part) for part in zip(*(known[name] for name in unseen), strict=True)))
    for folder in arguments.pictures:
        files = list_images([folder], recursive=True)
        rows = np.array([look.row(resize_to_input(read_image(file)))[0] for file in files], dtype=np.float32)
        log.info("%s: %d of %d found", folder, (confidences(judge, rows) >= LEAST_CONFIDENCE).sum(), len(rows))
    content = {
        "weight": judge.weight,
        "intercept": judge.intercept,
        "without_lesion": WITHOUT_LESION,
        "figures": measured,
    }
    write_atomic(arguments.target / FILE, (json.dumps(content, indent=2) + "\n").encode())


main()
