"""The comparison: the new and the active model side by side, and the user's decision."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QImage, QPixmap
from PySide6.QtWidgets import QDialog, QListView, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from skin_gui.ui.model_comparison.comparison_figures import ConfusionView, FiguresTable
from skin_gui.ui.model_comparison.comparison_texts import (
    auc_text,
    caution_texts,
    held_out_text,
    mcnemar_text,
)
from skin_gui.ui.texts.facts import words
from skin_gui.ui.texts.formats import left_to_right, probability_text
from skin_gui.ui.widgets.buttons import push_button
from skin_gui.ui.widgets.icons import picture_icon
from skin_gui.ui.widgets.labels import rule, text_label
from skin_gui.ui.widgets.layouts import STRETCH, in_column, in_row
from skin_gui.ui.widgets.message_box import MessageBox
from skin_gui.ui.widgets.page import PageScroll
from skin_gui.ui.widgets.theme import theme
from skin_gui.ui.widgets.window_state import fit_on_screen
from skin_gui.wording.fact import Fact
from skin_gui.workers.thumbnails import ThumbnailLoader

if TYPE_CHECKING:
    from skin_gui.imaging.scan import FoundImage
    from skin_gui.training.reports.model_comparison import ComparedImage, Comparison
    from skin_gui.training.run.events import TrainingOutcome

_SIZE = QSize(940, 780)


class ComparisonView(QDialog):
    """Not modal: an image on which the models disagree is shown in the window beside it.

    Closing it decides nothing; the new model waits in the store.
    """

    activate_wanted = Signal()
    keep_wanted = Signal()
    discard_wanted = Signal()
    image_chosen = Signal(object)
    """The path of an image that the user wants to see."""

    def __init__(self, outcome: "TrainingOutcome", parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)  # as the settings
        self.outcome = outcome
        self.setWindowTitle(self.tr("Compare Models"))
        fit_on_screen(self, _SIZE)
        comparison = outcome.comparison
        self.disagreements: Disagreements | None = None
        self.error = MessageBox("error")
        content = QWidget()
        content.setObjectName("settingsContent")
        self._layout = in_column(content, spacing=16, margins=24)
        self._add_head(comparison)
        figures = FiguresTable()
        figures.compare(comparison)
        self._layout.addWidget(figures)
        self._add_tests(comparison)
        self._add_plots(comparison)
        self._add_confusions(comparison)
        self._add_disagreements(comparison)
        self._layout.addStretch(1)
        area = PageScroll(content)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        in_column(self, (area, 1), rule(), self._footer(), spacing=0)

    def show_problem(self, fact: Fact) -> None:
        self.error.set_messages([fact])
        self.decide_again()

    def decide_again(self) -> None:
        """The decision was not carried out."""
        self._set_enabled(True)

    def done(self, result: int) -> None:
        """The thumbnails' threads end with the dialog, however it is closed."""
        self.stop()
        super().done(result)

    def stop(self) -> None:
        if self.disagreements is not None:
            self.disagreements.stop()

    def _add_head(self, comparison: "Comparison") -> None:
        self.verdict = text_label(words(comparison.verdict), "headline")
        self._layout.addWidget(self.verdict)
        self._layout.addWidget(text_label(held_out_text(comparison), "body"))
        self.caution = MessageBox("warning")
        self.caution.set_messages(caution_texts(comparison))
        if comparison.unseen.guaranteed:
            self._layout.addWidget(text_label(words(comparison.unseen.why), "muted"))
        if comparison.unfamiliar:
            self.unfamiliar = text_label(words(comparison.unfamiliar.fact), "body")
            self._layout.addWidget(self.unfamiliar)
        self._layout.addWidget(self.caution)

    def _add_tests(self, comparison: "Comparison") -> None:
        self.tests = text_label("\n".join(filter(None, (mcnemar_text(comparison), auc_text(comparison)))), "body")
        self._layout.addWidget(self.tests)

    def _add_plots(self, comparison: "Comparison") -> None:
        from skin_gui.ui.model_comparison.comparison_plots import models_legend, reliability_plot, roc_plot  # noqa: PLC0415 - loads pyqtgraph

        plots = {
            self.tr("ROC curve"): roc_plot(comparison),
            self.tr("Reliability"): reliability_plot(comparison),
        }
        for title, plot in plots.items():
            plot.setAccessibleName(title)
        self._add_beside(plots)
        self._layout.addWidget(models_legend())

    def _add_confusions(self, comparison: "Comparison") -> None:
        models = {self.tr("New model"): comparison.new, self.tr("Active model"): comparison.active}
        self._add_beside({title: ConfusionView(metrics.confusion) for title, metrics in models.items()})

    def _add_beside(self, views: Mapping[str, QWidget]) -> None:
        columns = [
            in_column(None, text_label(title, "section"), view, STRETCH, spacing=4) for title, view in views.items()
        ]
        self._layout.addLayout(in_row(None, *((column, 1) for column in columns), spacing=16))

    def _add_disagreements(self, comparison: "Comparison") -> None:
        apart = comparison.disagreements
        if not apart:
            self._layout.addWidget(text_label(self.tr("The models agree on every image."), "body"))
            return
        title = self.tr("The models disagree on {count} images. Click one to see it in the window.", "", len(apart))
        self._layout.addWidget(text_label(title.format(count=QLocale().toString(len(apart))), "body"))
        self.disagreements = Disagreements(comparison)
        self.disagreements.image_chosen.connect(self.image_chosen)
        self._layout.addWidget(self.disagreements)

    def _footer(self) -> QVBoxLayout:
        # What is done at once is what the figures speak for.
        is_worse = self.outcome.comparison.is_clearly_worse
        self.discard_button = push_button(self.tr("Discard…"), "trash", self.tr("Remove the new model from the store"))
        tip = self.tr("Leave it on the Model page; the active model stays in use")
        self.keep_button = push_button(self.tr("Keep Without Activating"), tip=tip, primary=is_worse)
        tip = self.tr("Use the new model from now on; the Model page can roll it back")
        self.activate_button = push_button(self.tr("Activate"), tip=tip, primary=not is_worse)
        for button, signal in (
            (self.discard_button, self.discard_wanted),
            (self.keep_button, self.keep_wanted),
            (self.activate_button, self.activate_wanted),
        ):
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, signal=signal: self._decide(signal))
        row = in_row(None, self.discard_button, STRETCH, self.keep_button, self.activate_button)
        return in_column(None, self.error, row, spacing=12, margins=(24, 12, 24, 12))

    def _decide(self, signal: object) -> None:
        self.error.clear()
        self._set_enabled(False)
        signal.emit()  # type: ignore[attr-defined]

    def _set_enabled(self, enabled: bool) -> None:
        for button in (self.discard_button, self.keep_button, self.activate_button):
            button.setEnabled(enabled)


