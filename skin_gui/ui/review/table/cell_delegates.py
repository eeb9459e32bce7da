"""How the cells of the table of results are drawn and typed in, where that is not Qt's ordinary way."""

from pathlib import Path

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from skin_gui.ui.review.table.results_model import LABEL_ROLE, RESULT_ROLE, SORT_ROLE, THRESHOLD_ROLE
from skin_gui.ui.widgets.menu import give_own_menu
from skin_gui.ui.widgets.theme import theme

Index = QModelIndex | QPersistentModelIndex

BAR_WIDTH = 64
_BAR_HEIGHT = 6
_MARGIN = 8
_FILE = "file"


class ProbabilityDelegate(QStyledItemDelegate):
    """Draws the probability as a short bar with a tick at the operating point, before the figure."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        probability = index.data(SORT_ROLE)
        super().paint(painter, option, index)
        if probability is None:
            return
        colours = theme().colours
        bar = self._bar(option)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.track))
        painter.drawRoundedRect(bar, _BAR_HEIGHT / 2, _BAR_HEIGHT / 2)
        malignant = index.data(LABEL_ROLE) == "malignant"
        painter.setBrush(QColor(colours.malignant if malignant else colours.benign))
        filling = QRectF(bar)
        filling.setWidth(max(bar.width() * probability, _BAR_HEIGHT))
        if option.direction == Qt.LayoutDirection.RightToLeft:
            filling.moveRight(bar.right())
        painter.drawRoundedRect(filling, _BAR_HEIGHT / 2, _BAR_HEIGHT / 2)
        self._paint_tick(painter, bar, index.data(THRESHOLD_ROLE), option)
        painter.restore()

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Leave room for the bar."""
        super().initStyleOption(option, index)
        option.decorationSize = QSize(BAR_WIDTH, _BAR_HEIGHT)
        option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration

    @staticmethod
    def _bar(option: QStyleOptionViewItem) -> QRectF:
        top = option.rect.center().y() - _BAR_HEIGHT / 2 + 0.5
        bar = QRectF(option.rect.left() + _MARGIN, top, BAR_WIDTH - _MARGIN, _BAR_HEIGHT)
        if option.direction == Qt.LayoutDirection.RightToLeft:
            bar.moveRight(option.rect.right() - _MARGIN)
        return bar

    @staticmethod
    def _paint_tick(painter: QPainter, bar: QRectF, threshold: float | None, option: QStyleOptionViewItem) -> None:
        if threshold is None:
            return
        share = 1 - threshold if option.direction == Qt.LayoutDirection.RightToLeft else threshold
        x = bar.left() + bar.width() * share
        painter.setBrush(QColor(theme().colours.text))
        painter.drawRect(QRectF(x - 0.75, bar.top() - 3, 1.5, bar.height() + 6))


class NameDelegate(QStyledItemDelegate):
    """Cuts a long name in its middle: those of one series often differ in their ends alone."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """As the view says, but for where a text is cut."""
        super().initStyleOption(option, index)
        option.textElideMode = Qt.TextElideMode.ElideMiddle


class NoteDelegate(QStyledItemDelegate):
    """Keeps what is being typed, whatever else changes in the table meanwhile."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A text field whose menu does not hand its keys to the table."""
        editor = super().createEditor(parent, option, index)
        if isinstance(editor, QLineEdit):
            give_own_menu(editor)
            editor.setProperty(_FILE, index.data(RESULT_ROLE).path)
        return editor

    @staticmethod
    def typed(parent: QWidget) -> tuple[Path, str] | None:
        """The file that a note is being typed for in a field within this widget, and the note; None where none is.

        The keyboard may be on another row by now.
        """
        fields = (field for field in parent.findChildren(QLineEdit) if field.isVisible() and field.isModified())
        return next(((field.property(_FILE), field.text()) for field in fields), None)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show the row's note, until the user types."""
        if not (isinstance(editor, QLineEdit) and editor.isModified()):
            super().setEditorData(editor, index)
