"""How often reviewer, model and histology agree, in a few lines."""

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QLabel, QWidget

from skin_gui.review.reading.agreement import Agreement, Share
from skin_gui.ui.texts.formats import percent
from skin_gui.ui.widgets.labels import styled_label
from skin_gui.ui.widgets.layouts import add_parts, in_column


class AgreementBox(QWidget):
    """A line for each pair that has something to compare; one sentence where none has."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = styled_label(self.tr("Agreement"), "section")
        nothing = self.tr("Counted once you and the model, or histology, have both spoken.")
        self.empty = styled_label(nothing, "small", wraps=True)
        self._lines = in_column(None, spacing=2)
        self.captions: dict[str, QLabel] = {}
        self.figures: dict[str, QLabel] = {}
        for name, caption in (
            ("reviewer_model", self.tr("You and the model")),
            ("first_read_model", self.tr("Your first reading and the model")),
            ("reviewer_histology", self.tr("You and histology")),
            ("first_read_histology", self.tr("Your first reading and histology")),
            ("model_histology", self.tr("The model and histology")),
        ):
            self._add_line(name, caption)
        in_column(self, title, self.empty, self._lines, spacing=6)

    def _add_line(self, name: str, caption: str) -> None:
        text, figure = styled_label(caption, "muted", wraps=True), styled_label(wraps=True)
        figure.setAccessibleName(caption)
        text.setBuddy(figure)
        add_parts(self._lines, text, figure)
        self.captions[name], self.figures[name] = text, figure

    def show_agreement(self, counted: Agreement) -> None:
        shares: dict[str, Share] = {name: getattr(counted, name) for name in self.figures}
        for name, share in shares.items():
            self.figures[name].setText(share_text(share))
            for label in (self.captions[name], self.figures[name]):
                label.setVisible(share.total > 0)
        self.empty.setVisible(not any(share.total for share in shares.values()))

    def figure(self, name: str) -> str:
        """The text of a line; empty for one that is not shown."""
        return self.figures[name].text() if self.figures[name].isVisibleTo(self) else ""


def share_text(share: Share) -> str:
    """E.g. "12 of 14 (86 %, 60 to 96 %)"; empty where nothing was counted."""
    if share.value is None or share.interval is None:
        return ""
    locale = QLocale()
    text = QCoreApplication.translate("AgreementBox", "{count} of {total}: {share} (95 % interval {low} to {high})")
    low, high = share.interval
    return text.format(
        count=locale.toString(share.count),
        total=locale.toString(share.total),
        share=percent(share.value),
        low=percent(low),
        high=percent(high),
    )
