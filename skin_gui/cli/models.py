"""`skin-gui models`: the model store."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from skin_gui.cli.common import ending_with, print_text
from skin_gui.vocabulary import ModelKey

if TYPE_CHECKING:
    from skin_gui.classifier.model_folder import ModelInfo
    from skin_gui.classifier.store import ModelStore, StoredModel

app = typer.Typer(
    help="The models on this machine: the shipped one and your retrained ones.", pretty_exceptions_enable=False
)

Name = Annotated[str, typer.Argument(metavar="NAME", help="A model's name, as `skin-gui models` shows it.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON instead of text.")]

_HEADER = ("", "Name", "Created", "AUC", "Sensitivity", "Specificity", "Measured on", "")
_NUMBERS = range(3, 6)


@contextmanager
def _store() -> "Iterator[ModelStore]":
    """The store; a failure is one sentence on stderr and exit code 1."""
    from skin_gui.classifier.store import ModelStore  # noqa: PLC0415 - keeps --help fast

    with ending_with(1):
        yield ModelStore()


@app.callback(invoke_without_command=True)
def models(context: typer.Context) -> None:
    """List, choose, check and exchange models."""
    if context.invoked_subcommand is None:
        list_models()


@app.command("list")
def list_models(as_json: JsonOption = False) -> None:
    """List the models; a star marks the active one."""
    with _store() as store:
        stored, broken, problem = store.list(), store.broken(), store.problem()
    if as_json:
        typer.echo(json.dumps([_facts(model) for model in stored], indent=2, ensure_ascii=False))
    else:
        print_text(_table([_HEADER, *map(_row, stored)]))
    for path, reason in broken:
        print_text(f"The folder {path.name} is left out: {reason}", err=True)
    if problem:
        print_text(str(problem), err=True)


@app.command()
def show(name: Name, as_json: JsonOption = False) -> None:
    """Show a model's card; with --json everything that is known of it."""
    with _store() as store:
        model = store.get(name)
    if as_json or not model.card:
        typer.echo(json.dumps(_facts(model), indent=2, ensure_ascii=False))
    else:
        print_text(model.card)


@app.command()
def activate(name: Name) -> None:
    """Use a model from now on."""
    with _store() as store:
        print_text(f"Active: {store.activate(name).info.display_name}")


@app.command()
def rollback() -> None:
    """Go back to the model that was active before."""
    with _store() as store:
        print_text(f"Active: {store.rollback().info.display_name}")


@app.command()
def verify(name: Annotated[str | None, typer.Argument(metavar="NAME", help="All when left out.")] = None) -> None:
    """Check the files of one model or of all; ends with 1 if one is damaged."""
    with _store() as store:
        results = store.verify(name)
    for checked, problem in results:
        print_text(f"{checked}: {problem or 'ok'}", err=problem is not None)
    if any(problem for _, problem in results):
        raise typer.Exit(1)


@app.command()
def remove(
    name: Name, yes: Annotated[bool, typer.Option("--yes", "-y", help="Remove without asking.")] = False
) -> None:
    """Remove one of your models for good."""
    if not yes and not typer.confirm(f"Remove the model {name} for good?"):
        raise typer.Exit(1)
    with _store() as store:
        store.remove(name)
    print_text(f"Removed: {name}")


@app.command()
def rename(name: Name, new: Annotated[str, typer.Argument(metavar="NEW", help="Its new name.")]) -> None:
    """Give one of your models another name."""
    with _store() as store:
        print_text(f"Renamed: {store.rename(name, new).info.name}")


@app.command()
def export(
    name: Name,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The zip file to write.")],
    force: Annotated[bool, typer.Option("--force", help="Replace the file if it is there already.")] = False,
) -> None:
    """Write a model to a zip file for another computer."""
    if file.exists() and not force:
        print_text(f"The file {file.name} is there already; --force replaces it.", err=True)
        raise typer.Exit(1)
    with _store() as store:
        store.export(name, file)
    print_text(f"Exported: {file}")


@app.command("import")
def import_model(file: Annotated[Path, typer.Argument(metavar="FILE", help="A zip file that export wrote.")]) -> None:
    """Take in a model from another computer; it is checked first, and not activated."""
    with _store() as store:
        model = store.import_(file)
    print_text(f"Imported: {model.info.display_name}")


def _facts(model: "StoredModel") -> dict[str, Any]:
    """What model.json says, but for the thousands of hashes of the training images."""
    facts = model.info.to_dict()
    facts["data"] = {key: value for key, value in facts["data"].items() if key != ModelKey.IMAGES}
    return {"active": model.active, "shipped": model.shipped, **facts}


def _row(model: "StoredModel") -> tuple[str, ...]:
    info = model.info
    return (
        "*" if model.active else "",
        info.name,
        info.created[:10],
        _rate(_auc(info.metrics)),
        _rate(info.operating_point.sensitivity),
        _rate(info.operating_point.specificity),
        _data(info),
        "" if info.validated else "not validated",
    )


def _data(info: "ModelInfo") -> str:
    """What the figures in the row were measured on; a figure without its data says nothing."""
    return " ".join(str(info.operating_point.measured_on).split())


def _auc(metrics: Mapping[str, Any]) -> object:
    value = metrics.get("auc")
    return value.get("value") if isinstance(value, Mapping) else value


def _rate(value: object) -> str:
    return f"{value:.3f}" if isinstance(value, int | float) else "-"


def _table(rows: list[tuple[str, ...]]) -> str:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = (
        "  ".join(
            cell.rjust(width) if index in _NUMBERS else cell.ljust(width)
            for index, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in rows
    )
    return "\n".join(line.rstrip() for line in lines)
