"""The result itself: label, probability, bar, and a sentence that says what it means."""

from PySide6.QtCore import QCoreApplication, QLocale, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from skin_gui.ui.texts.formats import in_reading_direction, percent, probability_text
from skin_gui.ui.texts.results import clinics_text, label_text, measured_text
from skin_gui.ui.widgets.labels import IconLabel, restyle, styled_label
from skin_gui.ui.widgets.layouts import STRETCH, in_column, in_row
from skin_gui.ui.widgets.message_box import MessageBox
from skin_gui.ui.widgets.theme import theme
from skin_gui.workers.shown import ImagePrediction, ModelFacts

_MARK_SIDE = 32
_TYPICAL_COUNT = 100


class ResultBox(QWidget):
    """Shows one outcome."""

    def __init__(self) -> None:
        super().__init__()
        self._predicted: ImagePrediction | None = None
        # A shape for each label: colour is never the only difference.
        self._mark = IconLabel(_MARK_SIDE)
        self.moved = MessageBox("warning")
        self.reset_button = QPushButton(self.tr("Reset to {own}").format(own="–"))
        # A click leaves the keyboard to the image: the button goes with what it mends.
        self.reset_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.moved.add_button(self.reset_button)
        self.label = styled_label(role="headline", selectable=True)
        self.figure = styled_label(role="figure", selectable=True)
        self.bar = ProbabilityBar()
        self.sentence = styled_label(role="body", wraps=True, selectable=True)
        self.expectation = styled_label(role="small", wraps=True, selectable=True)
        caption = styled_label(self.tr("Probability of malignancy"), "section", wraps=True, selectable=True)
        heading = in_row(None, self._mark, (self.label, 1), spacing=12)
        number, meant = (caption, self.figure, self.bar), (self.sentence, self.expectation)
        in_column(self, self.moved, heading, 8, *number, 8, *meant, STRETCH, spacing=8)

    def show_pending(self, text: str) -> None:
        """No result yet, and none of another image; the room it takes stays, so that nothing below jumps."""
        self.setMinimumHeight(self.height() if self._predicted is not None else 0)
        self._predicted = None
        self.moved.clear()
        self._mark.show_icon("", "")
        self._show_label(text, "")
        self.figure.setText("–")
        self.bar.clear()
        self.sentence.clear()
        self.expectation.clear()

    def _show_moved(self, own: float, point: float) -> None:
        """Warn of labels at another operating point than the one in force: it lasts, and its slider may be hidden."""
        text = self.tr("Operating point moved: the review table labels this image at {point}, not at {own}.")
        self.reset_button.setText(self.tr("Reset to {own}").format(own=percent(own)))
        is_moved = point != own
        self.moved.set_messages([text.format(point=percent(point), own=percent(own))] if is_moved else [])

    def _show_label(self, text: str, result: str) -> None:
        self.label.setText(text)
        self.label.setProperty("result", result)
        restyle(self.label)

    def show_prediction(self, predicted: ImagePrediction) -> None:
        prediction = predicted.prediction
        self._predicted = predicted
        self.setMinimumHeight(0)
        self._mark.show_icon(prediction.label, prediction.label)
        self._show_moved(predicted.model.threshold, prediction.threshold)
        self._show_label(label_text(prediction.label), prediction.label)
        self.figure.setText(in_reading_direction(probability_text(prediction.probability)))
        self.bar.set_values(prediction.probability, prediction.threshold)
        self.sentence.setText(meaning(predicted))
        self.expectation.setText(expectation(predicted.model, prediction.threshold))
        self.expectation.setVisible(bool(self.expectation.text()))


def meaning(predicted: ImagePrediction) -> str:
    """Why the image got its label."""
    prediction = predicted.prediction
    if prediction.label == "malignant":
        text = QCoreApplication.translate(
            "ResultBox", "At or above the operating point of {threshold}, so the image is labelled malignant."
        )
    else:
        text = QCoreApplication.translate(
            "ResultBox", "Below the operating point of {threshold}, so the image is labelled benign."
        )
    return text.format(threshold=percent(prediction.threshold))


def expectation(model: ModelFacts, threshold: float) -> str:
    if threshold != model.threshold:
        point = model.curve.at(threshold) if model.curve is not None else None
        found = "" if point is None else _found(model, point.sensitivity, point.specificity)
        return " ".join(filter(None, (found, _moved(model))))
    if model.clinics is not None and not model.chosen:
        return clinics_text(model.clinics)
    if model.sensitivity is None or model.specificity is None:
        return ""
    return _found(model, model.sensitivity, model.specificity)


