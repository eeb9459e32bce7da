"""Two to four images side by side, or one image beside its heatmap."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QImage, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QToolButton, QWidget

from skin_gui.classifier.prediction import label_at
from skin_gui.ui.image_comparison.subject import Subject
from skin_gui.ui.texts.facts import words
from skin_gui.ui.texts.formats import left_to_right, percent, probability_text
from skin_gui.ui.texts.results import full_stop, label_text, short_warning
from skin_gui.ui.viewer.heatmap_controls import DEFAULT_OPACITY, HeatmapLegend
from skin_gui.ui.viewer.image_view import ImageView
from skin_gui.ui.viewer.open_image import point_of
from skin_gui.ui.widgets.buttons import push_button
from skin_gui.ui.widgets.icons import set_icon
from skin_gui.ui.widgets.labels import ElidedLabel, styled_label
from skin_gui.ui.widgets.layouts import STRETCH, in_column, in_grid, in_row
from skin_gui.workers.image_comparison import SideImage


@dataclass(frozen=True)
class Look:
    """What part of an image is on the screen, whatever the image's size."""

    zoom: float
    """As a multiple of the zoom that shows the whole image."""
    x: float
    """Of the middle, as a part of the image's width."""
    y: float

    @property
    def is_whole(self) -> bool:
        return math.isclose(self.zoom, 1.0)


class LinkedView(ImageView):
    """Tells where the user looks."""

    looked = Signal(object)
    """`Look`, whenever the user zooms or moves."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._follows = False
        self.zoom_changed.connect(self._emit_look)
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            bar.valueChanged.connect(self._emit_look)

    def look(self) -> Look | None:
        if not self.has_image():
            return None
        area = self.sceneRect()
        middle = self.mapToScene(self.viewport().rect().center())
        return Look(self.zoom / self.fit_zoom, middle.x() / area.width(), middle.y() / area.height())

    def follow(self, look: Look) -> None:
        """Look at the same part, without telling so."""
        if not self.has_image():
            return
        self._follows = True
        if look.is_whole:  # and stays so, whatever size this view is given next
            self.fit()
        else:
            area = self.sceneRect()
            self.show_part(look.zoom * self.fit_zoom, QPointF(look.x * area.width(), look.y * area.height()))
        self._follows = False

    def _emit_look(self) -> None:
        look = None if self._follows else self.look()
        if look is not None:
            self.looked.emit(look)


class Link(QObject):
    """Keeps some views together while it is on."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.is_on = True
        self._views: list[LinkedView] = []

    def set_views(self, views: Sequence[LinkedView]) -> None:
        """Keep these together, instead of those before."""
        for view in views:
            if view not in self._views:
                view.looked.connect(lambda look, view=view: self._follow(view, look))
        self._views = list(views)

    def _follow(self, source: LinkedView, look: Look) -> None:
        if self.is_on and source in self._views and source.isVisible():
            for view in self._views:
                if view is not source:
                    view.follow(look)


