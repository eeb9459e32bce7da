"""SIGKILL at random moments: what was saved is there, what was not is not there by half.

`make faults` kills each job thirty times; the suite the quick ones twice.
"""

import csv
import os
import random
import select
import time
from collections import Counter

import pytest
from pydicom import dcmread

from skin_gui.classifier.store import ModelStore
from skin_gui.preferences import load_preferences
from skin_gui.preferences.declared import FEATURE_CACHE_MB
from skin_gui.review.export import RESULT_COLUMNS
from skin_gui.review.store import SessionStore
from tests.faults.jobs import ROWS
from tests.faults.processes import running

KILLS = int(os.environ.get("FAULTS_KILLS", "2"))
_WRITING = 0.05  # seconds in which a model is written
ALL = "FAULTS_KILLS" in os.environ
RANDOM = random.Random(int(os.environ.get("FAULTS_SEED", "0")))  # noqa: S311 - moments, no secrets

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows knows no signals")


def killed(job, folder, model, longest, writing=None):
    """Run a job and kill it at a random moment; what it said it had saved.

    Args:
        job: its name.
        folder: its images.
        model: the model in place of the shipped one, or None.
        longest: seconds after its beginning until which the moment is drawn.
        writing: the folder at whose first change the job is killed instead, within a few hundredths of a second.
    """
    with running(job, folder, model) as child:
        wait, before = RANDOM.uniform(0, longest), writing and sorted(writing.iterdir())
        end = time.monotonic() + (longest if writing else wait)
        while time.monotonic() < end and child.poll() is None:
            if writing and sorted(writing.iterdir()) != before:
                time.sleep(RANDOM.uniform(0, _WRITING))
                break
            select.select([], [], [], 0.0005 if writing else 0.005)
    said = child.said.decode().splitlines()
    return [line.removeprefix("saved ") for line in said if line.startswith("saved ")]


def test_batch(images, shipped_model, isolated_home):
    for _ in range(KILLS):
        saved = killed("batch", images, shipped_model, 3)
        with SessionStore().open([images]) as session:
            assert session.notice is None
            rows = {row.path.name: row for row in session.results()}
        assert set(saved) <= set(rows)
        assert all(row.status == "ok" and 0 <= row.probability <= 1 and row.sha256 for row in rows.values())


def test_review(images, isolated_home):
    for _ in range(KILLS):
        saved = killed("review", images, None, 1)
        with SessionStore().open([images]) as session:
            assert session.notice is None
            notes = [row.reviewer_note for row in session.results()]
        if saved:
            assert notes in ([saved[-1]], [str(int(saved[-1]) + 1)])


def test_export(tmp_path, isolated_home):
    target = tmp_path / "table.csv"
    for _ in range(KILLS):
        target.unlink(missing_ok=True)
        saved = killed("export", tmp_path, None, 1)
        assert target.exists() >= bool(saved)
        if target.exists():
            with target.open(encoding="utf-8-sig", newline="") as file:
                columns, *rows = csv.reader(file)
            assert tuple(columns) == tuple(RESULT_COLUMNS)
            assert len(rows) == ROWS
            (note,) = {row[columns.index("reviewer_note")] for row in rows}
            assert not saved or int(note) in (int(saved[-1]), int(saved[-1]) + 1)


def test_reports(images, shipped_model, isolated_home):
    from skin_gui.ui.report.pdf_file import _is_whole

    for _ in range(KILLS):
        saved = killed("report", images, shipped_model, 6)
        pdf = images / "report.pdf"
        assert pdf.exists() >= bool(saved)
        assert not pdf.exists() or _is_whole(pdf)
        archives = {folder.name.removeprefix("archive "): folder for folder in images.glob("archive *")}
        assert set(saved) <= set(archives)
        for folder in archives.values():
            assert sorted(path.name for path in folder.iterdir()) == ["0001-picture.dcm", "0001-result.dcm"]
            assert all(dcmread(path).SOPInstanceUID for path in folder.iterdir())


def test_import(make_model, tmp_path, shipped_model, isolated_home):
    store = ModelStore()
    store.add(make_model(tmp_path / "A", "A", seed=1))
    store.export("A", tmp_path / "model.zip")
    for _ in range(KILLS):
        saved = killed("importing", tmp_path, shipped_model, 3, *((store.folder,) if RANDOM.random() < 0.5 else ()))
        assert set(saved) <= {stored.info.name for stored in checked_store().list()}


def test_settings(tmp_path, isolated_home):
    for _ in range(KILLS):
        saved = killed("settings", tmp_path, None, 1)
        loaded = load_preferences()
        assert loaded.messages == ()
        if saved:
            assert loaded.preferences[FEATURE_CACHE_MB] in (int(saved[-1]), int(saved[-1]) + 1)


def checked_store():
    """The models, each of them whole, and the one in use what it should be."""
    store = ModelStore()
    assert store.problem() is None
    assert store.broken() == []
    assert [problem for _, problem in store.verify() if problem] == []
    return store


def test_activation(make_model, tmp_path, shipped_model, isolated_home):
    store = ModelStore()
    for number, name in enumerate("AB", 1):
        store.add(make_model(tmp_path / name, name, seed=number))
    for _ in range(KILLS):
        saved = killed("activation", tmp_path, shipped_model, 2)
        active = checked_store().active().info.name
        assert active in ("A", "B") or (not saved and active == store.list()[0].info.name)


@pytest.mark.skipif(not ALL, reason="takes minutes: make faults")
@pytest.mark.parametrize("job", ["calibration", "training"])
def test_new_models(job, clinic_folder, shipped_model, isolated_home):
    # A small network in the place of VGG16: its features take no time, so that a run is what is written and fitted.
    begun = time.monotonic()
    with running(job, clinic_folder, shipped_model) as child:  # one that is let finish, to know how long it takes
        while not child.stdout.readline().startswith(b"saved"):
            pass
        whole = time.monotonic() - begun
    ended = Counter()
    for number in range(max(1, KILLS)):
        before = {stored.info.name for stored in ModelStore().list()}
        # Two of three at any moment of a run and a little of the next; the third while a model is being written.
        saved = killed(
            job, clinic_folder, shipped_model, *((1.3 * whole,) if number % 3 else (5 * whole, ModelStore().folder))
        )
        names = {stored.info.name for stored in checked_store().list()}
        assert before <= names
        assert len(names - before) >= len(saved)
        ended[("before", "with")[len(names) > len(before)] + " a model"] += 1
    print(f"{job}: {whole:.1f} s a run; killed {dict(ended)}")  # noqa: T201 - the figures of the campaign
