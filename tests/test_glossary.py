"""The words that the glossary advises against are not in the program's names."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
GLOSSARY = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
MODULES = sorted((ROOT / "skin_gui").rglob("*.py"))
NAMED = [*MODULES, *sorted((ROOT / "tools").rglob("*.py"))]


def avoided() -> tuple[list[str], list[str]]:
    """The words between backticks: of the last column of the tables, and of the last sentence."""
    *lines, last = GLOSSARY.splitlines()
    cells = [line.split("|")[3] for line in lines if line.count("|") == 4]
    anywhere, whole = (re.findall(r"`([a-z_]+)`", text) for text in (" ".join(cells), last))
    return anywhere, whole


def names(module: Path) -> Iterator[str]:
    """What a module defines: itself, classes, functions, arguments, and what it assigns to."""
    yield module.stem
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        match node:
            case ast.ClassDef(name=name) | ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                yield name
            case ast.arg(arg=name) | ast.Name(id=name, ctx=ast.Store()) | ast.Attribute(attr=name, ctx=ast.Store()):
                yield name


def words(name: str) -> str:
    """`_ModelFacts2` and `_model_facts2` are both "_model_facts2_"."""
    parts = re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z0-9]+", name)
    return f"_{'_'.join(parts).lower()}_"


def test_the_glossary_names_words_to_avoid():
    anywhere, whole = avoided()

    assert {"kernel_machine", "gate"} <= set(anywhere)
    assert {"like", "tell"} <= set(whole)


@pytest.mark.parametrize(
    ("name", "expected"), [("KernelMachine", "_kernel_machine_"), ("_tell", "_tell_"), ("ISICTable", "_isic_table_")]
)
def test_names_are_taken_apart(name, expected):
    assert words(name) == expected


def test_no_name_has_a_word_to_avoid():
    phrases, whole = ([f"_{phrase}_" for phrase in kind] for kind in avoided())
    found = {
        f"{module.relative_to(ROOT).as_posix()}: {name}"
        for module in NAMED
        for name in names(module)
        if words(name) in whole or any(phrase in words(name) for phrase in phrases)
    }

    assert not found, "\n".join(sorted(found))


def test_no_two_public_classes_share_a_name():
    seen: dict[str, Path] = {}
    twice = []
    for module in MODULES:
        for node in ast.parse(module.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                if node.name in seen:
                    twice.append(f"{node.name}: {seen[node.name]} and {module}")
                seen[node.name] = module

    assert not twice, "\n".join(twice)
