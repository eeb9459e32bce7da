"""What the header of a DICOM file says of its pixels: what it leaves out, and where it contradicts them or itself."""

from typing import Any

from numpy.typing import NDArray
from pydicom import Dataset
from pydicom.uid import UID, JPEG2000TransferSyntaxes, JPEGBaseline8Bit, JPEGExtended12Bit, RLELossless

from skin_gui.imaging.codecs.dicom.file import pixel_bytes
from skin_gui.imaging.reading import UnreadableError
from skin_gui.wording.fact import Fact
from skin_gui.wording.images import ImageFact

_OVERLAYS, _OVERLAY_BIT = 0x6000, 0x0102  # group (one of many) and element of an overlay's bit position
_WITH_ORDER = (JPEGBaseline8Bit, JPEGExtended12Bit, *JPEG2000TransferSyntaxes)  # in their streams alone (PS3.5, 8.2)
_SHAPES = {"MONOCHROME1": "IDENTITY", "MONOCHROME2": "INVERSE"}
_STREAMS = (*(b"\xff\xd8\xff" + bytes([marker]) for marker in (0xC0, 0xDB, 0xE0, 0xE1, 0xEE)), b"\xff\x4f\xff\x51")
"""What streams of JPEG and of JPEG 2000 begin with, and hardly any pixels."""
_FLOATS = ("FloatPixelData", "DoubleFloatPixelData")
_ONE_SAMPLE = ("MONOCHROME1", "MONOCHROME2", "PALETTE COLOR")
_THREE_SAMPLES = ("RGB", "YBR_FULL", "YBR_FULL_422", "YBR_PARTIAL_420", "YBR_ICT", "YBR_RCT")


def complete_header(dataset: Dataset, syntax: UID) -> None:
    """Fill in what a header leaves out or gets wrong, where the rest of it leaves one meaning only (PS3.3, C.7.6.3).

    Raises:
        UnreadableError: it does not say what its colours are, they are not supported, it contradicts itself, or each
            frame is only a part of the image; or it has no pixels, or floats.
    """
    if "PixelData" not in dataset:
        floats = any(keyword in dataset for keyword in _FLOATS)
        raise UnreadableError(ImageFact.DICOM_FLOATS() if floats else ImageFact.DICOM_WITHOUT_IMAGE())
    # Only compressed pixels are stored without a length, or begin as a stream.
    stream = dataset["PixelData"].is_undefined_length or dataset.PixelData[:4] in _STREAMS
    if stream and not syntax.is_encapsulated:
        raise UnreadableError(ImageFact.DICOM_UNKNOWN_COMPRESSION())
    whole = int(dataset.get("TotalPixelMatrixColumns") or 0) * int(dataset.get("TotalPixelMatrixRows") or 0)
    if whole > int(dataset.Columns) * int(dataset.Rows):  # whole slides of a microscope (PS3.3, C.8.12.4)
        raise UnreadableError(ImageFact.DICOM_TILES())
    photometric = str(dataset.get("PhotometricInterpretation") or "").strip().upper()
    samples = dataset.get("SamplesPerPixel")
    if not photometric:
        if samples != 1:
            raise UnreadableError(ImageFact.DICOM_WITHOUT_COLOURS())
        photometric = "MONOCHROME2"
    if photometric not in (*_ONE_SAMPLE, *_THREE_SAMPLES):
        raise unsupported_colours(photometric)
    dataset.PhotometricInterpretation = photometric
    if samples is None:
        dataset.SamplesPerPixel = samples = 1 if photometric in _ONE_SAMPLE else 3
    if not syntax.is_encapsulated and samples != (1 if photometric in _ONE_SAMPLE else 3):
        raise _contradicting(photometric, int(samples))
    if photometric == "YBR_FULL_422" and not syntax.is_encapsulated and len(dataset.PixelData) >= pixel_bytes(dataset):
        dataset.PhotometricInterpretation = "YBR_FULL"  # there are as many bytes as without subsampling
    if dataset.get("BitsStored") is None:
        dataset.BitsStored = dataset.get("BitsAllocated")
    # Colours are never negative.
    if samples == 3 or dataset.get("PixelRepresentation") is None:
        dataset.PixelRepresentation = 0
    if samples == 3 and (dataset.get("PlanarConfiguration") is None or syntax in _WITH_ORDER):
        dataset.PlanarConfiguration = 0


def check_structure(values: NDArray[Any], photometric: str, dataset: Dataset) -> None:
    """Refuse decoded values that are not what the header says: they would be shown as something else.

    Raises:
        UnreadableError: naming the contradiction.
    """
    shape = (int(dataset.Rows), int(dataset.Columns), *(() if photometric in _ONE_SAMPLE else (3,)))
    if values.shape != shape:
        raise _contradicting(photometric, values.shape[2] if values.ndim == 3 else 1)


def doubt_of_white(photometric: str, dataset: Dataset) -> Fact | None:
    """Why nobody can say whether a grey image is a negative, as a clause that follows the file's name; or None.

    The smallest value of MONOCHROME1 is white, and its presentation has the shape INVERSE; of MONOCHROME2 it is black,
    and the shape is IDENTITY (PS3.3, C.7.6.3.1.2 and C.8.11.3). Of files that say one and the other, viewers show some
    by the first and some by the second.
    """
    shape = str(dataset.get("PresentationLUTShape") or "").strip()
    return ImageFact.DICOM_CONTRADICTS_WHITE() if _SHAPES.get(photometric) == shape else None


def lowest_bit(dataset: Dataset, syntax: UID) -> int:
    """The lowest bit of the values as they are stored: above 0 where older programs put them at the upper end.

    Compressed streams but those of run lengths know nothing of it (PS3.5, 8.2).
    """
    if syntax.is_encapsulated and syntax != RLELossless:
        return 0
    high, stored, allocated = (dataset.get(key) for key in ("HighBit", "BitsStored", "BitsAllocated"))
    if high is None or not 0 < stored <= high < allocated:
        return 0
    return int(high) + 1 - int(stored)


def without_unused_bits(values: NDArray[Any], dataset: Dataset, lowest: int) -> NDArray[Any]:
    """Values without the bits that do not count; only an overlay may have set them (PS3.5, 8.1.2).

    Args:
        values: as they are stored; of signed ones those with `lowest` 0 have no such bits.
        lowest: their lowest bit.

    Raises:
        UnreadableError: they are set without an overlay, so the header is wrong about the bits.
    """
    bits, width = int(dataset.BitsStored), 8 * values.dtype.itemsize
    may_be_set = any(
        element.tag.group & 0xFF00 == _OVERLAYS and element.tag.element == _OVERLAY_BIT for element in dataset
    )
    if lowest and not may_be_set and (values & ((1 << lowest) - 1)).any():
        lowest = 0  # not these alone count: the header names a wrong highest bit
    if values.dtype.kind != "u":
        above = width - bits - lowest
        return values << above >> above + lowest
    values = values >> lowest
    if bits >= width or int(values.max()) < 1 << bits:
        return values
    if not may_be_set:
        raise UnreadableError(ImageFact.DICOM_CONTRADICTS_BITS(bits=bits))
    return values & ((1 << bits) - 1)


def unsupported_colours(photometric: str) -> UnreadableError:
    """The error for a photometric interpretation that is not read."""
    return UnreadableError(ImageFact.DICOM_COLOURS(colours=photometric))


def _contradicting(photometric: str, samples: int) -> UnreadableError:
    return UnreadableError(ImageFact.DICOM_CONTRADICTS_SAMPLES(colours=photometric, samples=samples))
