"""The connection to the scheduler that the user named."""

import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from typing import TYPE_CHECKING

from skin_gui.plain_text import printable
from skin_gui.wording.cluster import ClusterFact
from skin_gui.wording.fact import FactError

if TYPE_CHECKING:
    from distributed import Client

_CONNECT_SECONDS = 5
_WORKER_SECONDS = 30.0


class ClusterError(FactError):
    """The cluster cannot be used, or not any more; `str(error)` is one sentence for the user."""


@contextmanager
def connected(address: str) -> Iterator["Client"]:
    """A client of the scheduler at `address`, e.g. "tcp://10.0.0.5:8786", which has at least one worker.

    Raises:
        ClusterError: Dask is not installed, nobody answers there, or no worker comes in half a minute.
    """
    if find_spec("distributed") is None:
        raise ClusterError(ClusterFact.NO_DASK())
    from distributed import Client  # noqa: PLC0415 - takes seconds, and only the cluster needs it

    # The ends of workers and connections, which Dask tells in pages, are told by this program in a sentence.
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    where = printable(address)
    try:
        client = Client(address, timeout=_CONNECT_SECONDS, set_as_default=False)
    except (OSError, ValueError) as error:
        raise ClusterError(ClusterFact.NO_SCHEDULER(address=where)) from error
    try:
        _wait_for_workers(client, where)
        yield client
    finally:
        client.close(timeout=_CONNECT_SECONDS)


def _wait_for_workers(client: "Client", where: str) -> None:
    end = time.monotonic() + _WORKER_SECONDS
    while not client.nthreads():
        if time.monotonic() > end:
            raise ClusterError(ClusterFact.NO_WORKERS(address=where))
        time.sleep(0.2)
