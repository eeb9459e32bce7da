"""Why something failed, as the operating system or a library states it."""

import errno
import json

from skin_gui.wording.fact import Fact, FactError, Kind, verbatim


class SystemFact(Kind):
    """What the operating system or a library says of a file: words in brackets.

    The system's are called as in `errno`.
    """

    EPERM = "Operation not permitted"
    ENOENT = "No such file or directory"
    EIO = "Input/output error"
    EACCES = "Permission denied"
    EBUSY = "Device or resource busy"
    EEXIST = "File exists"
    ENOTDIR = "Not a directory"
    EISDIR = "Is a directory"
    ENOTEMPTY = "Directory not empty"
    EMFILE = "Too many open files"
    EFBIG = "File too large"
    ENOSPC = "No space left on device"
    EROFS = "Read-only file system"
    ENAMETOOLONG = "File name too long"
    ESTALE = "Stale file handle"
    ETIMEDOUT = "Connection timed out"
    NO_JSON = "no JSON from line {line}, column {column} on"
    NO_TEXT = "no text in UTF-8"
    LACKS = "{name} is missing"


_BY_NUMBER = {getattr(errno, kind.name): kind for kind in SystemFact if hasattr(errno, kind.name)}


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
        case UnicodeError():
            return SystemFact.NO_TEXT()
        case KeyError(args=(str(name),)):
            return SystemFact.LACKS(name=name)
    return verbatim(str(error))
