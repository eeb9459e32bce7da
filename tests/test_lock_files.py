"""The lock files fit pyproject.toml, and name no registry."""

import re
import tomllib
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
RUNTIME = PROJECT["dependencies"]
DEVELOPMENT = RUNTIME + [line for extra in PROJECT["optional-dependencies"].values() for line in extra]


ENTRY = r"^([\w.-]+)(?:\[([\w,.-]+)\])?==([^\s;]+)"


def locked_versions(file: str) -> dict[str, set[str]]:
    """The versions of each package; more than one where they differ by Python version."""
    versions: dict[str, set[str]] = {}
    for name, _, version in re.findall(ENTRY, (ROOT / file).read_text(encoding="utf-8"), re.MULTILINE):
        versions.setdefault(canonicalize_name(name), set()).add(version)
    return versions


@pytest.mark.parametrize(
    ("file", "requirements"), [("requirements.lock", RUNTIME), ("requirements-dev.lock", DEVELOPMENT)]
)
def test_every_dependency_is_locked_to_a_version_it_allows(file, requirements):
    locked = locked_versions(file)
    for requirement in map(Requirement, requirements):
        versions = locked.get(canonicalize_name(requirement.name), set())
        assert versions, f"{file} lacks {requirement.name}: run `make lock`"
        for version in versions:
            assert requirement.specifier.contains(version), f"{file} is older than pyproject.toml: run `make lock`"


def test_both_lock_files_agree():
    development = locked_versions("requirements-dev.lock")
    for name, versions in locked_versions("requirements.lock").items():
        assert development[name] == versions


@pytest.mark.parametrize("file", ["requirements.lock", "requirements-dev.lock"])
def test_lock_files_have_hashes_and_name_no_host(file):
    text = (ROOT / file).read_text(encoding="utf-8")
    assert "://" not in text
    assert "--index-url" not in text
    assert "--find-links" not in text
    entries = re.split(r"\n(?=[\w.-]+(?:\[[\w,.-]+\])?==)", text)[1:]
    assert entries
    assert all("--hash=sha256:" in entry for entry in entries)


@pytest.mark.parametrize("file", ["requirements.lock", "requirements-dev.lock"])
def test_an_extra_that_a_package_needs_is_locked_with_it(file):
    """Pip in hash mode does not take the pin of a package for that of the package with an extra."""
    found = re.findall(ENTRY, (ROOT / file).read_text(encoding="utf-8"), re.MULTILINE)
    extras = {canonicalize_name(name): set(filter(None, extra.split(","))) for name, extra, _ in found}
    for name, own in extras.items():
        try:
            needed = [Requirement(text) for text in requires(name) or ()]
        except PackageNotFoundError:  # locked for another platform
            continue
        for requirement in needed:
            environments = [{"extra": extra} for extra in ("", *own)]
            if requirement.extras and (not requirement.marker or any(map(requirement.marker.evaluate, environments))):
                assert requirement.extras <= extras[canonicalize_name(requirement.name)], (name, str(requirement))
