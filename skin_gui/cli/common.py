"""What several commands share."""

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Annotated

import typer

from skin_gui.plain_text import printable_lines
from skin_gui.vocabulary import Engine
from skin_gui.wording.fact import FactError

if TYPE_CHECKING:
    from distributed import Client

    from skin_gui.classifier import Classifier

INTERRUPTED = 130
"""The exit code after Ctrl-C, as shells have it."""

# Not checked here: a file that may not be read is a row with its reason, and the others are done.
PathsArgument = Annotated[list[Path], typer.Argument(metavar="PATH", help="Images and folders.", readable=False)]
ModelOption = Annotated[str | None, typer.Option("--model", help="A model's name or folder (the active one).")]
ThresholdOption = Annotated[
    float | None, typer.Option("--threshold", min=0, max=1, help="Call malignant from this probability on.")
]

EngineOption = Annotated[
    Engine,
    typer.Option(
        "--engine",
        help="The network's numbers; int8 is faster, and its probabilities differ in the second or third digit.",
    ),
]

SchedulerOption = Annotated[
    str | None,
    typer.Option("--scheduler", help="Work on the Dask cluster of this scheduler, e.g. tcp://10.0.0.5:8786."),
]

MOST_JOBS = 256
"""More threads than any machine has cores for; they are there before it is known how many files there are."""
JobsOption = Annotated[int | None, typer.Option("--jobs", min=1, max=MOST_JOBS, help="Cores to use; all by default.")]


def _not_blank(name: str) -> str:
    if not name.strip():
        raise typer.BadParameter("a model needs a name.")
    return name


NameOption = Annotated[str, typer.Option("--name", callback=_not_blank, help="The new model's name.")]

DecimalCommaOption = Annotated[
    bool,
    typer.Option("--decimal-comma", help="Write CSV files for an Excel whose decimal sign is the comma: 0,5;0,25."),
]


def print_text(text: str, *, err: bool = False) -> None:
    """Print text that may quote names of files, models or metadata: the terminal shows it and never obeys it."""
    typer.echo(printable_lines(text), err=err)


@contextmanager
def ending_with(code: int, error: type[FactError] = FactError) -> Iterator[None]:
    """End the command with an exit code, and one line that says why, where such an error comes up."""
    try:
        yield
    except error as stated:
        print_text(str(stated), err=True)
        raise typer.Exit(code) from stated


def load_classifier(model: str | None, engine: Engine = "float32") -> "Classifier":
    """The model of that name or folder; one clear line and exit code 2 when it cannot be used.

    Without one named it is the active model; a line says so where the shipped one has to stand in for it.
    """
    from skin_gui.classifier import Classifier  # noqa: PLC0415 - keeps --help fast
    from skin_gui.classifier.store import ModelStore  # noqa: PLC0415

    with ending_with(2):
        if model is None:
            path = None
            if problem := ModelStore().problem():
                print_text(str(problem), err=True)
        else:
            path = Path(model) if Path(model).is_dir() else ModelStore().path(model)
        return Classifier.load(path, engine=engine)


def refuse_early(*targets: Path | None) -> None:
    """What cannot be written is said before the work, not after it; exit code 2."""
    from skin_gui.review.export_file import refuse_what_must_stay  # noqa: PLC0415

    taken: set[str] = set()
    for target in filter(None, targets):
        with ending_with(2):
            refuse_what_must_stay(target)
        place = os.path.normcase(os.path.realpath(target))
        if place in taken:
            print_text(f"Two files would be written to {target}; give each a name of its own.", err=True)
            raise typer.Exit(2)
        taken.add(place)


def written(write: Callable[[], object]) -> bool:
    """Whether a file was written; if not, a line says why."""
    try:
        write()
    except FactError as error:
        print_text(str(error), err=True)
        return False
    return True


@contextmanager
def interruptible() -> Iterator[Callable[[], bool]]:
    """Ctrl-C asks the work to end; pressed again it ends it by force. Yields whether it was pressed."""
    interrupted = threading.Event()

    def on_interrupt(_number: int, _frame: FrameType | None) -> None:
        if interrupted.is_set():
            raise KeyboardInterrupt
        interrupted.set()

    if threading.current_thread() is not threading.main_thread():
        yield interrupted.is_set
        return
    before = signal.signal(signal.SIGINT, on_interrupt)
    try:
        yield interrupted.is_set
    finally:
        signal.signal(signal.SIGINT, before)


@contextmanager
def cluster(scheduler: str | None) -> Iterator["Client | None"]:
    """A client of the scheduler that was named, None where none was; one line and exit code 2 when it cannot serve."""
    from skin_gui.cluster.connection import ClusterError, connected  # noqa: PLC0415

    if scheduler is None:
        yield None
        return
    with ending_with(2, ClusterError), connected(scheduler) as client:
        yield client


@contextmanager
def part_bar(total: float = 1.0, *, counted: bool = False) -> Iterator[Callable[[float], None]]:
    """A progress bar on a terminal; nothing in a pipe. Yields the function to call with what is done of the total."""
    if not sys.stderr.isatty():
        yield lambda _part: None
        return
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import (  # noqa: PLC0415
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TaskProgressColumn,
        TimeRemainingColumn,
    )

    columns = (BarColumn(), MofNCompleteColumn() if counted else TaskProgressColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=total)
        yield lambda part: bar.update(task, completed=part)


@contextmanager
def progress_bar(total: int) -> Iterator[Callable[[], None]]:
    """As `part_bar`, for so many items. Yields the function to call after each."""
    done = count(1)
    with part_bar(total, counted=True) as reach:
        yield lambda: reach(next(done))
