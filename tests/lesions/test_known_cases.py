"""The cases that the user's own sessions and folders know."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from skin_gui.lesions.known_cases import load_known_cases
from skin_gui.progress import Cancelled
from skin_gui.review.assessment.terms import Histology
from skin_gui.review.memberships import Membership
from skin_gui.review.results import Result, utc_now
from skin_gui.review.store import SessionStore

MODEL = "0123"
RESULT = Result(Path(), "ok", "m", "1", utc_now(), probability=0.5, threshold=0.5, model_id=MODEL)


@pytest.fixture
def store(tmp_path):
    return SessionStore(tmp_path / "sessions")


@pytest.fixture
def add(tmp_path, store):
    """Put a classified image into a folder's session."""

    def add(folder, name, components, model=MODEL, label=None):
        place = tmp_path / folder
        place.mkdir(parents=True, exist_ok=True)
        path = place / name
        path.write_bytes(b"")
        packed = np.full(32, components, np.float16).tobytes()
        with store.open([place]) as session:
            session.add_result(replace(RESULT, path=path, model_id=model, components=packed))
            if label:
                session.decisions.decide([path], label)
        return path

    return add


def query(value):
    return np.full(32, value, np.float32)


def test_reviewed_images_are_cases_and_the_nearest_comes_first(store, add):
    far, near = add("a", "1.jpg", 3, label="benign"), add("b", "2.jpg", 1, label="malignant")
    add("b", "open.jpg", 1)
    add("b", "unsure.jpg", 1, label="unsure")

    found = load_known_cases(MODEL, store).similar(Path("/new.jpg"), query(0.5), 5)

    assert [(one.case.path, one.case.label, one.case.labelled_by) for one in found] == [
        (near, "malignant", "review"),
        (far, "benign", "review"),
    ]
    assert [one.distance for one in found] == pytest.approx([0.5, 2.5])


def test_class_folders_and_their_tables_tell_label_and_histology(tmp_path, store, add):
    add("set/benign", "ISIC_0000001.jpg", 1)
    disputed = add("set/malignant", "ISIC_0000002.jpg", 2, label="benign")
    (tmp_path / "set" / "metadata.csv").write_text(
        "isic_id,benign_malignant,diagnosis\nISIC_0000001,benign,NV\nISIC_0000002,malignant,MEL\n"
    )

    first, second = load_known_cases(MODEL, store).similar(Path("/new.jpg"), query(0), 5)

    assert (first.case.label, first.case.diagnosis, first.case.labelled_by) == ("benign", "nv", "folder")
    # What the reviewer said counts, and the table's diagnosis stands beside it.
    assert (second.case.path, second.case.label, second.case.diagnosis) == (disputed, "benign", "mel")


def test_neither_the_image_itself_nor_others_of_its_lesion_are_similar_cases(store, add, tmp_path):
    own = add("a", "1.jpg", 1, label="benign")
    add("a", "2.jpg", 1.1, label="benign")
    other = add("a", "3.jpg", 1.2, label="malignant")
    with store.open([tmp_path / "a"]) as session:
        session.memberships.put(
            {own: Membership("P", "L1"), own.with_name("2.jpg"): Membership("P", "L1"), other: Membership("P", "L2")}
        )

    found = load_known_cases(MODEL, store).similar(own, query(1), 5)

    assert [one.case.path for one in found] == [other]


def test_what_another_model_saw_is_not_compared(store, add):
    add("a", "1.jpg", 1, model="other", label="benign")

    known = load_known_cases(MODEL, store)

    assert known.cases == ()
    assert known.seen_by_others == 1
    assert known.similar(Path("/new.jpg"), query(1), 5) == []


def test_models_that_differ_in_their_calibration_alone_know_the_same_cases(store, add):
    one, two = add("a", "1.jpg", 1, label="benign"), add("a", "2.jpg", 2, model=f"{MODEL}-8901", label="malignant")

    for model in (MODEL, f"{MODEL}-8901", f"{MODEL}-4567"):
        known = load_known_cases(model, store)
        assert ({case.path for case in known.cases}, known.seen_by_others) == ({one, two}, 0)


def test_an_image_of_two_sessions_counts_once_with_what_the_reviewer_said(store, add):
    path = add("set/benign", "1.jpg", 1)
    with store.open([path]) as session:  # opened by itself, too
        session.add_result(replace(RESULT, path=path, components=query(1).astype("f2").tobytes()))
        session.decisions.decide([path], "malignant")

    (only,) = load_known_cases(MODEL, store).cases

    assert (only.label, only.labelled_by) == ("malignant", "review")


@pytest.mark.parametrize("by_folder", [True, False])
def test_histology_counts_before_the_decision_of_the_same_or_another_session(store, add, by_folder):
    path = add("a", "1.jpg", 1, label="malignant")
    with store.open([path]) as session:
        session.add_result(replace(RESULT, path=path, components=query(1).astype("f2").tobytes()))
        session.decisions.decide([path], "malignant")
    with store.open([path.parent if by_folder else path]) as session:
        session.decisions.assess([path], lambda known: replace(known, histology=Histology.NEVUS))

    (only,) = load_known_cases(MODEL, store).cases

    assert (only.label, only.labelled_by, only.histology) == ("benign", "histology", Histology.NEVUS)


def test_a_damaged_session_is_passed_over(store, add):
    path = add("a", "1.jpg", 1, label="benign")
    (store.folder / "damaged.sqlite").write_bytes(b"no database at all" * 100)

    assert [case.path for case in load_known_cases(MODEL, store).cases] == [path]


def test_it_stops_when_asked_to(store, add):
    add("a", "1.jpg", 1, label="benign")

    with pytest.raises(Cancelled):
        load_known_cases(MODEL, store, lambda: True)