def _found(model: ModelFacts, sensitivity: float, specificity: float) -> str:
    return QCoreApplication.translate(
        "ResultBox",
        "At this point the model finds {found} of 100 malignant lesions and wrongly flags {flagged} of 100 benign "
        "ones (measured {data}).",
    ).format(
        found=QLocale().toString(round(sensitivity * _TYPICAL_COUNT)),
        flagged=QLocale().toString(round((1 - specificity) * _TYPICAL_COUNT)),
        data=measured_text(model.measured_on),
    )


def _moved(model: ModelFacts) -> str:
    """Where another operating point than the one in force comes from."""
    if model.chosen:
        text = QCoreApplication.translate(
            "ResultBox", "This is the review table's operating point; the one chosen in Settings is {threshold}."
        )
    else:
        text = QCoreApplication.translate(
            "ResultBox", "This is the review table's operating point; the model's own is {threshold}."
        )
    return text.format(threshold=percent(model.threshold))


_BAR = 12
_MARK = 8
_GAP = 4


class ProbabilityBar(QWidget):
    """From 0 to 100 %, in reading direction; a mark and its figure stand at the operating point."""

    def __init__(self) -> None:
        super().__init__()
        self._probability: float | None = None
        self._threshold = 0.5
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Probability of malignancy"))
        theme().changed.connect(self.update)

    def clear(self) -> None:
        self.set_values(None, self._threshold)

    def set_values(self, probability: float | None, threshold: float) -> None:
        """Show a probability against a threshold, both in [0, 1]; None shows an empty bar."""
        self._probability = probability
        self._threshold = threshold
        description = self.tr("operating point {threshold}").format(threshold=percent(threshold))
        if probability is not None:
            description = f"{percent(probability)}, {description}"
        self.setAccessibleDescription(description)
        self.setToolTip(self.tr("Malignant from {threshold} on").format(threshold=percent(threshold)))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, _BAR + _MARK + 2 * _GAP + self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        """Narrower than this the figures would touch."""
        return QSize(160, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme().colours
        bar = QRectF(0.5, 0.5, self.width() - 1, _BAR)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.track))
        painter.drawRoundedRect(bar, _BAR / 2, _BAR / 2)
        if self._probability is not None:
            malignant = self._probability >= self._threshold
            self._paint_filling(painter, bar, QColor(colours.malignant if malignant else colours.benign))
        self._paint_mark(painter, bar)

    def _paint_filling(self, painter: QPainter, bar: QRectF, colour: QColor) -> None:
        # Never shorter than it is tall: even 0.1 % is to be seen, and the rounded ends keep their shape.
        width = max(bar.width() * (self._probability or 0.0), _BAR)
        filling = QRectF(bar.left(), bar.top(), width, bar.height())
        if self.isRightToLeft():
            filling.moveRight(bar.right())
        painter.setBrush(colour)
        painter.drawRoundedRect(filling, _BAR / 2, _BAR / 2)

    def _paint_mark(self, painter: QPainter, bar: QRectF) -> None:
        colours = theme().colours
        share = 1 - self._threshold if self.isRightToLeft() else self._threshold
        x = bar.left() + bar.width() * share
        painter.setPen(QPen(QColor(colours.surface), 4))
        painter.drawLine(QPointF(x, bar.top()), QPointF(x, bar.bottom()))
        painter.setPen(QPen(QColor(colours.text), 2))
        painter.drawLine(QPointF(x, bar.top()), QPointF(x, bar.bottom() + _GAP))
        tip = bar.bottom() + _GAP
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.text))
        half = _MARK / 2
        painter.drawPolygon(
            QPolygonF([QPointF(x, tip - 2), QPointF(x - half, tip + half), QPointF(x + half, tip + half)])
        )
        self._paint_figures(painter, x, tip + half + 2)

    def _paint_figures(self, painter: QPainter, x: float, top: float) -> None:
        metrics = self.fontMetrics()
        text = self.tr("operating point {threshold}").format(threshold=percent(self._threshold))
        width = metrics.horizontalAdvance(text) + 2
        left = min(max(x - width / 2, 0.0), self.width() - width)
        painter.setPen(QColor(theme().colours.muted))
        painter.drawText(QRectF(left, top, width, metrics.height()), Qt.AlignmentFlag.AlignCenter, text)
        low, high = percent(0.0), percent(1.0)
        first, last = (high, low) if self.isRightToLeft() else (low, high)
        # The ends give way to the operating point's figure where it needs their place.
        if left > metrics.horizontalAdvance(first) + 2 * _GAP:
            painter.drawText(QPointF(0, top + metrics.ascent()), first)
        end = metrics.horizontalAdvance(last)
        if left + width < self.width() - end - 2 * _GAP:
            painter.drawText(QPointF(self.width() - end, top + metrics.ascent()), last)
