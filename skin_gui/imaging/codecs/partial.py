"""Images of which a part is missing: Pillow has decoded what comes before it."""

from PIL import Image

from skin_gui.wording.fact import Fact
from skin_gui.wording.images import ImageFact


def load_what_is_there(image: Image.Image) -> Fact | None:
    """Decode an image, or as much of it as there is.

    Returns:
        What is wrong with the pixels, as a clause that follows the file's name; None where they are all there.

    Raises:
        MemoryError: too little memory.
        Exception: whatever Pillow raises, where nothing can be shown.
    """
    try:
        image.load()
    except MemoryError:
        raise
    except Exception:
        # Pillow draws into the image while it decodes. Without work left, it takes it for loaded.
        drawn = getattr(image, "_im", None)
        if drawn is None or drawn.getbbox() is None:
            raise
        image.tile = []  # type: ignore[attr-defined]
        image.load()
        return ImageFact.DAMAGED()
    return None
