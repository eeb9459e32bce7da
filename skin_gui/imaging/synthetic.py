"""The marker of synthetic images: the samples that come with the program say that they are drawn."""

from pathlib import Path

MARKER = "Synthetic image, drawn by Skin GUI; not a patient"
"""Written as EXIF ImageDescription and as JPEG comment."""

_HEADER_BYTES = 16 * 1024


def is_synthetic(path: Path) -> bool:
    """Whether the image file carries the marker of a synthetic image in its header.

    Reads the first 16 KiB only: JPEG, PNG and TIFF keep descriptions there as plain text, whatever the
    file is called and wherever it was copied. An unreadable file is not synthetic.
    """
    try:
        with path.open("rb") as file:
            return is_marked(file.read(_HEADER_BYTES))
    except OSError:
        return False


def is_marked(data: bytes) -> bool:
    """As `is_synthetic`, of the file's bytes."""
    return MARKER.encode("ascii") in data[:_HEADER_BYTES]
