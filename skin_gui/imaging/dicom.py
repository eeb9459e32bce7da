"""DICOM: visible light, secondary capture and other images, through pydicom."""

import io
import logging
import warnings
import zlib
from collections.abc import Sequence
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from pydicom import Dataset, config, dcmread
from pydicom.encaps import get_frame
from pydicom.filereader import _read_file_meta_info, read_dataset, read_preamble
from pydicom.pixels import (
    apply_color_lut,
    apply_modality_lut,
    apply_voi,
    apply_windowing,
    convert_color_space,
    get_decoder,
)
from pydicom.tag import Tag
from pydicom.uid import (
    UID,
    DeflatedExplicitVRLittleEndian,
    JPEG2000TransferSyntaxes,
    JPEGBaseline8Bit,
    JPEGExtended12Bit,
)

from skin_gui.imaging.codecs.dicom_colours import doubt_of_colours, palette_bits, settle_colours, table_bits
from skin_gui.imaging.codecs.jpeg import is_sound_jpeg
from skin_gui.imaging.codecs.zeroed import has_zeroed_pixels
from skin_gui.imaging.colour import scale_to_uint8, to_srgb, value_range
from skin_gui.imaging.decoded import Decoded
from skin_gui.imaging.reading import DAMAGED, PIXEL_LIMIT, UnreadableError, check_pixel_count

# pydicom logs and warns with the values of broken elements, which may identify the patient. Whether
# values are valid matters only where they are used here.
config.settings.reading_validation_mode = config.IGNORE
logging.getLogger("pydicom").setLevel(logging.CRITICAL)
warnings.filterwarnings("ignore", category=UserWarning, module=r"pydicom|skin_gui\.imaging\.dicom")

_HEADER_LIMIT = 4 << 20
"""Bytes that a deflated file may unfold to beside its pixels."""
_PIXELS_LIMIT = 3 * PIXEL_LIMIT
"""Bytes that the pixels of a deflated file may unfold to."""
_PIXEL_DATA_GROUP = 0x7FE0
_SIZE_TAGS = ("SOPClassUID", "Rows", "Columns", "NumberOfFrames", "SamplesPerPixel", "BitsAllocated")

_OVERLAYS, _OVERLAY_BIT = 0x6000, 0x0102  # group (one of many) and element of an overlay's bit position
_FULL_YBR = ("YBR_FULL", "YBR_FULL_422")
_ONE_SAMPLE = ("MONOCHROME1", "MONOCHROME2", "PALETTE COLOR")

_log = logging.getLogger(__name__)


def read_dicom(file: BinaryIO, tags: Sequence[str] = ()) -> Dataset:
    """Read a DICOM file as pydicom does, but unfold a deflated one to no more than its image needs.

    Args:
        file: at its beginning.
        tags: keywords of what alone is read, of the elements before the pixels; everything when empty.

    Raises:
        UnreadableError: deflated and larger, damaged, or without an image.
        Exception: whatever pydicom raises on malformed bytes; the caller holds `reading.image_errors`.
    """
    read_preamble(file, force=False)
    # What dcmread itself calls: were the syntax read in another way, it might differ, and dcmread would unfold.
    meta = _read_file_meta_info(file)
    if meta.get("TransferSyntaxUID") != DeflatedExplicitVRLittleEndian:
        file.seek(0)
        return dcmread(file, stop_before_pixels=bool(tags), specific_tags=list(tags) or None)
    dataset = _deflated_header(file.read(_HEADER_LIMIT), tags) if tags else _deflated_dataset(file.read())
    dataset.file_meta = meta
    return dataset


def _deflated_header(packed: bytes, tags: Sequence[str]) -> Dataset:
    """Elements of a data set that stand before the pixels, by its first bytes."""
    return _parsed(_inflate(packed, _HEADER_LIMIT)[0], tags)


def _deflated_dataset(packed: bytes) -> Dataset:
    limit = _HEADER_LIMIT + _pixel_bytes(_deflated_header(packed, _SIZE_TAGS))
    data, complete = _inflate(packed, limit)
    if complete:
        return _parsed(data)
    if len(data) < limit:
        raise UnreadableError(DAMAGED)
    raise UnreadableError(
        f"is too large: it is compressed and unfolds to more than the {limit / 1e6:,.0f} MB that its image needs"
    )


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


def _pixel_bytes(header: Dataset) -> int:
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
        kind = f" ({uid.name})" if isinstance(uid, UID) and uid.name != str(uid) else ""
        raise UnreadableError(f"is a DICOM file without an image{kind}")
    width, height = int(dataset.Columns), int(dataset.Rows)
    check_pixel_count(width, height, int(dataset.get("NumberOfFrames") or 1))
    return width, height


