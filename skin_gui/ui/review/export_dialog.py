"""Saving results: what, of which rows, where; then the work itself with its progress."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, cast

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QRadioButton,
    QWidget,
)

from skin_gui.review.export import DECIMAL_COMMA, STANDARD, IsicSummary, model_names
from skin_gui.review.measurements import Measurement
from skin_gui.review.memberships import Membership
from skin_gui.review.results import Result
from skin_gui.ui.report.header_form import HeaderForm
from skin_gui.ui.report.printing import MOST_IMAGES, PreparedReport, ReportPreview, prepare_task
from skin_gui.ui.report.report import ReportRequest
from skin_gui.ui.review.export_kinds import KINDS, ExportKind, ExportOrder, Kind
from skin_gui.ui.review.export_target import ExportTarget, remember_written, show_in_folder
from skin_gui.ui.texts.formats import in_reading_direction, left_to_right
from skin_gui.ui.widgets.busy_bar import BusyBar
from skin_gui.ui.widgets.icons import set_icon
from skin_gui.ui.widgets.labels import styled_label
from skin_gui.ui.widgets.layouts import in_column
from skin_gui.ui.widgets.message_box import MessageBox
from skin_gui.workers.base import Task, Worker
from skin_gui.workers.runner import Runner

if TYPE_CHECKING:
    from skin_gui.review.dicom.archive_folder import ArchiveSummary

RowChoice = Literal["all", "shown", "selected"]


@dataclass(frozen=True)
class ExportScope:
    """What there is to export."""

    all: list[Result]
    shown: list[Result]
    selected: list[Result]
    threshold: float | None
    """The operating point in force."""
    name: str
    """Of the folder, for the file's name."""
    measured: Mapping[Path, Measurement] = field(default_factory=dict)
    memberships: Mapping[Path, Membership] = field(default_factory=dict)


