"""A model in one zip file, to take to another computer."""

import io
import stat
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from skin_gui.classifier.model_folder import SIZE_LIMITS, ModelError
from skin_gui.wording.models import ModelImportFact
from skin_gui.wording.system import reason

MAX_RATIO = 100
"""Weights hardly shrink in a zip and texts ten- or twentyfold; beyond this it is meant to do harm."""

_PLAIN_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED = 0x1
_NO_FOLDERS = ("/", "//", "./", "../")


def pack(files: Mapping[str, bytes]) -> bytes:
    """The zip of a model's files; the same files always give the same bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return buffer.getvalue()


def read_zip(path: Path) -> dict[str, bytes]:
    """Read the files of an exported model into memory, after checking what the zip claims to hold.

    Raises:
        ModelError: it is no zip, or holds anything but a model's files in a model's sizes.
    """
    try:
        if path.stat().st_size > sum(SIZE_LIMITS.values()):
            raise ModelError(ModelImportFact.ZIP_TOO_LARGE(file=path.name))
        with zipfile.ZipFile(path) as archive:
            members = _model_members(archive.infolist())
            for name, member in members.items():
                _check_member(name, member)
            return {name: _read(archive, name, member) for name, member in members.items()}
    except FileNotFoundError:
        raise ModelError(ModelImportFact.NO_FILE(file=path.name)) from None
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        raise ModelError(ModelImportFact.ZIP_DAMAGED(file=path.name, why=reason(error))) from error
    except OSError as error:
        raise ModelError(ModelImportFact.ZIP_UNREADABLE(file=path.name, why=reason(error))) from error


def _model_members(members: list[zipfile.ZipInfo]) -> dict[str, zipfile.ZipInfo]:
    """The members by the names of a model's files, which may all lie in one folder, as file managers pack them.

    What a file manager adds of its own is passed over unread.
    """
    # ZipInfo cuts a name at a zero byte; the name as it stands in the file counts.
    named = [(_with_slashes(member.orig_filename), member) for member in members]
    kept = [(full, member) for full, member in named if not _is_litter(PurePosixPath(full))]
    paths = [PurePosixPath(full) for full, _ in kept]
    firsts = {
        path.parts[:1] if len(path.parts) > 1 or full.endswith("/") else ()
        for path, (full, _) in zip(paths, kept, strict=True)
    }
    top = f"{'/'.join(firsts.pop())}/" if len(firsts) == 1 else ""
    found: dict[str, zipfile.ZipInfo] = {}
    for full, member in kept:
        if full == top:
            continue
        name = full if top in _NO_FOLDERS else full.removeprefix(top)
        if name not in SIZE_LIMITS or _with_slashes(member.filename) != full:
            raise ModelError(ModelImportFact.FOREIGN_MEMBER(file=repr(member.orig_filename[:100])))
        if name in found:
            raise ModelError(ModelImportFact.MEMBER_TWICE(file=name))
        found[name] = member
    return found


def _with_slashes(name: str) -> str:
    """A member's name as the format has it; Windows PowerShell 5 parts folders and names by backslashes."""
    return name.replace("\\", "/")


def _is_litter(path: PurePosixPath) -> bool:
    """Whether Finder or Explorer put a file there for itself: views of folders, and macOS' attributes of files.

    On drives of other systems macOS keeps the attributes of a file beside it, in one whose name begins with "._".
    """
    of_a_folder = path.name.lower() in (".ds_store", "thumbs.db", "desktop.ini", ".directory")
    return "__MACOSX" in path.parts[:1] or path.name.startswith("._") or of_a_folder


def _check_member(name: str, member: zipfile.ZipInfo) -> None:
    if member.is_dir() or stat.S_IFMT(member.external_attr >> 16) not in (0, stat.S_IFREG):
        raise ModelError(ModelImportFact.MEMBER_NOT_PLAIN(file=name))
    if member.flag_bits & _ENCRYPTED or member.compress_type not in _PLAIN_METHODS:
        raise ModelError(ModelImportFact.MEMBER_ENCRYPTED(file=name))
    if member.file_size > SIZE_LIMITS[name]:
        raise ModelError(ModelImportFact.MEMBER_TOO_LARGE(file=name))
    if member.file_size > MAX_RATIO * max(member.compress_size, 1):
        raise ModelError(ModelImportFact.MEMBER_UNFOLDS(file=name))


def _read(archive: zipfile.ZipFile, name: str, member: zipfile.ZipInfo) -> bytes:
    with archive.open(member) as file:
        # One byte more than claimed: a false size is found without unfolding the rest.
        content = file.read(member.file_size + 1)
    if len(content) != member.file_size:
        raise ModelError(ModelImportFact.MEMBER_OF_OTHER_SIZE(file=name))
    return content
