"""How often reviewer, model and histology agree, in a few lines."""

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from skin_gui.review.assessment.agreement import Agreement, Share
from skin_gui.ui.widgets.formats import percent


class AgreementBox(QWidget):
    """A line for each pair that has something to compare; one sentence where none has."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = QLabel(self.tr("Agreement"))
        title.setProperty("role", "section")
        self.empty = QLabel(self.tr("Counted once you and the model, or histology, have both spoken."))
        self.empty.setProperty("role", "small")
        self.empty.setWordWrap(True)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(1, 1)
        self.figures: dict[str, QLabel] = {}
        for name, caption in (
            ("reviewer_model", self.tr("You and the model")),
            ("first_read_model", self.tr("Your first reading and the model")),
            ("reviewer_histology", self.tr("You and histology")),
            ("first_read_histology", self.tr("Your first reading and histology")),
            ("model_histology", self.tr("The model and histology")),
        ):
            self._add_line(name, caption)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(title)
        layout.addWidget(self.empty)
        layout.addLayout(self._grid)

    def _add_line(self, name: str, caption: str) -> None:
        text, figure = QLabel(caption), QLabel()
        text.setProperty("role", "muted")
        text.setWordWrap(True)
        figure.setAccessibleName(caption)
        figure.setWordWrap(True)
        row = 2 * len(self.figures)
        self._grid.addWidget(text, row, 0, 1, 2)
        self._grid.addWidget(figure, row + 1, 0, 1, 2)
        text.setBuddy(figure)
        self.figures[name] = figure
        self._grid.itemAtPosition(row, 0).widget().setObjectName(name)

    def show_agreement(self, counted: Agreement) -> None:
        """Show what was counted."""
        some = False
        for row, (name, figure) in enumerate(self.figures.items()):
            share: Share = getattr(counted, name)
            caption = self._grid.itemAtPosition(2 * row, 0).widget()
            figure.setText(share_text(share))
            for widget in (caption, figure):
                widget.setVisible(share.total > 0)
            some = some or share.total > 0
        self.empty.setVisible(not some)

    def figure(self, name: str) -> str:
        """The text of a line; empty for one that is not shown."""
        return self.figures[name].text() if self.figures[name].isVisibleTo(self) else ""


def share_text(share: Share) -> str:
    """E.g. "12 of 14 (86 %, 60 to 96 %)"; empty where nothing was counted."""
    if share.value is None or share.interval is None:
        return ""
    locale = QLocale()
    text = AgreementBox.tr("{count} of {total}: {share} (95 % interval {low} to {high})")
    low, high = share.interval
    return text.format(
        count=locale.toString(share.count),
        total=locale.toString(share.total),
        share=percent(share.value),
        low=percent(low),
        high=percent(high),
    )
