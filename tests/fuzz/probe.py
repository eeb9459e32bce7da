"""What must hold for any bytes whatever: both readers give an ordinary result or a clear error, in time."""

import time
from pathlib import Path

from skin_gui.classifier import Classifier
from skin_gui.imaging.errors import ImageError
from skin_gui.review.batch import classify_file
from skin_gui.workers.inference import open_image

SECONDS = 10
"""Of the processor, for one image through the window's reader and the batch."""


def told(path: Path, error: str) -> bool:
    """Whether an error is one sentence of the file."""
    return error.startswith(f"{path.name} ") and "\n" not in error and "did not expect" not in error


def probe(path: Path, classifier: Classifier) -> str:
    """Read a file as the window does and classify it as a batch does.

    Returns:
        "ok", "damaged" (shown without a number) or "refused".

    Raises:
        AssertionError: what must hold does not.
        Exception: whatever a reader lets through.
    """
    begun = time.process_time()
    try:
        image, shown = open_image(path)
    except ImageError as error:
        assert told(path, str(error)), str(error)
        found = "refused"
    else:
        assert not shown.levels[0].isNull()
        found = "ok" if image is not None else "damaged"
        assert (found == "ok") == (not shown.damage)
    row, _, _ = classify_file(classifier, path)
    assert (row.status == "ok") == (found == "ok"), (
        f"{path.name}: the window says {found}, the batch {row.error or row.status}"
    )
    if row.status == "ok":
        assert row.probability is not None
        assert 0 <= row.probability <= 1
    else:
        assert told(path, str(row.error)), row.error
    assert time.process_time() - begun <= SECONDS
    return found
