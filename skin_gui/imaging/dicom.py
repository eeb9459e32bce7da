"""DICOM: visible light, secondary capture and other images, through pydicom."""

import io
import logging
import warnings
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from pydicom import Dataset, config, dcmread
from pydicom.pixels import apply_color_lut, apply_modality_lut, apply_voi, apply_windowing, get_decoder
from pydicom.uid import UID, JPEGExtended12Bit

from skin_gui.imaging.colour import scale_to_uint8, to_srgb, value_range
from skin_gui.imaging.reading import UnreadableError, check_pixel_count

# pydicom logs and warns with the values of broken elements, which may identify the patient. Whether
# values are valid matters only where they are used here.
config.settings.reading_validation_mode = config.IGNORE
logging.getLogger("pydicom").setLevel(logging.CRITICAL)
warnings.filterwarnings("ignore", category=UserWarning, module=r"pydicom|skin_gui\.imaging\.dicom")

_log = logging.getLogger(__name__)


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


def _first_frame(dataset: Dataset) -> tuple[NDArray[Any], str]:
    """The stored values of the first frame, (H, W) or (H, W, 3), and their photometric interpretation."""
    syntax = UID(dataset.file_meta.TransferSyntaxUID)
    try:
        decoder = get_decoder(syntax)
    except NotImplementedError as error:
        raise _unsupported_compression(syntax) from error
    twelve_bits = syntax == JPEGExtended12Bit and dataset.get("BitsStored") != 8
    if twelve_bits or not decoder.is_available:
        raise _unsupported_compression(syntax)
    values, description = decoder.as_array(dataset, index=0)  # turns YBR into RGB
    return values, str(description["photometric_interpretation"])


def _window_range(dataset: Dataset) -> tuple[float, float]:
    """What the window maps the darkest and the brightest values to."""
    with np.errstate(over="ignore"):
        low, high = apply_windowing(np.array([-1e12, 1e12]), dataset)
    return float(low), float(high)


def _displayed_grey(values: NDArray[Any], dataset: Dataset) -> NDArray[np.uint8]:
    """The grey pipeline of PS3.3 C.11: modality transform, then the first VOI table or window.

    Without either, 8-bit values stand as they are and deeper ones are stretched from their smallest
    to their largest.
    """
    modality = apply_modality_lut(values, dataset)
    if dataset.get("VOILUTSequence"):
        bits = int(dataset.VOILUTSequence[0].LUTDescriptor[2])
        return scale_to_uint8(apply_voi(modality, dataset), 0, 2**bits - 1)
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


def _displayed_colour(values: NDArray[Any], photometric: str, dataset: Dataset) -> NDArray[np.uint8]:
    if photometric == "PALETTE COLOR":
        values = apply_color_lut(values, dataset)
        bits = 8 * values.dtype.itemsize
    elif photometric == "RGB":
        bits = int(dataset.BitsStored)
    else:
        raise UnreadableError(f"is a DICOM file with {photometric} colours, which are not supported; export it as RGB")
    pixels = values if bits == 8 and values.dtype == np.uint8 else scale_to_uint8(values, 0, 2**bits - 1)
    profile = dataset.get("ICCProfile")
    if not isinstance(profile, bytes):
        return pixels
    return np.asarray(to_srgb(Image.fromarray(pixels), profile))


def decode_dicom(data: bytes) -> NDArray[np.uint8]:
    """Decode the first frame of a DICOM file's bytes to (H, W, 3) uint8 RGB.

    Raises:
        UnreadableError: no image in it, larger than the limit, or a compression or colour model not supported.
        Exception: whatever pydicom raises on malformed bytes; the caller holds `reading.image_errors`.
    """
    dataset = dcmread(io.BytesIO(data))
    dicom_size(dataset)
    values, photometric = _first_frame(dataset)
    if photometric.startswith("MONOCHROME"):
        grey = _displayed_grey(values, dataset)
        if photometric == "MONOCHROME1":  # the smallest value is white
            grey = 255 - grey
        return np.dstack([grey] * 3)
    return np.array(_displayed_colour(values, photometric, dataset))
