"""Time and memory from 100 files to 100,000: `python -m tests.benchmarks.growth [--images N...] [--rows N...]`.

`--images` are hard links to a few real images, each decoded and classified as any other. `--rows` are links to one file
that is no image: they go through everything but the network (finding, ordering, reading, rows, the table), so that
growth shows in seconds instead of hours. Each number runs in a process of its own, from folder to CSV.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.bench import find_images, machine
from tests.benchmarks.rows import ROOT

_DIFFERENT = 20
_TO_TABLE = """
import skin_gui, json, sys, time
from pathlib import Path
from skin_gui import paths
from skin_gui.classifier import Classifier
from skin_gui.imaging.files import find_images
from skin_gui.review.batch import classify_files
from skin_gui.review.export import write_results_csv
classifier = Classifier.load(paths.shipped_model())
wall, cpu = time.perf_counter(), time.process_time()
files = find_images([Path(sys.argv[1])], recursive=False).images
count = write_results_csv(Path(sys.argv[2]), classify_files(classifier, files))
wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
status = Path("/proc/self/status").read_text().splitlines()
memory = next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmHWM"))
print(json.dumps([count, wall, cpu, memory]))
"""


def linked(source: Path, target: Path) -> None:
    """A name of its own for the file, which the program takes for a file of its own."""
    try:
        target.hardlink_to(source)
    except OSError:  # another disk
        shutil.copy(source, target)


def measured(count: int, sources: list[Path]) -> tuple[int, float, float, float]:
    """Rows, seconds of the clock and of the processor, and peak memory in MB."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "images"
        folder.mkdir()
        for number in range(count):
            linked(sources[number % len(sources)], folder / f"{number}{sources[0].suffix}")
        command = [sys.executable, "-c", _TO_TABLE, folder, Path(place) / "results.csv"]
        environment = {**os.environ, "SKIN_GUI_HOME": place}
        done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
        count, wall, cpu, memory = json.loads(done.stdout)
        return count, wall, cpu, memory


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--images", type=int, nargs="*", default=[100, 300, 1000])
    parser.add_argument("--rows", type=int, nargs="*", default=[100, 1000, 10_000, 100_000])
    arguments = parser.parse_args()
    files, source = find_images(_DIFFERENT)
    print("| what | number | ms each by the clock | by the processor | peak memory, MB |\n|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as place:
        no_image = Path(place) / "none.jpg"
        no_image.write_text("no image", encoding="ascii")
        for what, numbers, sources in (("images", arguments.images, files), ("rows", arguments.rows, [no_image])):
            for number in numbers:
                count, wall, cpu, memory = measured(number, sources)
                each = f"{1e3 * wall / count:,.2f} | {1e3 * cpu / count:,.2f}"
                print(f"| {what} | {count:,} | {each} | {memory:,.0f} |", flush=True)
    load = os.getloadavg()[0]
    print(f"\nImages are links to {len(files)} {source}. {machine()}. Load average {load:.1f} at the end.")


if __name__ == "__main__":
    main()
