"""Classify many files: the one function behind the window's batch, the command line and evaluation."""

import logging
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from skin_gui import __version__
from skin_gui.classifier import Classifier, Prediction
from skin_gui.classifier.classifier import Maps, available_cores
from skin_gui.classifier.network import NetworkError
from skin_gui.imaging.decode import LoadedImage, load_image
from skin_gui.imaging.errors import ImageError
from skin_gui.imaging.preprocess import DECODE_SIDE
from skin_gui.imaging.reading import one_of_many
from skin_gui.parallel import in_order
from skin_gui.progress import CancelCheck, never_cancel
from skin_gui.review.results import Result, utc_now

log = logging.getLogger(__name__)

_ID_DIGITS = 16


def model_id(classifier: Classifier) -> str:
    """Tells a model from all others, whatever it is called: the first digits of its identity."""
    return classifier.info.identity[:_ID_DIGITS]


def classify_file(
    classifier: Classifier, path: Path, threshold: float | None = None
) -> tuple[Result, LoadedImage | None, Prediction | None]:
    """Classify one file; whatever goes wrong with it stands in the result, nothing is raised.

    Returns:
        The row, and where it worked the decoded image and the whole prediction.
    """
    row = _row(classifier, path, threshold)
    image = None
    try:
        with one_of_many(path):
            image = load_image(path, minimum_side=DECODE_SIDE)
            row = replace(row, width=image.width, height=image.height, sha256=image.sha256)
            prediction = _predict(classifier, image, path, threshold)
    except ImageError as error:
        return replace(row, error=str(error)), image, None
    row = replace(row, status="ok", probability=prediction.probability, warnings=prediction.warnings)
    if prediction.components is not None:
        row = replace(row, components=prediction.components.astype(np.float16).tobytes())
    return row, image, prediction


def failed_row(classifier: Classifier, path: Path, threshold: float | None, error: ImageError) -> Result:
    """The row of a file that cannot be classified."""
    return replace(_row(classifier, path, threshold), error=str(error))


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


def classify_image(
    classifier: Classifier, image: LoadedImage, threshold: float | None = None, layers: Sequence[str] = ()
) -> tuple[Prediction, Maps]:
    """What the model says of a decoded file, with the warnings of its decoding, and maps as `predict_with_maps`.

    Raises:
        NetworkError: as `Classifier.predict`.
    """
    prediction, maps = classifier.predict_with_maps(image.pixels, layers, threshold)
    return replace(prediction, warnings=(*image.warnings, *prediction.warnings)), maps


def _predict(classifier: Classifier, image: LoadedImage, path: Path, threshold: float | None) -> Prediction:
    try:
        return classify_image(classifier, image, threshold)[0]
    except NetworkError as error:
        log.exception("classification failed")
        raise ImageError(path, f"could not be classified ({error}); try it again") from error


def classify_files(
    classifier: Classifier,
    paths: Iterable[Path],
    *,
    jobs: int | None = None,
    threshold: float | None = None,
    cancelled: CancelCheck = never_cancel,
) -> Iterator[Result]:
    """Classify files on several cores; decoding one overlaps with inference on another.

    Args:
        classifier: loaded with `threads=1`.
        paths: the files, read as they are needed.
        jobs: threads; one a core when None.
        threshold: another operating point than the model's.
        cancelled: asked between files.

    Returns:
        One result a file, in the order given. Memory does not grow with the number of files.

    Raises:
        Cancelled: within one image of `cancelled` becoming true.
    """
    return in_order(
        lambda path: classify_file(classifier, path, threshold)[0],
        paths,
        jobs=jobs or available_cores(),
        cancelled=cancelled,
    )