def _unsupported_compression(syntax: UID) -> UnreadableError:
    return UnreadableError(
        f"is a DICOM file compressed as {syntax.name}, which is not supported; export it uncompressed or as JPEG"
    )


def _first_frame(dataset: Dataset) -> tuple[NDArray[Any], str, str]:
    """The values of the first frame, (H, W) or (H, W, 3), their photometric interpretation, and what is doubtful."""
    syntax = UID(dataset.file_meta.TransferSyntaxUID)
    try:
        decoder = get_decoder(syntax)
    except NotImplementedError as error:
        raise _unsupported_compression(syntax) from error
    _complete(dataset, syntax)
    twelve_bits = syntax == JPEGExtended12Bit and dataset.get("BitsStored") != 8
    if twelve_bits or not decoder.is_available:
        raise _unsupported_compression(syntax)
    settle_colours(dataset)
    unsigned = not dataset.PixelRepresentation
    # What it would clear of unsigned values is looked at first.
    values, description = decoder.as_array(dataset, index=0, correct_unused_bits=not unsigned, as_rgb=False)
    photometric = str(description["photometric_interpretation"])
    _check_structure(values, photometric, dataset)
    values = _without_unused_bits(values, dataset)
    if values.ndim != 3 or values.dtype != np.uint8:
        return values, photometric, ""
    subsampled = dataset.PhotometricInterpretation == "YBR_FULL_422"
    doubt = doubt_of_colours(values, photometric, lossy=subsampled or syntax.is_encapsulated)
    if photometric in _FULL_YBR:
        return convert_color_space(values, photometric, "RGB"), "RGB", doubt
    return values, photometric, doubt


def _damage(dataset: Dataset) -> str:
    """What is wrong with a compressed first frame: decoders keep silent about what they had to make up."""
    syntax = dataset.file_meta.TransferSyntaxUID
    if syntax not in (JPEGBaseline8Bit, JPEGExtended12Bit, *JPEG2000TransferSyntaxes):
        return ""
    frame = get_frame(dataset.PixelData, 0, number_of_frames=int(dataset.get("NumberOfFrames") or 1))
    if syntax in JPEG2000TransferSyntaxes:
        return DAMAGED if has_zeroed_pixels("JPEG 2000", frame, {}) else ""
    return "" if is_sound_jpeg(frame) else DAMAGED


def _complete(dataset: Dataset, syntax: UID) -> None:
    """Fill in what a header leaves out or gets wrong, where the rest of it leaves one meaning only (PS3.3, C.7.6.3).

    Raises:
        UnreadableError: it does not say what its colours are, or contradicts itself.
    """
    photometric = str(dataset.get("PhotometricInterpretation") or "").strip().upper()
    samples = dataset.get("SamplesPerPixel")
    if not photometric:
        if samples != 1:
            raise UnreadableError("is a DICOM file that does not say what its colours are; export it again as RGB")
        photometric = "MONOCHROME2"
    dataset.PhotometricInterpretation = photometric
    if samples is None:
        dataset.SamplesPerPixel = samples = 1 if photometric in _ONE_SAMPLE else 3
    if not syntax.is_encapsulated and samples != (1 if photometric in _ONE_SAMPLE else 3):
        raise _contradicting(_colours_of(photometric, int(samples)))
    if photometric == "YBR_FULL_422" and not syntax.is_encapsulated and len(dataset.PixelData) >= _pixel_bytes(dataset):
        dataset.PhotometricInterpretation = "YBR_FULL"  # there are as many bytes as without subsampling
    if dataset.get("BitsStored") is None:
        dataset.BitsStored = dataset.get("BitsAllocated")
    # Colours are never negative.
    if samples == 3 or dataset.get("PixelRepresentation") is None:
        dataset.PixelRepresentation = 0
    if samples == 3 and dataset.get("PlanarConfiguration") is None:
        dataset.PlanarConfiguration = 0


def _check_structure(values: NDArray[Any], photometric: str, dataset: Dataset) -> None:
    """Refuse decoded values that are not what the header says: they would be shown as something else.

    Raises:
        UnreadableError: naming the contradiction.
    """
    shape = (int(dataset.Rows), int(dataset.Columns), *(() if photometric in _ONE_SAMPLE else (3,)))
    if values.shape != shape:
        raise _contradicting(_colours_of(photometric, values.shape[2] if values.ndim == 3 else 1))


