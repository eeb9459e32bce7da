"""Writes the outline of the image on the screen as a mask."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from skin_gui.review.export_file import ExportError
from skin_gui.ui.texts.facts import words
from skin_gui.ui.texts.formats import in_reading_direction
from skin_gui.ui.widgets.window_state import last_folder, remember_folder

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_DIALOG = "mask"


def save_mask(parent: QWidget, image: Path, mask: "NDArray[np.uint8]") -> str:
    """Ask where, and write it: (H, W), 255 in the lesion, else 0. Gives a sentence for the user, or nothing."""
    from skin_gui.review.measures_export import mask_name, write_mask  # noqa: PLC0415 - not before it is needed

    suggested = Path(last_folder(_DIALOG) or image.parent) / mask_name(image)
    title = QCoreApplication.translate("measures", "Save Mask")
    kind = QCoreApplication.translate("measures", "PNG (*.png)")
    name, _ = QFileDialog.getSaveFileName(parent, title, str(suggested), kind)
    if not name:
        return ""
    target = Path(name)
    try:
        write_mask(target, mask)
    except ExportError as error:
        return words(error)
    remember_folder(_DIALOG, target.parent)
    text = QCoreApplication.translate("measures", "Written to {file}")
    return text.format(file=in_reading_direction(str(target)))
