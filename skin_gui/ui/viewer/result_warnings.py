"""The warnings that stand beside a result, wherever it is shown."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from skin_gui.ui.texts.facts import words
from skin_gui.ui.texts.formats import probability_text
from skin_gui.ui.texts.results import label_text, warning_text
from skin_gui.ui.widgets.message_box import MessageBox
from skin_gui.workers.shown import ImagePrediction

if TYPE_CHECKING:
    from skin_gui.review.results import Result


class ResultWarnings(MessageBox):
    """What to know before relying on a result: of the image, of the model, and of the review table's other result."""

    def __init__(self) -> None:
        super().__init__("warning")

    def show_prediction(self, predicted: ImagePrediction, other: "Result | None") -> None:
        """Show its warnings; `other`: what the review table says, where that is something else."""
        stands_in = predicted.model.stands_in
        warnings = [words(stands_in)] if stands_in else []
        warnings += [warning_text(warning) for warning in predicted.all_warnings]
        if other is not None:
            warnings.append(_other_text(other))
        self.set_messages(warnings)


def _other_text(other: "Result") -> str:
    text = QCoreApplication.translate(
        "PredictionPanel", "The review table says {label} ({probability}), by {model}. “Agree” there means that result."
    )
    return text.format(
        label=label_text(other.label or ""),
        probability=probability_text(other.probability or 0.0),
        model=other.model,
    )
