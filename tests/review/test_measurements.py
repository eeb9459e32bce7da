"""Measures and drawn outlines as a session keeps them."""

import os
from itertools import count

import cv2
import numpy as np
import pytest

from skin_gui.measures.measurer import Measurer
from skin_gui.measures.score import DermoscopyScore
from skin_gui.progress import Cancelled
from skin_gui.review.database import Database
from skin_gui.review.measurements import Measurement, measure_some, unmeasured
from skin_gui.review.schema import MIGRATIONS, prepare
from skin_gui.wording.images import ImageFact

SCORE = DermoscopyScore(1, 4, 3)
DRAWN = Measurement(DermoscopyScore(2, 8, 3), 0.25, by_hand=True, sha256="ab" * 32)


def test_measures_are_kept_whatever_the_file_is_called(store, images):
    said = {
        images / "a.jpg": Measurement(SCORE, 0.25, 0.9, sha256="ab", is_cut=True),
        images / os.fsdecode(b"\xff.jpg"): Measurement(error=ImageFact.NO_LESION(), app_version="0.1"),
    }
    with store.open([images]) as session:
        session.measurements.put(said)
    with store.open([images]) as session:
        assert session.measurements.all() == said


def test_a_drawn_outline_is_kept_to_the_pixel_and_no_program_replaces_it(store, images):
    path, outline = images / "a.jpg", np.random.default_rng(0).random((37, 53)) > 0.5
    with store.open([images]) as session:
        session.measurements.put_drawn(path, DRAWN, outline)
        assert session.measurements.put({path: Measurement(SCORE, sha256=DRAWN.sha256)}) == {path: DRAWN}
    with store.open([images]) as session:
        assert session.measurements.all() == {path: DRAWN}
        np.testing.assert_array_equal(session.measurements.drawn(path, DRAWN.sha256), outline)
        session.measurements.forget(path)
        assert session.measurements.all() == {}
        assert session.measurements.drawn(path, DRAWN.sha256) is None


def test_an_outline_belongs_to_the_file_it_was_drawn_on(session, images):
    path = images / "a.jpg"
    session.measurements.put_drawn(path, DRAWN, np.ones((3, 4), bool))
    assert session.measurements.drawn(path, "another") is None
    changed = {path: Measurement(SCORE, sha256="another")}
    session.measurements.put(changed)
    assert session.measurements.all() == changed


def test_what_has_to_be_measured(images, make_result):
    names = ("new", "measured", "changed", "older", "before", "drawn", "failed")
    rows = [make_result(images / name, None if name == "failed" else 0.5) for name in names]
    same = rows[0].sha256
    known = {
        images / "measured": Measurement(SCORE, sha256=same, is_cut=False),
        images / "changed": Measurement(SCORE, sha256="another"),
        images / "older": Measurement(SCORE, sha256=same, app_version="0.0.1", is_cut=False),
        images / "before": Measurement(SCORE, sha256=same),  # that it is cut was kept
        images / "drawn": Measurement(SCORE, sha256=same, app_version="0.0.1", by_hand=True),
    }
    assert [path.name for path in unmeasured(rows, known)] == ["new", "changed", "older", "before"]


@pytest.fixture(scope="module")
def measurer():
    return Measurer.load(threads=1)


def test_files_are_measured_and_saved(session, images, measurer, synthetic_image):
    lesion, broken = images / "lesion.png", images / "broken.png"
    cv2.imwrite(str(lesion), synthetic_image[..., ::-1])
    broken.write_bytes(b"no image")
    files, found = [lesion, broken], {}
    while len(found) < len(files):
        found |= measure_some(session.measurements, measurer, files[len(found) :], jobs=1)

    assert session.measurements.all() == found
    assert found[lesion].score is not None
    assert len(found[lesion].sha256) == 64
    assert found[broken].score is None
    assert "broken.png" in str(found[broken].error)


def test_what_was_measured_before_a_cancel_is_kept(session, images, measurer, synthetic_image, monkeypatch):
    monkeypatch.setattr("skin_gui.review.measurements._MOST_SECONDS", 600)
    files = [images / f"{number}.png" for number in range(6)]
    for file in files:
        cv2.imwrite(str(file), synthetic_image[..., ::-1])
    asked = count()
    with pytest.raises(Cancelled):
        measure_some(session.measurements, measurer, files, jobs=1, cancelled=lambda: next(asked) > 3)
    assert files[0] in session.measurements.all()
    assert len(session.measurements.all()) < len(files)


def test_a_session_from_before_gets_the_table(store, images):
    store.folder.mkdir(parents=True)
    old = Database(store.path([images]))
    prepare(old, MIGRATIONS[:3])
    old.write(
        "INSERT INTO session (id, sources, recursive, total, created_at, opened_at) VALUES (1, '[]', 0, 1, '', '')"
    )
    old.close()
    with store.open([images]) as session:
        assert session.measurements.all() == {}
