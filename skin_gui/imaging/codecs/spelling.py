"""Files that spell a thing in a way their format allows and the decoders do not know, spelled in the usual one."""

from skin_gui.imaging.codecs.jpeg.structure import read_structure, with_height
from skin_gui.imaging.codecs.tiff.big import is_unknown_big_tiff, to_classic
from skin_gui.imaging.reading import UnreadableError
from skin_gui.wording.images import ImageFact


def usual_spelling(name: str, data: bytes) -> bytes:
    """The bytes of a file whose pixels are the same; the very bytes given where the decoders know them.

    Args:
        name: its format, a result of `signatures.identify`.

    Raises:
        UnreadableError: it is coded in a way that no decoder here knows.
        Exception: for malformed bytes.
    """
    if name == "JPEG":
        if not read_structure(data).is_known:
            raise UnreadableError(ImageFact.UNKNOWN_KIND())
        return with_height(data)
    if name == "TIFF" and is_unknown_big_tiff(data):
        return to_classic(data)
    return data
