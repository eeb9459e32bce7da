"""The measures of a session's images: made by the program, or within an outline that a person drew.

None of them is part of a result's probability.
"""

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from skin_gui import __version__
from skin_gui.measures.score import DermoscopyScore
from skin_gui.progress import CancelCheck, Cancelled, never_cancel
from skin_gui.review.database import Database
from skin_gui.review.keys import clean_text, key_path, path_key
from skin_gui.review.results import Result
from skin_gui.wording.fact import Fact
from skin_gui.wording.kinds import packed, unpacked

if TYPE_CHECKING:
    from skin_gui.measures.files import MeasuredFile
    from skin_gui.measures.measurer import Measurer

_COLUMNS = (
    "path, sha256, app_version, asymmetry, border, colours, structures, area_fraction, confidence, error, by_hand, "
    "is_cut"
)
_PUT = f"INSERT OR REPLACE INTO measurement ({_COLUMNS}, outline) VALUES ({', '.join('?' * 13)})"  # noqa: S608 - fixed text
_MOST_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class Measurement:
    """What was measured in one image, or why nothing was."""

    score: DermoscopyScore | None = None
    area_fraction: float | None = None
    """Part of the image that the lesion covers."""
    confidence: float | None = None
    """Expected Dice of the program's outline with an expert's; None where a person drew it."""
    error: Fact | None = None
    by_hand: bool = False
    """Whether a person drew the outline."""
    sha256: str = ""
    """Of the file that was measured."""
    app_version: str = __version__
    is_cut: bool | None = None
    """Whether the lesion goes on beyond what the image shows: the rest is then of the part in sight. None where it was
    measured before that was kept, or nothing was."""


def measurement_of(measured: "MeasuredFile") -> Measurement:
    """What a session keeps of a measured file."""
    return Measurement(
        measured.score,
        measured.area_fraction,
        measured.confidence,
        measured.error,
        sha256=measured.sha256,
        is_cut=measured.is_cut,
    )


def _of_score(value: Callable[[DermoscopyScore], Any]) -> Callable[[Measurement], Any]:
    return lambda measured: None if measured.score is None else value(measured.score)


def _outline_by(measured: Measurement) -> str | None:
    if measured.score is None:
        return None
    return "reviewer" if measured.by_hand else "program"


MEASURED_COLUMNS: Mapping[str, Callable[[Measurement], Any]] = {
    "measured_asymmetry": _of_score(lambda score: score.asymmetry),
    "measured_border": _of_score(lambda score: score.border),
    "measured_color": _of_score(lambda score: score.colours),
    "measured_structures": _of_score(lambda score: score.structures),
    "measured_tds": _of_score(lambda score: score.value),
    "measured_tds_low": _of_score(lambda score: score.low),
    "measured_tds_high": _of_score(lambda score: score.high),
    "measured_area_fraction": lambda measured: _rounded(measured.area_fraction, 4),
    "measured_outline_confidence": lambda measured: _rounded(measured.confidence, 3),
    "measured_outline_by": _outline_by,
    "measured_error": lambda measured: clean_text(str(measured.error or "")) or None,
    "measured_is_cut": lambda measured: measured.is_cut,
}
"""The columns of the results CSV for measures, at its end: their names say that they are no part of the probability."""


def _rounded(value: float | None, digits: int) -> float | None:
    return None if value is None else round(value, digits)


