"""Why something failed, as the operating system or a library states it."""

import errno
import json

from skin_gui.wording.fact import Fact, FactError, Kind, verbatim


class SystemFact(Kind):
    """What the operating system or a library says of a file: words in brackets."""

    NOT_PERMITTED = "Operation not permitted"
    NOT_THERE = "No such file or directory"
    FAILED = "Input/output error"
    DENIED = "Permission denied"
    BUSY = "Device or resource busy"
    THERE_ALREADY = "File exists"
    NO_FOLDER = "Not a directory"
    FOLDER = "Is a directory"
    NOT_EMPTY = "Directory not empty"
    TOO_MANY_OPEN = "Too many open files"
    TOO_LARGE = "File too large"
    NO_ROOM = "No space left on device"
    READ_ONLY = "Read-only file system"
    NAME_TOO_LONG = "File name too long"
    STALE = "Stale file handle"
    TIMED_OUT = "Connection timed out"
    NO_JSON = "no JSON from line {line}, column {column} on"
    NO_TEXT = "no text in UTF-8"
    LACKS = "{name} is missing"


_BY_NUMBER = {
    errno.EPERM: SystemFact.NOT_PERMITTED,
    errno.ENOENT: SystemFact.NOT_THERE,
    errno.EIO: SystemFact.FAILED,
    errno.EACCES: SystemFact.DENIED,
    errno.EBUSY: SystemFact.BUSY,
    errno.EEXIST: SystemFact.THERE_ALREADY,
    errno.ENOTDIR: SystemFact.NO_FOLDER,
    errno.EISDIR: SystemFact.FOLDER,
    errno.ENOTEMPTY: SystemFact.NOT_EMPTY,
    errno.EMFILE: SystemFact.TOO_MANY_OPEN,
    errno.EFBIG: SystemFact.TOO_LARGE,
    errno.ENOSPC: SystemFact.NO_ROOM,
    errno.EROFS: SystemFact.READ_ONLY,
    errno.ENAMETOOLONG: SystemFact.NAME_TOO_LONG,
    errno.ESTALE: SystemFact.STALE,
    errno.ETIMEDOUT: SystemFact.TIMED_OUT,
}


def reason(error: BaseException) -> Fact:
    """What an error states; what nobody can word, and what Windows says in the user's language, stays as it is."""
    match error:
        case FactError(fact=fact):
            return fact
        case OSError(strerror=str(text)):
            known = None if getattr(error, "winerror", None) else _BY_NUMBER.get(error.errno or 0)
            return known() if known else verbatim(text)
        case json.JSONDecodeError(lineno=line, colno=column):
            return SystemFact.NO_JSON(line=line, column=column)
        case UnicodeDecodeError():
            return SystemFact.NO_TEXT()
        case KeyError(args=(str(name),)):
            return SystemFact.LACKS(name=name)
    return verbatim(str(error))
