import json
import subprocess
import sys
from pathlib import Path

from tests.cluster.chunks import ALWAYS, ITEMS, ONCE, SIZE

ROOT = Path(__file__).resolve().parents[2]


def test_a_chunk_that_ends_workers_is_taken_apart_and_one_item_given_up(served, tmp_path):
    command = [sys.executable, "-m", "tests.cluster.chunks", served.address, str(tmp_path)]
    child = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=240, check=False)

    assert child.returncode == 0, child.stderr
    assert json.loads(child.stdout) == [item * item if item != ALWAYS else f"gave up {ALWAYS}" for item in range(ITEMS)]
    times = [len((tmp_path / f"{item}.txt").read_text(encoding="ascii").splitlines()) for item in range(ITEMS)]
    assert times[ONCE] == 2
    assert times[ALWAYS] in (1, 2)  # the other item may have ended the worker of its chunk before it was its turn
    # A dead worker costs what it was at, which is its chunk and perhaps the next one.
    again = {item // SIZE for item, count in enumerate(times) if count > 1}
    assert ONCE // SIZE in again
    assert len(again) <= 4
