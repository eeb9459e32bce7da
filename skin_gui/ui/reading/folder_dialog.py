"""Making a labelled folder of what was reviewed: where, linked or copied; then the work itself."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QLocale, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QRadioButton,
    QWidget,
)

from skin_gui.progress import CancelCheck, Progress
from skin_gui.review.distinct_names import free_name
from skin_gui.review.memberships import Membership
from skin_gui.review.reading.labelled_folder import FolderSummary, label_of, make_labelled_folder
from skin_gui.review.results import Result
from skin_gui.ui.texts.formats import in_reading_direction
from skin_gui.ui.widgets.buttons import push_button
from skin_gui.ui.widgets.fields import PathField
from skin_gui.ui.widgets.icons import set_icon
from skin_gui.ui.widgets.labels import styled_label
from skin_gui.ui.widgets.layouts import in_column, in_row
from skin_gui.ui.widgets.message_box import MessageBox
from skin_gui.workers.base import Worker, as_task
from skin_gui.workers.runner import Runner


class FolderDialog(QDialog):
    """Ready to be confirmed at once: a name is suggested, and links are chosen."""

    def __init__(
        self,
        results: Sequence[Result],
        memberships: Mapping[Path, Membership],
        root: Path,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Make Labelled Folder"))
        self._results, self._memberships = list(results), memberships
        self._made: Path | None = None
        self._making = Runner(parent=self)
        self._create_parts(_free_name(root))
        self._lay_out()
        self._making.busy_changed.connect(lambda busy: self.make_button.setEnabled(not busy))
        self._making.succeeded.connect(self._succeeded)
        self._making.failed.connect(lambda fact: self.problem.set_messages([fact]))

    def _create_parts(self, suggested: Path) -> None:
        locale = QLocale()
        labels = [label_of(result) for result in self._results]
        text = self.tr("{benign} benign and {malignant} malignant images. Histology counts before your decision.")
        benign, malignant = (locale.toString(labels.count(label)) for label in ("benign", "malignant"))
        self.count = styled_label(text.format(benign=benign, malignant=malignant), "body", wraps=True)
        self.path = PathField(str(suggested))
        self.path.setAccessibleName(self.tr("Folder"))
        self.path.setMinimumWidth(360)
        self.browse = push_button(self.tr("Browse…"))
        self.browse.setAutoDefault(False)
        self.browse.clicked.connect(self._browse)
        self.link = QRadioButton(self.tr("Links: they take no room"))
        self.copy = QRadioButton(self.tr("Copies"))
        self.link.setChecked(True)
        self.said = styled_label(self.tr("The images stay where they are."), "small", wraps=True)
        self.problem = MessageBox("error")
        self.buttons = QDialogButtonBox()
        self.make_button = self.buttons.addButton(self.tr("Make Folder"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.make_button.setProperty("primary", True)
        self.make_button.setDefault(True)
        self.make_button.setEnabled(any(labels))
        self.show_button = self.buttons.addButton(self.tr("Show in Folder"), QDialogButtonBox.ButtonRole.ActionRole)
        set_icon(self.show_button, "folder")
        self.show_button.setAutoDefault(False)
        self.show_button.hide()
        self.show_button.clicked.connect(self._show)
        self.close_button = self.buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self.buttons.accepted.connect(self._make)
        self.buttons.rejected.connect(self.reject)

    def _lay_out(self) -> None:
        line = in_row(None, (self.path, 1), self.browse)
        ways = in_column(None, self.link, self.copy)
        form = QFormLayout()
        form.setHorizontalSpacing(24)
        form.setVerticalSpacing(16)
        form.addRow(self.tr("Folder"), line)
        form.addRow(self.tr("As"), ways)
        in_column(self, self.count, form, self.said, self.problem, self.buttons, spacing=12, margins=(24, 24, 24, 16))

    def done(self, code: int) -> None:
        self._making.stop()
        super().done(code)

    def _browse(self) -> None:
        parent = QFileDialog.getExistingDirectory(self, self.windowTitle(), str(Path(self.path.text()).parent))
        if parent:
            self.path.setText(str(Path(parent) / Path(self.path.text()).name))

    def _make(self) -> None:
        if self._making.is_busy or not self.path.text().strip():
            return
        folder = Path(self.path.text().strip()).expanduser().absolute()
        self.problem.clear()
        task = _task(folder, self._results, self._memberships, link=self.link.isChecked())
        worker = Worker(task)
        worker.setObjectName("labelled folder")
        self._making.start(worker)

    def _succeeded(self, summary: FolderSummary) -> None:
        self._made = summary.folder
        locale = QLocale()
        sentences = [
            self.tr("Made {folder}: {benign} benign and {malignant} malignant images.").format(
                folder=in_reading_direction(str(summary.folder)),
                benign=locale.toString(summary.benign),
                malignant=locale.toString(summary.malignant),
            ),
            self.tr("Add it in Settings under Retrain or Calibrate."),
        ]
        if self.link.isChecked() and summary.copied:
            text = self.tr("{count} lie on another drive and were copied.", "", summary.copied)
            sentences.append(text.format(count=locale.toString(summary.copied)))
        if summary.missing:
            text = self.tr("{count} are not where they were and were left out.", "", len(summary.missing))
            sentences.append(text.format(count=locale.toString(len(summary.missing))))
        self.said.setText(" ".join(sentences))
        self.show_button.show()
        self.make_button.hide()
        self.close_button.setText(self.tr("Close"))
        self.close_button.setFocus()

    def _show(self) -> None:
        if self._made is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._made)))


def _free_name(root: Path) -> Path:
    """A name beside the folder that was reviewed, of a folder that is not there yet."""
    wanted = f"{root.name or 'images'}-labelled"
    return root.parent / free_name(wanted, "-{}", lambda name: (root.parent / name).exists())


@as_task
def _task(
    progress: Progress,
    cancelled: CancelCheck,
    folder: Path,
    results: Sequence[Result],
    memberships: Mapping[Path, Membership],
    *,
    link: bool,
) -> FolderSummary:
    return make_labelled_folder(
        folder, results, memberships=memberships, link=link, progress=progress, cancelled=cancelled
    )
