"""Patients and lesions as a session keeps them."""

import os
from datetime import date

from skin_gui.review.database import Database
from skin_gui.review.memberships import Membership
from skin_gui.review.schema import MIGRATIONS, prepare


def test_memberships_are_kept_for_images_with_and_without_a_result(store, images):
    said = {
        images / "a.jpg": Membership("7", "L1", date(2024, 5, 31), site="back"),
        images / "b.jpg": Membership("7", "L1", day=12),
    }
    strange = images / os.fsdecode(b"\xff.jpg")
    with store.open([images]) as session:
        session.memberships.replace({**said, strange: Membership(os.fsdecode(b"\xff"), "L2")})
    with store.open([images]) as session:
        kept = session.memberships.all()
    assert {path: kept[path] for path in said} == said
    assert kept[strange].lesion == "L2"


def test_a_rule_replaces_what_rules_found_and_leaves_what_a_person_said(session, images):
    a, b, c = (images / name for name in ("a.jpg", "b.jpg", "c.jpg"))
    session.memberships.replace({a: Membership("7"), b: Membership("7")})
    session.memberships.put({a: Membership("7", "mole", by_hand=True)})
    session.memberships.replace({a: Membership("8"), c: Membership("8")})
    assert session.memberships.all() == {a: Membership("7", "mole", by_hand=True), c: Membership("8")}
    session.memberships.forget([a])
    assert session.memberships.all() == {c: Membership("8")}
    session.memberships.forget()
    assert session.memberships.all() == {}


def test_what_was_seen_is_kept_with_the_row_that_a_model_made(session, images, make_result):
    session.add_result(make_result(images / "a.jpg", model_id="01", components=bytes(4)))
    session.add_result(make_result(images / "b.jpg", model_id="01"))
    [(path, (model, vector))] = session.components().items()
    assert (path, model, vector.tolist()) == (images / "a.jpg", "01", [0.0, 0.0])
    session.add_result(make_result(images / "a.jpg", None))
    assert session.components() == {}


def test_a_session_from_before_gets_the_tables(store, images, make_result):
    store.folder.mkdir(parents=True)
    old = Database(store.path([images]))
    prepare(old, MIGRATIONS[:2])
    old.write(
        "INSERT INTO session (id, sources, recursive, total, created_at, opened_at) VALUES (1, '[]', 0, 1, '', '')"
    )
    old.close()
    with store.open([images]) as session:
        assert session.memberships.all() == {}
        assert session.components() == {}
