"""A training in a process of its own: cancelled at once, its memory given back, its failure a message."""

import json
import logging
import os
import queue
import secrets
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import IO, Any

from skin_gui.classifier.model_folder import ModelError
from skin_gui.classifier.staging import remove_staged_by
from skin_gui.classifier.store import ModelStore
from skin_gui.progress import Cancelled
from skin_gui.training.plan import TrainingPlan
from skin_gui.training.run.child_main import COMMAND
from skin_gui.training.run.events import Done, Event, TrainingOutcome, event_from_json
from skin_gui.vocabulary import ModelKey
from skin_gui.wording.fact import FactError
from skin_gui.wording.kinds import read_fact
from skin_gui.wording.system import reason
from skin_gui.wording.training import TrainingFact

log = logging.getLogger(__name__)

_KEPT_OUTPUT = 4000  # characters of the child's last words that go to the log
_GONE_SECONDS = 10.0


class TrainingFailed(FactError):
    """The training ended without a model; the message is one sentence for the user."""


def child_command() -> list[str]:
    """How to start the child: the same program again, frozen or not."""
    return [sys.executable, COMMAND] if getattr(sys, "frozen", False) else [sys.executable, "-m", "skin_gui", COMMAND]


class TrainingProcess:
    """Runs a plan in a child process. Use it from one thread; no method but `wait` blocks noticeably."""

    def __init__(self, plan: TrainingPlan, *, command: Sequence[str] | None = None) -> None:
        """Prepare; `command` starts the child in another way than the usual one, e.g. under a limit."""
        self.plan = replace(plan, run=secrets.token_hex(8))
        self._command = list(command or child_command())
        self._process: subprocess.Popen[bytes] | None = None
        self._lines: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self._words: IO[bytes] | None = None
        self._outcome: TrainingOutcome | None = None
        self._end: Exception | None = None

    @property
    def pid(self) -> int | None:
        """The child's number; None before the start."""
        return self._process.pid if self._process else None

    @property
    def running(self) -> bool:
        """Whether the child has been started and its end has not been told yet."""
        return self._process is not None and self._outcome is None and self._end is None

    def start(self) -> None:
        """Start the child.

        Raises:
            TrainingFailed: the system starts no process.
        """
        try:
            self._words = tempfile.TemporaryFile()  # noqa: SIM115 - closed at the end of the child
            self._process = subprocess.Popen(  # noqa: S603 - the program itself
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=self._words,
                env=os.environ | {"TF_CPP_MIN_LOG_LEVEL": "3", "CUDA_VISIBLE_DEVICES": "-1"},
                start_new_session=True,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError as error:
            self._end = TrainingFailed(TrainingFact.NOT_STARTED(why=reason(error)))
            raise self._end from error
        threading.Thread(target=_read, args=(self._process, self._lines), daemon=True, name="training").start()
        self._order(self.plan.to_json())

    def poll(self) -> list[Event]:
        """What happened since the last call, without waiting; the last event of a run is `Done`.

        Raises:
            TrainingFailed: the run failed; raised once, after the events before it were returned.
        """
        events: list[Event] = []
        while self.running:
            try:
                self._take(self._lines.get_nowait(), events)
            except queue.Empty:
                break
            if self._end is not None and events:
                break
        if not events and isinstance(self._end, TrainingFailed):
            failure, self._end = self._end, Cancelled()
            raise failure
        return events

    def wait(self, timeout: float | None = None) -> TrainingOutcome:
        """Wait for the end, dropping the events. Raises TrainingFailed, Cancelled; queue.Empty: it takes longer."""
        while self.running:
            self._take(self._lines.get(timeout=timeout), [])
        if self._outcome is None:
            raise self._end or Cancelled()
        return self._outcome

    def stop(self) -> None:
        """End the fit after this epoch and keep the best so far; the run then goes on to its end."""
        if self.running:
            self._order("stop")

    def cancel(self) -> None:
        """End everything at once; nothing but the cache is kept, even if the model had just been stored."""
        if self._process is None or not self.running:
            return
        self._kill()
        self._end = Cancelled()
        self._close()
        self.discard()

    def discard(self) -> None:
        """Remove what the child, which has ended, stored or had begun to store; the model before it is active again."""
        if self._process is None:
            return
        store = ModelStore()
        remove_staged_by(store.folder, self._process.pid)
        try:
            for model in store.list():
                if not model.shipped and model.info.training.get(ModelKey.RUN) == self.plan.run:
                    if model.active:
                        store.rollback()
                    store.remove(model.info.name)
        except ModelError:
            log.exception("the model of an ended training could not be removed")

    def _order(self, order: object) -> None:
        process = self._process
        if process and process.stdin:
            with suppress(OSError):  # it has ended; what it said last tells why
                process.stdin.write(json.dumps(order).encode() + b"\n")
                process.stdin.flush()

    def _take(self, line: bytes | None, events: list[Event]) -> None:
        """One line of the child, or its end."""
        if line is None:
            self._end = self._end or self._ended()
            self._close()
            self.discard()
            return
        try:
            message: Mapping[str, Any] = json.loads(line)
            if "failed" in message:
                self._end = TrainingFailed(read_fact(message["failed"]))
                log.error("the training failed: %s\n%s", self._end, message["details"])
            elif "cancelled" in message:
                self._end = Cancelled()
            else:
                event = event_from_json(message)
                events.append(event)
                if isinstance(event, Done):
                    self._outcome = event.outcome
        except (ValueError, KeyError, TypeError):
            log.exception("a message of the training cannot be read")
        if not self.running:
            self._close()

    def _ended(self) -> TrainingFailed:
        """Why a child is gone that has not said so itself."""
        code = self._process.wait(_GONE_SECONDS) if self._process else 0
        log.error("the training process ended with code %s; its last words: %s", code, self._last_words())
        if code in (-signal.SIGABRT, -signal.SIGSEGV, -getattr(signal, "SIGBUS", signal.SIGSEGV), 127):
            return TrainingFailed(TrainingFact.NO_MEMORY())
        if code < 0:
            return TrainingFailed(TrainingFact.ENDED_FROM_OUTSIDE())
        return TrainingFailed(TrainingFact.ENDED())

    def _last_words(self) -> str:
        if self._words is None:
            return ""
        self._words.seek(0, os.SEEK_END)
        self._words.seek(max(0, self._words.tell() - _KEPT_OUTPUT))
        return self._words.read().decode("utf-8", errors="replace")

    def _kill(self) -> None:
        """The child and whatever it may have started."""
        if self._process is None:
            return
        if sys.platform == "win32":
            self._process.kill()
        else:
            with suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait(_GONE_SECONDS)

    def _close(self) -> None:
        """Let the child's end be taken note of, so that no zombie and no open file stays."""
        process = self._process
        if process is None:
            return
        if process.stdin:
            with suppress(OSError):
                process.stdin.close()
        try:
            process.wait(_GONE_SECONDS)
        except subprocess.TimeoutExpired:
            self._kill()
        if self._words is not None:
            self._words.close()


def _read(process: subprocess.Popen[bytes], lines: "queue.SimpleQueue[bytes | None]") -> None:
    """Pass the child's lines on; None is its end. A thread waits so that the caller need not."""
    if process.stdout:
        for line in process.stdout:
            lines.put(line)
        process.stdout.close()
    process.wait()
    lines.put(None)
