"""The store's models as a table."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum
from pathlib import Path

from PySide6.QtCore import (
    QAbstractTableModel,
    QDateTime,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont

from skin_gui.classifier.model_folder import HEAD, ModelInfo
from skin_gui.classifier.store import StoredModel
from skin_gui.ui.texts.facts import words
from skin_gui.ui.texts.formats import left_to_right, percent_with_decimal
from skin_gui.ui.texts.results import measured_text
from skin_gui.ui.widgets.icons import list_icon
from skin_gui.ui.widgets.theme import theme
from skin_gui.vocabulary import ModelKey
from skin_gui.workers.settings.model_tasks import ModelListing

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class ModelColumn(IntEnum):
    """A column's place."""

    NAME = 0
    STATE = 1
    CREATED = 2
    AUC = 3
    SENSITIVITY = 4
    SPECIFICITY = 5
    MEASURED = 6
    IMAGES = 7


@dataclass(frozen=True)
class ModelRow:
    """One folder of the store."""

    name: str
    """What the store knows it by."""
    path: Path
    stored: StoredModel | None
    """None for a folder that holds no usable model."""
    problem: str = ""

    @property
    def is_own(self) -> bool:
        """Whether it is the user's, who may change it."""
        return self.stored is None or not self.stored.shipped

    @property
    def is_active(self) -> bool:
        return self.stored is not None and self.stored.active


