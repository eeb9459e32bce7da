"""The documents name files, functions, commands and targets that exist, and their links lead somewhere."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer

from skin_gui import __version__
from skin_gui.cli import TRAIN_CHILD
from skin_gui.cli.commands import app
from skin_gui.review.export import RESULT_COLUMNS

ROOT = Path(__file__).resolve().parents[1]
DOCUMENTS = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]
GENERATED = ("docs/benchmarks.md", "docs/screenshots", "model/")
"""Written by a make target of their own, perhaps not yet."""

LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
SPAN = re.compile(r"`([^`]+)`")
PROJECT_PATH = re.compile(r"(?:skin_gui|tools|tests|build_spec|resources|docs|model)/[\w./{}*-]*(?:::\w+)?")
SYMBOL = r"^\s*(?:def|class)\s+{0}\b|^{0}\b\s*[:=]"

documents = pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))


def prose(document: Path) -> str:
    return FENCE.sub("", document.read_text(encoding="utf-8"))


def spans(document: Path) -> list[str]:
    return [" ".join(span.split()) for span in SPAN.findall(prose(document))]


def anchors(document: Path) -> set[str]:
    """The anchors of a document's headings, as GitHub makes them."""
    headings = re.findall(r"^#+ +(.+)$", prose(document), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading).strip().lower().replace(" ", "-") for heading in headings}


def commands(document: Path, program: str) -> Iterator[list[str]]:
    """The words of every command line of a program, in code blocks and in the text."""
    lines = [line for block in FENCE.findall(document.read_text(encoding="utf-8")) for line in block.splitlines()]
    for line in [*lines, *spans(document)]:
        if line.startswith(f"{program} "):
            yield shlex.split(re.sub(r"\[[^\]]*\]", "", line), comments=True)[1:]  # without what may be left out


def command_names(words: list[str]) -> list[str]:
    return [word for word in words if re.fullmatch(r"[a-z][a-z-]*", word)]


@documents
def test_links_lead_somewhere(document):
    for target in LINK.findall(prose(document)):
        if "://" in target or target.startswith("mailto:"):
            continue
        path, _, anchor = target.partition("#")
        file = (document.parent / path).resolve() if path else document
        assert file.exists(), f"{document.name} links to {target}"
        if anchor:
            assert anchor in anchors(file), f"{document.name} links to {target}"


@documents
def test_paths_and_functions_exist(document):
    for span in spans(document):
        if not PROJECT_PATH.fullmatch(span) or span.startswith(GENERATED) or "NAME" in span:
            continue
        path, _, symbol = span.partition("::")
        assert (ROOT / path).exists(), f"{document.name} names {path}"
        if symbol:
            code = (ROOT / path).read_text(encoding="utf-8")
            assert re.search(SYMBOL.format(symbol), code, re.MULTILINE), f"{document.name} names {span}"


@documents
def test_commands_and_options_exist(document):
    for words in commands(document, "skin-gui"):
        if words == [TRAIN_CHILD]:
            continue
        command = typer.main.get_command(app)
        for word in command_names(words):
            if not hasattr(command, "commands"):
                break
            assert word in command.commands, f"{document.name}: skin-gui {' '.join(words)}"
            command = command.commands[word]
        known = {"--help", "--version"} | {option for parameter in command.params for option in parameter.opts}
        wanted = {word for word in words if word.startswith("--")}
        assert wanted <= known, f"{document.name}: skin-gui {' '.join(words)}"


@documents
def test_make_targets_exist(document):
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    for words in commands(document, "make"):
        assert set(command_names(words)) <= targets, f"{document.name}: make {' '.join(words)}"


def test_the_user_guide_explains_every_column_of_the_results():
    assert set(RESULT_COLUMNS) <= set(spans(ROOT / "docs" / "user-guide.md"))


def test_every_decision_record_is_in_the_index():
    folder = ROOT / "docs" / "adr"
    records = {path.name for path in folder.glob("[0-9]*.md")}
    assert records == set(LINK.findall(prose(folder / "README.md")))


def test_changelog_and_citation_are_of_this_version():
    assert f"## [{__version__}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"\nversion: {__version__}\n" in (ROOT / "CITATION.cff").read_text(encoding="utf-8")
