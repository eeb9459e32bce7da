"""What the colours of a DICOM file are, where its header and its pixels may disagree.

Programs that send images on often change the header without the pixels, or the pixels without the header. What a
compressed stream says of itself is believed before the header; where neither can be, the values are looked at.
"""

import cv2
import numpy as np
from numpy.typing import NDArray
from pydicom import Dataset
from pydicom.encaps import encapsulate, get_frame
from pydicom.pixels import apply_color_lut, apply_voi
from pydicom.uid import JPEG2000TransferSyntaxes, JPEGBaseline8Bit, JPEGExtended12Bit

from skin_gui.imaging.codecs.jpeg.structure import is_transformed, with_height, with_transform
from skin_gui.wording.fact import Fact
from skin_gui.wording.images import ImageFact

_JPEGS = (JPEGBaseline8Bit, JPEGExtended12Bit)
_COD, _COMPONENTS_TRANSFORMED = 0x52, 8  # marker of JPEG 2000 (ISO/IEC 15444-1, A.6.1), and where in it that stands
_PROBES = 128  # pixels a side that are looked at

# Read as YBR, the values of RGB images lie outside of all colours for some pixels: of 160 dermoscopic images in 4
# sources for more than the part below in each, and in none of the same images as YBR. What JPEG does to them may lead
# a little beyond. The second and third channel of YBR vary less than the first.
_BEYOND, _PART_OF_PIXELS = 4, 0.001
_BEYOND_LOSSY, _PART_LOSSY = 16, 0.005
_SPREAD = 0.5
# Of luminance and both chrominances, less the 128 that stand for none (PS3.3, C.7.6.3.1.2).
_TO_RGB = np.array([[1, 0, 1.402], [1, -0.344136, -0.714136], [1, 1.772, 0]], np.float32)
_TO_RGB = np.column_stack([_TO_RGB, -128 * _TO_RGB[:, 1:].sum(axis=1)])


def settle_colours(dataset: Dataset) -> None:
    """Give a file of three samples the photometric interpretation that its compressed stream has, if it tells.

    A stream of JPEG's is put into the words that its decoder knows.
    """
    syntax = dataset.file_meta.TransferSyntaxUID
    if syntax not in (*_JPEGS, *JPEG2000TransferSyntaxes):
        return
    frame = get_frame(dataset.PixelData, 0, number_of_frames=int(dataset.get("NumberOfFrames") or 1))
    if dataset.SamplesPerPixel != 3:
        if syntax in _JPEGS:
            replace_frames(dataset, with_height(frame))
        return
    if syntax in JPEG2000TransferSyntaxes:
        if _has_component_transform(frame):
            dataset.PhotometricInterpretation = "YBR_RCT"  # its decoder undoes it
        return
    transformed = is_transformed(frame)
    if transformed is None:
        transformed = str(dataset.PhotometricInterpretation).startswith("YBR")
    # Once the stream says it, its decoder gives RGB.
    replace_frames(dataset, with_transform(with_height(frame), transformed))
    dataset.PhotometricInterpretation = "RGB"


def replace_frames(dataset: Dataset, frame: bytes) -> None:
    """Make the first frame, as it is compressed, the only one."""
    dataset.PixelData = encapsulate([frame])
    dataset.NumberOfFrames = 1
    for offsets in ("ExtendedOffsetTable", "ExtendedOffsetTableLengths"):
        dataset.pop(offsets, None)


def _has_component_transform(stream: bytes) -> bool:
    position = 2
    while position + 4 <= len(stream) and stream[position] == 0xFF:
        if stream[position + 1] == _COD:
            return stream[position + _COMPONENTS_TRANSFORMED : position + _COMPONENTS_TRANSFORMED + 1] == b"\1"
        position += 2 + int.from_bytes(stream[position + 2 : position + 4])
    return False


def doubt_of_colours(values: NDArray[np.uint8], photometric: str, *, lossy: bool) -> Fact | None:
    """Why stored (H, W, 3) values cannot be what the header says, as a clause that follows the file's name; or None."""
    steps = tuple(max(1, side // _PROBES) for side in values.shape[:2])
    probes = np.ascontiguousarray(values[:: steps[0], :: steps[1]])
    beyond, part = (_BEYOND_LOSSY, _PART_LOSSY) if lossy else (_BEYOND, _PART_OF_PIXELS)
    impossible = _part_beyond(probes, beyond) > part
    if photometric.startswith("YBR_FULL"):
        return ImageFact.LIKE_RGB() if impossible else None
    spread = cv2.meanStdDev(probes)[1].ravel()
    doubtful = not impossible and 0 < max(spread[1:]) < _SPREAD * spread[0]
    return ImageFact.LIKE_YBR() if doubtful else None


def _part_beyond(probes: NDArray[np.uint8], margin: int) -> float:
    """The part of (H, W, 3) YBR values that no RGB colour has."""
    colours = cv2.transform(probes.astype(np.float32), _TO_RGB)
    within = cv2.inRange(colours, (-margin,) * 3, (255 + margin,) * 3)
    return 1 - cv2.countNonZero(within) / within.size


def settle_palette(dataset: Dataset) -> None:
    """Take away the byte by which an odd number of 8-bit entries is filled up (PS3.5, 8.2): pydicom counts it."""
    for colour in ("Red", "Green", "Blue"):
        name = f"{colour}PaletteColorLookupTable"
        count, table = (dataset.get(f"{name}Descriptor") or (0,))[0], dataset.get(f"{name}Data")
        if count % 2 and isinstance(table, bytes) and len(table) == count + 1:
            setattr(dataset, f"{name}Data", table[:count])


def palette_bits(dataset: Dataset) -> int:
    """Bits of the colours in a palette: 8 where its 16-bit entries were filled with 8-bit values."""
    count, first = dataset.RedPaletteColorLookupTableDescriptor[:2]
    table = apply_color_lut(np.arange(first, first + (count or 1 << 16)), dataset)
    return 8 if int(table.max()) < 1 << 8 else 8 * table.dtype.itemsize


def table_bits(dataset: Dataset) -> int:
    """Bits of the greys in the first VOI table: 8 where it promises more and holds 8-bit values only."""
    count, first, bits = dataset.VOILUTSequence[0].LUTDescriptor
    table = apply_voi(np.arange(first, first + (count or 1 << 16)), dataset)
    return 8 if int(table.max()) < 1 << 8 else int(bits)
