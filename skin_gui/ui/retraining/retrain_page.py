"""Retraining on the user's own images: what was found, how to train, and the training as it runs."""

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from skin_gui.training.availability import why_unavailable
from skin_gui.ui.retraining.audit_view import AuditView
from skin_gui.ui.retraining.folders_list import FoldersList
from skin_gui.ui.retraining.plan_form import PlanForm
from skin_gui.ui.retraining.retraining import BUSY, Retraining, TrainingPhase
from skin_gui.ui.retraining.training_progress import TrainingButtons, TrainingProgress
from skin_gui.ui.texts.facts import words
from skin_gui.ui.texts.formats import bytes_text, duration_text, percent
from skin_gui.ui.widgets.busy_bar import BusyBar
from skin_gui.ui.widgets.buttons import push_button
from skin_gui.ui.widgets.drops import DropHint, DropTarget
from skin_gui.ui.widgets.focus import focus_kept
from skin_gui.ui.widgets.labels import text_label
from skin_gui.ui.widgets.layouts import STRETCH, add_parts, in_column, in_row
from skin_gui.ui.widgets.message_box import MessageBox
from skin_gui.ui.widgets.page import Page
from skin_gui.wording.fact import Fact
from skin_gui.wording.training import TrainingPart
from skin_gui.workers.audit import AuditedFolders, AuditWorker, RunNeeds, forecast_task
from skin_gui.workers.runner import Runner

if TYPE_CHECKING:
    from skin_gui.training.data.dataset import Dataset

_FORECAST_AFTER_MS = 400


