"""Fixtures that every test may use."""

import hashlib
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

# Before anything imports Qt: no test needs a display unless the caller wants to watch.
if not os.environ.get("SKIN_GUI_TEST_DISPLAY"):
    os.environ["QT_QPA_PLATFORM"] = "offscreen"

from skin_gui import paths
from skin_gui.classifier.calibration import Calibration
from skin_gui.classifier.classifier import Classifier
from skin_gui.classifier.features import LayerFeatures
from skin_gui.classifier.head import Head
from skin_gui.classifier.model_folder import CARD, DESCRIPTION, HEAD, NETWORK, ModelInfo, OperatingPoint
from skin_gui.classifier.vgg16 import CONVOLUTIONS, channels, pack_weights, param_text
from skin_gui.measured_on import OtherImages
from tests.offline import block_network
from tools.samples.drawing import draw_lesion

block_network()


@pytest.fixture(autouse=True)
def isolated_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The user's folders of the program, empty and thrown away."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("SKIN_GUI_HOME", str(home))
    yield home


@pytest.fixture(scope="session")
def _drawn_lesion() -> NDArray[np.uint8]:
    return draw_lesion(np.random.default_rng(0), "benign")


@pytest.fixture
def synthetic_image(_drawn_lesion: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """A synthetic dermoscopic image, (448, 448, 3) uint8 RGB, the caller's own copy."""
    return _drawn_lesion.copy()


@pytest.fixture(scope="session")
def data_dir() -> Path:
    """The folder of real images, which are no part of this project."""
    default = Path(__file__).resolve().parents[2] / "shared" / "data"
    folder = Path(os.environ.get("SKIN_GUI_DATA") or default)
    if not folder.is_dir():
        pytest.skip(f"no real images: {folder} is absent; set SKIN_GUI_DATA to their folder")
    return folder


def _random_base() -> dict[str, bytes]:
    """The network's files with random weights of VGG16's shapes, scaled so that no activation explodes."""
    rng, weights, depth = np.random.default_rng(0), {}, 3
    for name in CONVOLUTIONS:
        shape = (3, 3, depth, channels(name))
        weights[f"{name}/kernel"] = rng.standard_normal(shape, dtype=np.float32) * np.sqrt(2 / (9 * depth))
        weights[f"{name}/bias"] = np.zeros(channels(name), np.float32)
        depth = channels(name)
    return {NETWORK[0]: param_text().encode(), NETWORK[1]: pack_weights(weights)}


def _random_head(seed: int) -> bytes:
    rng = np.random.default_rng(seed)
    kernels = (rng.standard_normal((512, 8)).astype(np.float32) / 20, rng.standard_normal((8, 1)).astype(np.float32))
    zeros, ones = np.zeros(512, np.float32), np.ones(512, np.float32)
    return Head(True, zeros, ones, kernels, (np.zeros(8, np.float32), np.zeros(1, np.float32))).to_bytes()


def _random_info(name: str, files: dict[str, bytes], seed: int, validated: bool) -> ModelInfo:
    return ModelInfo(
        name=name,
        created=f"2025-01-{seed + 1:02d}T00:00:00+00:00",
        features=(LayerFeatures("block5_conv3", ("mean",)),),
        calibration=Calibration(),
        operating_point=OperatingPoint(0.4, 0.9, 0.91, (0.88, 0.93), 0.8, (0.76, 0.83), OtherImages("made-up images")),
        files={file: hashlib.sha256(content).hexdigest() for file, content in files.items()},
        validated=validated,
        metrics={"auc": 0.95},
    )


@pytest.fixture(scope="session")
def _random_network() -> dict[str, bytes]:
    return _random_base()


MakeModel = Callable[..., Path]


@pytest.fixture(scope="session")
def make_model(_random_network: dict[str, bytes]) -> MakeModel:
    """Write a complete model with random weights to a new folder: `make_model(folder, name, seed, validated)`.

    All share one network; another seed gives another head, hence other probabilities.
    """

    def make(folder: Path, name: str, seed: int = 1, validated: bool = False) -> Path:
        files = {**_random_network, HEAD: _random_head(seed)}
        folder.mkdir(parents=True)
        for file, content in files.items():
            (folder / file).write_bytes(content)
        files[CARD] = f"# {name}\n".encode()
        (folder / CARD).write_bytes(files[CARD])
        (folder / DESCRIPTION).write_text(_random_info(name, files, seed, validated).to_json(), encoding="utf-8")
        return folder

    return make


@pytest.fixture(scope="session")
def random_model(make_model: MakeModel, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a model with random weights; not to be changed."""
    return make_model(tmp_path_factory.mktemp("model") / "model", "Skin GUI test", seed=0, validated=True)


@pytest.fixture
def shipped_model(random_model: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A model with random weights in the place of the shipped one; not to be changed."""
    monkeypatch.setattr(paths, "shipped_model", lambda: random_model)
    return random_model


@pytest.fixture(scope="session")
def lesion_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """48 synthetic lesions in benign and malignant; not to be changed."""
    folder, rng = tmp_path_factory.mktemp("lesions"), np.random.default_rng(1)
    for kind in ("benign", "malignant"):
        (folder / kind).mkdir()
        for number in range(24):
            Image.fromarray(draw_lesion(rng, kind, size=224)).save(folder / kind / f"{number}.png")
    return folder


@pytest.fixture(scope="session")
def clinic_folder(random_model: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """22 + 22 pictures in benign and malignant, told apart more or less by the random model; not to be changed."""
    folder, rng = tmp_path_factory.mktemp("clinic"), np.random.default_rng(0)
    classifier = Classifier.load(random_model)
    pictures = [(rng.integers(0, 255, 3) + rng.normal(0, 30, (32, 32, 3))).clip(0, 255) for _ in range(44)]
    pictures = [picture.astype(np.uint8) for picture in pictures]
    order = np.argsort([classifier.logit(picture) for picture in pictures])
    order[19:25] = order[19:25][::-1]
    for place, number in enumerate(order):
        file = folder / ("malignant" if place >= 22 else "benign") / f"{number}.png"
        file.parent.mkdir(exist_ok=True)
        Image.fromarray(pictures[number]).save(file)
    return folder


@pytest.fixture(scope="session")
def training_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for the program's caches that all tests share, so that features are computed once."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def trainer_home(isolated_home: Path, training_cache: Path) -> Path:
    """The user's folders, empty but for the shared cache; needs the shipped model."""
    if not (paths.shipped_model() / "model.json").is_file():
        pytest.skip("the shipped model is absent: make train-model builds it")
    (isolated_home / "cache").symlink_to(training_cache, target_is_directory=True)
    return isolated_home
