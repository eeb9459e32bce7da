"""The files through which an image and a row pass: few, and those that the developer guide lists."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from skin_gui import paths

MOST = {"An image": 20, "A row": 12}
ROOT = Path(__file__).parents[3]


def files(text: str) -> list[str]:
    return re.findall(r"[\w/]+\.py", text)


def listed(title: str) -> list[str]:
    """The files in the guide's table under a title."""
    guide = (ROOT / "docs" / "developer-guide.md").read_text(encoding="utf-8")
    section = guide.split(f"\n**{title}**")[1].split("\n**")[0].split("\n## ")[0]
    return [file for line in section.splitlines() if line.startswith("|") for file in files(line)]


@pytest.mark.parametrize(("what", "title"), [("image", "An image"), ("csv", "A row")])
def test_the_way_passes_few_files_and_the_guide_lists_them(what, title, isolated_home, samples, tmp_path):
    if not (paths.shipped_model() / "model.json").is_file():
        pytest.skip("the way is that of the shipped model")
    for sample in samples[:2]:
        (tmp_path / sample.name).write_bytes(sample.read_bytes())
    target = tmp_path / samples[1].name if what == "image" else tmp_path

    command = [sys.executable, "-m", "tests.benchmarks.files_passed", what, str(target)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, timeout=240, check=False)

    assert done.returncode == 0, done.stderr
    *steps, count = done.stdout.splitlines()
    passed = [file for step in steps for file in files(step)]
    assert count == f"{len(passed)} files"
    assert len(passed) <= MOST[title]
    assert sorted(listed(title)) == sorted(passed)