def _without_unused_bits(values: NDArray[Any], dataset: Dataset) -> NDArray[Any]:
    """Unsigned values without the bits that do not count; only an overlay may have set them (PS3.5, 8.1.2).

    Raises:
        UnreadableError: they are set without an overlay, so the header is wrong about the bits.
    """
    bits = int(dataset.BitsStored)
    if values.dtype.kind != "u" or bits >= 8 * values.dtype.itemsize or int(values.max()) < 1 << bits:
        return values
    if not any(element.tag.group & 0xFF00 == _OVERLAYS and element.tag.element == _OVERLAY_BIT for element in dataset):
        raise _contradicting(f"values of more than {bits} bits")
    return values & ((1 << bits) - 1)


def _contradicting(what: str) -> UnreadableError:
    return UnreadableError(f"is a DICOM file that contradicts itself: it has {what}; export it again")


def _colours_of(photometric: str, samples: int) -> str:
    return f"{photometric} colours with {samples} sample{'' if samples == 1 else 's'} a pixel"


def _window_range(dataset: Dataset) -> tuple[float, float]:
    """What the window maps the darkest and the brightest values to."""
    with np.errstate(over="ignore"):
        low, high = apply_windowing(np.array([-1e12, 1e12]), dataset)
    return float(low), float(high)


def _modality_values(values: NDArray[Any], dataset: Dataset) -> NDArray[Any]:
    """The values after the modality transform; themselves where there is none, or one that changes nothing."""
    rescale = (dataset.get("RescaleSlope"), dataset.get("RescaleIntercept"))
    if not dataset.get("ModalityLUTSequence") and rescale == (1, 0):
        return values
    return np.asarray(apply_modality_lut(values, dataset))


def _displayed_grey(values: NDArray[Any], dataset: Dataset) -> NDArray[np.uint8]:
    """The grey pipeline of PS3.3 C.11: modality transform, then the first VOI table or window.

    Without either, 8-bit values stand as they are and deeper ones are stretched from their smallest
    to their largest.
    """
    modality = _modality_values(values, dataset)
    if dataset.get("VOILUTSequence"):
        return scale_to_uint8(apply_voi(modality, dataset), 0, 2 ** table_bits(dataset) - 1)
    if dataset.get("WindowCenter") is not None and dataset.get("WindowWidth") is not None:
        try:
            with np.errstate(over="ignore"):
                return scale_to_uint8(apply_windowing(modality, dataset), *_window_range(dataset))
        except ValueError as error:
            _log.info("An impossible DICOM window is ignored: %s", error)
    bits = int(dataset.get("BitsStored") or 0)
    if values.dtype.kind == "u" and 1 <= bits <= 8 and modality is values:
        return scale_to_uint8(values, 0, 2**bits - 1)
    return scale_to_uint8(modality, *value_range(modality))


def _displayed_colour(
    values: NDArray[Any], photometric: str, dataset: Dataset
) -> tuple[NDArray[np.uint8], tuple[str, ...]]:
    if photometric == "PALETTE COLOR":
        values = apply_color_lut(values, dataset)
        bits = palette_bits(dataset)
    elif photometric == "RGB":
        bits = int(dataset.BitsStored)
    else:
        raise UnreadableError(f"is a DICOM file with {photometric} colours, which are not supported; export it as RGB")
    pixels = values if bits == 8 and values.dtype == np.uint8 else scale_to_uint8(values, 0, 2**bits - 1)
    profile = dataset.get("ICCProfile")
    if not isinstance(profile, bytes):
        return pixels, ()
    converted, found = to_srgb(Image.fromarray(pixels), profile)
    return np.asarray(converted), found


def decode_dicom(data: bytes) -> Decoded:
    """Decode the first frame of a DICOM file's bytes.

    Raises:
        UnreadableError: no image in it, larger than the limit, or a compression or colour model not supported.
        Exception: whatever pydicom raises on malformed bytes; the caller holds `reading.image_errors`.
    """
    dataset = read_dicom(io.BytesIO(data))
    size = dicom_size(dataset)
    values, photometric, doubt = _first_frame(dataset)
    damage = _damage(dataset) or doubt
    if photometric.startswith("MONOCHROME"):
        grey = _displayed_grey(values, dataset)
        if photometric == "MONOCHROME1":  # the smallest value is white
            grey = 255 - grey
        return Decoded(np.dstack([grey] * 3), size, damage)
    pixels, colour_warnings = _displayed_colour(values, photometric, dataset)
    return Decoded(np.array(pixels), size, damage, colour_warnings)
