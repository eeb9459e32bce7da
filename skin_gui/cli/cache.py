"""`skin-gui cache`: the features kept for the next training."""

from typing import TYPE_CHECKING

import typer

from skin_gui.cli.common import print_text

if TYPE_CHECKING:
    from skin_gui.training.features.feature_cache import FeatureCache

app = typer.Typer(help="The features of training images, kept so that nothing is computed twice.")

_MIB = 2**20


def _cache() -> "FeatureCache":
    from skin_gui.training.features.feature_cache import FeatureCache  # noqa: PLC0415 - keeps --help fast

    return FeatureCache()


@app.callback(invoke_without_command=True)
def cache(context: typer.Context) -> None:
    """Show or clear the cache of training features."""
    if context.invoked_subcommand is None:
        info()


@app.command()
def info() -> None:
    """Show where the cache lies and how large it is."""
    found = _cache()
    print_text(f"Folder: {found.folder}")
    typer.echo(f"Size: {found.size() / _MIB:,.1f} MiB of at most {found.limit / _MIB:,.0f} MiB")


@app.command()
def clear() -> None:
    """Delete the cached features; the next training computes them again."""
    try:
        freed = _cache().clear()
    except OSError as error:
        typer.echo(f"The cache could not be cleared ({error.strerror or error}).", err=True)
        raise typer.Exit(1) from error
    typer.echo(f"Freed: {freed / _MIB:,.1f} MiB")
