"""`skin-gui audit`: what is wrong with a training folder."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from skin_gui.cli.common import print_text
from skin_gui.progress import Progress, ignore_progress


def audit(
    folder: Annotated[list[Path], typer.Argument(help="Training folders.")],
    json: Annotated[bool, typer.Option("--json", help="Print the report as JSON, with all files.")] = False,
    metadata: Annotated[Path | None, typer.Option(help="A CSV with more about the images.")] = None,
) -> None:
    """Look for what would spoil a training: copies, split lesions, imbalance, labels that the source gives away.

    Ends with 0 when the data can be trained on, 1 when it cannot be as it is.
    """
    from skin_gui.documents.audit_report import audit_text  # noqa: PLC0415 - keeps --help fast
    from skin_gui.training.audit.audit import audit as run  # noqa: PLC0415
    from skin_gui.training.data.dataset import DatasetError, load_dataset  # noqa: PLC0415

    try:
        dataset = load_dataset(folder, metadata, require_both_classes=False)
    except DatasetError as error:
        print_text(str(error), err=True)
        raise typer.Exit(2) from error
    with _progress() as progress:
        report = run(dataset, progress)
    if json:
        typer.echo(report.to_json())
    else:
        print_text(audit_text(report))
    if report.severity == "refuse":
        raise typer.Exit(1)


@contextmanager
def _progress() -> Iterator[Progress]:
    """A progress bar on a terminal; nothing in a pipe."""
    if not sys.stderr.isatty():
        yield ignore_progress
        return
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import Progress as Bar  # noqa: PLC0415

    with Bar(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Reading", total=1.0)
        yield lambda part: bar.update(task, completed=part)
