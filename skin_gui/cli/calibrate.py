"""`skin-gui calibrate`: calibration and operating point for one clinic, from its own labelled images."""

import json as json_format
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from skin_gui.cli.common import INTERRUPTED, NameOption, ending_with, interruptible, part_bar, print_text
from skin_gui.progress import Cancelled

if TYPE_CHECKING:
    from skin_gui.training.run.clinic import ClinicOutcome, ClinicPlan

_REFUSED = 1


def calibrate(
    folder: Annotated[
        Path, typer.Argument(exists=True, file_okay=False, metavar="FOLDER", help="A folder with benign and malignant.")
    ],
    name: NameOption = "Calibrated model",
    activate: Annotated[bool, typer.Option("--activate", help="Use the calibrated model from now on.")] = False,
    metadata: Annotated[
        Path | None, typer.Option(exists=True, dir_okay=False, help="A CSV with what is known of the images.")
    ] = None,
    prevalence: Annotated[
        float | None,
        typer.Option(
            min=0.001,
            max=0.999,
            help="Share of malignant lesions in the clinic. Without it that of the folder counts, "
            "or the model's own where there are about as many benign as malignant images.",
        ),
    ] = None,
    sensitivity: Annotated[
        float | None, typer.Option(min=0.01, max=1, help="Choose the threshold for this sensitivity (as the model).")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
) -> None:
    """Fit the active model's calibration and operating point to FOLDER/{benign,malignant}, and nothing else.

    At least 20 different lesions of each class are needed. The figures before and after are cross-validated by lesion.

    Ends with 0 when the calibrated model is stored, 1 when the images cannot be used, 130 when interrupted.
    """
    from skin_gui.documents.calibration_report import calibration_text  # noqa: PLC0415 - keeps --help fast
    from skin_gui.training.run.clinic import ClinicPlan  # noqa: PLC0415

    plan = ClinicPlan(name=name, prevalence=prevalence, target_sensitivity=sensitivity)
    outcome = _run(folder, metadata, plan)
    stored = outcome.stored.info
    activated = activate and _activate(stored.name)
    if json:
        content = outcome.report.to_json() | {"stored": stored.name, "activated": activated}
        print(json_format.dumps(content, indent=2, ensure_ascii=False))
    else:
        print_text(calibration_text(outcome.report))
        print_text(f"Stored: {stored.display_name}" + (", active from now on" if activated else ""))
        if not activated:
            use = "To use it all the same" if outcome.report.fitted.finds_fewer else "To use it"
            print_text(f'{use}: skin-gui models activate "{stored.name}"')


def _run(folder: Path, metadata: Path | None, plan: "ClinicPlan") -> "ClinicOutcome":
    """Calibrate; every other end is a line on stderr and an exit code."""
    from skin_gui.documents.calibration_report import clinic_card  # noqa: PLC0415
    from skin_gui.training.data.dataset import load_dataset  # noqa: PLC0415
    from skin_gui.training.run.clinic import calibrate_for_clinic  # noqa: PLC0415

    try:
        with ending_with(_REFUSED), interruptible() as interrupted, part_bar() as progress:
            dataset = load_dataset([folder], metadata, cancelled=interrupted)
            return calibrate_for_clinic(dataset, plan, clinic_card, progress=progress, cancelled=interrupted)
    except (Cancelled, KeyboardInterrupt) as error:
        typer.echo("Interrupted. Nothing was stored.", err=True)
        raise typer.Exit(INTERRUPTED) from error


def _activate(name: str) -> bool:
    """The model is stored whatever becomes of this."""
    from skin_gui.classifier import ModelError  # noqa: PLC0415
    from skin_gui.classifier.store import ModelStore  # noqa: PLC0415

    try:
        ModelStore().activate(name)
    except ModelError as error:
        print_text(f"The calibrated model is stored, but could not be activated: {error}", err=True)
        return False
    return True
