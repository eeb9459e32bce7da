"""Fine-tune the last block of VGG16 together with the head, from cached maps of the frozen blocks.

Only `make train-model` does this, once, for the shipped base; a user's retraining fits heads on it.
"""

import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from skin_gui.classifier import vgg16
from skin_gui.classifier.features import POOLED_LEVELS, Features, LayerFeatures
from skin_gui.classifier.head import SQUARE_ROOT_FLOOR, Head
from skin_gui.training.fitting.head_fit import FeatureSet, Floats, draw_mixes

log = logging.getLogger(__name__)

MAP = LayerFeatures("block4_pool", ("flat",))
TUNING_FEATURES: Features = (*POOLED_LEVELS, MAP)
"""What is cached of an image: the pooled levels of the untuned base, and the map that enters block 5."""

_MAP_SHAPE = (14, 14, 512)
_MAP_SIZE = 14 * 14 * 512
_BLOCK5 = tuple(name for name in vgg16.CONVOLUTIONS if name.startswith("block5"))
_BLOCK5_WIDTH = 3 * 512
_VARIANCE_FLOOR = 1e-6


@dataclass(frozen=True)
class FineTuning:
    """The recipe: Adam with a warm-up and a cosine decay, averaged weights, and mix-up of the maps where asked for."""

    epochs: int = 7
    batch_size: int = 32
    learning_rate: float = 2.5e-4
    mixup: float = 0.0
    unchanged: float = 0.55
    """Share of the draws that take the unchanged image instead of an augmentation."""
    dropout: float = 0.3
    hidden: int = 256
    averaging: float = 0.99
    """Momentum of the moving average of the weights that is kept in the end; 0 for none."""
    layers: Sequence[str] = _BLOCK5
    """Convolutions that are trained."""
    precision: str = "mixed_bfloat16"
    """Keras dtype policy of the convolutions; bfloat16 doubles the speed on processors that have it."""


@dataclass(frozen=True)
class TunedModel:
    """Block 5 and the head that was trained with it."""

    block5: vgg16.Weights
    head: Head


