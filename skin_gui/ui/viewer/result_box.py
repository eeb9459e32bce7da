"""The result itself: label, probability, bar, and a sentence that says what it means."""

from PySide6.QtCore import QCoreApplication, QLocale, Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from skin_gui.ui.texts.formats import in_reading_direction, percent, probability_text
from skin_gui.ui.texts.results import clinics_text, label_text, measured_text
from skin_gui.ui.viewer.probability_bar import ProbabilityBar
from skin_gui.ui.widgets.labels import IconLabel, restyle, styled_label
from skin_gui.ui.widgets.layouts import STRETCH, in_column, in_row
from skin_gui.ui.widgets.message_box import MessageBox
from skin_gui.workers.shown import ImagePrediction, ModelFacts

_MARK_SIDE = 32
_TYPICAL_COUNT = 100


class ResultBox(QWidget):
    """Shows one outcome."""

    reset_wanted = Signal()
    """The image is to be labelled at the operating point in force again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._predicted: ImagePrediction | None = None
        # A shape for each label: colour is never the only difference.
        self._mark = IconLabel(_MARK_SIDE)
        self.moved = MessageBox("warning")
        self.reset_button = QPushButton(self.tr("Reset to {own}").format(own="–"))
        # A click leaves the keyboard to the image: the button goes with what it mends.
        self.reset_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.reset_button.clicked.connect(self.reset_wanted)
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
