"""Facts become sentences, travel as JSON, and every place that states one gives it the fields it needs."""

import ast
import errno
import inspect
import json
import os
import pickle
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import skin_gui
from skin_gui.imaging.errors import ImageError
from skin_gui.wording import kinds as all_kinds
from skin_gui.wording import system
from skin_gui.wording.audit import AuditFact, FileProperty, LeftOut
from skin_gui.wording.fact import ENGLISH, Fact, FactError, Kind, Words, verbatim
from skin_gui.wording.images import ImageFact
from skin_gui.wording.kinds import KINDS, packed, read_fact, unpacked
from skin_gui.wording.models import ModelFault
from skin_gui.wording.system import SystemFact, reason
from tools.messages import page

ROOT = Path(__file__).resolve().parents[2]
GROUPS = {group.__name__: group for group in KINDS}


def stated() -> Iterator[tuple[Path, ast.Call, Kind]]:
    """Every call of a kind in the program."""
    for file in sorted(Path(skin_gui.__file__).parent.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(func=ast.Attribute(value=ast.Name(id=group), attr=name)) if group in GROUPS:
                    yield file, node, GROUPS[group][name]


def test_every_group_of_kinds_is_listed():
    written = {
        node.name
        for file in Path(inspect.getfile(all_kinds)).parent.glob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef)
        and any(isinstance(base, ast.Name) and base.id == "Kind" for base in node.bases)
    }
    assert written == GROUPS.keys()


def test_every_kind_has_a_wording_of_its_own():
    for group in KINDS:
        assert len(group) == len(group.__members__), f"{group.__name__} says one thing under two names"
        assert all(kind.english.strip() for kind in group)


def test_every_fact_is_stated_with_the_fields_of_its_wording():
    places = list(stated())
    assert len(places) > 30
    for file, call, kind in places:
        given = {keyword.arg for keyword in call.keywords}
        where = f"{file.relative_to(ROOT)}:{call.lineno}: {kind.key}"
        assert not call.args, where
        if None in given:  # some come from a mapping
            assert given - {None} <= kind.placeholders, where
        else:
            assert given == kind.placeholders, where


def test_a_reason_is_a_fact_and_no_english_text():
    reasons = [(file, word.value) for file, call, _ in stated() for word in call.keywords if word.arg == "why"]
    assert len(reasons) > 10
    for file, value in reasons:
        assert ast.unparse(value).startswith("reason("), f"{file.relative_to(ROOT)}:{value.lineno}"


@pytest.mark.parametrize(
    ("error", "fact"),
    [
        (FactError(ModelFault.NOT_FINITE()), ModelFault.NOT_FINITE()),
        (OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "a/place"), SystemFact.ENOSPC()),
        (OSError(errno.ENOTCONN, "Not connected"), verbatim("Not connected")),
        (OSError("a library's words"), verbatim("a library's words")),
        (KeyError("dense"), SystemFact.LACKS(name="dense")),
        (EOFError("no more"), verbatim("no more")),
    ],
)
def test_what_an_error_states_is_a_fact(error: Exception, fact: Fact):
    assert reason(error) == fact


def test_damaged_texts_are_worded():
    with pytest.raises(json.JSONDecodeError) as damaged:
        json.loads('{\n"a": nothing')
    assert str(reason(damaged.value)) == "no JSON from line 2, column 6 on"
    with pytest.raises(UnicodeDecodeError) as foreign:
        b"\xff".decode("utf-8")
    assert reason(foreign.value) == SystemFact.NO_TEXT()


@pytest.mark.skipif(sys.platform != "linux", reason="others word them in their own way")
def test_the_systems_reasons_are_worded_as_the_system_does():
    worded = [(number, kind.english) for number, kind in system._BY_NUMBER.items()]
    assert worded == [(number, os.strerror(number)) for number, _ in worded]


def test_numbers_lists_and_facts_within_facts_are_worded():
    fact = AuditFact.ONE_CLASS_SOURCES(
        count=1200, share=0.5, sources=(AuditFact.ONLY_BENIGN(source="a"), AuditFact.MORE_SOURCES(count=3))
    )
    assert str(fact).startswith(
        "Sources with images of one class only: 1,200 (a: only benign; and more: 3); they hold 50%"
    )
    properties = AuditFact.FROM_PICTURES_ABOVE_ALL(auc=0.875, properties=(FileProperty.WIDTH(), FileProperty.EXIF()))
    assert str(properties) == "from the picture files with an AUC of 0.88, above all width, EXIF"


def test_a_name_with_braces_is_a_name():
    assert ENGLISH.of(AuditFact.LESION(name="{0.__class__}")) == "lesion {0.__class__}"


def test_words_of_another_language_word_what_lies_within_too():
    upper = Words(lambda kind: kind.english.replace("images", "IMAGES"), lambda value, _: f"<{value}>")
    assert upper.of(AuditFact.LEFT_OUT(reason=LeftOut.NO_LABEL(), count=2)) == (
        "Left out, IMAGES without a class folder or a metadata row: <2>."
    )


@pytest.mark.parametrize(
    "fact",
    [
        verbatim("disk quota exceeded"),
        AuditFact.SOURCES(count=2, sources=(AuditFact.ONLY_BENIGN(source="a"), AuditFact.ONLY_MALIGNANT(source="b"))),
        AuditFact.NO_SHORTCUT(auc=0.1 + 0.2, low=0.5, high=0.75),
    ],
)
def test_facts_travel_as_json_and_by_pickle(fact: Fact):
    assert read_fact(json.loads(json.dumps(fact.to_json()))) == fact
    error = pickle.loads(pickle.dumps(FactError(fact)))  # noqa: S301 - the test's own
    assert (error.fact, str(error)) == (fact, str(fact))


def test_what_another_version_wrote_keeps_its_words():
    unknown = {"kind": "AuditFact.TO_COME", "fields": {}, "english": "Something new."}
    other_fields = {"kind": AuditFact.UNREADABLE.key, "fields": {"files": 3}, "english": "3 files cannot be read."}
    assert [str(read_fact(content)) for content in (unknown, other_fields)] == [
        "Something new.",
        "3 files cannot be read.",
    ]


def test_the_page_of_messages_is_current():
    assert (ROOT / "docs" / "messages.md").read_text(encoding="utf-8") == page(), "make messages"


def test_what_a_database_keeps_is_read_back_and_an_earlier_sentence_stays():
    fact = ImageError(Path("a.jpg"), ImageFact.DAMAGED()).fact
    assert unpacked(packed(fact)) == fact
    assert str(unpacked("a.jpg is damaged.")) == "a.jpg is damaged."
    assert str(unpacked("12")) == "12"


def test_every_kind_is_said_somewhere():
    package = Path(skin_gui.__file__).parent
    code = "\n".join(file.read_text(encoding="utf-8") for file in package.rglob("*.py"))
    whole = [group for group in KINDS if f"for kind in {group.__name__} " in code]
    unsaid = [kind.key for group in KINDS if group not in whole for kind in group if kind.key not in code]
    assert not unsaid
