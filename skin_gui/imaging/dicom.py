"""DICOM: visible light, secondary capture and other images, through pydicom."""

import io
import struct
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray
from PIL import Image, Jpeg2KImagePlugin, JpegImagePlugin
from pydicom import Dataset
from pydicom.encaps import generate_fragments, get_frame
from pydicom.pixels import apply_color_lut, convert_color_space, get_decoder
from pydicom.uid import (
    UID,
    JPEG2000TransferSyntaxes,
    JPEGBaseline8Bit,
    JPEGExtended12Bit,
    JPEGLSTransferSyntaxes,
    RLELossless,
)

from skin_gui import about
from skin_gui.imaging.codecs.dicom.colours import (
    doubt_of_colours,
    palette_bits,
    replace_frames,
    settle_colours,
    settle_palette,
)
from skin_gui.imaging.codecs.dicom.file import dicom_size, read_dicom
from skin_gui.imaging.codecs.dicom.grey import displayed_grey
from skin_gui.imaging.codecs.dicom.header import (
    check_structure,
    complete_header,
    doubt_of_white,
    lowest_bit,
    unsupported_colours,
    without_unused_bits,
)
from skin_gui.imaging.codecs.excess import packed_size
from skin_gui.imaging.codecs.icc import ADOBE_RGB, ROMM_RGB, matrix_profile
from skin_gui.imaging.codecs.jpeg.decoding import is_sound_jpeg
from skin_gui.imaging.codecs.jpeg.structure import frame_size
from skin_gui.imaging.codecs.jpeg2000 import lacks_tiles
from skin_gui.imaging.codecs.zeroed import has_zeroed_pixels
from skin_gui.imaging.colour import scale_to_uint8, to_srgb
from skin_gui.imaging.decoded import Decoded
from skin_gui.imaging.reading import UnreadableError
from skin_gui.wording.fact import Fact
from skin_gui.wording.images import ImageFact

_JPEGS = (JPEGBaseline8Bit, JPEGExtended12Bit)
_END_OF_IMAGE = b"\xff\xd9"
_NAMED_SPACES = {"ADOBERGB": ADOBE_RGB, "ROMMRGB": ROMM_RGB}  # PS3.3, C.11.15.1.2; the third is sRGB
_FULL_YBR = ("YBR_FULL", "YBR_FULL_422")


def _unsupported_compression(syntax: UID) -> UnreadableError:
    return UnreadableError(ImageFact.DICOM_COMPRESSION(compression=syntax.name))


def _first_frame(dataset: Dataset) -> tuple[NDArray[Any], str, Fact | None]:
    """The values of the first frame, (H, W) or (H, W, 3), their photometric interpretation, and what is doubtful."""
    syntax = UID(dataset.file_meta.TransferSyntaxUID)
    try:
        decoder = get_decoder(syntax)
    except NotImplementedError as error:
        raise _unsupported_compression(syntax) from error
    complete_header(dataset, syntax)
    twelve_bits = syntax == JPEGExtended12Bit and dataset.get("BitsStored") != 8
    if twelve_bits or not decoder.is_available:
        raise _unsupported_compression(syntax)
    if syntax.is_encapsulated and int(dataset.get("NumberOfFrames") or 1) == 1:
        # All fragments but the first item, a table of their places, are of the one frame, whatever the table says.
        replace_frames(dataset, b"".join(list(generate_fragments(dataset.PixelData))[1:]))
    if syntax in JPEGLSTransferSyntaxes and not _stream(dataset).rstrip(b"\0").endswith(_END_OF_IMAGE):
        raise UnreadableError(ImageFact.DAMAGED())  # CharLS may read on behind it for many seconds
    settle_colours(dataset)
    # What pydicom would clear of the values is looked at first.
    values, description = decoder.as_array(dataset, index=0, correct_unused_bits=False, as_rgb=False)
    photometric = str(description["photometric_interpretation"])
    check_structure(values, photometric, dataset)
    values = without_unused_bits(values, dataset, lowest_bit(dataset, syntax))
    if values.ndim != 3 or values.dtype != np.uint8:
        return values, photometric, doubt_of_white(photometric, dataset)
    subsampled = dataset.PhotometricInterpretation == "YBR_FULL_422"
    doubt = doubt_of_colours(values, photometric, lossy=subsampled or syntax.is_encapsulated)
    if photometric in _FULL_YBR:
        return convert_color_space(values, photometric, "RGB"), "RGB", doubt
    return values, photometric, doubt


