"""The sub-commands of `skin-gui`."""

from pathlib import Path
from typing import Annotated

import typer

from skin_gui import __version__
from skin_gui.cli.audit import audit
from skin_gui.cli.cache import app as cache_app
from skin_gui.cli.calibrate import calibrate
from skin_gui.cli.classify import classify
from skin_gui.cli.edition import needs_training
from skin_gui.cli.evaluate import evaluate
from skin_gui.cli.gui import gui
from skin_gui.cli.measure import measure
from skin_gui.cli.models import app as models_app
from skin_gui.cli.train import train
from skin_gui.wording.training import TrainingPart

app = typer.Typer(
    name="skin-gui",
    help="Benign or malignant for dermoscopic images. Research and education; not a medical device.",
    no_args_is_help=False,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",  # else the lines of a paragraph are broken where the source's are
)


@app.command(name="gui")
def gui_command(
    path: Annotated[Path | None, typer.Argument(metavar="PATH", help="An image or a folder.")] = None,
) -> None:
    """Open the window, on an image or a folder if given."""
    raise typer.Exit(gui(path))


app.command()(classify)
app.command()(measure)
app.command()(needs_training(TrainingPart.EVALUATION, evaluate))
app.command()(needs_training(TrainingPart.RETRAINING, train))
app.command()(needs_training(TrainingPart.CALIBRATION, calibrate))
app.command()(needs_training(TrainingPart.AUDIT, audit))
app.add_typer(models_app, name="models")
app.add_typer(cache_app, name="cache")


def _print_version(wanted: bool) -> None:
    if wanted:
        print(f"skin-gui {__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Benign or malignant for dermoscopic images. Research and education; not a medical device."""
