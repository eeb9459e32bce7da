import ast
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QTextLayout
from PySide6.QtWidgets import QLabel

from skin_gui.ui.texts.formats import (
    from_the_start,
    in_its_direction,
    in_reading_direction,
    left_to_right,
    named_with_parent,
    percent,
    probability_text,
    seconds_text,
    time_text,
    without_marks,
)
from skin_gui.ui.widgets.message_box import MessageBox

NO_BREAK = "\N{NO-BREAK SPACE}"


@pytest.fixture(autouse=True)
def _english():
    before = QLocale()
    QLocale.setDefault(QLocale("en_US"))
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.873, "87.3_%"), (0.0, "<_0.1_%"), (0.0004, "<_0.1_%"), (1.0, ">_99.9_%"), (0.001, "0.1_%"), (0.5, "50.0_%")],
)
def test_a_probability_never_claims_certainty_nor_breaks_from_its_sign(value, text):
    assert probability_text(value) == text.replace("_", NO_BREAK)


def test_percentages_have_a_decimal_only_where_needed():
    assert [percent(value) for value in (0.32, 0.312, 0, 1)] == [
        f"{number}{NO_BREAK}%" for number in ("32", "31.2", "0", "100")
    ]


def test_numbers_follow_the_language():
    QLocale.setDefault(QLocale("fr_FR"))
    assert probability_text(0.873) == f"87,3{NO_BREAK}%"
    assert seconds_text(0.25) == "0,25 s"


@pytest.mark.parametrize("language", ["en_US", "en_GB", "fr_FR"])
def test_a_date_reads_the_same_in_every_country(language):
    QLocale.setDefault(QLocale(language))
    assert time_text("2026-03-04T12:00:00+00:00").startswith("2026-03-04 ")


def test_a_name_within_an_arabic_sentence_keeps_its_order(qapp):
    assert left_to_right("1_a.jpg") == "1_a.jpg"
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        assert left_to_right("1_a.jpg") == "\u20661_a.jpg\u2069"
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


_ISOLATING = {"left_to_right", "in_reading_direction"}
_OF_THE_LANGUAGE = {("privacy_page.py", "name")}
"""Names that are translated themselves."""


def _isolates(node, isolated):
    if isinstance(node, ast.IfExp):
        return _isolates(node.body, isolated) and _isolates(node.orelse, isolated)
    if isinstance(node, ast.Name):
        return node.id in isolated
    return isinstance(node, ast.Call) and getattr(node.func, "id", "") in _ISOLATING


def _bare_names(source):
    """Names of files, folders and models that a sentence takes in without keeping their own order."""
    for function in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
        if not isinstance(function, ast.FunctionDef):
            continue
        assigned = [node for node in ast.walk(function) if isinstance(node, ast.Assign)]
        kept = [node.targets[0] for node in assigned if _isolates(node.value, set())]
        isolated = {target.id for target in kept if isinstance(target, ast.Name)}
        for call in ast.walk(function):
            if isinstance(call, ast.Call) and getattr(call.func, "attr", "") == "format":
                for word in call.keywords:
                    if word.arg in ("name", "file", "folder") and not _isolates(word.value, isolated):
                        yield source.name, word.arg


def test_every_name_in_a_sentence_keeps_its_order():
    ui = Path(__file__).resolve().parents[3] / "skin_gui" / "ui"

    bare = {found for source in sorted(ui.rglob("*.py")) for found in _bare_names(source)}

    assert bare == _OF_THE_LANGUAGE


def test_a_recent_folder_keeps_both_names_in_their_order(qapp):
    assert named_with_parent(Path("/a/12_b")) == "12_b  –  a"
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        assert named_with_parent(Path("/a/12_b")) == "\u206612_b\u2069  –  \u2066a\u2069"
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.mark.parametrize(
    ("direction", "sentence", "mark"),
    [
        (Qt.LayoutDirection.LeftToRight, "lesion.jpg cannot be read", ""),
        (Qt.LayoutDirection.LeftToRight, "صورة.jpg cannot be read", "\N{LEFT-TO-RIGHT MARK}"),
        (Qt.LayoutDirection.RightToLeft, "lesion.jpg لا يُقرأ", "\N{RIGHT-TO-LEFT MARK}"),
        (Qt.LayoutDirection.RightToLeft, "لا يُقرأ lesion.jpg", ""),
        (Qt.LayoutDirection.RightToLeft, "12 %", ""),
    ],
)
def test_a_sentence_begins_where_the_window_s_text_begins(qtbot, qapp, direction, sentence, mark):
    qapp.setLayoutDirection(direction)
    try:
        box = MessageBox("error")
        qtbot.addWidget(box)
        box.set_messages([sentence])
        assert box.findChild(QLabel, options=Qt.FindChildOption.FindChildrenRecursively) is not None
        assert box.text() == from_the_start(sentence) == mark + sentence
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


ARABIC_PATH = ("data", "مرضى", "صور", "ب1.jpg")


@pytest.fixture(params=[Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft], ids=["English", "Arabic"])
def direction(request, qapp):
    qapp.setLayoutDirection(request.param)
    yield request.param
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def _from_left_to_right(text, parts):
    """Which of the parts of a text stands where on the screen, as Qt lays the line out."""
    layout = QTextLayout(text)
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()

    def left(part):
        return min(run.boundingRect().left() for run in line.glyphRuns(text.index(part), len(part)))

    return sorted(parts, key=left)


@pytest.mark.parametrize("separator", ["/", "\\"])
def test_the_parts_of_an_arabic_path_follow_each_other_from_left_to_right(direction, separator):
    path = separator + separator.join(ARABIC_PATH)

    for shown in (left_to_right(path), in_reading_direction(path), from_the_start(f"{left_to_right(path)}: x")):
        assert _from_left_to_right(shown, ARABIC_PATH) == list(ARABIC_PATH)
        assert without_marks(shown).removesuffix(": x") == path


def test_an_arabic_name_leaves_what_stands_beside_it_in_place(qapp):
    text = "{name} → {folder}".format(name=left_to_right("صورة.jpg"), folder=left_to_right("مرضى"))

    assert _from_left_to_right(text, ["صورة", ".jpg", "→", "مرضى"]) == ["صورة", ".jpg", "→", "مرضى"]


def test_an_arabic_note_is_read_from_right_to_left(direction):
    note = "بقعة / جديدة"

    assert _from_left_to_right(in_its_direction(note), ["بقعة", "جديدة"]) == ["جديدة", "بقعة"]
    assert without_marks(in_its_direction(note)) == note


_SHOWING = {"setToolTip", "set_full_text", "setWindowTitle"}


def test_no_tool_tip_nor_title_shows_a_bare_path():
    ui = Path(__file__).resolve().parents[3] / "skin_gui" / "ui"
    bare = []
    for source in sorted(ui.rglob("*.py")):
        for call in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and getattr(call.func, "attr", "") in _SHOWING:
                isolated = {id(part) for node in ast.walk(call) if _isolates(node, set()) for part in ast.walk(node)}
                bare += [
                    f"{source.name}:{node.lineno}"
                    for node in ast.walk(call)
                    if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "str" and id(node) not in isolated
                ]

    assert bare == []
