"""The vocabulary of formats, and that whatever else names formats agrees with it."""

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


def test_the_linux_desktop_offers_the_program_for_every_format():
    entry = (ROOT / "build_spec" / "linux" / "skin-gui.desktop").read_text(encoding="utf-8")

    (offered,) = re.findall(r"^MimeType=(.*)$", entry, re.MULTILINE)

    assert offered == ";".join((*MIME_TYPES, "inode/directory", ""))


def test_windows_offers_the_program_for_every_suffix():
    script = (ROOT / "build_spec" / "windows" / "skin_gui.iss").read_text(encoding="utf-8")

    assert tuple(re.findall(r'SupportedTypes"; ValueType: string; ValueName: "(\.\w+)"', script)) == IMAGE_SUFFIXES


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
