"""What to say when a training run fails for a reason outside it."""

import errno

from skin_gui.logs import causes
from skin_gui.wording.fact import Fact
from skin_gui.wording.system import reason
from skin_gui.wording.training import TrainingFact

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


def outside_failure(error: BaseException) -> Fact | None:
    """What the user is told of a lack of memory or room, or of a file that fails; None for any other error."""
    chain = list(causes(error))
    if any(_is_memory(one) for one in chain):
        return TrainingFact.NO_MEMORY()
    for one in chain:
        if isinstance(one, OSError):
            if one.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
                return TrainingFact.DISK_FULL()
            return TrainingFact.FILE_FAILED(why=reason(one))
    return None


def _is_memory(error: BaseException) -> bool:
    if isinstance(error, MemoryError) or (isinstance(error, OSError) and error.errno == errno.ENOMEM):
        return True
    text = str(error).lower()
    return any(sign in text for sign in _MEMORY_SIGNS)
