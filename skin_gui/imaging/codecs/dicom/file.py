"""DICOM files through pydicom: without its words on patients, and deflated ones no larger than their image needs."""

import io
import logging
import warnings
import zlib
from collections.abc import Sequence
from typing import BinaryIO

from pydicom import Dataset, config, dcmread
from pydicom.filereader import _read_file_meta_info, read_dataset, read_preamble
from pydicom.tag import Tag
from pydicom.uid import (
    UID,
    DeflatedExplicitVRLittleEndian,
    ExplicitVRBigEndian,
    ExplicitVRLittleEndian,
    ImplicitVRLittleEndian,
)

from skin_gui.imaging.reading import PIXEL_LIMIT, UnreadableError, check_pixel_count
from skin_gui.wording.images import ImageFact

# pydicom logs and warns with the values of broken elements, which may identify the patient. Whether
# values are valid matters only where they are used here.
config.settings.reading_validation_mode = config.IGNORE
logging.getLogger("pydicom").setLevel(logging.CRITICAL)
warnings.filterwarnings("ignore", category=UserWarning, module=r"pydicom|skin_gui\.imaging")

_HEADER_LIMIT = 4 << 20
"""Bytes that a deflated file may unfold to beside its pixels."""
_PIXELS_LIMIT = 3 * PIXEL_LIMIT
"""Bytes that the pixels of a deflated file may unfold to."""
_PIXEL_DATA_GROUP = 0x7FE0
_SIZE_TAGS = ("SOPClassUID", "Rows", "Columns", "NumberOfFrames", "SamplesPerPixel", "BitsAllocated")


def read_dicom(file: BinaryIO, tags: Sequence[str] = ()) -> Dataset:
    """Read a DICOM file as pydicom does, but unfold a deflated one to no more than its image needs.

    The preamble and the head of a file may be missing: the transfer syntax is there afterwards.

    Args:
        file: at its beginning.
        tags: keywords of what alone is read, of the elements before the pixels; everything when empty.

    Raises:
        UnreadableError: deflated and larger, damaged, or without an image; or compressed, and it does not say how.
        Exception: whatever pydicom raises on malformed bytes; the caller holds `reading.image_errors`.
    """
    read_preamble(file, force=True)
    # What dcmread itself calls: were the syntax read in another way, it might differ, and dcmread would unfold.
    meta = _read_file_meta_info(file)
    if meta.get("TransferSyntaxUID") != DeflatedExplicitVRLittleEndian:
        file.seek(0)
        dataset = dcmread(file, stop_before_pixels=bool(tags), specific_tags=list(tags) or None, force=True)
        _complete_syntax(dataset)
        return dataset
    dataset = _deflated_header(file.read(_HEADER_LIMIT), tags) if tags else _deflated_dataset(file.read())
    dataset.file_meta = meta
    return dataset


def _complete_syntax(dataset: Dataset) -> None:
    """Tell the transfer syntax of a data set that was stored without the head of a file, by how it was read.

    Raises:
        UnreadableError: its pixels are compressed, nobody knows how.
    """
    if dataset.file_meta.get("TransferSyntaxUID"):
        return
    if "PixelData" in dataset and dataset["PixelData"].is_undefined_length:
        raise UnreadableError(ImageFact.DICOM_UNKNOWN_COMPRESSION())
    implicit, little = dataset.original_encoding
    explicit = ExplicitVRLittleEndian if little else ExplicitVRBigEndian
    dataset.file_meta.TransferSyntaxUID = ImplicitVRLittleEndian if implicit else explicit


def _deflated_header(packed: bytes, tags: Sequence[str]) -> Dataset:
    """Elements of a data set that stand before the pixels, by its first bytes."""
    return _parsed(_inflate(packed, _HEADER_LIMIT)[0], tags)


def _deflated_dataset(packed: bytes) -> Dataset:
    limit = _HEADER_LIMIT + pixel_bytes(_deflated_header(packed, _SIZE_TAGS))
    data, complete = _inflate(packed, limit)
    if complete:
        return _parsed(data)
    if len(data) < limit:
        raise UnreadableError(ImageFact.DAMAGED())
    raise UnreadableError(ImageFact.UNFOLDS_TOO_LARGE(limit=limit / 1e6))


def _inflate(packed: bytes, limit: int) -> tuple[bytes, bool]:
    """At most `limit` bytes of what a deflate stream (PS3.5, A.5) unfolds to, and whether that is all of it."""
    stream = zlib.decompressobj(-zlib.MAX_WBITS)
    data = stream.decompress(packed, limit)
    return data, stream.eof


def _parsed(data: bytes, tags: Sequence[str] = ()) -> Dataset:
    """The elements of an unfolded data set; those before the pixels where only some are asked for."""
    return read_dataset(
        io.BytesIO(data),
        is_implicit_VR=False,
        is_little_endian=True,
        stop_when=(lambda tag, _vr, _length: tag.group >= _PIXEL_DATA_GROUP) if tags else None,
        specific_tags=[Tag(keyword) for keyword in tags] or None,
    )


def pixel_bytes(header: Dataset) -> int:
    """What the pixels that a header promises take, at most `_PIXELS_LIMIT`. Raises: as `dicom_size`."""
    width, height = dicom_size(header)
    values = width * height * int(header.get("NumberOfFrames") or 1) * int(header.get("SamplesPerPixel") or 1)
    return min(values * -(-int(header.get("BitsAllocated") or 8) // 8), _PIXELS_LIMIT)


def dicom_size(dataset: Dataset) -> tuple[int, int]:
    """Width and height in pixels, once checked against the limit (with the number of frames).

    Raises:
        UnreadableError: no image in it (a report, a plan, ...), or larger than the limit.
    """
    if dataset.get("Rows") is None or dataset.get("Columns") is None:
        uid = dataset.get("SOPClassUID")
        if isinstance(uid, UID) and uid.name != str(uid):
            raise UnreadableError(ImageFact.DICOM_OF_KIND_WITHOUT_IMAGE(kind=uid.name))
        raise UnreadableError(ImageFact.DICOM_WITHOUT_IMAGE())
    width, height = int(dataset.Columns), int(dataset.Rows)
    check_pixel_count(width, height, int(dataset.get("NumberOfFrames") or 1))
    return width, height
