"""A real scheduler with two real workers."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

pytest.importorskip("distributed")
ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Served:
    """A running cluster."""

    address: str
    pids: tuple[int, ...]

    def kill_one(self) -> None:
        """End a worker without a word, as a power cut does."""
        os.kill(self.pids[0], signal.SIGKILL)


def serve(home: Path) -> Iterator[Served]:
    command = [sys.executable, "-m", "tests.cluster.serve", "2"]
    environment = {**os.environ, "SKIN_GUI_HOME": str(home)}
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        address, *pids = process.stdout.readline().split()
        yield Served(address, tuple(map(int, pids)))
        process.stdin.close()
        process.wait(30)


@pytest.fixture(scope="session")
def served(tmp_path_factory) -> Iterator[Served]:
    """A cluster whose workers have the shipped model alone."""
    yield from serve(tmp_path_factory.mktemp("workers"))
