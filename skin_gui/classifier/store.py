"""The model store: the shipped model, the user's own ones, and which of them is active."""

import hashlib
import logging
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from skin_gui import paths
from skin_gui.atomic import move_into_place, write_atomic, write_synced
from skin_gui.classifier import model_zip
from skin_gui.classifier.active_model import ActiveModel, ModelId, damage, load_state, resolve, user_models
from skin_gui.classifier.model_check import check_files, try_model
from skin_gui.classifier.model_folder import (
    CARD,
    DESCRIPTION,
    HEAD,
    NETWORK,
    SIZE_LIMITS,
    ModelError,
    ModelInfo,
    check_checksum,
    read_info,
    verify,
)
from skin_gui.classifier.model_names import check_name, clean_name, folder_name, name_key, numbered
from skin_gui.classifier.staging import HIDDEN, failing_as, hidden_folder
from skin_gui.wording.fact import Fact
from skin_gui.wording.models import ModelFact
from skin_gui.wording.system import reason

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True)
class StoredModel:
    """One model of the store."""

    info: ModelInfo
    path: Path
    shipped: bool
    active: bool

    @property
    def card(self) -> str:
        """The text of MODEL_CARD.md, headed by the name that the model has here; empty where there is none."""
        try:
            text = (self.path / CARD).read_text(encoding="utf-8", errors="replace")
        except OSError:
            return ""
        # It was written before a model that was there, or a rename, gave the model another name.
        heading, _, below = text.partition("\n")
        return f"# {self.info.name}\n{below}" if heading.startswith("# ") else text


# Named here because inside the class `list` is the method.
Models = list[StoredModel]
Broken = list[tuple[Path, Fact]]
Checks = list[tuple[str, Fact | None]]