class Pane(QWidget):
    """An image with its caption above it and its probability below it."""

    removed = Signal(object)
    """Its `Subject`, which is wanted no more."""

    def __init__(self, subject: Subject, note: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.subject = subject
        self.caption = ElidedLabel()
        self.caption.set_full_text(f"{subject.caption}  ·  {note}" if note else subject.caption)
        self.view = LinkedView()
        self.view.setAccessibleName(subject.path.name)
        self.view.set_heatmap_opacity(DEFAULT_OPACITY)
        self._image: SideImage | None = None
        self._heated = False
        self.result = styled_label(self.tr("Classifying…"), "muted", wraps=True)
        self.remove = QAction(self.tr("Take this image out"), self)
        self.remove.setShortcut(QKeySequence(Qt.Key.Key_Delete))
        self.remove.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        native = self.remove.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        self.remove.setToolTip(f"{self.remove.text()} ({native})")
        set_icon(self.remove, "cancel")
        self.remove.triggered.connect(lambda: self.removed.emit(subject))
        self.addAction(self.remove)
        self.remove_button = QToolButton()
        self.remove_button.setDefaultAction(self.remove)
        self.remove_button.setAccessibleName(f"{self.remove.text()}: {subject.name or subject.path.name}")
        above = in_row(None, (self.caption, 1), self.remove_button, spacing=4)
        in_column(self, above, (self.view, 1), self.result, spacing=4)

    @property
    def waits(self) -> bool:
        return self._image is None

    def show_image(self, image: SideImage) -> None:
        self._image = image
        if image.levels:
            self.view.set_image(image.levels, path=image.path)
            self.view.set_heatmap(None if self.subject.result_is_hidden else image.heatmap)
        self.say()

    def show_heatmap(self, shown: bool) -> None:
        self._heated = shown
        self.view.show_heatmap(shown)
        self.say()

    def say(self) -> None:
        """The result, at the operating point that labels it now."""
        image = self._image
        if image is None:
            return
        if image.probability is None or image.model is None:
            self.result.setText(full_stop(words(image.problem)) if image.problem else "")
            return
        if self.subject.result_is_hidden:
            self.result.setText(self.tr("The result is hidden until you have decided."))
            return
        point = point_of(self.subject.row(), image.model)
        text = self.tr("{label}, probability of malignancy {probability}")
        label = label_text(label_at(image.probability, point))
        lines = [
            text.format(label=label, probability=probability_text(image.probability)),
            self.tr("operating point {threshold}").format(threshold=percent(point)),
            left_to_right(image.model.name),
        ]
        lines.extend(short_warning(one) for one in image.warnings)
        if self._heated and image.heatmap is None:
            lines.append(self.tr("Nothing in this image speaks for malignant in one place."))
        self.result.setText("  ·  ".join(lines))


class SideBySide(QWidget):
    """The panes, which zoom and move together."""

    removed = Signal(object)
    """The `Subject` that is to be taken out."""

    def __init__(self, subjects: Sequence[Subject], parent: QWidget | None = None) -> None:
        """Args: one to four images, and the parent; one stands beside its heatmap."""
        super().__init__(parent)
        self.setAccessibleName(self.tr("Side by side"))
        self.panes: list[Pane] = []
        self.link = Link(self)
        # Once what is new has its place: before, it does not know how large its image is shown whole.
        self._joining = QTimer(self, singleShot=True, interval=0)
        self._joining.timeout.connect(lambda: self._set_linked(self.linked.isChecked()))
        self._joining.timeout.connect(self._level)
        self.linked: QCheckBox = QCheckBox(self.tr("&Zoom and move together"))
        self.linked.setChecked(True)
        self.linked.toggled.connect(self._set_linked)
        self.heatmaps = QCheckBox(self.tr("Show &heatmaps"))
        self.heatmaps.toggled.connect(self._show_heatmaps)
        self.legend = HeatmapLegend()
        self.legend.hide()
        self.fit_button = push_button(self.tr("&Fit"))
        self.fit_button.clicked.connect(self.fit)
        bar = in_row(None, self.linked, self.heatmaps, STRETCH, self.fit_button, spacing=16)
        self._grid = in_grid(None, spacing=(12, 12))
        in_column(self, bar, (self._grid, 1), self.legend, margins=(0, 12, 0, 0))
        self.set_subjects(subjects)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._level()

    def _level(self) -> None:
        """What is said below images side by side takes the same room, so that they stand at one height."""
        said = [pane.result for pane in self.panes]
        height = max(label.heightForWidth(label.width()) for label in said)
        for label in said:
            label.setMinimumHeight(height)

    def set_subjects(self, subjects: Sequence[Subject]) -> None:
        """Have other images; those that are there already stay as they are looked at."""
        alone = len(subjects) == 1
        known = {pane.subject.path: pane for pane in self.panes}
        panes = [known.pop(subject.path) if subject.path in known else self._new_pane(subject) for subject in subjects]
        self.heatmaps.setHidden(alone)
        if alone:
            self.heatmaps.setChecked(False)
            panes.append(self._new_pane(subjects[0], self.tr("heatmap")))
            panes[1].show_heatmap(True)
        for former in known.values():
            former.hide()
            former.deleteLater()
        self.panes = panes
        self.link.set_views([pane.view for pane in panes])
        columns = 2 if len(panes) in (2, 4) else len(panes)
        for place, pane in enumerate(panes):
            self._grid.removeWidget(pane)
            self._grid.addWidget(pane, place // columns, place % columns)
            pane.remove.setEnabled(not alone)
            pane.remove_button.setHidden(alone)
        self._show_legend()

    def _new_pane(self, subject: Subject, note: str = "") -> Pane:
        pane = Pane(subject, note)
        pane.show_heatmap(self.heatmaps.isChecked())
        pane.removed.connect(self.removed)
        return pane

    def show_strip(self, strip: QImage) -> None:
        self.legend.set_strip(strip)

    def show_images(self, images: Mapping[Path, SideImage]) -> None:
        """Show these images, of the subjects that wait for one of them."""
        for pane in self.panes:
            if (image := images.get(pane.subject.path)) is not None and pane.waits:
                pane.show_image(image)
        self._joining.start()
        self._show_legend()

    def say(self) -> None:
        """The results, at the operating points that label them now."""
        for pane in self.panes:
            pane.say()
        self._level()

    def fit(self) -> None:
        for pane in self.panes:
            pane.view.fit()

    def _set_linked(self, linked: bool) -> None:
        self.link.is_on = linked
        look = self.panes[0].view.look()
        if linked and look is not None:
            for pane in self.panes[1:]:
                pane.view.follow(look)

    def _show_heatmaps(self, shown: bool) -> None:
        for pane in self.panes:
            pane.show_heatmap(shown)
        self._level()
        self._show_legend()

    def _show_legend(self) -> None:
        heated = any(pane.view.heatmap_visible() for pane in self.panes)
        self.legend.setVisible(heated)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The image view's keys for zooming."""
        steps = {Qt.Key.Key_Plus: "zoom_in", Qt.Key.Key_Equal: "zoom_in", Qt.Key.Key_Minus: "zoom_out"}
        if event.key() in steps:
            getattr(self.panes[0].view, steps[Qt.Key(event.key())])()
        elif event.key() == Qt.Key.Key_0:
            self.fit()
        else:
            super().keyPressEvent(event)
