"""Ours beside every other engine, on the same images and cores, in turns: `make bench-peers`.

Each engine has an environment of its own in build/peers and a process that stays, so that none is started or warmed up
within a turn. Two times are told: that of the clock, and that of the processor, which other work on the machine changes
less.
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import time
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

import skin_gui  # noqa: F401 - first, as in the program: NumPy's threads are set there

# isort: split
import cv2
import numpy as np

from skin_gui import paths
from skin_gui.classifier.classifier import available_cores
from skin_gui.classifier.model_folder import NETWORK
from skin_gui.classifier.vgg16 import unpack_weights
from skin_gui.imaging.decode import read_image
from skin_gui.imaging.preprocess import network_input, resize_to_input
from tests.benchmarks.bench import find_images, machine
from tests.benchmarks.peers import limit
from tests.benchmarks.rows import ROOT, write_section

PLACE = ROOT / "build" / "peers"
HERE = Path(__file__).parent
HEADING = "Beside other engines"
WORKS = ("network", "jpeg", "large", "png", "click")
_PROJECT = ""  # the environment of this project holds what the engine needs

ENVIRONMENTS = {
    "onnx": ("onnx", "onnxruntime"),
    "openvino": ("openvino",),
    "torch": ("torch",),
    "mnn": ("MNN",),
}
ENGINES = {
    "skin-gui": _PROJECT,
    "keras 1": _PROJECT,
    "keras 32": _PROJECT,
    "keras graph": _PROJECT,
    "pytorch": "torch",
    "onnxruntime fp32": "onnx",
    "onnxruntime int8": "onnx",
    "openvino fp32": "openvino",
    "openvino bf16": "openvino",
    "openvino int8": "openvino",
    "opencv": _PROJECT,
    "mnn": "mnn",
}


@dataclass
class Peer:
    """A running engine and what was measured of it."""

    name: str
    process: subprocess.Popen[str]
    started: float
    error: float = 0.0
    """Of its maps, relative to ours."""
    wall: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    cpu: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    memory: float = 0.0

    def ask(self, work: str) -> dict[str, float]:
        self.process.stdin.write(f"{work}\n")
        self.process.stdin.flush()
        return self.answer()

    def answer(self) -> dict:
        line = self.process.stdout.readline()
        if not line:
            raise ChildProcessError(f"ended with code {self.process.wait()}")
        return json.loads(line)


def python_of(environment: str) -> str:
    return str(PLACE / environment / "bin" / "python") if environment else sys.executable


def prepare_environment(name: str, requirements: tuple[str, ...]) -> str:
    """Why it cannot be installed; empty where it is there."""
    place = PLACE / name
    mark = place / "installed"
    if mark.is_file():
        return ""
    place.mkdir(parents=True, exist_ok=True)
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", place], check=True)
    install = ["install", "--quiet", *requirements, "numpy", "pillow"]
    done = subprocess.run(
        [sys.executable, "-m", "pip", "--python", python_of(name), *install],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        return (done.stderr.strip().splitlines() or ["pip failed"])[-1]
    mark.touch()
    return ""


def prepare_material(count: int, large: int) -> str:
    """Images and weights in build/peers; returns what the images are."""
    files, source = find_images(count)
    shutil.rmtree(PLACE / "images", ignore_errors=True)
    for kind in ("jpeg", "large", "png"):
        (PLACE / "images" / kind).mkdir(parents=True)
    for number, file in enumerate(files):
        pixels = read_image(file)
        small = cv2.cvtColor(resize_to_input(pixels), cv2.COLOR_RGB2BGR)
        cv2.imwrite(str(PLACE / "images" / "jpeg" / f"{number}.jpg"), small, [cv2.IMWRITE_JPEG_QUALITY, 92])
        if number < large:
            big = cv2.resize(small, (4000, 3000), interpolation=cv2.INTER_CUBIC)
            noise = np.random.default_rng(number).normal(0, 3, big.shape)  # as a sensor's: else it compresses too well
            big = (big + noise).clip(0, 255).astype(np.uint8)
            cv2.imwrite(str(PLACE / "images" / "large" / f"{number}.jpg"), big, [cv2.IMWRITE_JPEG_QUALITY, 92])
            cv2.imwrite(str(PLACE / "images" / "png" / f"{number}.png"), cv2.resize(big, (1024, 768)))
    np.savez(PLACE / "weights.npz", **unpack_weights((paths.shipped_model() / NETWORK[1]).read_bytes()))
    np.save(PLACE / "batch.npy", np.stack([network_input(resize_to_input(read_image(file))) for file in files]))
    return source


def export(problems: dict[str, str]) -> None:
    """The network in the formats of the others; who has none is named with the reason."""
    if "onnx" not in problems:
        done = subprocess.run(
            [python_of("onnx"), HERE / "export.py", PLACE], capture_output=True, text=True, check=False
        )
        if done.returncode:
            problems["onnx"] = (done.stderr.strip().splitlines() or ["the export to ONNX failed"])[-1]
    if "mnn" not in problems and "onnx" not in problems:
        # Not by its command, which installs packages where it finds a pip, and reports over the network.
        call = "import sys, _tools; _tools.mnnconvert(sys.argv)"
        files = ["--modelFile", str(PLACE / "network.onnx"), "--MNNModel", str(PLACE / "network.mnn")]
        subprocess.run([python_of("mnn"), "-c", call, "-f", "ONNX", *files, "--bizCode", "x"], check=False)
        if not (PLACE / "network.mnn").is_file():
            problems["mnn"] = "its converter made no file"


def words_of(name: str) -> Path:
    """What the engine's process says on its error stream."""
    return PLACE / f"{name.replace(' ', '-')}.log"


