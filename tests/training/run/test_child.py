"""The training in its own process: stopped, cancelled, killed, out of memory and out of disk."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from skin_gui.classifier.store import ModelStore
from skin_gui.progress import Cancelled
from skin_gui.training.plan import TrainingPlan
from skin_gui.training.run.child import TrainingFailed, TrainingProcess, child_command
from skin_gui.training.run.events import STAGES, Done, EpochEvent, StageProgress

PATIENCE = 240.0
on_posix = pytest.mark.skipif(os.name == "nt", reason="limits and signals of POSIX")


@pytest.fixture
def process(trainer_home, lesion_folder):
    training = TrainingProcess(TrainingPlan((lesion_folder,), name="Mine", epochs=3))
    yield training
    training.cancel()


def until(training, wanted):
    """Poll, as a window does, until an event is as wanted; all events so far."""
    events, deadline = [], time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        events += training.poll()
        if any(wanted(event) for event in events):
            return events
        time.sleep(0.01)
    raise AssertionError(f"nothing but {events[-3:]}")


def in_stage(stage):
    return lambda event: isinstance(event, StageProgress) and event.stage == stage


def failure(training):
    with pytest.raises(TrainingFailed) as raised:
        until(training, lambda event: isinstance(event, Done))
    return str(raised.value)


def assert_untouched(training):
    """No model, no staging folder, no zombie, and the shipped model still active."""
    store = ModelStore()
    assert [model.shipped for model in store.list()] == [True]
    assert store.active().shipped
    assert not store.folder.exists() or not list(store.folder.iterdir())
    if os.name != "nt":
        with pytest.raises(ProcessLookupError):
            os.kill(training.pid, 0)


def test_given_a_stop_then_the_child_ends_with_the_best_so_far(process):
    process.start()
    until(process, lambda event: isinstance(event, EpochEvent))
    process.stop()
    outcome = until(process, lambda event: isinstance(event, Done))[-1].outcome
    assert outcome.epochs <= 3
    assert process.wait() == outcome
    assert not process.running
    assert ModelStore().get("Mine").path == outcome.folder
    assert ModelStore().active().shipped


@pytest.mark.parametrize("stage", STAGES)
def test_given_a_cancel_at_any_stage_then_it_answers_at_once_and_nothing_is_left(process, stage):
    process.start()
    until(process, in_stage(stage))
    begun = time.monotonic()
    process.cancel()
    assert time.monotonic() - begun < 5
    assert process.poll() == []
    with pytest.raises(Cancelled):
        process.wait()
    assert_untouched(process)


@on_posix
def test_given_the_child_is_killed_from_outside_then_one_sentence_says_so(process):
    process.start()
    until(process, in_stage("features"))
    os.kill(process.pid, signal.SIGKILL)
    assert "ended from outside" in failure(process)
    assert_untouched(process)


def limited(option, value):
    """The child under a limit of the shell."""
    command = " ".join(f"'{part}'" for part in child_command())
    return ["/bin/sh", "-c", f"ulimit {option} {value}; exec {command}"]


@on_posix
@pytest.mark.parametrize("kilobytes", [250_000, 700_000, 1_500_000])
def test_given_too_little_memory_then_one_sentence_says_so(process, trainer_home, lesion_folder, kilobytes):
    process = TrainingProcess(process.plan, command=limited("-v", kilobytes))
    process.start()
    assert "memory" in failure(process)
    assert_untouched(process)


@on_posix
def test_given_a_full_disk_then_one_sentence_says_so(process, trainer_home, lesion_folder):
    """A limit on a file's size stands for the disk: Python ignores its signal, and writing fails alike."""
    (trainer_home / "cache").unlink()  # an empty cache, so that there is something to write
    process = TrainingProcess(process.plan, command=limited("-f", 4))
    process.start()
    assert "disk is full" in failure(process)
    assert not list((trainer_home / "cache").rglob("*.part"))
    assert_untouched(process)


@pytest.fixture
def small_disk(trainer_home):
    """A file system of 64 KB in the place of the cache."""
    cache = trainer_home / "cache"
    cache.unlink()
    cache.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(cache)]
    if shutil.which("mount") is None or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("only root may mount a small file system here")
    yield cache
    subprocess.run(["umount", str(cache)], check=True)


@on_posix
def test_given_a_disk_that_fills_up_then_one_sentence_says_so(trainer_home, small_disk, lesion_folder):
    process = TrainingProcess(TrainingPlan((lesion_folder,), name="Mine", epochs=3))
    process.start()
    assert "disk is full" in failure(process)
    assert not list(small_disk.rglob("*.part"))
    assert_untouched(process)


def test_given_a_plan_that_is_refused_then_the_reason_is_the_message(trainer_home, lesion_folder, tmp_path):
    shutil.copytree(lesion_folder / "benign", tmp_path / "benign")
    training = TrainingProcess(TrainingPlan((tmp_path,)))
    training.start()
    assert "both classes are needed" in failure(training)
    assert_untouched(training)


def test_given_a_child_that_says_nonsense_then_the_program_lives(trainer_home, lesion_folder):
    command = [sys.executable, "-c", "print('{'); raise SystemExit(3)"]
    training = TrainingProcess(TrainingPlan((lesion_folder,)), command=command)
    training.start()
    assert "ended unexpectedly" in failure(training)


def test_given_a_program_that_cannot_be_started_then_one_sentence_says_so(trainer_home, lesion_folder):
    training = TrainingProcess(TrainingPlan((lesion_folder,)), command=[str(Path("no") / "such" / "program")])
    with pytest.raises(TrainingFailed, match="could not be started"):
        training.start()


@on_posix
def test_given_the_parent_is_gone_then_the_child_ends(process):
    process.start()
    until(process, in_stage("features"))
    process._process.stdin.close()  # what the system does with a dead parent's pipes
    with pytest.raises((Cancelled, TrainingFailed)):  # the latter where native code did not look up in time
        process.wait(PATIENCE)
    assert_untouched(process)