def _damage(dataset: Dataset, values: NDArray[Any]) -> Fact | None:
    """What is wrong with a compressed first frame: decoders keep silent about sides and what they had to make up."""
    syntax = dataset.file_meta.TransferSyntaxUID
    if syntax == RLELossless:
        return ImageFact.DAMAGED() if _has_wrong_segments(_stream(dataset), dataset) else None
    if syntax not in (*_JPEGS, *JPEGLSTransferSyntaxes, *JPEG2000TransferSyntaxes):
        return None
    frame = _stream(dataset)
    wavelets = syntax in JPEG2000TransferSyntaxes
    size = Jpeg2KImagePlugin.Jpeg2KImageFile(io.BytesIO(frame)).size if wavelets else frame_size(frame)
    damaged = (
        size != (dataset.Columns, dataset.Rows)
        or (wavelets and has_zeroed_pixels("JPEG 2000", frame, dataset.Rows * dataset.Columns))
        or (wavelets and lacks_tiles(frame))
        or (syntax in _JPEGS and not is_sound_jpeg(frame, values))
    )
    return ImageFact.DAMAGED() if damaged else None


def _has_wrong_segments(frame: bytes, dataset: Dataset) -> bool:
    """Whether a segment of runs (PS3.5, annex G) unfolds to fewer or more bytes than there are pixels."""
    count, *begins = struct.unpack_from("<16L", frame)
    begins = begins[:count]
    pixels = dataset.Rows * dataset.Columns
    # Segments are filled up to an even number of bytes, and by some writers to an even number of pixels.
    return not all(
        pixels <= packed_size(frame[begin:end], pixels + 3) <= pixels + 2
        for begin, end in zip(begins, (*begins[1:], len(frame)), strict=True)
    )


def _stream(dataset: Dataset) -> bytes:
    """The compressed first frame."""
    frame: bytes = get_frame(dataset.PixelData, 0, number_of_frames=int(dataset.get("NumberOfFrames") or 1))
    return frame


def _profile(dataset: Dataset) -> bytes | None:
    """The ICC profile of the colours: the header's, one of its optical path or its named space, or the stream's own."""
    paths = dataset.get("OpticalPathSequence") or ()
    for holder in (dataset, *paths[:1]):
        if isinstance(profile := holder.get("ICCProfile"), bytes) and profile:
            return profile
    if space := _NAMED_SPACES.get(str(dataset.get("ColorSpace") or "")):
        return matrix_profile(space)
    if dataset.file_meta.TransferSyntaxUID not in _JPEGS:
        return None
    return cast("bytes | None", JpegImagePlugin.JpegImageFile(io.BytesIO(_stream(dataset))).info.get("icc_profile"))


def _displayed_colour(
    values: NDArray[Any], photometric: str, dataset: Dataset
) -> tuple[NDArray[np.uint8], tuple[str, ...]]:
    if photometric == "PALETTE COLOR":
        settle_palette(dataset)
        values = apply_color_lut(values, dataset)
        bits = palette_bits(dataset)
    elif photometric == "RGB":
        bits = int(dataset.BitsStored)
    else:
        raise unsupported_colours(photometric)
    pixels = values if bits == 8 and values.dtype == np.uint8 else scale_to_uint8(values, 0, 2**bits - 1)
    if not (profile := _profile(dataset)):
        return pixels, ()
    converted, found = to_srgb(Image.fromarray(pixels), profile)
    return np.asarray(converted), found


def _is_own_capture(dataset: Dataset) -> bool:
    """Whether this program wrote it for an archive: the picture of a lesion beside its result, no image of one."""
    return dataset.get("Manufacturer") == about.NAME and dataset.get("ConversionType") is not None


def decode_dicom(data: bytes) -> Decoded:
    """Decode the first frame of a DICOM file's bytes.

    Raises:
        UnreadableError: no image in it or a result of this program, larger than the limit, or a compression or colour
            model not supported.
        Exception: whatever pydicom raises on malformed bytes; the caller holds `reading.image_errors`.
    """
    dataset = read_dicom(io.BytesIO(data))
    if _is_own_capture(dataset):
        raise UnreadableError(ImageFact.OWN_CAPTURE())
    size = dicom_size(dataset)
    values, photometric, doubt = _first_frame(dataset)
    damage = _damage(dataset, values) or doubt
    if photometric.startswith("MONOCHROME"):
        grey = displayed_grey(values, dataset)
        if photometric == "MONOCHROME1":  # the smallest value is white
            grey = 255 - grey
        return Decoded(np.dstack([grey] * 3), size, damage)
    pixels, colour_warnings = _displayed_colour(values, photometric, dataset)
    return Decoded(np.array(pixels), size, damage, colour_warnings)
