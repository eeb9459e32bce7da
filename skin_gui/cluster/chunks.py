"""Work on many items in chunks on a cluster, and hand out what comes of them in their order."""

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future
from itertools import islice
from typing import TYPE_CHECKING, Generic, TypeVar

from skin_gui.cluster.connection import ClusterError
from skin_gui.progress import CancelCheck, never_cancel, raise_if, until_cancelled
from skin_gui.wording.cluster import ClusterFact

if TYPE_CHECKING:
    from distributed import Client
    from distributed import Future as RemoteFuture

CHUNK = 16
"""Images a task: a second of work, beside which a task's own costs do not count, and which is soon done again."""

_AHEAD = 8  # chunks a thread: the others go on while the first one is done again
_POLL_SECONDS = 0.5
_PATIENCE = 120  # polls without any worker: a minute

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")
_Work = Callable[[Sequence[_Item]], list[_Result]]


class _Chunk(Generic[_Item, _Result]):
    """Some items on their way: what comes of them is fetched as soon as it is there, whichever chunk is waited for.

    So a worker that ends takes nothing with it but what it works on.
    """

    def __init__(self, client: "Client", work: _Work[_Item, _Result], items: Sequence[_Item]) -> None:
        self.items = items
        self.results: Future[list[_Result]] = Future()
        self._remote = client.submit(work, items, pure=False)
        self._remote.add_done_callback(self._fetch)

    def _fetch(self, remote: "RemoteFuture") -> None:
        """Runs on a thread of Dask's client."""
        try:
            self.results.set_result(remote.result())
        except BaseException as error:
            self.results.set_exception(error)
        remote.release()

    def cancel(self) -> None:
        self._remote.cancel(force=True)


def in_chunks(
    client: "Client",
    work: Callable[[Sequence[_Item]], list[_Result]],
    items: Iterable[_Item],
    *,
    give_up: Callable[[_Item], _Result],
    size: int = CHUNK,
    cancelled: CancelCheck = never_cancel,
) -> Generator[_Result]:
    """What `work` gives for each item, in the order of the items, each once.

    The scheduler gives the chunk of a worker that is gone to another. A chunk that several workers did not survive is
    taken apart, and the item that ends them is given up. Memory does not grow with the number of items.

    Args:
        work: called on the workers, on several threads, with one chunk; gives one result an item.
        items: taken as they are needed.
        give_up: called here; the result of an item that cannot be done.
        size: items a chunk.

    Raises:
        Cancelled: within a second of `cancelled` becoming true.
        ClusterError: the scheduler or all workers are gone, or a worker does not meet the terms.
    """
    waiting: deque[_Chunk[_Item, _Result]] = deque()
    try:
        for chunk in until_cancelled(cancelled, _batches(items, size)):
            waiting.append(_Chunk(client, work, chunk))
            if len(waiting) > _AHEAD * max(1, sum(client.nthreads().values())):
                yield from _done(client, work, waiting[0], give_up, cancelled)
                waiting.popleft()
        while waiting:
            yield from _done(client, work, waiting[0], give_up, cancelled)
            waiting.popleft()
    except OSError as error:
        raise _lost() from error
    finally:
        if client.status == "running":
            for left in waiting:
                left.cancel()


def _batches(items: Iterable[_Item], size: int) -> Iterator[list[_Item]]:
    source = iter(items)
    while chunk := list(islice(source, size)):
        yield chunk


def _done(
    client: "Client",
    work: _Work[_Item, _Result],
    chunk: _Chunk[_Item, _Result],
    give_up: Callable[[_Item], _Result],
    cancelled: CancelCheck,
) -> Iterator[_Result]:
    from distributed import KilledWorker  # noqa: PLC0415

    try:
        yield from _results(client, chunk.results, cancelled)
    except KilledWorker:
        if len(chunk.items) == 1:
            yield give_up(chunk.items[0])
            return
        for item in chunk.items:
            yield from _done(client, work, _Chunk(client, work, [item]), give_up, cancelled)


def _results(client: "Client", results: "Future[list[_Result]]", cancelled: CancelCheck) -> list[_Result]:
    from distributed.client import FutureCancelledError  # noqa: PLC0415

    without_workers = 0
    while without_workers <= _PATIENCE:
        raise_if(cancelled)
        try:
            return results.result(timeout=_POLL_SECONDS)
        except FutureCancelledError as error:
            raise _lost() from error
        except TimeoutError:
            if results.done():  # the work's own
                raise
            without_workers = 0 if client.nthreads() else without_workers + 1
    raise ClusterError(ClusterFact.WORKERS_GONE())


def _lost() -> ClusterError:
    return ClusterError(ClusterFact.LOST())
