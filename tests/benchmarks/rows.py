"""What the benchmarks print: a table of measured things, ours beside Keras."""

import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DATA = Path(os.environ.get("SKIN_GUI_DATA") or ROOT.parent / "shared" / "data")
TRAINING_IMAGES = DATA / "isic" / "train"
CHILD_TIMEOUT = 3600
REPORT = ROOT / "docs" / "benchmarks.md"


@dataclass(frozen=True)
class Row:
    """One line of the table."""

    measured: str
    ours: str
    keras: str = ""
    ratio: str = ""


def spread(values: Sequence[float], digits: int, unit: str) -> str:
    """Median, least and most."""
    median = statistics.median(values)
    return f"{median:,.{digits}f} {unit} ({min(values):,.{digits}f} to {max(values):,.{digits}f})"


def child(program: Sequence[str], home: Path | None = None) -> list[float]:
    """What a new Python process prints, one number a line; empty when it failed.

    Args:
        program: arguments of the interpreter.
        home: the program's folders; new ones when None.
    """
    with tempfile.TemporaryDirectory() as place:
        environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ, "TF_CPP_MIN_LOG_LEVEL": "3"}
        environment["SKIN_GUI_HOME"] = str(home or place)
        environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program is not compiled at each start
        command = [sys.executable, *program]
        try:
            done = subprocess.run(
                command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=CHILD_TIMEOUT, check=True
            )
        except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
            print(f"A child process failed: {error}\n{error.stderr or ''!s}", file=sys.stderr)
            return []
        return [float(line) for line in done.stdout.split()]


def _sections() -> tuple[str, dict[str, str]]:
    """What stands before the first heading of the second level, and the text below each of them."""
    first, *others = REPORT.read_text(encoding="utf-8").split("\n## ")
    return first, dict(other.split("\n", 1) for other in others)


def _write(first: str, sections: dict[str, str]) -> None:
    parts = [first.strip(), *(f"## {heading}\n\n{text.strip()}" for heading, text in sections.items())]
    REPORT.write_text("\n\n".join(parts) + "\n", encoding="utf-8", newline="\n")


def write_first_part(text: str) -> None:
    """Write the figures that stand first in docs/benchmarks.md; its sections stay."""
    _write(f"# Benchmarks\n\n{text}", _sections()[1])


def write_section(heading: str, text: str) -> None:
    """Write one section of docs/benchmarks.md; the others stay."""
    first, sections = _sections()
    _write(first, sections | {heading: text})
