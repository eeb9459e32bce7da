"""How long a retraining takes, beside Keras' `fit` through the frozen base: `make bench BENCH_ARGS=--training`."""

import tempfile
import time
from pathlib import Path

import numpy as np

from skin_gui import paths
from skin_gui.classifier.model_folder import NETWORK, find_file
from skin_gui.training.fitting.presets import PRESETS
from tests.benchmarks.event_loop import training_rows
from tests.benchmarks.rows import TRAINING_IMAGES, Row, spread

_BATCH = 32
_STEPS = 6


def keras_step_seconds(model: Path) -> list[float]:
    """Seconds of single steps of Keras: a batch through the frozen base, and the head fitted to it."""
    import keras

    from skin_gui.classifier.vgg16 import unpack_weights
    from tools.train_model.convert import keras_base

    base = keras_base(unpack_weights(find_file(NETWORK[1], model, paths.shipped_model()).read_bytes()))
    base.trainable = False
    pooled = keras.layers.Flatten()(base.outputs[-1])
    hidden = keras.layers.Dropout(0.3)(keras.layers.Dense(256, activation="relu")(pooled))
    whole = keras.Model(base.inputs, keras.layers.Dense(1, activation="sigmoid")(hidden))
    whole.compile("adam", "binary_crossentropy")
    rng = np.random.default_rng(0)
    images = rng.normal(0, 60, (_BATCH, *base.input_shape[1:])).astype(np.float32)
    labels = rng.integers(0, 2, (_BATCH, 1))
    whole.train_on_batch(images, labels)
    seconds = []
    for _ in range(_STEPS):
        started = time.perf_counter()
        whole.train_on_batch(images, labels)
        seconds.append(time.perf_counter() - started)
    return seconds


def rows(model: Path) -> list[Row]:
    """The lines of the table; none without the images."""
    if not TRAINING_IMAGES.is_dir():
        return []
    count = len(list(TRAINING_IMAGES.rglob("*.jpg")))
    epochs = PRESETS["default"].epochs
    seconds = keras_step_seconds(model)
    whole = float(np.median(seconds)) * epochs * count / _BATCH
    with tempfile.TemporaryDirectory() as home:
        measured = training_rows(Path(home))
    text = f"{whole:,.0f} s for {epochs} passes, from steps of {spread(seconds, 2, 's')} for {_BATCH} images"
    compared = [Row(measured[0].measured, measured[0].ours, text, _ratio(whole, measured[0].ours))]
    return compared + measured[1:]


def _ratio(whole: float, ours: str) -> str:
    number = ours.removesuffix(" s").replace(",", "")
    return f"{whole / float(number):.1f} x" if number.replace(".", "").isdigit() else ""