class ExportDialog(QDialog):
    """One dialog for every format; it stays, and says where the file is or why there is none."""

    exported = Signal(object)
    """The path of the file that was written."""

    def __init__(self, scope: ExportScope, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export"))
        self._scope = scope
        self._writing = Runner(parent=self)
        self._written = Path()
        self._create_choices()
        self._create_file_line()
        self._create_ends()
        self._lay_out()
        self._writing.busy_changed.connect(self._set_busy)
        self._writing.progressed.connect(self.progress.show_part)
        self._writing.failed.connect(lambda fact: self.problem.set_messages([fact]))
        self._writing.cancelled.connect(lambda: self.hint.setText(self.tr("Cancelled; no file was written.")))
        self.kinds.idToggled.connect(lambda *_: self.target.set_kind(self._spec))
        for changed in (self.kinds.idToggled, self.rows.idToggled, self.target.changed):
            changed.connect(lambda *_: self._update())
        self._update()

    def _create_choices(self) -> None:
        self.kinds, self.rows = QButtonGroup(self), QButtonGroup(self)
        self.kind_buttons = {kind: QRadioButton(spec.title()) for kind, spec in KINDS.items()}
        locale, scope = QLocale(), self._scope
        self.row_buttons: dict[RowChoice, QRadioButton] = {
            "selected": QRadioButton(self.tr("Selected ({count})").format(count=locale.toString(len(scope.selected)))),
            "shown": QRadioButton(self.tr("Shown ({count})").format(count=locale.toString(len(scope.shown)))),
            "all": QRadioButton(self.tr("All ({count})").format(count=locale.toString(len(scope.all)))),
        }
        for group, buttons in ((self.kinds, self.kind_buttons), (self.rows, self.row_buttons)):
            for button in buttons.values():
                group.addButton(button)
        self.kind_buttons["results"].setChecked(True)
        self.row_buttons["selected"].setEnabled(bool(scope.selected))
        self.row_buttons["shown"].setEnabled(bool(scope.shown))
        # One selected row is where the keyboard happens to be; several were chosen.
        self.row_buttons["selected" if len(scope.selected) > 1 else "all"].setChecked(True)

        # Where the comma is the decimal sign, Excel takes 1.5 for a date and a table with commas for one column.
        self.decimal_comma = QCheckBox(self.tr("Semicolons and decimal commas, as Excel wants them here"))
        self.decimal_comma.setChecked(QLocale.system().decimalPoint() == ",")
        self.decimal_comma.setVisible(self.decimal_comma.isChecked())
        self.measures = QCheckBox(self.tr("Measures too; they are no part of the probability"))
        self.measures.setChecked(bool(scope.measured))
        self.measures.setVisible(bool(scope.measured))
        self.header = HeaderForm()
        self.header.summary.setChecked(len(self.chosen) > 1)

    def _create_file_line(self) -> None:
        self.target = ExportTarget(self._scope.name, model_names(self._scope.all), self._spec)
        self.hint = styled_label(role="small", wraps=True, selectable=True)

    def _create_ends(self) -> None:
        self.problem = MessageBox("error")
        self.progress = BusyBar(self.tr("Progress of the export"), part=0.0)
        self.progress.hide()
        self.buttons = QDialogButtonBox()
        self.export_button = self.buttons.addButton(self.tr("Export"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.export_button.setProperty("primary", True)
        self.export_button.setDefault(True)
        self.print_button = self.buttons.addButton(self.tr("Print…"), QDialogButtonBox.ButtonRole.ActionRole)
        self.print_button.setAutoDefault(False)
        self.print_button.clicked.connect(self._print)
        self.folder_button = self.buttons.addButton(self.tr("Show in Folder"), QDialogButtonBox.ButtonRole.ActionRole)
        set_icon(self.folder_button, "folder")
        self.folder_button.setAutoDefault(False)
        self.folder_button.setEnabled(False)  # in its place from the start, so that no other button moves
        self.folder_button.clicked.connect(lambda: show_in_folder(self._written))
        self.close_button = self.buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self.buttons.accepted.connect(self._start)
        self.buttons.rejected.connect(self.reject)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(24)
        form.setVerticalSpacing(16)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        for title, buttons in (
            (self.tr("Format"), self.kind_buttons.values()),
            (self.tr("Rows"), self.row_buttons.values()),
        ):
            form.addRow(title, in_column(None, *buttons, spacing=8))
        form.addRow(self.tr("Report"), self.header)
        form.addRow("", self.measures)
        self._form = form
        form.addRow("", self.decimal_comma)
        form.addRow(self.tr("File"), self.target)
        in_column(
            self, form, self.hint, self.problem, self.progress, self.buttons, spacing=12, margins=(24, 24, 24, 16)
        )

    @property
    def kind(self) -> Kind:
        return next(kind for kind, button in self.kind_buttons.items() if button.isChecked())

    @property
    def chosen(self) -> list[Result]:
        rows = next(rows for rows, button in self.row_buttons.items() if button.isChecked())
        results: list[Result] = getattr(self._scope, rows)
        return results

    @property
    def _spec(self) -> ExportKind:
        return KINDS[self.kind]

    @property
    def is_busy(self) -> bool:
        return self._writing.is_busy

    def reject(self) -> None:
        """Stop what is being written, or close."""
        if self.is_busy:
            self._writing.cancel()
            self.close_button.setEnabled(False)
            return
        super().reject()

    def done(self, code: int) -> None:
        self._writing.stop()
        super().done(code)

    def _update(self) -> None:
        is_report, has_header = self._spec.is_report, self._spec.has_header
        several = has_header and self._request.has_several_patients
        sites = has_header and self._request.may_have_several_sites
        hints = []
        if self.kind == "isic" and any(result.probability is None for result in self.chosen):
            hints.append(self.tr("Images that could not be classified are left out."))
        if self.kind == "archive":
            text = self.tr("A new folder with two files for each image: its picture with the result, and the result.")
            hints.append(text)
        if several:
            hints.append(self.tr("These images are of several patients, so the patient reference is not printed."))
        if sites:
            hints.append(self.tr("These images may be of several lesions, so each has the site of its group alone."))
        self.hint.setText("\n".join(hints))
        self.header.fields["patient"].setEnabled(not several)
        self.header.fields["site"].setEnabled(not sites)
        self._form.setRowVisible(self.header, has_header)
        self.header.summary.setVisible(is_report)
        self.print_button.setVisible(is_report)
        self.print_button.setEnabled(0 < len(self.chosen) <= MOST_IMAGES and not self.is_busy)
        text = self.tr("At most {count} images are printed at once; a report (PDF) holds any number.")
        self.print_button.setToolTip(text.format(count=QLocale().toString(MOST_IMAGES)))
        self.decimal_comma.setEnabled(self.kind == "results" and not self.is_busy)
        self.measures.setEnabled(self._spec.has_measures and not self.is_busy)
        self.export_button.setEnabled(self.target.path is not None and bool(self.chosen) and not self.is_busy)

    def _start(self) -> None:
        target = self.target.path
        if target is None or not self.export_button.isEnabled() or not self.target.ask_to_replace():
            return
        style = DECIMAL_COMMA if self.decimal_comma.isChecked() else STANDARD
        task = self._spec.task(target, ExportOrder(self._request, style, self._scope.name))
        self._begin("export", task, lambda said: self._succeeded(target, said))

    def _begin(self, name: str, task: Task, then: Callable[[Any], None]) -> None:
        self.problem.clear()
        self.header.remember()
        worker = Worker(task)
        worker.setObjectName(name)
        self._writing.start(worker, then)

    @property
    def _request(self) -> ReportRequest:
        scope = self._scope
        return ReportRequest(
            self.chosen,
            among=[result.path for result in scope.all],
            threshold=scope.threshold,
            measured=scope.measured if self.measures.isChecked() else {},
            header=self.header.header,
            memberships=scope.memberships,
            summary=self.header.summary.isChecked(),
        )

    def _print(self) -> None:
        if not self.is_busy:
            self._begin("print", prepare_task(self._request), self._preview)

    def _preview(self, report: PreparedReport) -> None:
        dialog = ReportPreview(report, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _succeeded(self, target: Path, said: object) -> None:
        self._written = target
        remember_written(target)
        sentences = [self.tr("Written to {file}").format(file=in_reading_direction(str(target)))]
        if isinstance(said, IsicSummary) and said.models:
            text = self.tr("The scores are those of {models}; the file does not say so.")
            models = QLocale().createSeparatedList([left_to_right(model) for model in said.models])
            sentences.append(text.format(models=models))
        if isinstance(said, IsicSummary) and said.lengthened:
            text = self.tr(
                "{count} image names have their folder in them: other files are named alike.", "", said.lengthened
            )
            sentences.append(text.format(count=QLocale().toString(said.lengthened)))
        if self.kind == "archive" and (left_out := cast("ArchiveSummary", said).left_out):
            text = self.tr("Left out, as they have no result of the file as it is now: {count}.")
            sentences.append(text.format(count=QLocale().toString(len(left_out))))
        self.hint.setText("\n".join(sentences))
        self.folder_button.setEnabled(True)
        self.close_button.setText(self.tr("Close"))
        self.close_button.setFocus()
        self.exported.emit(target)

    def _set_busy(self, busy: bool) -> None:
        self.progress.setVisible(busy)
        self.progress.setValue(0)
        self.close_button.setEnabled(True)
        for widget in (*self.kind_buttons.values(), self.target):
            widget.setEnabled(not busy)
        for rows, button in self.row_buttons.items():
            button.setEnabled(not busy and bool(getattr(self._scope, rows)))
        self._update()
