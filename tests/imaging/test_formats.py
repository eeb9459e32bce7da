"""The vocabulary of formats, and that whatever else names formats agrees with it."""

import importlib
import plistlib
import re
import sys
from pathlib import Path

import pytest

from skin_gui.imaging import raster
from skin_gui.imaging.formats import BY_NAME, FORMATS, IMAGE_SUFFIXES, MIME_TYPES, UNREADABLE_SUFFIXES
from skin_gui.logs import mask_paths

ROOT = Path(__file__).resolve().parents[2]


def test_every_format_is_declared_whole_and_once():
    assert len(BY_NAME) == len(FORMATS)
    assert len(set(IMAGE_SUFFIXES + UNREADABLE_SUFFIXES)) == len(IMAGE_SUFFIXES + UNREADABLE_SUFFIXES)
    for one in FORMATS:
        assert one.suffixes
        assert one.mime_types
        assert one.uniform_types
        assert all(suffix.startswith(".") and suffix == suffix.lower() for suffix in one.suffixes)


def test_every_format_has_its_reader():
    assert set(raster._READERS) == {one.name for one in FORMATS if one.reader == "pillow"}


@pytest.mark.parametrize("suffix", IMAGE_SUFFIXES + UNREADABLE_SUFFIXES)
def test_the_log_masks_every_suffix(suffix):
    assert "Jane" not in mask_paths(f"Jane Doe{suffix.upper()} is damaged")


@pytest.fixture
def build_formats(monkeypatch):
    monkeypatch.syspath_prepend(ROOT / "build_spec")
    return importlib.import_module("formats")


@pytest.mark.parametrize(
    "name",
    [
        "build_spec/linux/skin-gui.desktop",
        "build_spec/windows/skin_gui.iss",
        "README.md",
        "docs/user-guide.md",
        "docs/data.md",
    ],
)
def test_installers_and_documents_name_every_format(name, build_formats):
    text = (ROOT / name).read_text(encoding="utf-8")

    assert build_formats.WRITERS[name](text) == text, "make formats"


def test_the_desktops_are_offered_every_type_and_suffix(build_formats):
    assert re.findall(r"^MimeType=(.*)$", build_formats.desktop("MimeType=a\nx"), re.MULTILINE) == [
        ";".join((*MIME_TYPES, "inode/directory", ""))
    ]
    line = 'Root: X; Subkey: "A\\SupportedTypes"; ValueName: "{}"; ValueData: ""\n'
    script = build_formats.installer(f"before\n{line.format('.a')}{line.format('.b')}after\n")
    assert script == "before\n" + "".join(map(line.format, IMAGE_SUFFIXES)) + "after\n"


def test_a_document_lists_a_new_format_in_its_sentence(build_formats, monkeypatch):
    monkeypatch.setattr(build_formats, "SUPPORTED", "JPEG, PNG, QOI and X")
    text = "A\n\nRead are JPEG, PNG, TIFF, JPEG\n2000, GIF, AVIF and DICOM files.\n\nB\n"
    assert build_formats.document(text) == "A\n\nRead are JPEG, PNG, QOI and X files.\n\nB\n"


def test_macos_offers_the_program_for_every_format(monkeypatch):
    monkeypatch.syspath_prepend(ROOT / "build_spec")
    from macos.info_plist import info_plist

    (documents,) = plistlib.loads(plistlib.dumps(info_plist("1.0")))["CFBundleDocumentTypes"]

    assert documents["LSItemContentTypes"] == [name for one in FORMATS for name in one.uniform_types]
    assert documents["LSHandlerRank"] == "Alternate"  # no file type is taken over
    assert "skin_gui" in sys.modules


@pytest.mark.parametrize("page", ["README.md", "docs/user-guide.md", "docs/data.md"])
def test_the_documents_name_every_format(page):
    text = " ".join((ROOT / page).read_text(encoding="utf-8").split())

    *before, last = BY_NAME
    assert f"{', '.join(before)} and {last}" in text
