"""Says that rows of the table are of another model than the one in use, and offers to classify them again."""

from collections.abc import Sequence

from PySide6.QtCore import QLocale

from skin_gui.review.results import Result
from skin_gui.ui.texts.formats import left_to_right
from skin_gui.ui.widgets.buttons import push_button
from skin_gui.ui.widgets.message_box import MessageBox


class ModelBanner(MessageBox):
    """Hidden where all rows are of the model in use."""

    def __init__(self) -> None:
        super().__init__("warning")
        tip = self.tr("Classify the images whose results another model has made; decisions and notes stay")
        self.button = push_button(picture="refresh", tip=tip)
        self.add_button(self.button, beside=True)
        self.show_others([], 0, "", busy=False)

    def show_others(self, others: Sequence[Result], total: int, in_use: str, *, busy: bool) -> None:
        """Args: the rows of other models, how many rows there are, the model in use, whether a batch runs."""
        self.button.setEnabled(not busy)
        count = QLocale().toString(len(others))
        self.button.setText(self.tr("Classify Again with This Model ({count})").format(count=count))
        if not others:
            self.clear()
            return
        if len(others) == total:
            text = self.tr("These results, marked *, are of the model {models}. In use is {own}.", "", len(others))
        else:
            text = self.tr(
                "{count} of these results, marked *, are of the model {models}. In use is {own}.", "", len(others)
            )
        another = self.tr("{name} (another of that name)").format(name=left_to_right(in_use))
        names = sorted({another if row.model == in_use else left_to_right(row.model) for row in others})
        models = QLocale().createSeparatedList(names)
        self.set_messages([text.format(count=count, models=models, own=left_to_right(in_use))])
