"""A folder of objects for an archive: of each image a picture with its result, and a structured report."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from pydicom.dataset import Dataset, FileDataset
from pydicom.uid import generate_uid

from skin_gui import about
from skin_gui.imaging.decode import load_image
from skin_gui.imaging.errors import ImageError
from skin_gui.progress import CancelCheck, Progress, ignore_progress, never_cancel, until_cancelled
from skin_gui.review.dicom.measurement_report import TrackedLesion, measurement_report
from skin_gui.review.dicom.objects import Header, ImageReference, Series, Study, file_bytes, new_object, new_study
from skin_gui.review.dicom.origin import Origin, origin_of
from skin_gui.review.export_file import ExportError, new_folder
from skin_gui.review.memberships import UNGROUPED, Membership
from skin_gui.review.results import Result
from skin_gui.wording.review import ExportFact

Drawing = Callable[[Result, NDArray[np.uint8], str], NDArray[np.uint8]]
"""Result, pixels and name of an image to the picture with its result below it; all pixels (H, W, 3) uint8 RGB."""

_SERIES = {"OT": (9001, "pictures with results"), "SR": (9002, "results")}
"""Number and description by modality: beyond the numbers that the camera gives."""
_SIDE = 2048
"""Pixels that a picture is decoded to at least, where it has them."""


@dataclass(frozen=True)
class ArchiveSummary:
    """What became of the rows."""

    images: int
    """Of which there are two objects each."""
    left_out: tuple[str, ...]
    """Names of those without a result, not readable any more, or with other content than was classified."""


@dataclass(frozen=True)
class ArchiveRow:
    """An image that is to go to the archive."""

    result: Result
    """At the operating point in force."""
    name: str
    """Tells it from the others."""
    membership: Membership = UNGROUPED


def write_archive_folder(
    folder: Path,
    rows: Iterable[ArchiveRow],
    draw: Drawing,
    *,
    header: Header,
    progress: Progress = ignore_progress,
    cancelled: CancelCheck = never_cancel,
) -> ArchiveSummary:
    """Make the folder, completely or not at all.

    A DICOM image's objects belong to its patient and study. Those of other images begin a study for each patient of
    their grouping. The pictures of one lesion of the grouping are tracked as that lesion.

    Args:
        folder: to be made; an empty one may be there.
        header: of all images; its site, or else that of the grouping, and its patient, left empty where
            they are of several, of those that are not DICOM files.

    Raises:
        ExportError: one sentence for the user; nothing has been made.
        Cancelled: `cancelled` said so; nothing has been made.
    """
    rows = list(rows)
    left_out: list[str] = []
    with new_folder(folder) as stage:
        filing = _Filing(stage, header)
        for place, row in until_cancelled(cancelled, enumerate(rows, start=1)):
            if (image := _as_classified(row.result)) is None:
                left_out.append(row.name)
            else:
                filing.put(row, image, draw)
            progress(place / (len(rows) + 1))
        if not filing.images:
            raise ExportError(ExportFact.NOTHING_FOR_ARCHIVE())
    progress(1.0)
    return ArchiveSummary(filing.images, tuple(left_out))


@dataclass(frozen=True)
class _Image:
    pixels: NDArray[np.uint8]
    origin: Origin | None


def _as_classified(result: Result) -> _Image | None:
    """The image, if it can be read and is the one that the result is about."""
    if result.probability is None:
        return None
    try:
        image = load_image(result.path, minimum_side=_SIDE)
        if result.sha256 and result.sha256 != image.sha256:
            return None
        return _Image(image.pixels, origin_of(result.path))
    except ImageError:
        return None


class _Filing:
    """Puts objects into a folder, each into its study and series."""

    def __init__(self, folder: Path, header: Header) -> None:
        self._folder, self._header = folder, header
        self._studies: dict[str, Study] = {}
        self._series: dict[tuple[str, str], Series] = {}
        self._counts: Counter[str] = Counter()
        self._lesions: dict[tuple[str, str], str] = {}
        self.images = 0

    def put(self, row: ArchiveRow, image: _Image, draw: Drawing) -> None:
        origin = image.origin
        study = self._study(origin, row.membership.patient)
        source = origin.image if origin else None
        picture = draw(row.result, image.pixels, row.name)
        capture = secondary_capture(picture, study, *self._place(study, "OT"), self._header, source)
        report = measurement_report(
            row.result,
            study,
            *self._place(study, "SR"),
            replace(self._header, site=self._header.site or row.membership.site),
            source or reference_to(capture),
            self._lesion(row),
        )
        self.images += 1
        self._save(capture, "picture")
        self._save(report, "result")

    def _study(self, origin: Origin | None, grouped: str) -> Study:
        if origin is not None:
            return self._studies.setdefault(f"study {origin.study.uid}", origin.study)
        patient = self._header.patient or grouped
        # Two images of which nothing is known may be of two patients.
        key = f"patient {patient}" if patient else f"image {self.images}"
        if key not in self._studies:
            self._studies[key] = new_study(patient)
        return self._studies[key]

    def _lesion(self, row: ArchiveRow) -> TrackedLesion:
        """The lesion of its grouping, or else one of this picture alone."""
        member, uid = row.membership, generate_uid()
        if not member.lesion:
            return TrackedLesion(row.name, uid, member.taken)
        return TrackedLesion(
            member.lesion, self._lesions.setdefault((member.patient, member.lesion), uid), member.taken
        )

    def _place(self, study: Study, modality: str) -> tuple[Series, int]:
        """The series of this kind and the next number in it."""
        key = (study.uid, modality)
        if key not in self._series:
            number, description = _SERIES[modality]
            self._series[key] = Series(generate_uid(), number, modality, f"{about.NAME}: {description}")
        series = self._series[key]
        self._counts[series.uid] += 1
        return series, self._counts[series.uid]

    def _save(self, data: FileDataset, kind: str) -> None:
        (self._folder / f"{self.images:04d}-{kind}.dcm").write_bytes(file_bytes(data))


def rows_of(
    results: Iterable[Result], names: Iterable[str], memberships: Mapping[Path, Membership]
) -> list[ArchiveRow]:
    """Results with what else is known of their images."""
    return [
        ArchiveRow(result, name, memberships.get(result.path, UNGROUPED))
        for result, name in zip(results, names, strict=True)
    ]


SOP_CLASS = "1.2.840.10008.5.1.4.1.1.7"
"""Secondary Capture Image Storage."""


def secondary_capture(
    pixels: NDArray[np.uint8],
    study: Study,
    series: Series,
    number: int,
    header: Header,
    source: ImageReference | None = None,
) -> FileDataset:
    """The object.

    Args:
        pixels: (H, W, 3) uint8 RGB, the result burned in; H and W below 65,536.
        source: the image it shows, where that is in the archive.
    """
    data = new_object(SOP_CLASS, study, series, number, header)
    data.ConversionType = "WSD"
    data.ImageType = ["DERIVED", "SECONDARY"]
    data.DerivationDescription = f"Picture with its result written below it. {about.stamp()}"
    data.PatientOrientation = data.Laterality = ""
    data.BurnedInAnnotation = "YES"
    if source is not None:
        reference = Dataset()
        reference.ReferencedSOPClassUID, reference.ReferencedSOPInstanceUID = source.sop_class, source.instance
        data.SourceImageSequence = [reference]
    data.SamplesPerPixel, data.PhotometricInterpretation, data.PlanarConfiguration = 3, "RGB", 0
    data.Rows, data.Columns = pixels.shape[:2]
    data.BitsAllocated = data.BitsStored = 8
    data.HighBit, data.PixelRepresentation = 7, 0
    content = np.ascontiguousarray(pixels).tobytes()
    data.PixelData = content + b"\0" * (len(content) % 2)
    return data


def reference_to(data: FileDataset) -> ImageReference:
    """What names an image that was just made."""
    return ImageReference(
        str(data.StudyInstanceUID), str(data.SeriesInstanceUID), str(data.SOPClassUID), str(data.SOPInstanceUID)
    )
