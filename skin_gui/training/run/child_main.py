"""The child process of a training: a plan comes in on standard input, events go out on standard output.

Both carry one JSON object a line, by file descriptor: a windowed program has no `sys.stdout`, and TensorFlow's own
output must not come between.
"""

import faulthandler
import json
import logging
import os
import sys
import threading
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from skin_gui.progress import Cancelled
from skin_gui.training.plan import TrainingError, TrainingPlan
from skin_gui.training.run.failures import outside_failure
from skin_gui.wording.training import TrainingFact

if TYPE_CHECKING:
    from skin_gui.training.run.card_facts import WriteRunCard

COMMAND = "train-child"
"""What the command line is called with to become this process."""

_PATIENCE_SECONDS = 5.0
_FAILED = 1


def main(write_card: "WriteRunCard") -> int:
    """Run the plan, with what makes the new model's card; returns the exit code."""
    _step_back()
    send, orders = _connect()
    stop, cancel = threading.Event(), threading.Event()
    try:
        plan = TrainingPlan.from_json(json.loads(next(orders)))
        threading.Thread(target=_listen, args=(orders, stop, cancel), daemon=True).start()
        return _run(plan, write_card, send, stop, cancel)
    except Cancelled:
        send({"cancelled": True})
    except TrainingError as error:
        send({"failed": error.fact.to_json(), "details": _details(error) if error.__cause__ else ""})
    except BaseException as error:
        fact = outside_failure(error)
        failed = fact or TrainingFact.UNEXPECTED()
        send({"failed": failed.to_json(), "details": "" if fact else _details(error)})
    return _FAILED


def _run(
    plan: TrainingPlan, write_card: "WriteRunCard", send: "Send", stop: threading.Event, cancel: threading.Event
) -> int:
    from skin_gui.training.run.events import event_to_json
    from skin_gui.training.run.run import train

    train(plan, write_card, report=lambda event: send(event_to_json(event)), stop=stop.is_set, cancelled=cancel.is_set)
    return 0


class Send:
    """Writes one JSON object a line."""

    def __init__(self, descriptor: int) -> None:
        self._file = os.fdopen(descriptor, "wb")
        self._lock = threading.Lock()

    def __call__(self, message: dict[str, Any]) -> None:
        """Send a message; nobody may be there any more to read it."""
        line = json.dumps(message).encode() + b"\n"
        try:
            with self._lock:
                self._file.write(line)
                self._file.flush()
        except OSError:
            os._exit(_FAILED)


def _connect() -> tuple[Send, Iterator[bytes]]:
    """The lines to and from the parent; descriptors 0 and 1 lead nowhere from now on."""
    orders, events = os.dup(0), os.dup(1)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1):
        os.dup2(nowhere, descriptor)
    logging.getLogger().addHandler(logging.NullHandler())
    if sys.stderr is not None:
        faulthandler.enable()
    return Send(events), os.fdopen(orders, "rb")


def _listen(orders: Iterator[bytes], stop: threading.Event, cancel: threading.Event) -> None:
    """Take the parent's orders; when its end closes the parent is gone, and nobody wants the model."""
    for order in orders:
        if json.loads(order) == "stop":
            stop.set()
    cancel.set()
    # Native code may not look up for long: a process that nobody waits for must not stay.
    timer = threading.Timer(_PATIENCE_SECONDS, os._exit, (_FAILED,))
    timer.daemon = True
    timer.start()


def _step_back() -> None:
    """Leave the processor to the window: predictions go on meanwhile."""
    if hasattr(os, "nice"):
        os.nice(5)


def _details(error: BaseException) -> str:
    import traceback

    return "".join(traceback.format_exception(error))
