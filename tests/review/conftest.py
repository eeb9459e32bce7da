from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from skin_gui.review.results import Result
from skin_gui.review.rows import UPSERT, to_row
from skin_gui.review.session import Session
from skin_gui.review.store import SessionStore

MakeResult = Callable[..., Result]
AddResults = Callable[[Session, Iterable[Result]], None]


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    home = tmp_path / "home"
    monkeypatch.setenv("SKIN_GUI_HOME", str(home))
    return home


@pytest.fixture
def make_result() -> MakeResult:
    def make(path: Path | str, probability: float | None = 0.7, **changes) -> Result:
        fields = {
            "path": Path(path),
            "status": "failed" if probability is None else "ok",
            "model": "default",
            "app_version": "0.1.0",
            "classified_at": "2100-01-01T00:00:00+00:00",
            "probability": probability,
            "threshold": 0.5,
            "width": 600,
            "height": 450,
            "sha256": "ab" * 32,
        }
        return Result(**{**fields, **changes})

    return make


@pytest.fixture
def add_results() -> AddResults:
    """Saves many rows in one transaction, which is faster than one by one."""

    def add(session: Session, results: Iterable[Result]) -> None:
        rows = [to_row(result) for result in results]
        with session._database.transaction() as connection:
            connection.executemany(UPSERT, rows)

    return add


@pytest.fixture
def images(tmp_path: Path) -> Path:
    folder = tmp_path / "images"
    folder.mkdir()
    return folder


@pytest.fixture
def store() -> SessionStore:
    return SessionStore()


@pytest.fixture
def session(store: SessionStore, images: Path) -> Iterator[Session]:
    with store.open([images]) as session:
        yield session
