"""`skin-gui train`: retrain the head on folders of labelled images."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from skin_gui.cli.common import (
    INTERRUPTED,
    NameOption,
    SchedulerOption,
    cluster,
    ending_with,
    interruptible,
    print_text,
)
from skin_gui.plain_text import printable
from skin_gui.progress import Cancelled
from skin_gui.training.plan import LARGEST_SEED, MOST_EPOCHS

if TYPE_CHECKING:
    from distributed import Client
    from rich.progress import Progress, TaskID

    from skin_gui.training.features.extraction import Extractor
    from skin_gui.training.fitting.head_fit import Epoch
    from skin_gui.training.plan import TrainingPlan
    from skin_gui.training.run.events import Event, StageProgress, TrainingOutcome

_REFUSED = 1

EventSink = Callable[["Event"], None]


def train(
    folder: Annotated[
        list[Path], typer.Argument(exists=True, file_okay=False, metavar="FOLDER", help="Folders of labelled images.")
    ],
    name: NameOption = "Retrained model",
    preset: Annotated[
        Literal["default", "paper"], typer.Option(help="The recipe: the best one, or the paper's.")
    ] = "default",
    seed: Annotated[
        int, typer.Option(min=0, max=LARGEST_SEED, help="The same seed and images give the same model.")
    ] = 0,
    epochs: Annotated[
        int | None,
        typer.Option(min=1, max=MOST_EPOCHS, help="Passes through the images, instead of the preset's."),
    ] = None,
    metadata: Annotated[
        Path | None, typer.Option(exists=True, dir_okay=False, help="A CSV with what is known of the images.")
    ] = None,
    activate: Annotated[bool, typer.Option("--activate", help="Use the new model from now on.")] = False,
    start: Annotated[
        Literal["shipped", "active"], typer.Option(help="The model whose network is built upon.")
    ] = "shipped",
    sensitivity: Annotated[
        float, typer.Option(min=0.01, max=1, help="Choose the threshold for this sensitivity.")
    ] = 0.9,
    scheduler: SchedulerOption = None,
) -> None:
    """Retrain on FOLDERs with benign and malignant, and compare with the active model on images held out.

    Ends with 0 when the new model is stored, 1 when the images cannot be trained on, 130 when interrupted; then only
    the computed features are kept, and the next start goes on from them.
    """
    from skin_gui.documents.comparison_report import comparison_text  # noqa: PLC0415 - keeps --help fast
    from skin_gui.training.plan import TrainingPlan  # noqa: PLC0415

    plan = TrainingPlan(
        folders=tuple(folder),
        name=name,
        metadata=metadata,
        preset=preset,
        seed=seed,
        epochs=epochs,
        start=start,
        activate=activate,
        target_sensitivity=sensitivity,
    )
    outcome = _run(plan, scheduler)
    print_text(comparison_text(outcome.comparison))
    typer.echo(f"Stored: {outcome.comparison.new_name}" + (", active from now on" if outcome.activated else ""))
    if not outcome.activated:
        use = "To use it all the same" if outcome.comparison.is_clearly_worse else "To use it"
        typer.echo(f'{use}: skin-gui models activate "{outcome.name}"')


def _run(plan: "TrainingPlan", scheduler: str | None) -> "TrainingOutcome":
    """Train; every other end is a line on stderr and an exit code."""
    from skin_gui.documents.run_card import run_card  # noqa: PLC0415
    from skin_gui.training.run.run import train as run  # noqa: PLC0415

    try:
        with (
            ending_with(_REFUSED),
            interruptible() as interrupted,
            cluster(scheduler) as client,
            _display() as report,
        ):
            return run(plan, run_card, report=report, cancelled=interrupted, extractor=_extractor(client))
    except (Cancelled, KeyboardInterrupt) as error:
        typer.echo("Interrupted. Only the computed features are kept; the next start goes on from them.", err=True)
        raise typer.Exit(INTERRUPTED) from error


def _extractor(client: "Client | None") -> "Extractor":
    from skin_gui.training.features.extraction import on_this_machine  # noqa: PLC0415

    if client is None:
        return on_this_machine
    from skin_gui.cluster.features import extract_on_cluster  # noqa: PLC0415

    return partial(extract_on_cluster, client)


@contextmanager
def _display() -> Iterator[EventSink]:
    """Bars on a terminal, a line for each tenth of a stage otherwise."""
    if not sys.stderr.isatty():
        yield _Lines()
        return
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn  # noqa: PLC0415

    columns = (
        TextColumn("{task.description:<12}"),
        BarColumn(),
        TaskProgressColumn(),
        TextColumn("{task.fields[detail]}"),
    )
    with Progress(*columns, console=Console(stderr=True)) as bars:
        yield _Bars(bars)


class _Lines:
    """Plain lines for a pipe or a log."""

    def __init__(self) -> None:
        self._last: tuple[str, int] = ("", 0)

    def __call__(self, event: "Event") -> None:
        from skin_gui.training.run.events import EpochEvent, Note, StageProgress  # noqa: PLC0415

        match event:
            case StageProgress() if (key := (event.stage, int(event.part * 10))) != self._last:
                self._last = key
                typer.echo(f"{event.stage}: {event.part:.0%} {_detail(event)}".rstrip(), err=True)
            case EpochEvent():
                typer.echo(_epoch(event.epoch), err=True)
            case Note():
                print_text(f"{event.severity}: {event.fact}", err=True)


class _Bars:
    """A bar for each stage."""

    def __init__(self, bars: "Progress") -> None:
        self._bars = bars
        self._tasks: dict[str, TaskID] = {}

    def __call__(self, event: "Event") -> None:
        from skin_gui.training.run.events import EpochEvent, Note, StageProgress  # noqa: PLC0415

        match event:
            case StageProgress():
                if event.stage not in self._tasks:
                    self._tasks[event.stage] = self._bars.add_task(event.stage, total=1.0, detail="")
                self._bars.update(self._tasks[event.stage], completed=event.part, detail=_detail(event))
            case EpochEvent():
                self._bars.console.print(_epoch(event.epoch), highlight=False, markup=False)
            case Note():
                self._bars.console.print(
                    f"{event.severity}: {printable(str(event.fact))}", highlight=False, markup=False
                )


def _detail(event: "StageProgress") -> str:
    if event.rate is None or event.seconds_left is None or event.part >= 1:
        return ""
    minutes, seconds = divmod(round(event.seconds_left), 60)
    return f"{event.rate:.1f} {event.unit}/s, {minutes}:{seconds:02d} left"


def _epoch(epoch: "Epoch") -> str:
    text = f"epoch {epoch.number}/{epoch.epochs}: {_scores(epoch.loss, epoch.accuracy, epoch.auc)}"
    if epoch.validation_loss is None or epoch.validation_accuracy is None or epoch.validation_auc is None:
        return text
    return f"{text}; validation: {_scores(epoch.validation_loss, epoch.validation_accuracy, epoch.validation_auc)}"


def _scores(loss: float, accuracy: float, auc: float) -> str:
    return f"loss {loss:.4f}, accuracy {accuracy:.3f}, AUC {auc:.3f}"