def fine_tune(train: FeatureSet, base: vgg16.Weights, recipe: FineTuning, *, seed: int) -> TunedModel:
    """Train block 5 and a head.

    Args:
        train: vectors of `TUNING_FEATURES`.
        base: the weights to start from.
        recipe: how.
        seed: of initialisation, order, variants, mix-up and dropout.
    """
    import keras

    keras.utils.set_random_seed(seed)
    shift, scale = _standardisation(train.vectors[0])
    model = _model(keras, recipe, base, shift, scale)
    steps = -(-len(train.labels) // recipe.batch_size)
    schedule = keras.optimizers.schedules.CosineDecay(
        recipe.learning_rate / 10,
        steps * recipe.epochs,
        warmup_target=recipe.learning_rate,
        warmup_steps=steps // 4,
    )
    average = {"use_ema": True, "ema_momentum": recipe.averaging} if recipe.averaging else {}
    optimizer = keras.optimizers.Adam(schedule, **average)
    model.compile(optimizer, keras.losses.BinaryCrossentropy(from_logits=True))
    rng = np.random.default_rng(seed)
    for epoch in range(1, recipe.epochs + 1):
        losses = [
            float(model.train_on_batch(inputs, targets, sample_weight=weights))
            for inputs, targets, weights in _batches(train, recipe, rng, shift, scale)
        ]
        log.info("fine-tuning epoch %d of %d: loss %.4f", epoch, recipe.epochs, np.mean(losses))
    if recipe.averaging:
        optimizer.finalize_variable_values(model.trainable_variables)
    return _tuned(model, shift, scale)


def tuned_logits(tuned: TunedModel, vectors: NDArray[np.float16], batch_size: int = 64) -> Floats:
    """Logits (n,) in float32 of (n, features) vectors of `TUNING_FEATURES`."""
    import keras

    recipe = FineTuning(hidden=tuned.head.kernels[0].shape[1], precision="float32")
    model = _model(keras, recipe, tuned.block5, tuned.head.shift, tuned.head.scale)
    for layer, kernel, bias in zip(_dense(model), tuned.head.kernels, tuned.head.biases, strict=True):
        layer.set_weights([kernel, bias])
    parts = [
        np.asarray(model(_inputs(vectors[start : start + batch_size], tuned.head.shift, tuned.head.scale)))[:, 0]
        for start in range(0, len(vectors), batch_size)
    ]
    return np.concatenate(parts)


def _standardisation(vectors: NDArray[np.float16]) -> tuple[Floats, Floats]:
    """Mean and inverse spread of each pooled feature, with the untuned block 5's as a fixed reference."""
    width = vectors.shape[1] - _MAP_SIZE
    pooled = np.sqrt(np.maximum(vectors[:, :width].astype(np.float32), SQUARE_ROOT_FLOOR))
    return pooled.mean(axis=0), (1 / (pooled.std(axis=0) + 1e-2)).astype(np.float32)


def _inputs(vectors: NDArray[np.floating], shift: Floats, scale: Floats) -> tuple[Floats, Floats]:
    """Map and standardised pooled features of blocks 3 and 4."""
    width = len(shift) - _BLOCK5_WIDTH
    low = np.sqrt(np.maximum(vectors[:, :width].astype(np.float32), SQUARE_ROOT_FLOOR))
    maps = vectors[:, -_MAP_SIZE:].reshape(-1, *_MAP_SHAPE).astype(np.float32)
    return maps, (low - shift[:width]) * scale[:width]


def _batches(
    train: FeatureSet, recipe: FineTuning, rng: np.random.Generator, shift: Floats, scale: Floats
) -> Iterator[tuple[tuple[Floats, Floats], Floats, Floats]]:
    for mix in draw_mixes(train, recipe.batch_size, recipe.mixup, recipe.unchanged, rng):
        maps, low = _inputs(train.vectors[mix.one.variants, mix.one.images], shift, scale)
        if recipe.mixup:  # gathering a second batch of maps takes its time
            others = _inputs(train.vectors[mix.two.variants, mix.two.images], shift, scale)
            maps, low = mix.blend(maps, others[0]), mix.blend(low, others[1])
        yield (maps, low), mix.targets(train)[:, None], mix.weights(train)


def _model(keras: Any, recipe: FineTuning, base: vgg16.Weights, shift: Floats, scale: Floats) -> Any:
    import tensorflow as tf

    width = len(shift) - _BLOCK5_WIDTH

    @keras.saving.register_keras_serializable(package="skin_gui")
    class PooledLevel(keras.layers.Layer):  # type: ignore[misc]
        """Mean, maximum and standard deviation of each channel, standardised as the head expects."""

        def call(self, maps: Any) -> Any:
            maps = tf.cast(maps, tf.float32)
            mean = tf.reduce_mean(maps, (1, 2))
            variance = tf.reduce_mean(tf.square(maps - mean[:, None, None]), (1, 2))
            spread = tf.sqrt(variance + _VARIANCE_FLOOR)
            pooled = tf.concat([mean, tf.reduce_max(maps, (1, 2)), spread], axis=1)
            return (tf.sqrt(tf.maximum(pooled, SQUARE_ROOT_FLOOR)) - shift[width:]) * scale[width:]

    map_input, low_input = keras.layers.Input(_MAP_SHAPE), keras.layers.Input((width,))
    x = map_input
    for name in _BLOCK5:
        convolution = keras.layers.Conv2D(
            512,
            3,
            padding="same",
            activation="relu",
            name=name,
            dtype=recipe.precision,
            trainable=name in recipe.layers,
        )
        x = convolution(x)
        convolution.set_weights([np.asarray(base[f"{name}/{part}"], dtype=np.float32) for part in ("kernel", "bias")])
    x = keras.layers.Concatenate()([low_input, PooledLevel(dtype="float32")(x)])
    x = keras.layers.Dense(recipe.hidden, activation="relu")(x)
    x = keras.layers.Dropout(recipe.dropout)(x)
    return keras.Model([map_input, low_input], keras.layers.Dense(1)(x))


def _dense(model: Any) -> list[Any]:
    return [layer for layer in model.layers if layer.__class__.__name__ == "Dense"]


def _tuned(model: Any, shift: Floats, scale: Floats) -> TunedModel:
    block5: dict[str, NDArray[np.floating]] = {}
    for name in _BLOCK5:
        block5[f"{name}/kernel"], block5[f"{name}/bias"] = model.get_layer(name).get_weights()
    kernels, biases = zip(*(layer.get_weights() for layer in _dense(model)), strict=True)
    return TunedModel(block5, Head(True, shift, scale, tuple(kernels), tuple(biases)))
