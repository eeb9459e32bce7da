"""The line at the bottom: place in the folder, zoom, model, passing messages."""

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QLabel, QStatusBar

from skin_gui.ui.texts.formats import left_to_right

_MESSAGE_MS = 6000


class StatusBar(QStatusBar):
    """Shows short facts; what matters is said where the user looks, not here."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizeGripEnabled(False)
        self.place = QLabel()
        self.zoom = QLabel()
        self.model = QLabel()
        self.place.setAccessibleName(self.tr("Place in the folder"))
        self.zoom.setAccessibleName(self.tr("Zoom"))
        self.model.setAccessibleName(self.tr("Model"))
        self.addWidget(self.place)
        self.addPermanentWidget(self.zoom)
        self.addPermanentWidget(self.model)
        self.show_model("")

    def show_place(self, place: int, count: int) -> None:
        """Which of how many images, from 1; 0 is one beside them, -1 is none."""
        texts = {-1: "", 0: self.tr("Not one of the {count} images", "", count)}
        text = texts.get(place, self.tr("Image {place} of {count}"))
        self.place.setText(text.format(place=QLocale().toString(place), count=QLocale().toString(count)))

    def show_zoom(self, zoom: float) -> None:
        """Screen pixels an image pixel, as a percentage."""
        self.zoom.setText(self.tr("Zoom {zoom} %").format(zoom=QLocale().toString(round(zoom * 100))))

    def hide_zoom(self) -> None:
        self.zoom.clear()

    def show_model(self, name: str) -> None:
        """The model in use; empty while it is loaded."""
        text = self.tr("Model: {name}").format(name=left_to_right(name))
        self.model.setText(text if name else self.tr("Loading the model…"))

    def show_message(self, text: str) -> None:
        self.showMessage(text, _MESSAGE_MS)
