"""Write the image formats into all that names them: desktop entry, Windows installer, documents.

`python build_spec/formats.py` does it after `skin_gui/imaging/formats.py::FORMATS` has changed. The macOS bundle and
the program itself read the formats where they are declared.
"""

import re
import sys
import textwrap
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT)]

from skin_gui.imaging.formats import BY_NAME, IMAGE_SUFFIXES, MIME_TYPES  # noqa: E402

_WINDOWS_LINE = re.compile(r'^(Root: .*\\SupportedTypes"; .*ValueName: ")\.\w+(";.*\n)', re.MULTILINE)
SUPPORTED = f"{', '.join(list(BY_NAME)[:-1])} and {list(BY_NAME)[-1]}"
"""The formats as a sentence lists them."""
# From the first format to whichever was the last one: "JPEG, PNG, JPEG 2000 and DICOM".
_LISTED = re.compile(rf"\b{next(iter(BY_NAME))}(?:,\s[\w\s]+?){{4,}}\sand\s\w+")
_WIDTH = 120


def desktop(text: str) -> str:
    """The Linux desktop entry, which takes MIME types."""
    return re.sub(
        r"^MimeType=.*$", f"MimeType={';'.join((*MIME_TYPES, 'inode/directory', ''))}", text, flags=re.MULTILINE
    )


def installer(text: str) -> str:
    """The script of the Windows installer, which takes a line a suffix."""
    lines = list(_WINDOWS_LINE.finditer(text))
    before, after = lines[0].groups()
    return (
        text[: lines[0].start()]
        + "".join(f"{before}{suffix}{after}" for suffix in IMAGE_SUFFIXES)
        + text[lines[-1].end() :]
    )


def document(text: str) -> str:
    """A document that lists the formats in a sentence; its paragraph is filled anew where that has changed."""
    paragraphs = text.split("\n\n")
    for number, paragraph in enumerate(paragraphs):
        found = _LISTED.search(paragraph)
        if found and " ".join(found.group().split()) != SUPPORTED:
            paragraphs[number] = textwrap.fill(
                " ".join(_LISTED.sub(SUPPORTED, paragraph).split()),
                _WIDTH,
                break_long_words=False,
                break_on_hyphens=False,
            )
    return "\n\n".join(paragraphs)


WRITERS = {
    "build_spec/linux/skin-gui.desktop": desktop,
    "build_spec/windows/skin_gui.iss": installer,
    "README.md": document,
    "docs/user-guide.md": document,
    "docs/data.md": document,
}

if __name__ == "__main__":
    for name, writer in WRITERS.items():
        path = ROOT / name
        path.write_text(writer(path.read_text(encoding="utf-8")), encoding="utf-8", newline="")
