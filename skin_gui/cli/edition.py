"""Commands that the viewer edition names but cannot run."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

import typer

from skin_gui.training.availability import why_unavailable
from skin_gui.wording.training import TrainingPart

_Parameters = ParamSpec("_Parameters")
_Result = TypeVar("_Result")

UNAVAILABLE = 1


def needs_training(what: TrainingPart, command: Callable[_Parameters, _Result]) -> Callable[_Parameters, _Result]:
    """The command, which says what is missing and ends with exit code 1 where the training libraries are absent."""

    @wraps(command)
    def checked(*arguments: _Parameters.args, **options: _Parameters.kwargs) -> _Result:
        if reason := why_unavailable(what):
            typer.echo(str(reason), err=True)
            raise typer.Exit(UNAVAILABLE)
        return command(*arguments, **options)

    return checked
