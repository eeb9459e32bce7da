"""`skin-gui audit`: what is wrong with a training folder."""

from pathlib import Path
from typing import Annotated

import typer

from skin_gui.cli.common import ending_with, part_bar, print_text


def audit(
    folder: Annotated[list[Path], typer.Argument(metavar="FOLDER", help="Training folders.")],
    json: Annotated[bool, typer.Option("--json", help="Print the report as JSON, with all files.")] = False,
    metadata: Annotated[Path | None, typer.Option(help="A CSV with more about the images.")] = None,
) -> None:
    """Look for what would spoil a training: copies, split lesions, imbalance, labels that the source gives away.

    Ends with 0 when the data can be trained on, 1 when it cannot be as it is.
    """
    from skin_gui.documents.audit_report import audit_text  # noqa: PLC0415 - keeps --help fast
    from skin_gui.training.audit.audit import audit as run  # noqa: PLC0415
    from skin_gui.training.data.dataset import load_dataset  # noqa: PLC0415

    with ending_with(2):
        dataset = load_dataset(folder, metadata, require_both_classes=False)
    with part_bar() as progress:
        report = run(dataset, progress)
    if json:
        typer.echo(report.to_json())
    else:
        print_text(audit_text(report))
    if report.severity == "refuse":
        raise typer.Exit(1)
