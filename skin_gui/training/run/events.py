"""What a training run tells its watcher, as records that also travel between processes as JSON."""

import time
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

from skin_gui.pace import Pace
from skin_gui.progress import Progress
from skin_gui.training.audit.audit_report import Severity
from skin_gui.training.fitting.head_fit import Epoch
from skin_gui.training.reports.model_comparison import Comparison
from skin_gui.wording.fact import Fact
from skin_gui.wording.kinds import read_fact

Stage = Literal["audit", "features", "training", "calibration", "evaluation"]
STAGES: tuple[Stage, ...] = ("audit", "features", "training", "calibration", "evaluation")

_WINDOW_SECONDS = 10.0
_PAUSE_SECONDS = 0.1


@dataclass(frozen=True)
class StageProgress:
    """How far a stage is."""

    stage: Stage
    part: float
    """From 0, never falling, to 1."""
    rate: float | None = None
    """Items a second over the last seconds; None before that is known."""
    unit: str = "images"
    seconds_left: float | None = None
    """Of this stage."""


@dataclass(frozen=True)
class EpochEvent:
    """A point of the learning curves."""

    epoch: Epoch


@dataclass(frozen=True)
class Note:
    """A finding of the audit, or something about this run that its reader should know."""

    severity: Severity
    fact: Fact
    files: tuple[Path, ...] = ()


@dataclass(frozen=True)
class TrainingOutcome:
    """A finished run: the new model lies in the store."""

    name: str
    folder: Path
    activated: bool
    comparison: Comparison
    epochs: int
    """Passes through the data that the kept head has seen."""
    computed: int
    """Feature vectors that were not in the cache."""
    seconds: Mapping[str, float]
    """By stage."""


@dataclass(frozen=True)
class Done:
    """The last event of a run that succeeded."""

    outcome: TrainingOutcome


Event = StageProgress | EpochEvent | Note | Done
Report = Callable[[Event], None]


def ignore_event(_event: Event) -> None:
    """The report for callers that do not watch."""


def event_to_json(event: Event) -> dict[str, Any]:
    """Plain values with the kind of the event."""
    match event:
        case StageProgress() | EpochEvent():
            values = asdict(event)
        case Note():
            files = [str(path) for path in event.files]
            values = {"severity": event.severity, "fact": event.fact.to_json(), "files": files}
        case Done(outcome):
            content = {name: value for name, value in vars(outcome).items() if name != "comparison"}
            values = {
                "outcome": content | {"folder": str(outcome.folder), "comparison": outcome.comparison.to_json()},
            }
    return {"event": type(event).__name__, **values}


def event_from_json(values: Mapping[str, Any]) -> Event:
    """The event that `event_to_json` wrote.

    Raises:
        KeyError, TypeError, ValueError: it is none.
    """
    content = {name: value for name, value in values.items() if name != "event"}
    match values["event"]:
        case "StageProgress":
            return StageProgress(**content)
        case "EpochEvent":
            return EpochEvent(Epoch(**content["epoch"]))
        case "Note":
            files = tuple(Path(path) for path in content["files"])
            return Note(content["severity"], read_fact(content["fact"]), files)
        case "Done":
            outcome = content["outcome"]
            comparison = Comparison.from_json(outcome["comparison"])
            return Done(TrainingOutcome(**outcome | {"folder": Path(outcome["folder"]), "comparison": comparison}))
        case other:
            raise ValueError(f"{other} is no event")


class Stages:
    """Turns each stage's plain progress into events with a rate and the time left, ten a second at most."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._stage: Stage | None = None
        self._begun = 0.0
        self.seconds: dict[str, float] = {}
        """How long each stage took."""

    def begin(self, stage: Stage, total: float, unit: str) -> Progress:
        """Start a stage of `total` items; the stage before ends with it."""
        self.end()
        self._stage, self._begun = stage, time.monotonic()
        pace, last = Pace(_WINDOW_SECONDS), self._begun

        def progress(part: float) -> None:
            nonlocal last
            pace.reach(part * total)
            now = time.monotonic()
            if part < 1.0 and now - last < _PAUSE_SECONDS:
                return
            last = now
            left = max(0.0, 1.0 - part) * total
            self._report(StageProgress(stage, min(part, 1.0), pace.rate, unit, pace.seconds_left(left)))

        self._report(StageProgress(stage, 0.0, None, unit, None))
        return progress

    def end(self) -> None:
        """Note how long the stage took."""
        if self._stage:
            self.seconds[self._stage] = round(time.monotonic() - self._begun, 2)
            self._stage = None
