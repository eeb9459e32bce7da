"""A few images of each source, for what is measured once and kept in the program."""

from pathlib import Path

from skin_gui.imaging.files import list_images


def chosen_images(sources: list[str], of_each: int) -> list[Path]:
    """About so many benign and malignant images of each folder, at equal steps in the order of their names."""
    chosen = []
    for source in sources:
        for label in ("benign", "malignant"):
            files = list_images([Path(source) / label], recursive=False)
            chosen += files[:: max(1, len(files) // of_each)][:of_each]
    return chosen
