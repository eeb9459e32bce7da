"""A picture with its result written below it, as an archive shows it: Secondary Capture (DICOM PS3.3, A.8.1)."""

import numpy as np
from numpy.typing import NDArray
from pydicom.dataset import Dataset, FileDataset

from skin_gui import about
from skin_gui.review.dicom.objects import Header, ImageReference, Series, Study, new_object

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
        number: its place there, from 1.
        header: clinic and reviewer.
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
