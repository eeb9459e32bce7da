"""From the values of a grey DICOM image to what is to be seen."""

import logging
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pydicom import Dataset
from pydicom.pixels import apply_modality_lut, apply_voi, apply_windowing
from pydicom.uid import ExplicitVRBigEndian

from skin_gui.imaging.codecs.dicom.colours import table_bits
from skin_gui.imaging.colour import scale_to_uint8, value_range

_MACROS = ("PixelValueTransformationSequence", "FrameVOILUTSequence")  # PS3.3, C.7.6.16.2.9 and C.7.6.16.2.10

_log = logging.getLogger(__name__)


def _window_range(dataset: Dataset) -> tuple[float, float]:
    """What the window maps the darkest and the brightest values to."""
    with np.errstate(over="ignore"):
        low, high = apply_windowing(np.array([-1e12, 1e12]), dataset)
    return float(low), float(high)


def _modality_values(values: NDArray[Any], dataset: Dataset) -> NDArray[Any]:
    """The values after the modality transform; themselves where there is none, or it does nothing or cannot be."""
    rescale = (dataset.get("RescaleSlope"), dataset.get("RescaleIntercept"))
    if not dataset.get("ModalityLUTSequence") and (None in rescale or not rescale[0] or rescale == (1, 0)):
        return values
    return np.asarray(apply_modality_lut(values, dataset))


def _adopt_groups(dataset: Dataset) -> None:
    """Let the transforms of an enhanced image count, which stand in its functional groups (PS3.3, C.7.6.16).

    Those of the first frame come before those that all frames share.
    """
    for groups in ("PerFrameFunctionalGroupsSequence", "SharedFunctionalGroupsSequence"):
        for group in (dataset.get(groups) or ())[:1]:
            for macro in _MACROS:
                for element in (item for items in (group.get(macro) or ())[:1] for item in items):
                    dataset.setdefault(element.tag, element)


def _unpack_table(item: Dataset, big_endian: bool) -> None:
    """Give a table whose entries of 8 bits lie two in a word (PS3.3, C.11.1.1 and C.11.2.1) an entry a number.

    pydicom knows tables with a word for each entry, as some programs write them.
    """
    count, _, bits = item.LUTDescriptor
    data = item.LUTData
    if not isinstance(data, bytes):
        words = np.atleast_1d(np.asarray(data, np.uint16))
        data = words.astype(">u2" if big_endian else "<u2").tobytes()
    count = count or 1 << 16
    if bits > 8 or len(data) != count + count % 2:
        return
    # The first of two entries is the less significant one of a word.
    entries = np.frombuffer(data, ">u2" if big_endian else "<u2").astype("<u2").view(np.uint8)
    item.add_new("LUTData", "US", entries[:count].tolist())


def displayed_grey(values: NDArray[Any], dataset: Dataset) -> NDArray[np.uint8]:
    """The grey pipeline of PS3.3 C.11: modality transform, then the first VOI table or window.

    Without either, 8-bit values stand as they are and deeper ones are stretched from their smallest
    to their largest.
    """
    _adopt_groups(dataset)
    big_endian = dataset.file_meta.TransferSyntaxUID == ExplicitVRBigEndian
    for item in (*(dataset.get("ModalityLUTSequence") or ()), *(dataset.get("VOILUTSequence") or ())):
        _unpack_table(item, big_endian)
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
