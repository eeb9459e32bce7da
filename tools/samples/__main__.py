"""Draw the sample images: `python -m tools.samples FOLDER` (`make samples`)."""

import sys
from pathlib import Path

from tools.samples.drawing import write_samples


def main(arguments: list[str]) -> int:
    """Write the samples into the folder that the one argument names; returns the exit code."""
    if len(arguments) != 1:
        sys.stderr.write("usage: python -m tools.samples FOLDER\n")
        return 2
    for path in write_samples(Path(arguments[0])):
        sys.stdout.write(f"{path}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