class ModelStore:
    """The models on this machine, each a folder; names are compared without regard to case.

    Every change is one atomic step. Methods raise `ModelError`, with a sentence for the user.
    """

    def __init__(self, folder: Path | None = None) -> None:
        """Use the user models of a folder; those in the user's data folder when None."""
        self._folder = user_models() if folder is None else folder
        self._shipped = paths.shipped_model()

    @property
    def folder(self) -> Path:
        """Where the user's models lie; it may not exist yet."""
        return self._folder

    def list(self) -> Models:
        """The usable models: the shipped one, then the user's by creation. See `broken` for the others."""
        active = self._resolve()[0]
        models = [self._stored(info, path, active) for path, info in self._read_all() if isinstance(info, ModelInfo)]
        return sorted(models, key=lambda model: (not model.shipped, model.info.created, model.info.name))

    def broken(self) -> Broken:
        """The folders whose description cannot be read, each with the reason."""
        return [(path, problem) for path, problem in self._read_all() if isinstance(problem, Fact)]

    def get(self, name: str) -> StoredModel:
        key = name_key(name.strip())
        for model in self.list():
            if name_key(model.info.name) == key:
                return model
        for path, found in self.broken():
            if path.name == name:
                raise ModelError(found)
        raise ModelError(ModelFact.NO_MODEL_NAMED(name=name))

    def path(self, name: str) -> Path:
        return self.get(name).path

    def active(self) -> StoredModel:
        model, _ = self._resolve()
        path = self._path_of(model)
        return self._stored(read_info(path), path, model)

    def problem(self) -> Fact | None:
        """Why the shipped model stands in for the one the user chose; None when all is well."""
        return self._resolve()[1]

    def verify(self, name: str | None = None) -> Checks:
        """Check every file of one model or of all, and try each; (name, problem or None) each."""
        models = self.list() if name is None else [self.get(name)]
        results = [(model.info.name, _failure(model.path)) for model in models]
        return results + ([(path.name, reason) for path, reason in self.broken()] if name is None else [])

    def unique_name(self, name: str) -> str:
        """The name made valid, with a number after it if a model has it already."""
        name = clean_name(name)
        taken = {name_key(model.info.name) for model in self.list()} | {path.name for path, _ in self.broken()}
        candidate, number = name, 2
        while name_key(candidate) in taken:
            candidate, number = numbered(name, number), number + 1
        return candidate

    def activate(self, name: str) -> StoredModel:
        """Use a model from now on, after checking it completely."""
        model = self.get(name)
        try_model(model.path)
        self._save(self._state().activate(None if model.shipped else model.path.name))
        return replace(model, active=True)

    def can_roll_back(self) -> bool:
        """Whether an earlier model is there to go back to; `rollback` checks it completely."""
        state = self._state()
        return any(model != state.active and self._path_of(model).is_dir() for model in state.previous)

    def rollback(self) -> StoredModel:
        """Go back to the model that was active before; again and again, down to the shipped one."""
        state = self._state()
        previous = [*state.previous]
        while previous:
            model = previous.pop()
            problem = damage(self._path_of(model), self._shipped)  # it ran before: the checksums are enough
            if problem is None and model != state.active:
                self._save(ActiveModel(model, tuple(previous)))
                return self.active()
            _LOG.warning("Passed over a model when rolling back: %s", problem or "it is the active one")
        raise ModelError(ModelFact.NO_EARLIER())

    def add(self, staged_folder: Path) -> StoredModel:
        """Take in a copy of a finished model, e.g. a retrained one. It is not activated, nor ever validated.

        The network is left out where it is the shipped one's; a name that is taken gets a number.
        """
        files = {}
        with failing_as(ModelFact.NOT_READ):
            for name, limit in SIZE_LIMITS.items():
                path = staged_folder / name
                if path.exists():
                    with path.open("rb") as file:
                        files[name] = file.read(limit + 1)
        return self._install(files)

    def import_(self, zip_path: Path) -> StoredModel:
        """Take in an exported model, after checking everything in memory. It is never marked as validated."""
        return self._install(model_zip.read_zip(zip_path), foreign=True)

    def export(self, name: str, zip_path: Path) -> None:
        """Write a model to one zip file, replacing that file.

        The network always travels along: the receiver's version of the program may ship another.
        """
        model = self.get(name)
        if zip_path.suffix.lower() != ".zip":
            raise ModelError(ModelFact.NOT_A_ZIP_NAME(name=zip_path.name))
        files = verify(model.info, model.path, self._shipped)
        with failing_as(ModelFact.NOT_EXPORTED, name=model.info.name):
            content = {CARD: model.card.encode()} if model.card else {}
            sums = {name: hashlib.sha256(text).hexdigest() for name, text in content.items()}
            info = replace(model.info, files={**model.info.files, **sums})
            content |= {DESCRIPTION: info.to_json().encode()}
            content |= {file: path.read_bytes() for file, path in files.items()}
            write_atomic(zip_path, model_zip.pack(content))

    def rename(self, old: str, new: str) -> StoredModel:
        """Give one of the user's models another name; its folder, and what refers to it, stay."""
        model = self.get(old)
        if model.shipped:
            raise ModelError(ModelFact.SHIPPED_KEEPS_ITS_NAME())
        new = check_name(new)
        taken = {name_key(other.info.name): other.path for other in self.list()}
        if taken.get(name_key(new), model.path) != model.path:
            raise ModelError(ModelFact.NAME_TAKEN(name=new))
        info = replace(model.info, name=new)
        with failing_as(ModelFact.NOT_RENAMED, name=old):
            write_atomic(model.path / DESCRIPTION, info.to_json().encode())
        return replace(model, info=info)

    def remove(self, name: str) -> None:
        """Remove one of the user's models; a broken one goes by the name of its folder."""
        path = self._removable(name)
        state = self._state()
        with hidden_folder(self._folder, ModelFact.NOT_REMOVED, name=name) as trash:
            # Out of sight in one step; deleting file by file could stop half-way.
            move_into_place(path, trash / path.name)
        self._save(state.without(path.name))

    def _read_all(self) -> Iterator[tuple[Path, ModelInfo | Fact]]:
        """Each model's folder with its description, or with the reason why it has none."""
        user = sorted(path for path in self._entries() if not path.name.startswith(HIDDEN) and path.is_dir())
        for path in (self._shipped, *user):
            try:
                yield path, read_info(path)
            except ModelError as error:
                yield path, error.fact

    def _entries(self) -> tuple[Path, ...]:
        try:
            return tuple(self._folder.iterdir())
        except FileNotFoundError:
            return ()
        except OSError as error:
            raise ModelError(ModelFact.FOLDER_UNREADABLE(why=reason(error))) from error

    def _stored(self, info: ModelInfo, path: Path, active: ModelId) -> StoredModel:
        shipped = path == self._shipped
        return StoredModel(info, path, shipped, active=shipped if active is None else path.name == active)

    def _path_of(self, model: ModelId) -> Path:
        return self._shipped if model is None else self._folder / model

    def _resolve(self) -> tuple[ModelId, Fact | None]:
        return resolve(self._folder, self._shipped)

    def _state(self) -> ActiveModel:
        """The history, with the model that is really in use as the active one."""
        try:
            state = load_state(self._folder)
        except (OSError, ValueError):
            return ActiveModel()
        return replace(state, active=self._resolve()[0])

    def _save(self, state: ActiveModel) -> None:
        with failing_as(ModelFact.CHOICE_NOT_SAVED):
            self._folder.mkdir(parents=True, exist_ok=True)
            state.save(self._folder)

    def _removable(self, name: str) -> Path:
        """The folder of a model that may be removed."""
        broken = {path.name: path for path, _ in self.broken() if path != self._shipped}
        if name in broken:
            return broken[name]
        model = self.get(name)
        if model.shipped:
            raise ModelError(ModelFact.SHIPPED_STAYS())
        if model.active:
            raise ModelError(ModelFact.ACTIVE(name=model.info.name))
        return model.path

    def _shared_network(self) -> dict[str, str]:
        """SHA-256 of the shipped network's files, which user models need not hold again."""
        try:
            files = read_info(self._shipped).files
        except ModelError:
            return {}
        return {name: files[name] for name in NETWORK if name in files}

    def _install(self, files: Mapping[str, bytes], *, foreign: bool = False) -> StoredModel:
        """Check a model in memory, write it to a hidden folder, try it there, then let it appear."""
        shared = self._shared_network()
        given = check_files(files, shared, foreign=foreign)
        info = replace(given, name=self.unique_name(given.name), validated=False)
        own_network = [name for name in NETWORK if name in files and info.files[name] != shared.get(name)]
        kept = {name: files[name] for name in (*own_network, HEAD, CARD) if name in files}
        kept[DESCRIPTION] = info.to_json().encode()
        target = self._folder / folder_name(info.name)
        with hidden_folder(self._folder, ModelFact.NOT_STORED) as staging:
            for name, content in kept.items():
                write_synced(staging / name, content)
            try_model(staging)
            move_into_place(staging, target)
        return self._stored(info, target, self._resolve()[0])


def _failure(path: Path) -> Fact | None:
    """Why a model cannot be loaded and run, if it cannot."""
    try:
        try_model(path)
        text = (path / DESCRIPTION).read_bytes()
        if b'"checksum"' in text:
            check_checksum(text)
    except ModelError as error:
        return error.fact
    except (OSError, ValueError) as error:
        return ModelFact.UNREADABLE(name=path.name, why=reason(error))
    return None