class ModelTable(QAbstractTableModel):
    """A row for each model, the shipped one first; the user's own names can be edited."""

    rename_wanted = Signal(object, str)
    """The `ModelRow` and the name that was typed; the table changes once the store has."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[ModelRow] = []
        self.can_edit = True
        theme().changed.connect(self._restyle)

    def show_listing(self, listing: ModelListing) -> None:
        self.beginResetModel()
        self.rows = [ModelRow(model.info.name, model.path, model) for model in listing.models]
        self.rows += [ModelRow(path.name, path, None, words(problem)) for path, problem in listing.broken]
        self.endResetModel()

    def row_of(self, name: str) -> int:
        """The row of a model; -1 where there is none of that name."""
        return next((at for at, row in enumerate(self.rows) if row.name == name), -1)

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(ModelColumn)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(_alignment(section))
        return self._titles()[ModelColumn(section)] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Texts, marks, and why a model cannot be used."""
        row, column = self.rows[index.row()], ModelColumn(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return self._text(row, column)
            case Qt.ItemDataRole.ToolTipRole:
                return row.problem or self._tool_tip(row, column)
            case Qt.ItemDataRole.TextAlignmentRole:
                return int(_alignment(column))
            case Qt.ItemDataRole.FontRole if row.is_active and column == ModelColumn.NAME:
                font = QFont()
                font.setBold(True)
                return font
            case Qt.ItemDataRole.DecorationRole if column == ModelColumn.NAME:
                return self._mark(row)
            case Qt.ItemDataRole.ForegroundRole if row.stored is None:
                return QColor(theme().colours.muted)
            case _:
                return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        row = self.rows[index.row()]
        if self.can_edit and index.column() == ModelColumn.NAME and row.is_own and row.stored is not None:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for another name."""
        row = self.rows[index.row()]
        if role != Qt.ItemDataRole.EditRole or str(value).strip() == row.name:
            return False
        self.rename_wanted.emit(row, str(value))
        return True

    def _titles(self) -> Mapping[ModelColumn, str]:
        return {
            ModelColumn.NAME: self.tr("Name"),
            ModelColumn.STATE: self.tr("State"),
            ModelColumn.CREATED: self.tr("Made"),
            ModelColumn.AUC: self.tr("AUC"),
            ModelColumn.SENSITIVITY: self.tr("Sensitivity"),
            ModelColumn.SPECIFICITY: self.tr("Specificity"),
            ModelColumn.MEASURED: self.tr("Measured on"),
            ModelColumn.IMAGES: self.tr("Trained on"),
        }

    def _text(self, row: ModelRow, column: ModelColumn) -> str:
        if column == ModelColumn.NAME:
            return row.name
        if column == ModelColumn.STATE:
            return self._state(row)
        if row.stored is None:
            return ""
        info = row.stored.info
        match column:
            case ModelColumn.CREATED:
                return _date(info.created)
            case ModelColumn.IMAGES:
                return self._images(info)
            case ModelColumn.AUC:
                auc = info.metrics.get("auc")
                return QLocale().toString(float(auc), "f", 3) if isinstance(auc, int | float) else "–"
            case ModelColumn.MEASURED:
                measured = _measured_images(info)
                return "–" if measured is None else QLocale().toString(measured)
            case ModelColumn.SENSITIVITY:
                return percent_with_decimal(_rate(info, "sensitivity", info.operating_point.sensitivity))
            case _:
                return percent_with_decimal(_rate(info, "specificity", info.operating_point.specificity))

    def _images(self, info: ModelInfo) -> str:
        """How many images a model was fitted to, with those that its calibration alone was fitted to."""
        trained, calibrated = self._trained_images(info), _sum(info.data, ModelKey.COUNTS, "calibration")
        number = QLocale().toString
        if calibrated is None:
            return "–" if trained is None else number(trained)
        text = self.tr("{count} (calibration)").format(count=number(calibrated))
        return text if trained is None else f"{number(trained)} + {text}"

    def _trained_images(self, info: ModelInfo) -> int | None:
        """Of a calibrated model: of the one that it came from, which has the same head, as long as that is there."""
        others = [row.stored.info for row in self.rows if row.stored is not None]
        alike = [info, *(other for other in others if other.files.get(HEAD) == info.files.get(HEAD))]
        return next((count for one in alike if (count := image_count(one)) is not None), None)

    def _calibrated_from(self, info: ModelInfo) -> str | None:
        calibrated = _sum(info.data, ModelKey.COUNTS, "calibration")
        if calibrated is None:
            return None
        trained = self._trained_images(info)
        number = QLocale().toString
        name = left_to_right(str(info.training.get("start", "–")))
        text = self.tr("Images for calibration and operating point: {count}. Made from the model {name}.")
        text = text.format(count=number(calibrated), name=name)
        if trained is None:
            return text
        before = self.tr("Images that its network and head were trained on: {count}.").format(count=number(trained))
        return f"{text} {before}"

    def _state(self, row: ModelRow) -> str:
        if row.stored is None:
            return self.tr("Cannot be used")
        words = [self.tr("Active")] if row.is_active else []
        if row.stored.shipped:
            words.append(self.tr("Shipped"))
        if not row.stored.info.validated:
            words.append(self.tr("Not validated"))
        return " · ".join(words)

    def _tool_tip(self, row: ModelRow, column: ModelColumn) -> str | None:
        if row.stored is None:
            return None
        match column:
            case ModelColumn.STATE if not row.stored.info.validated:
                return self.tr("Nobody but its maker has checked this model. Its results say so.")
            case ModelColumn.IMAGES:
                return self._calibrated_from(row.stored.info)
            case _ if column >= ModelColumn.AUC and _is_held_out(row.stored.info):
                return self.tr("Measured on the images that were held out of its training")
            case ModelColumn.SENSITIVITY | ModelColumn.SPECIFICITY | ModelColumn.MEASURED:
                return self.tr("At the model's operating point, measured {data}").format(
                    data=measured_text(row.stored.info.operating_point.measured_on)
                )
            case _:
                return None

    def _mark(self, row: ModelRow) -> object:
        colours = theme().colours
        if row.is_active:
            return list_icon("check", QColor(colours.accent))
        return (
            list_icon("error", QColor(colours.error))
            if row.stored is None
            else list_icon("model", QColor(colours.muted))
        )

    def _restyle(self) -> None:
        if self.rows:
            last = self.index(len(self.rows) - 1, len(ModelColumn) - 1)
            self.dataChanged.emit(self.index(0, 0), last)


def image_count(info: ModelInfo) -> int | None:
    """Images that a model was fitted to; None where its description does not say."""
    by_source = _sum({"": info.data}, "", ModelKey.SOURCES)
    return _sum(info.data, ModelKey.COUNTS, "training") if by_source is None else by_source


def _rate(info: ModelInfo, name: str, otherwise: float) -> float:
    """On the images of the AUC beside it; the operating point was chosen on others."""
    value = info.metrics.get(name)
    return float(value) if isinstance(value, int | float) else otherwise


def _measured_images(info: ModelInfo) -> int | None:
    """How many images the figures are of, which differ from model to model."""
    count = info.metrics.get("n")
    return count if isinstance(count, int) else None


def _is_held_out(info: ModelInfo) -> bool:
    return ModelKey.OUT_OF_FOLD in info.metrics


def _sum(values: Mapping[str, object], outer: str, inner: str) -> int | None:
    """Of the counts there; None where there are none: a description may come from somebody else."""
    found = values.get(outer)
    counts = found.get(inner) if isinstance(found, dict) else None
    if isinstance(counts, dict) and counts and all(isinstance(count, int) for count in counts.values()):
        return sum(counts.values())
    return None


def _date(created: str) -> str:
    try:
        moment = datetime.fromisoformat(created)
    except ValueError:
        return created
    local = QDateTime.fromSecsSinceEpoch(int(moment.timestamp()))
    return QLocale().toString(local.date(), "yyyy-MM-dd")


def _alignment(column: int) -> Qt.AlignmentFlag:
    middle = Qt.AlignmentFlag.AlignVCenter
    if column >= ModelColumn.AUC:
        return Qt.AlignmentFlag.AlignTrailing | middle
    return Qt.AlignmentFlag.AlignLeading | middle
