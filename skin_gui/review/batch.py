"""Classify many files: the one function behind the window's batch, the command line and evaluation."""

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from itertools import islice
from operator import length_hint
from pathlib import Path

import numpy as np

from skin_gui import __version__
from skin_gui.classifier import Classifier, Prediction
from skin_gui.classifier.classifier import Begun, available_cores
from skin_gui.classifier.network import NetworkError
from skin_gui.imaging.decode import LoadedImage, load_image
from skin_gui.imaging.errors import ImageError
from skin_gui.imaging.preprocess import DECODE_SIDE
from skin_gui.imaging.reading import one_of_many
from skin_gui.parallel import in_order
from skin_gui.progress import CancelCheck, never_cancel, until_cancelled
from skin_gui.review.results import ID_PARTS, Result, utc_now
from skin_gui.wording.images import ImageFact
from skin_gui.wording.system import reason

log = logging.getLogger(__name__)

_ID_DIGITS = 16

TOGETHER = 4
"""Files whose last maps are computed at once: more would gain little, and their rows come together."""


def model_id(classifier: Classifier) -> str:
    """Tells a model from all others, whatever it is called: the first digits of its identity (see `seen_by`)."""
    return ID_PARTS.join(part[:_ID_DIGITS] for part in classifier.identity)


@dataclass(frozen=True)
class Beside:
    """What is done with each image beside its classification, which need not be computed again for it."""

    layers: tuple[str, ...]
    """The maps that it takes."""
    do: Callable[[Path, LoadedImage, Begun], None]
    """Called on the thread that classifies the image, once its maps are there; it raises nothing."""


@dataclass(frozen=True, eq=False)
class _OnTheWay:
    """A file that is being classified."""

    row: Result
    """As far as it is known; it says what went wrong where `begun` is None."""
    image: LoadedImage | None
    begun: Begun | None

    def ended(self, prediction: Prediction) -> Result:
        row = replace(self.row, status="ok", probability=prediction.probability, warnings=prediction.warnings)
        if prediction.components is None:
            return row
        return replace(row, components=prediction.components.astype(np.float16).tobytes())


def classify_file(
    classifier: Classifier, path: Path, threshold: float | None = None
) -> tuple[Result, LoadedImage | None, Prediction | None]:
    """Classify one file; whatever goes wrong with it stands in the result, nothing is raised.

    Returns:
        The row, and where it worked the decoded image and the whole prediction.
    """
    started = _begin(classifier, path, threshold)
    if started.begun is None:
        return started.row, started.image, None
    try:
        with _classifying(path):
            (prediction,) = classifier.finish([started.begun], threshold)
    except ImageError as error:
        return replace(started.row, error=error.fact), started.image, None
    return started.ended(prediction), started.image, prediction


def classify_together(
    classifier: Classifier,
    paths: Sequence[Path],
    threshold: float | None = None,
    cancelled: CancelCheck = never_cancel,
    beside: Beside | None = None,
) -> list[Result]:
    """Classify some files as `classify_file` does each, with the network's last block for all of them at once.

    Raises:
        Cancelled: within one image of `cancelled` becoming true.
    """
    started = []
    for path in until_cancelled(cancelled, paths):
        # The pixels are not kept: a large image has more of them than all that follows.
        started.append(replace(_begin(classifier, path, threshold, beside), image=None))
    begun = [one.begun for one in started if one.begun is not None]
    if not begun:
        return [one.row for one in started]
    try:
        with _classifying(paths[0]):
            predictions = iter(classifier.finish(begun, threshold))
    except ImageError:  # the log says more; each alone shows which of them it is
        return [classify_file(classifier, path, threshold)[0] for path in paths]
    return [one.row if one.begun is None else one.ended(next(predictions)) for one in started]


def _begin(classifier: Classifier, path: Path, threshold: float | None, beside: Beside | None = None) -> _OnTheWay:
    row, image = _row(classifier, path, threshold), None
    try:
        with _classifying(path):
            image = load_image(path, minimum_side=DECODE_SIDE)
            row = replace(row, width=image.width, height=image.height, sha256=image.sha256)
            begun = classifier.begin(image.pixels, beside.layers if beside else ())
            begun = replace(begun, warnings=(*image.warnings, *begun.warnings))
    except ImageError as error:
        return _OnTheWay(replace(row, error=error.fact), image, None)
    if beside is not None:
        beside.do(path, image, begun)
    return _OnTheWay(row, image, begun)


@contextmanager
def _classifying(path: Path) -> Iterator[None]:
    """Let whatever goes wrong end this file alone, as an `ImageError`."""
    with one_of_many(path):
        try:
            yield
        except NetworkError as error:
            log.exception("classification failed")
            raise ImageError(path, ImageFact.NOT_CLASSIFIED(why=reason(error))) from error


def failed_row(classifier: Classifier, path: Path, threshold: float | None, error: ImageError) -> Result:
    return replace(_row(classifier, path, threshold), error=error.fact)


def _row(classifier: Classifier, path: Path, threshold: float | None) -> Result:
    """A row of which nothing is known but who made it, when."""
    return Result(
        path=path.absolute(),
        status="failed",
        model=classifier.name,
        validated=classifier.info.validated,
        app_version=__version__,
        classified_at=utc_now(),
        threshold=classifier.threshold if threshold is None else threshold,
        model_id=model_id(classifier),
    )


def classify_files(
    classifier: Classifier,
    paths: Iterable[Path],
    *,
    jobs: int | None = None,
    expected: int | None = None,
    threshold: float | None = None,
    cancelled: CancelCheck = never_cancel,
    beside: Beside | None = None,
) -> Iterator[Result]:
    """Classify files on several cores; decoding one overlaps with inference on another.

    Args:
        classifier: loaded with `threads=1`.
        paths: the files, read as they are needed.
        jobs: threads; one a core when None.
        expected: how many files there are, where `paths` itself does not tell it.
        beside: done with each image too; an image is classified twice, and this done once, where the network fails.

    Returns:
        One result a file, in the order given. Memory does not grow with the number of files.

    Raises:
        Cancelled: within one image of `cancelled` becoming true.
    """
    jobs = jobs or available_cores()
    groups = in_order(
        lambda group: classify_together(classifier, group, threshold, cancelled, beside),
        _groups(paths, jobs, length_hint(paths, -1) if expected is None else expected),
        jobs=jobs,
        ahead=1,
        cancelled=cancelled,
    )
    with closing(groups):
        for rows in groups:
            yield from until_cancelled(cancelled, rows)


def _groups(paths: Iterable[Path], jobs: int, left: int) -> Iterator[list[Path]]:
    """Files to classify together: fewer where few are left, so that no core is idle while another has several to do.

    Guided self-scheduling (Polychronopoulos and Kuck 1987), where it is known how many there are: `left` is not -1.
    """
    source, size = iter(paths), TOGETHER
    while True:
        if left >= 0:
            size = min(TOGETHER, max(1, left // (2 * jobs)))
        group = list(islice(source, size))
        if not group:
            return
        left = max(0, left - len(group)) if left >= 0 else left
        yield group
