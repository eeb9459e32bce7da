"""What is known of the file and of how its result was made; nothing in it identifies a patient."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from skin_gui.ui.texts.formats import (
    bytes_text,
    date_text,
    from_the_start,
    in_its_direction,
    in_reading_direction,
    left_to_right,
    seconds_text,
)
from skin_gui.ui.widgets.labels import styled_label
from skin_gui.ui.widgets.layouts import in_grid
from skin_gui.workers.shown import ImagePrediction, ShownImage

if TYPE_CHECKING:
    from skin_gui.review.results import Result


class FileFacts(QWidget):
    """Two columns: name and value."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = in_grid(self, spacing=(16, 4), stretch=(1,))
        self._values: dict[str, tuple[QLabel, QLabel]] = {}
        for key, name in (
            ("size", self.tr("Image")),
            ("file", self.tr("File")),
            ("date", self.tr("Modified")),
            ("device", self.tr("Device")),
            ("model", self.tr("Model")),
            ("time", self.tr("Time")),
            ("decision", self.tr("Decision")),
            ("note", self.tr("Note")),
            ("diagnosis", self.tr("Diagnosis")),
            ("tags", self.tr("Tags")),
            ("histology", self.tr("Histology")),
        ):
            self._add_row(key, name)

    def _add_row(self, key: str, name: str) -> None:
        caption, value = styled_label(name, "muted"), styled_label(wraps=True, selectable=True)
        value.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        value.setAccessibleName(name)
        row = len(self._values)
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(caption, row, 0, alignment=top)
        self._grid.addWidget(value, row, 1)
        self._values[key] = (caption, value)

    def show_image(self, image: ShownImage) -> None:
        """Facts of the file; those of the result are taken away until they are known."""
        locale = QLocale()
        self._set(
            "size",
            self.tr("{width} × {height} pixels").format(
                width=locale.toString(image.facts.width), height=locale.toString(image.facts.height)
            ),
        )
        size = bytes_text(image.facts.file_size)
        self._set("file", self.tr("{format}, {size}").format(format=left_to_right(image.facts.format), size=size))
        self._set("date", date_text(image.facts.modified))
        details = dict(image.facts.details)
        self._set("device", " ".join(details[key] for key in ("Manufacturer", "Model") if key in details))
        self._set("model", "")
        self._set("time", "")
        self.show_decision("", "")
        self.show_assessment(None)

    def show_prediction(self, predicted: ImagePrediction) -> None:
        self._set("model", predicted.model.name)
        self._set("time", seconds_text(predicted.seconds))

    def show_decision(self, decision: str, note: str) -> None:
        """What the reviewer said of the image, in words; empty for nothing."""
        self._set("decision", decision)
        self._set("note", note)

    def show_assessment(self, row: "Result | None") -> None:
        """What else was said of the image: its row in the table, if it has one."""
        texts = ("", "", "")
        if row is not None and row.assessment:
            # With a row its words are loaded; before the first paint they need not be.
            from skin_gui.ui.texts.assessment import finding_text, tags_text  # noqa: PLC0415

            known = row.assessment
            texts = (finding_text(known.diagnosis), tags_text(known.tags), finding_text(known.histology))
        for key, text in zip(("diagnosis", "tags", "histology"), texts, strict=True):
            self._set(key, text)

    def value(self, key: str) -> str:
        return self._values[key][1].text()

    def _set(self, key: str, text: str) -> None:
        caption, value = self._values[key]
        ordered = {"note": in_its_direction, "file": from_the_start}.get(key, in_reading_direction)
        value.setText(ordered(text) if text else "")
        caption.setVisible(bool(text))
        value.setVisible(bool(text))
