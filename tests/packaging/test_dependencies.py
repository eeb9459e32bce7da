"""The page of licences and the bill of materials."""

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[2]
pytest.importorskip("PyInstaller")


def written(tmp_path, *arguments):
    target = tmp_path / "out"
    what, *rest = arguments
    command = [sys.executable, "build_spec/dependencies.py", what, target, *rest]
    subprocess.run(command, cwd=ROOT, check=True, timeout=120)
    return target.read_text(encoding="utf-8")


def direct_dependencies():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    found = map(Requirement, project["dependencies"])
    return {one.name.lower() for one in found if one.marker is None or one.marker.evaluate()}


def test_the_page_of_licences_names_every_direct_dependency_with_its_licence():
    page = (ROOT / "docs" / "licences.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| ([\w.-]+) \| ([^|]+) \|", page, re.MULTILINE))

    for name in direct_dependencies() - {"tensorflow"}:
        assert rows[name].strip() not in ("", "see its files"), name
    assert not any(text.strip() == "GPL-3.0-only" for text in rows.values())  # only the LGPL is met


@pytest.mark.parametrize("variant", ["full", "viewer"])
def test_the_bill_of_materials_is_whole(tmp_path, variant):
    bill = json.loads(written(tmp_path, "sbom", variant))

    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.6")
    names = {component["name"]: component for component in bill["components"]}
    assert {"ncnn", "pillow", "pydicom"} <= set(names)
    assert ("keras" in names) == (variant == "full")
    for name, component in names.items():
        assert component["purl"] == f"pkg:pypi/{name}@{component['version']}"
    refs = {component["bom-ref"] for component in bill["components"]} | {"skin-gui"}
    assert {entry["ref"] for entry in bill["dependencies"]} == refs
    assert all(set(entry["dependsOn"]) <= refs for entry in bill["dependencies"])
