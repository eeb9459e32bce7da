"""What a worker must share with the machine that asks: program, engine, model and files."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from skin_gui import __version__
from skin_gui.classifier import vgg16_int8
from skin_gui.classifier.model_folder import HEAD, NETWORK, ModelError, ModelInfo, read_info
from skin_gui.classifier.store import ModelStore
from skin_gui.cluster.connection import ClusterError
from skin_gui.vocabulary import Engine
from skin_gui.wording.cluster import ClusterFact, WorkerFact
from skin_gui.wording.fact import Fact
from skin_gui.wording.system import reason

if TYPE_CHECKING:
    from distributed import Client

_LIBRARIES = ("ncnn", "numpy", "opencv-python-headless", "pillow")
"""Their versions decide the last digits of a probability."""


@dataclass(frozen=True)
class Terms:
    """What a worker is held to before it does anything."""

    versions: tuple[tuple[str, str], ...]
    """Of the program and of what computes its numbers."""
    model: str
    """Its name, for messages and results."""
    network: tuple[tuple[str, str], ...]
    """Files of the network and their SHA-256."""
    rest: str | None = None
    """SHA-256 of all else that decides a probability; None where features alone are wanted."""
    folder: Path | None = None
    """A folder with the model, looked at before the models that the worker has."""
    file: tuple[Path, int] | None = None
    """One of the images and its size in bytes: the worker must see the same."""
    engine: Engine = "float32"

    def fit(self, info: ModelInfo) -> bool:
        """Whether a model is the one meant, whatever it is called."""
        return all(info.files.get(name) == digest for name, digest in self.network) and self.rest in (None, _rest(info))


def classifying(info: ModelInfo, engine: Engine, folder: Path | None = None) -> Terms:
    """The terms of classifying with a model: all of it."""
    network = tuple((name, info.files[name]) for name in NETWORK)
    place = folder.absolute() if folder else None
    return Terms(_versions(engine), info.display_name, network, _rest(info), place, engine=engine)


def extracting(weights_sha256: str) -> Terms:
    """The terms of extracting features with the network of these weights."""
    return Terms(_versions("float32"), "with the network to start from", ((NETWORK[1], weights_sha256),))


def _rest(info: ModelInfo) -> str:
    deciding = (info.files[HEAD], info.features, info.calibration, info.operating_point.threshold)
    return hashlib.sha256(repr((*deciding, info.flips, info.novelty_limit)).encode()).hexdigest()


def seeing(terms: Terms, files: Sequence[Path]) -> Terms:
    """The same terms, and that the first of these files which is there must be there for the worker too."""
    for file in files:
        try:
            return replace(terms, file=(file.absolute(), file.stat().st_size))
        except OSError:
            continue
    return terms


def _versions(engine: Engine) -> tuple[tuple[str, str], ...]:
    int8 = (("Skin GUI's int8 network", vgg16_int8.VERSION),) if engine == "int8" else ()
    return (("Skin GUI", __version__), *int8, *((name, version(name)) for name in _LIBRARIES))


def objection(terms: Terms) -> Fact | None:
    """Why this process cannot meet the terms, as a clause that follows its name; None where it can."""
    for (name, wanted), (_, own) in zip(terms.versions, _versions(terms.engine), strict=True):
        if own != wanted:
            return WorkerFact.OTHER_VERSION(name=name, own=own, wanted=wanted)
    if terms.file is not None and _size(terms.file[0]) != terms.file[1]:
        return WorkerFact.OTHER_FILES()
    try:
        model_folder(terms)
    except ModelError as error:
        return error.fact
    return None


def model_folder(terms: Terms) -> Path:
    """The folder of the model meant, on the machine that runs this.

    Raises:
        ModelError: it is not here; the message is a clause that follows the worker's name.
    """
    for folder in _candidates(terms):
        try:
            if terms.fit(read_info(folder)):
                return folder
        except ModelError:
            continue
    raise ModelError(WorkerFact.LACKS_MODEL(model=terms.model))


def _candidates(terms: Terms) -> Iterator[Path]:
    if terms.folder and terms.folder.is_dir():
        yield terms.folder
    yield from (model.path for model in ModelStore().list())


def _size(path: Path) -> int | None:
    try:
        return path.stat().st_size
    except OSError:
        return None


def hold_workers_to(client: "Client", terms: Terms) -> None:
    """Ask every worker before the work.

    Raises:
        ClusterError: one of them cannot meet the terms, with the reason.
    """
    for address, answer in client.run(objection, terms, on_error="return").items():
        if isinstance(answer, ImportError):
            answer = WorkerFact.LACKS_PROGRAM()  # noqa: PLW2901
        elif isinstance(answer, Exception):
            answer = WorkerFact.SILENT(why=reason(answer))  # noqa: PLW2901
        if answer is not None:
            raise ClusterError(ClusterFact.WORKER_AT(address=address, reason=answer))


def hold_to(terms: Terms) -> None:
    """For a worker, which may have joined after all were asked.

    Raises:
        ClusterError: it cannot meet the terms.
    """
    if answer := objection(terms):
        raise ClusterError(ClusterFact.A_WORKER(reason=answer))