class RetrainPage(Page):
    """Choosing and checking the images, or the training itself. The training belongs to the window, not to this."""

    name = "retrain"
    picture = "retrain"

    def __init__(self, retraining: Retraining, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Retrain"), parent=parent)
        self.retraining = retraining
        self.audited: AuditedFolders | None = None
        self._lacks_room = False
        self._audits = Runner(parent=self)
        self._create_parts()
        self.unavailable = why_unavailable(TrainingPart.RETRAINING)
        self.lacking = MessageBox("warning")
        self.lacking.set_messages([words(self.unavailable)] if self.unavailable else [])
        self._lay_out()
        self._connect()
        self._show_looking(None)
        self._show_phase()

    def _create_parts(self) -> None:
        self.folders = FoldersList()
        self.busy_text = text_label("", "small")
        self.busy_bar = BusyBar(self.tr("Checking the images"), part=0.0, keeps_place=False)
        self.refusal = MessageBox("error")
        self.audit_view = AuditView()
        self.form = PlanForm()
        self.progress = TrainingProgress(self.retraining)
        self.buttons = TrainingButtons(self.retraining)
        self.forecast_text = text_label("", "small")
        self.start_button = push_button(self.tr("Start Training"), primary=True)
        self._forecasts = Runner(self)
        self._forecast_timer = QTimer(self, singleShot=True, interval=_FORECAST_AFTER_MS)

    def _lay_out(self) -> None:
        self.setup = QWidget()
        explanation = self.tr(
            "Teach the model with your own labelled images. The result is compared with the active model on images "
            "that are held out, and nothing changes before you decide. No image leaves this computer."
        )
        looked_at = (self.busy_text, self.busy_bar, self.refusal, self.audit_view)
        in_column(self.setup, text_label(explanation, "muted"), self.folders, *looked_at, self.form, spacing=16)
        add_parts(self.content, self.lacking, self.setup, self.progress, STRETCH)
        self.footer = QWidget()
        in_row(
            self.footer, (self.forecast_text, 1), self.start_button, self.buttons, spacing=16, margins=(24, 12, 24, 12)
        )
        cast("QVBoxLayout", self.layout()).addWidget(self.footer)

        self.drops = DropTarget(self)
        self.drop_hint = DropHint(self.tr("Drop folders to add them"), self)

    def _connect(self) -> None:
        self.drops.dropped.connect(self.folders.add)
        self.drops.dragging.connect(self.drop_hint.set_shown)
        self.folders.changed.connect(self._look)
        self.form.changed.connect(self._plan_changed)
        self.start_button.clicked.connect(self.start)
        self.retraining.phase_changed.connect(lambda _: self._show_phase())
        self._forecast_timer.timeout.connect(self._forecast)
        self._forecasts.failed.connect(lambda fact: self.forecast_text.setText(words(fact)))
        self._audits.progressed.connect(self._show_looking)
        self._audits.succeeded.connect(self._show_audited)
        self._audits.failed.connect(self._show_refusal)

    # Life

    def activate(self) -> None:
        """Load what the curves are drawn with, once the page is seen; look at the disk again where it was full."""
        if not self.unavailable:
            QTimer.singleShot(0, self, self.progress.prepare)
        if self._lacks_room:
            self._plan_changed()  # the user may have made room

    def stop(self) -> None:
        """Wait for the threads that look at folders; the training is the window's."""
        self._forecast_timer.stop()
        self._forecasts.stop()
        self._audits.stop()

    def start(self) -> None:
        if not self._may_start():
            return
        report = self.audited.report if self.audited else None
        self.progress.leave_out(frozenset(finding.fact for finding in report.findings) if report else frozenset())
        self.retraining.start(self.form.plan(self.folders.folders))

    # Looking at folders

    def _look(self) -> None:
        self.audited = None
        self._forget_forecast()
        self.audit_view.clear()
        self.refusal.clear()
        self._audits.drop()
        if self.folders.folders:
            self._start_audit()
        self._show_looking(0.0 if self.folders.folders else None)
        self._update()

    def _start_audit(self) -> None:
        worker = AuditWorker(self.folders.folders)
        worker.listed.connect(self._show_listed)
        self._audits.start(worker)

    def _show_looking(self, part: float | None) -> None:
        self.busy_bar.setVisible(part is not None)
        self.busy_text.setVisible(part is not None)
        if part is not None:
            self.busy_bar.show_part(part)
            self.busy_text.setText(self.tr("Checking the images… {part}").format(part=percent(round(part, 2))))

    def _show_listed(self, dataset: "Dataset") -> None:
        self.audit_view.show_counts({split or "all": found for split, found in dataset.counts.items()})

    def _show_audited(self, audited: AuditedFolders) -> None:
        self.audited = audited
        self._show_looking(None)
        self.audit_view.show_report(audited.report)
        self._plan_changed()

    def _show_refusal(self, fact: Fact) -> None:
        self._show_looking(None)
        self.refusal.set_messages([fact])
        self._update()

    # The plan

    def _may_start(self) -> bool:
        audited = self.audited
        possible = audited is not None and audited.report.severity != "refuse" and not self.form.problem()
        return possible and not self._lacks_room and not self.retraining.is_busy and not self.unavailable

    def _plan_changed(self) -> None:
        self._forget_forecast()
        if self.audited is not None and self.audited.report.severity != "refuse":
            self.forecast_text.setText(self.form.problem() or self.tr("Estimating time and disk space…"))
            self._forecast_timer.start()
        self._update()

    def _forget_forecast(self) -> None:
        self._forecast_timer.stop()
        self._lacks_room = False
        self.forecast_text.clear()

    def _forecast(self) -> None:
        if self.audited is None or not self._may_start():
            return
        plan = self.form.plan(self.folders.folders)
        if not self._forecasts.run(forecast_task(plan, self.audited.dataset), lambda found: self._take(plan, found)):
            self._forecast_timer.start()

    def _take(self, plan: object, found: object) -> None:
        if self._forecast_timer.isActive() or not isinstance(found, RunNeeds):
            return
        if self.audited is None or plan != self.form.plan(self.folders.folders):
            return
        self._lacks_room = found.run.disk_bytes > found.free_bytes
        self.forecast_text.setText(self._forecast_sentence(found))
        self._update()

    def _forecast_sentence(self, found: RunNeeds) -> str:
        """About how long, how much room, and what is there already."""
        run = found.run
        size, free = bytes_text(run.disk_bytes), bytes_text(found.free_bytes)
        if self._lacks_room:
            text = self.tr("There is too little room on the disk: {size} are needed, {free} are free.")
            return text.format(size=size, free=free)
        text = self.tr("About {time} and {size} of disk space ({free} are free).")
        text = text.format(time=duration_text(run.seconds), size=size, free=free)
        if run.cached > 0:
            known = self.tr("{part} of the features are computed already.")
            text = f"{text} {known.format(part=percent(round(run.cached, 2)))}"
        return text

    def _update(self) -> None:
        self.form.setVisible(self.audited is not None and self.audited.report.severity != "refuse")
        self.start_button.setEnabled(self._may_start())

    def _show_phase(self) -> None:
        phase = self.retraining.phase
        running = phase in BUSY or phase in (TrainingPhase.FAILED, TrainingPhase.FINISHED)
        with focus_kept(self, lambda: self):
            self.progress.setVisible(running)
            self.setup.setVisible(not running and not self.unavailable)
            self.buttons.setVisible(running)
            self.start_button.setVisible(not running)
            self.forecast_text.setVisible(not running)
            self.footer.setVisible(not self.unavailable)
        self.setAcceptDrops(not self.setup.isHidden())
        if phase == TrainingPhase.CANCELLED:
            self.forecast_text.setText(
                self.tr("Cancelled. Only the computed features are kept; the next start goes on from them.")
            )
        elif phase == TrainingPhase.IDLE and self.audited is not None:
            self._plan_changed()
        self._update()
