"""Measures for other programs: a CSV, plain objects for JSON, and the outlines as images."""

import io
import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from skin_gui import about
from skin_gui.atomic import write_atomic
from skin_gui.imaging.entries import MASK_ENDING, MASK_TITLE, is_own_mask
from skin_gui.measures.files import COLUMNS, MeasuredFile
from skin_gui.review.distinct_names import short_names
from skin_gui.review.export import STANDARD, cell, write_csv
from skin_gui.review.export_file import ExportError, not_written
from skin_gui.review.keys import clean_text
from skin_gui.wording.review import ExportFact


def measures_json(results: Iterable[MeasuredFile]) -> list[dict[str, Any]]:
    """The results as objects for `json.dumps`, keyed like the columns of the CSV; what was not measured is None."""
    return [
        {name: clean_text(value) if isinstance(value, str) else value for name, value in result.record.items()}
        for result in results
    ]


def write_measures_csv(path: Path, results: Iterable[MeasuredFile]) -> int:
    """Write the measures as UTF-8 with BOM, completely or not at all, and count the rows. Raises ExportError."""
    rows = ([cell(value, STANDARD) for value in record.values()] for record in measures_json(results))
    return write_csv(path, COLUMNS, rows, encoding="utf-8-sig", style=STANDARD)


class MaskFolder:
    """Where outlines are written as STEM_mask.png: 255 in the lesion, 0 elsewhere, of the image's size.

    Of images whose stems are alike the masks lie in folders named as theirs; those that differ by their suffix keep it.
    """

    def __init__(self, folder: Path, images: Sequence[Path]) -> None:
        """Make the folder, and refuse it before any work where a mask would take the place of something else.

        Raises:
            ExportError: a mask would replace a file that this program did not write, or the folder cannot be made.
        """
        names = short_names((image.absolute() for image in images), lambda image: image.stem)
        self._targets = {image: folder / f"{_relative(name)}{MASK_ENDING}" for image, name in names.items()}
        for target in self._targets.values():
            try:
                target.parent.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                raise ExportError(not_written(error, target.parent)) from error
            if os.path.lexists(target) and not is_own_mask(target):
                raise ExportError(ExportFact.MASK_OF_OTHERS(file=target.name))

    def write(self, result: MeasuredFile) -> None:
        """Write the mask of a result; none for a file that could not be read, an empty one where no lesion was found.

        Raises:
            ExportError: it cannot be written.
        """
        mask = result.mask()
        if mask is None:
            return
        _write(self._targets[result.path], mask)


def _relative(name: str) -> Path:
    """Below the folder, even for a name that needs the whole path."""
    path = Path(name)
    return path.relative_to(path.anchor) if path.anchor else path


def mask_name(image: Path) -> str:
    return f"{image.stem}{MASK_ENDING}"


def write_mask(path: Path, mask: NDArray[np.uint8]) -> None:
    """Write one mask: (H, W), 255 in the lesion, else 0. Raises ExportError, also before replacing a foreign file."""
    if os.path.lexists(path) and not is_own_mask(path):
        raise ExportError(ExportFact.NO_OWN_MASK(file=path.name))
    _write(path, mask)


def _write(path: Path, mask: NDArray[np.uint8]) -> None:
    try:
        write_atomic(path, _png(mask))
    except OSError as error:
        raise ExportError(not_written(error, path)) from error


def _png(mask: NDArray[np.uint8]) -> bytes:
    notes = PngInfo()
    notes.add_text("Title", MASK_TITLE)
    notes.add_text("Software", about.stamp())
    buffer = io.BytesIO()
    Image.fromarray(mask).save(buffer, format="PNG", pnginfo=notes)
    return buffer.getvalue()
