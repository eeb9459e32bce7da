"""Changes to the models' folder that happen out of sight first."""

import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from skin_gui.classifier.model_folder import ModelError
from skin_gui.wording.fact import Kind
from skin_gui.wording.models import ModelFact
from skin_gui.wording.system import reason

HIDDEN = "."
"""Folders whose name begins with it are being written or removed and are never listed."""

_PREFIX = f"{HIDDEN}staging-"
"""Followed by the number of the writing process."""
_ABANDONED_SECONDS = 24 * 3600


@contextmanager
def hidden_folder(parent: Path, failure: Kind, **fields: str) -> Iterator[Path]:
    """A folder beside the models that no reader sees; whatever is left of it goes afterwards.

    Args:
        parent: the models' folder; made if it is missing.
        failure: what to say when the disk fails, e.g. `ModelFact.NOT_STORED`.
        fields: its fields, but for `why`.

    Raises:
        ModelError: an operating system's error, in one sentence.
    """
    with failing_as(failure, **fields):
        parent.mkdir(parents=True, exist_ok=True)
        _sweep(parent)
        hidden = Path(tempfile.mkdtemp(prefix=f"{_PREFIX}{os.getpid()}-", dir=parent))
        try:
            yield hidden
        finally:
            shutil.rmtree(hidden, ignore_errors=True)


def refuse_if_read_only(parent: Path) -> None:
    """Raise ModelError where no model could be stored: said before the work that makes one, not after it."""
    with hidden_folder(parent, ModelFact.NOT_STORED):
        pass


@contextmanager
def failing_as(failure: Kind, **fields: str) -> Iterator[None]:
    """Turn an operating system's error into a fact of this kind."""
    try:
        yield
    except OSError as error:
        raise ModelError(failure(**fields, why=reason(error))) from error


def remove_staged_by(parent: Path, process: int) -> None:
    """Remove what a process that has ended was writing into the models' folder."""
    for path in parent.glob(f"{_PREFIX}{process}-*"):
        shutil.rmtree(path, ignore_errors=True)


def _sweep(parent: Path) -> None:
    """Remove what a crash left behind, but nothing that another process may be writing now."""
    for path in parent.glob(f"{_PREFIX}*"):
        with suppress(FileNotFoundError):  # its owner may be removing it this moment
            if time.time() - path.stat().st_mtime > _ABANDONED_SECONDS:
                shutil.rmtree(path, ignore_errors=True)