_SIDE = 128
_MOST_SHOWN = 200
_HEIGHT = 2 * (_SIDE + 88)


class Disagreements(QListWidget):
    """The widest apart first; choosing one shows it in the window."""

    image_chosen = Signal(object)
    """Its path."""

    def __init__(self, comparison: "Comparison") -> None:
        super().__init__()
        self.setObjectName("settingsFrame")
        self.setAccessibleName(self.tr("Images on which the models disagree"))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)
        self.setUniformItemSizes(True)
        self.setIconSize(QSize(_SIDE, _SIDE))
        self.setSpacing(8)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setFixedHeight(_HEIGHT)
        self._items: dict[str, QListWidgetItem] = {}
        self._loader = ThumbnailLoader(self)
        self._loader.loaded.connect(self._show_thumbnail)
        shown = comparison.disagreements[:_MOST_SHOWN]
        for image in shown:
            self._add(image)
        self._loader.want([_found(image.path) for image in shown], self._pixels)
        self.itemClicked.connect(self._choose)
        self.itemActivated.connect(self._choose)

    @property
    def _pixels(self) -> int:
        return round(_SIDE * self.devicePixelRatioF())

    def stop(self) -> None:
        self._loader.stop()

    def _add(self, image: "ComparedImage") -> None:
        truth = self.tr("malignant") if image.label == "malignant" else self.tr("benign")
        text = self.tr("Truly {truth}\nnew {new}\nactive {active}").format(
            truth=truth, new=probability_text(image.new), active=probability_text(image.active)
        )
        blank = QPixmap(_SIDE, _SIDE)
        blank.fill(QColor(theme().colours.backdrop))
        item = QListWidgetItem(QIcon(blank), text, self)
        item.setData(Qt.ItemDataRole.UserRole, image.path)
        item.setToolTip(left_to_right(str(image.path)))
        item.setTextAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        item.setSizeHint(QSize(_SIDE + 24, _SIDE + 72))
        self._items[str(image.path)] = item

    def _show_thumbnail(self, file: "FoundImage", _side: int, image: QImage, _synthetic: bool) -> None:
        item = self._items.get(file.path)
        if item is not None:
            pixmap = QPixmap.fromImage(image)
            pixmap.setDevicePixelRatio(self.devicePixelRatioF())
            item.setIcon(picture_icon(pixmap))

    def _choose(self, item: QListWidgetItem) -> None:
        self.image_chosen.emit(item.data(Qt.ItemDataRole.UserRole))


def _found(path: Path) -> "FoundImage":
    """What the thumbnail loader wants to know of a file; one that is gone fails there."""
    from skin_gui.imaging.scan import FoundImage  # noqa: PLC0415 - not before the first paint

    try:
        return FoundImage.of(path)
    except OSError:
        return FoundImage(str(path), path.name, 0, 0, path.name)
