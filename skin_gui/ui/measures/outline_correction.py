"""The doctor's own outline of the image on the screen: drawn, measured, kept and written."""

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QObject, Signal, SignalInstance
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from skin_gui.review.export_file import ExportError
from skin_gui.review.measurements import Measurement
from skin_gui.ui.measures.brush import Brush
from skin_gui.ui.texts.facts import words
from skin_gui.ui.texts.formats import in_reading_direction
from skin_gui.ui.widgets.window_state import last_folder, remember_folder
from skin_gui.wording.program import ProgramFact

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from skin_gui.measures.measurer import Measures
    from skin_gui.ui.viewer.image_view import ImageView
    from skin_gui.workers.shown import MeasuredImage

_LEAST_SIDE = 640
"""Of the picture that is measured: a smaller one would not do."""


class KeptOutlines(Protocol):
    """Where outlines are kept that a person drew."""

    @property
    def changed(self) -> SignalInstance:
        """Other outlines are kept now: another folder is under review, say."""

    def drawn(self, path: Path, sha256: str) -> NDArray[np.bool_] | None:
        """The outline that was drawn on the file of this content."""

    def keep(self, path: Path, measurement: Measurement, outline: NDArray[np.bool_]) -> None:
        """Keep an outline with what was measured within it."""

    def forget(self, path: Path) -> None:
        """The program's own outline counts again."""


class OutlineCorrection(QObject):
    """Has the brush; the tab is told what to show."""

    changed = Signal(object, object)
    """`MeasuredImage` as the program measured it, and the `Measures` in force: hers, or the program's; None without."""

    def __init__(self, view: "ImageView", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self.brush = Brush(view, self)
        self.brush.stroked.connect(self._stroked)
        self._kept: KeptOutlines | None = None
        self._measured: MeasuredImage | None = None
        self._drawn: NDArray[np.bool_] | None = None
        self._found: Measures | None = None

    def keep_in(self, kept: KeptOutlines) -> None:
        """Keep outlines there, and take those that are."""
        self._kept = kept
        kept.changed.connect(self._look_again)
        self._look_again()

    def show(self, measured: "MeasuredImage | None") -> None:
        """Another image has been measured, or none is on the screen."""
        self.brush.end()
        self._measured, self._drawn, self._found = measured, None, None
        self._look_again()

    def set_active(self, active: bool) -> None:
        """Whether the brush draws."""
        from skin_gui.measures.drawing import OutlineDrawing  # noqa: PLC0415 - OpenCV, not before it is needed

        if not active or self._measured is None:
            self.brush.end()
            return
        original = self._original(self._measured)
        drawn = original if self._drawn is None or self._drawn.shape != original.shape else self._drawn
        self.brush.begin(OutlineDrawing(drawn, original))

    @property
    def is_by_hand(self) -> bool:
        return self._drawn is not None

    def mask(self) -> NDArray[np.uint8] | None:
        """(H, W) 255 in the lesion and 0 elsewhere, of the file's size; None where there is nothing."""
        from skin_gui.measures.outline import drawn_outline  # noqa: PLC0415

        if self._measured is None:
            return None
        width, height = self._measured.size
        if self._drawn is not None:
            outline = drawn_outline(self._drawn)
        elif self._measured.measures is not None:
            outline = self._measured.measures.outline
        else:
            return np.zeros((height, width), np.uint8)
        return outline.mask(width, height).astype(np.uint8) * np.uint8(255)

    def _keep(self, measured: "MeasuredImage") -> None:
        if self._kept is None:
            return
        if self._drawn is None:
            self._kept.forget(measured.path)
        else:
            self._kept.keep(measured.path, self._measurement(measured), self._drawn)

    def _measurement(self, measured: "MeasuredImage") -> Measurement:
        if self._found is None:
            return Measurement(error=ProgramFact.OUTLINE_ERASED(), by_hand=True, sha256=measured.sha256)
        outline = self._found.outline
        return Measurement(
            self._found.abcd.score,
            outline.area_fraction,
            by_hand=True,
            sha256=measured.sha256,
            is_cut=self._found.is_cut,
        )

    def _look_again(self) -> None:
        """What is kept of the image may be another now; what is being drawn stays."""
        measured = self._measured
        if measured is None or self.brush.is_active:
            return
        drawn = self._kept.drawn(measured.path, measured.sha256) if self._kept is not None else None
        self._set_drawn(drawn)

    def _stroked(self) -> None:
        drawing, measured = self.brush.drawing, self._measured
        if drawing is not None and measured is not None:
            self._set_drawn(drawing.mask if drawing.is_changed else None)
            self._keep(measured)

    def _set_drawn(self, drawn: NDArray[np.bool_] | None) -> None:
        measured = self._measured
        if measured is None:
            return
        self._drawn = drawn
        self._found = measured.measures if drawn is None else self._measure(drawn)
        self.changed.emit(measured, self._found)

    def _measure(self, drawn: NDArray[np.bool_]) -> "Measures | None":
        from skin_gui.measures.measurer import measure_within  # noqa: PLC0415
        from skin_gui.measures.outline import drawn_outline  # noqa: PLC0415

        picture = self._view.picture_of(_LEAST_SIDE)
        return None if picture is None else measure_within(_pixels(picture), drawn_outline(drawn))

    def _original(self, measured: "MeasuredImage") -> NDArray[np.bool_]:
        from skin_gui.measures.drawing import drawing_size  # noqa: PLC0415

        width, height = drawing_size(*measured.size)
        if measured.measures is None:
            return np.zeros((height, width), dtype=bool)
        return measured.measures.outline.mask(width, height)


def _pixels(picture: QImage) -> NDArray[np.uint8]:
    """(H, W, 3) uint8 RGB."""
    plain = picture.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.bytesPerLine())
    return rows[:, : 3 * plain.width()].reshape(plain.height(), plain.width(), 3).copy()


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
