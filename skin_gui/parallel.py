"""Work on many things at once, and hand out what comes of them in their order."""

from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

from skin_gui.progress import CancelCheck, never_cancel, raise_if, until_cancelled

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")


def in_order(
    work: Callable[[_Item], _Result],
    items: Iterable[_Item],
    *,
    jobs: int,
    ahead: int | None = None,
    cancelled: CancelCheck = never_cancel,
) -> Generator[_Result]:
    """What `work` gives for each item, in the order of the items.

    Few more items than threads are taken at a time, so that memory does not grow with their number.

    Args:
        work: called on several threads; Python's lock should be free in most of it.
        items: taken as they are needed.
        ahead: how many more items than threads are begun before the first one has been taken; as many when None.

    Raises:
        Cancelled: within one item of `cancelled` becoming true.
    """
    waiting: deque[Future[_Result]] = deque()
    with ThreadPoolExecutor(jobs, thread_name_prefix="work") as pool:
        try:
            for item in until_cancelled(cancelled, items):
                waiting.append(pool.submit(work, item))
                if len(waiting) > jobs + (jobs if ahead is None else ahead):
                    yield waiting.popleft().result()
            while waiting:
                raise_if(cancelled)
                yield waiting.popleft().result()
        finally:
            for future in waiting:
                future.cancel()
