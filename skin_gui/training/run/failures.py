"""What to say when a training run fails for a reason outside it."""

import errno
from collections.abc import Iterator

MEMORY = "The computer ran out of memory during the training; close other programs or train on fewer images."
_DISK = "The disk is full, so the training cannot go on; make room or clear the training cache."
_UNEXPECTED = "The training failed because of an error in the program; the log has the details."

# What native libraries say of lacking memory, each in its own way.
_MEMORY_SIGNS = (
    "cannot allocate memory",
    "failed to map segment",
    "bad_alloc",
    "can't start new thread",
    "resource exhausted",
    "out of memory",
    "insufficient memory",
    "unable to allocate",
    "ncnn status -100",
)


def sentence(error: BaseException) -> str | None:
    """One sentence for the user about a lack of memory or room, or a file that fails; None for any other error."""
    chain = list(_causes(error))
    if any(_is_memory(one) for one in chain):
        return MEMORY
    for one in chain:
        if isinstance(one, OSError):
            if one.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
                return _DISK
            return f"A file could not be read or written during the training ({one.strerror or one})."
    return None


def any_sentence(error: BaseException) -> str:
    """As `sentence`, for every error."""
    return sentence(error) or _UNEXPECTED


def _is_memory(error: BaseException) -> bool:
    if isinstance(error, MemoryError) or (isinstance(error, OSError) and error.errno == errno.ENOMEM):
        return True
    text = str(error).lower()
    return any(sign in text for sign in _MEMORY_SIGNS)


def _causes(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    cause: BaseException | None = error
    while cause is not None and id(cause) not in seen:
        seen.add(id(cause))
        yield cause
        cause = cause.__cause__ or cause.__context__
