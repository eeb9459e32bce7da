"""The layers below hand over facts: no sentence is put together there, so none can stay in one language."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import skin_gui

PACKAGE = Path(skin_gui.__file__).parent
ROOMS = ("training", "classifier", "measures", "lesions")
NOT_SAID = {
    "failed to map segment",
    "can't start new thread",
    "melanoma (less than 0.76 mm)",
    "melanoma (more than 1.5 mm)",
    "reed or spitz nevus",
}
"""What is looked for in the messages of libraries, and diagnoses as tables write them."""
WORDS = 4
"""So many in a row are a sentence; names of columns and diagnoses, and keys of files, are shorter."""


def sentences(code: str) -> Iterator[tuple[int, str]]:
    """Line and text of each literal of several words that the code could give away.

    Docstrings, the log, what errors tell a programmer, and the members of an enumeration, which are stored, are none.
    """
    tree = ast.parse(code)
    apart = {id(part) for node in ast.walk(tree) if _is_apart(node) for part in ast.walk(node)}
    parts = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in ast.walk(tree):
        if isinstance(node, ast.expr) and not {id(node)} & (apart | parts) and _is_sentence(text := _text(node)):
            yield node.lineno, text


def _is_sentence(text: str) -> bool:
    return len(re.findall(r"[^\W\d_]{2,}", text)) >= WORDS and re.search(r"\w \w", text) is not None


def _is_apart(node: ast.AST) -> bool:
    match node:
        case ast.Expr(value=ast.Constant()) | ast.Raise():
            return True
        case ast.ClassDef(bases=bases):
            return any(isinstance(base, ast.Name) and base.id.endswith("Enum") for base in bases)
        case ast.Call(func=ast.Attribute(value=ast.Name(id="log" | "_log" | "_LOG" | "logger"))):
            return True
    return False


def _text(node: ast.AST) -> str:
    match node:
        case ast.Constant(value=str(text)):
            return text
        case ast.JoinedStr(values=values):
            return "…".join(str(part.value) for part in values if isinstance(part, ast.Constant))
    return ""


@pytest.mark.parametrize("room", ROOMS)
def test_no_sentence_is_put_together(room):
    found = [
        f"{file.relative_to(PACKAGE).as_posix()}:{line}: {text}"
        for file in sorted((PACKAGE / room).rglob("*.py"))
        for line, text in sentences(file.read_text(encoding="utf-8"))
        if text not in NOT_SAID
    ]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    "code",
    [
        'def f(): return "No image could be classified."',
        'def f(n): return f"Of {n} images none is benign."',
        'TEXT = ("Nobody but its maker " "has checked this model.")',
        'class A:\n    def f(self): return ["there are", f"{self} files that are damaged"]',
    ],
)
def test_a_sentence_is_found(code):
    assert list(sentences(code))


@pytest.mark.parametrize(
    "code",
    [
        'def f():\n    """What this does in many words."""',
        'log.warning("a training failed for some reason: %s", fact)',
        'raise ValueError(f"{n} group values for {m} images")',
        'class From(StrEnum):\n    PART = "images held out of the folders"',
        'KEYS = {"of them validation": 1}',
    ],
)
def test_what_no_user_reads_is_none(code):
    assert not list(sentences(code))