def start(name: str, cores: int) -> Peer:
    """The engine, once it has made its first maps."""
    started = time.perf_counter()
    # A file, since nobody would empty a pipe.
    words = words_of(name).open("w", encoding="utf-8")
    environment = {
        **os.environ,
        "PYTHONPATH": "" if ENGINES[name] else str(ROOT),
        "TF_CPP_MIN_LOG_LEVEL": "3",
        # Threads that spin while they wait would count as work, and on a busy machine wait for each other.
        "OMP_WAIT_POLICY": "PASSIVE",
    }
    command = [python_of(ENGINES[name]), HERE / "serve.py", name, PLACE, str(cores)]
    process = subprocess.Popen(
        command, cwd=ROOT, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=words, text=True
    )
    return Peer(name, process, started)


def opened(name: str, cores: int, reference: np.ndarray | None) -> tuple[Peer | None, np.ndarray | None, str]:
    peer = start(name, cores)
    try:
        maps = np.array(peer.answer()["maps"])
    except (ChildProcessError, ValueError) as error:
        words = words_of(name).read_text(encoding="utf-8").strip().splitlines()
        return None, reference, words[-1][:160] if words else str(error)
    peer.wall["start"].append(time.perf_counter() - peer.started)
    reference = maps if reference is None else reference
    peer.error = float(np.linalg.norm(maps - reference) / np.linalg.norm(reference))
    return peer, reference, ""


def measure(peers: list[Peer], rounds: int) -> None:
    """In turns, each first in its turn."""
    for turn in range(rounds + 1):  # the first one warms up
        for work in WORKS:
            for peer in (*peers[turn % len(peers) :], *peers[: turn % len(peers)]):
                answer = peer.ask(work)
                if turn:
                    peer.wall[work].append(answer["wall"])
                    peer.cpu[work].append(answer["cpu"])
    for peer in peers:
        peer.memory = peer.ask("memory")["memory"]


def _cell(values: list[float]) -> str:
    low, middle, high = (1e3 * value for value in (min(values), statistics.median(values), max(values)))
    return f"{middle:,.0f} ({low:,.0f} to {high:,.0f})"


def tables(peers: list[Peer]) -> list[str]:
    heads = ("network", "224 px JPEG to CSV", "12 Mpx JPEG to CSV", "PNG to CSV", "click to number")
    lines = []
    for title, times in (("by the processor", "cpu"), ("by the clock", "wall")):
        lines += ["", f"ms an image {title}, medians (least to most):", "", f"| engine | {' | '.join(heads)} |"]
        lines += ["|---" * (len(heads) + 1) + "|"]
        lines += [
            f"| {peer.name} | {' | '.join(_cell(getattr(peer, times)[work]) for work in WORKS)} |" for peer in peers
        ]
    lines += [
        "",
        "| engine | start to first number, s | peak memory, MB | maps differ from ours by |",
        "|---|---|---|---|",
    ]
    lines += [
        f"| {peer.name} | {peer.wall['start'][0]:.1f} | {peer.memory:,.0f} | {peer.error:.1e} |" for peer in peers
    ]
    return lines


def busy(load: tuple[float, ...], cores: int) -> str:
    """How far the times of the clock can be trusted."""
    text = f"Load average {load[0]:.1f} before the start"
    return f"{text}: other work shared the cores, so compare the lines." if load[0] > cores / 2 else text


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--images", type=int, default=8, help="images of 224 px a turn (8)")
    parser.add_argument("--large", type=int, default=2, help="12-megapixel JPEGs, and PNGs, a turn (2)")
    parser.add_argument("--rounds", type=int, default=5, help="rounds, besides one to warm up (5)")
    parser.add_argument("--write", action="store_true", help="write the figures into docs/benchmarks.md")
    arguments = parser.parse_args()
    problems = {name: problem for name, own in ENVIRONMENTS.items() if (problem := prepare_environment(name, own))}
    source = prepare_material(arguments.images, arguments.large)
    export(problems)
    cores, load = available_cores(), os.getloadavg()
    peers, missing, reference = [], {}, None
    for name, environment in ENGINES.items():
        if name != "skin-gui" and environment in problems:
            missing[name] = problems[environment]
            continue
        peer, reference, problem = opened(name, cores, reference)
        if peer is None:
            missing[name] = problem
        else:
            peers.append(peer)
        print(name, problem or "runs", flush=True)
    measure(peers, arguments.rounds)
    lines = [
        "Made by `make bench-peers`, see tests/benchmarks/peers. All compute VGG16's convolutions with the same",
        "weights on the same images and cores, in turns. Our folders and clicks have all that the program says of an",
        "image (covariance pooling, head, calibration, heatmap, warnings); those of the others decode with Pillow and",
        f"end in one dense layer. The large images and the PNGs are enlarged from {source}.",
        *tables(peers),
        *limit.lines(cores),
        "",
        *(f"{name} is not measured: {reason}." for name, reason in missing.items()),
        f"{arguments.rounds} rounds, {arguments.images} images a turn. {machine()}. {busy(load, cores)}",
    ]
    text = "\n".join(lines)
    print(text)
    if arguments.write:
        write_section(HEADING, text)
    for peer in peers:
        peer.process.stdin.close()
        peer.process.wait()


if __name__ == "__main__":
    main()
