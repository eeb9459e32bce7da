"""From the values of a grey DICOM image to what is to be seen."""

import logging
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pydicom import Dataset
from pydicom.pixels import apply_modality_lut, apply_voi, apply_windowing

from skin_gui.imaging.codecs.dicom_colours import table_bits
from skin_gui.imaging.colour import scale_to_uint8, value_range

_log = logging.getLogger(__name__)


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


def displayed_grey(values: NDArray[Any], dataset: Dataset) -> NDArray[np.uint8]:
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