class Measurements:
    """The measurements of one session. Each call is saved before it returns; all of them raise SessionError."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> dict[Path, Measurement]:
        rows = self._database.rows(f"SELECT {_COLUMNS} FROM measurement")  # noqa: S608
        return {key_path(row[0]): _measurement(row) for row in rows}

    def put(self, found: Mapping[Path, Measurement]) -> dict[Path, Measurement]:
        """Keep what the program has measured; where a person has drawn the outline since, hers stays.

        Returns:
            What counts now for each of the files.
        """
        kept: dict[Path, Measurement] = {}
        with self._database.transaction() as connection:
            for path, measurement in found.items():
                drawn = connection.execute(
                    f"SELECT {_COLUMNS} FROM measurement WHERE path = ? AND by_hand AND sha256 = ?",  # noqa: S608
                    (path_key(path), measurement.sha256),
                ).fetchone()
                kept[path] = measurement if drawn is None else _measurement(drawn)
                if drawn is None:
                    connection.execute(_PUT, (*_row(path, measurement), b""))
        return kept

    def put_drawn(self, path: Path, measurement: Measurement, outline: NDArray[np.bool_]) -> None:
        """Keep what was measured within the outline that a person drew.

        Args:
            outline: (H, W) the lesion, over the whole image; its size is kept.
        """
        with self._database.transaction(power_safe=True) as connection:
            connection.execute(_PUT, (*_row(path, measurement), _packed(outline)))

    def drawn(self, path: Path, sha256: str) -> NDArray[np.bool_] | None:
        """The outline that a person drew on the file of this content; None where there is none."""
        rows = self._database.rows(
            "SELECT outline FROM measurement WHERE path = ? AND by_hand AND sha256 = ?", (path_key(path), sha256)
        )
        return _unpacked(rows[0][0]) if rows else None

    def forget(self, path: Path) -> None:
        """Drop what was measured in an image, and the outline that was drawn on it."""
        with self._database.transaction(power_safe=True) as connection:
            connection.execute("DELETE FROM measurement WHERE path = ?", (path_key(path),))


def unmeasured(results: Iterable[Result], known: Mapping[Path, Measurement]) -> list[Path]:
    """The classified files that have still to be measured: not yet, before they changed, or by another version."""
    return [result.path for result in results if result.status == "ok" and not _is_current(result, known)]


def _is_current(result: Result, known: Mapping[Path, Measurement]) -> bool:
    found = known.get(result.path)
    if found is None or (result.sha256 and found.sha256 and found.sha256 != result.sha256):
        return False
    # Of an outline that was drawn before this was kept nobody can say it without the image.
    is_whole = found.score is None or found.is_cut is not None
    return found.by_hand or (found.app_version == __version__ and is_whole)


def measure_some(
    measurements: Measurements,
    measurer: "Measurer",
    files: Sequence[Path],
    *,
    jobs: int | None = None,
    cancelled: CancelCheck = never_cancel,
) -> dict[Path, Measurement]:
    """Measure the first of some files, for about a second, and save what was found.

    Args:
        measurer: loaded with `threads=1`.
        files: at least one of them is measured.

    Returns:
        What counts now for the files measured, in their order; those that it lacks have still to be measured.

    Raises:
        SessionError: it could not be saved.
        Cancelled: within one image of `cancelled` becoming true; what was measured before is saved.
    """
    from skin_gui.measures.files import measure_files  # noqa: PLC0415 - OpenCV and the network, not before they are used

    until = time.monotonic() + _MOST_SECONDS
    found: dict[Path, Measurement] = {}

    def in_time() -> Iterator[Path]:
        for number, file in enumerate(files):
            if number and time.monotonic() >= until:
                return
            yield file

    try:
        for measured in measure_files(measurer, in_time(), jobs=jobs, cancelled=cancelled):
            found[measured.path] = measurement_of(measured)
    except Cancelled:
        measurements.put(found)
        raise
    return measurements.put(found)


def _row(path: Path, measurement: Measurement) -> tuple[Any, ...]:
    score = measurement.score
    return (
        path_key(path),
        measurement.sha256,
        measurement.app_version,
        *((score.asymmetry, score.border, score.colours, score.structures) if score else (None,) * 4),
        measurement.area_fraction,
        measurement.confidence,
        packed(measurement.error) if measurement.error else "",
        measurement.by_hand,
        measurement.is_cut,
    )


def _measurement(row: Sequence[Any]) -> Measurement:
    _, sha256, version, asymmetry, border, colours, structures, area, confidence, error, by_hand, cut = row
    score = None if asymmetry is None else DermoscopyScore(asymmetry, border, colours, structures)
    return Measurement(
        score,
        area,
        confidence,
        unpacked(error) if error else None,
        bool(by_hand),
        sha256,
        version,
        None if cut is None else bool(cut),
    )


def _packed(outline: NDArray[np.bool_]) -> bytes:
    """As a PNG of one bit a pixel."""
    import cv2  # noqa: PLC0415 - not before the window's first paint

    _, content = cv2.imencode(".png", outline.astype(np.uint8) * 255, [cv2.IMWRITE_PNG_BILEVEL, 1])
    return content.tobytes()


def _unpacked(content: bytes) -> NDArray[np.bool_] | None:
    import cv2  # noqa: PLC0415 - not before the window's first paint

    image = cv2.imdecode(np.frombuffer(content, np.uint8), cv2.IMREAD_GRAYSCALE) if content else None
    return None if image is None else np.asarray(image > 127)
