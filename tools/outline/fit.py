"""The outline's network in Keras: its fit, and its weights for ncnn."""

import io
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from skin_gui.classifier.vgg16 import map_side
from skin_gui.measures.outline_network import LAYERS, LOGIT, MAPS, PIXELS, SIDE, Weights
from tools.outline.maps import CHANNELS, MapStore, Reduction

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Recipe:
    """AdamW with a warm-up and a cosine decay; binary cross-entropy and soft Dice."""

    epochs: int = 14
    batch_size: int = 32
    learning_rate: float = 2e-3
    weight_decay: float = 1e-3
    warm_up: int = 100
    """Steps."""
    unchanged: float = 0.5
    """Share of the draws that take the unchanged image instead of an augmentation."""
    coarse: int = 32
    """Channels at 28 x 28 places and below."""
    fine: int = 16
    """Channels at 56 x 56."""
    seed: int = 0


def build(recipe: Recipe) -> Any:
    """The Keras model: reduced maps and pixels in, logits (n, SIDE, SIDE, 1) out."""
    import keras

    blobs = {name: keras.Input((map_side(name), map_side(name), CHANNELS[name]), name=name) for name in MAPS}
    inputs = blobs | {PIXELS: keras.Input((SIDE, SIDE, 3), name=PIXELS)}
    blobs = dict(inputs)
    for layer, size, specs in LAYERS:
        read = [_resized(spec, blobs) for spec in specs]
        joined = read[0] if len(read) == 1 else keras.layers.Concatenate()(read)
        activation = None if layer == LOGIT else "relu"
        width = _width(layer, recipe)
        blobs[layer] = keras.layers.Conv2D(width, size, padding="same", activation=activation, name=layer)(joined)
    return keras.Model(inputs, blobs[LOGIT])


def _resized(spec: str, blobs: Mapping[str, Any]) -> Any:
    import keras

    name, _, how = spec.partition("/")
    if how == "half":
        return keras.layers.AveragePooling2D(2)(blobs[name])
    return keras.layers.UpSampling2D(2, interpolation="bilinear")(blobs[name]) if how == "twice" else blobs[name]


def _width(layer: str, recipe: Recipe) -> int:
    if layer == LOGIT:
        return 1
    return recipe.fine if layer.startswith("fine") else recipe.coarse


def fit(store: MapStore, numbers: NDArray[np.int64], recipe: Recipe, which: int) -> Any:
    """Fit the network to some pairs.

    Args:
        store: the maps.
        numbers: the pairs.
        recipe: how.
        which: how many variants of each there are.
    """
    import keras
    import tensorflow as tf

    keras.utils.set_random_seed(recipe.seed)
    rng, model = np.random.default_rng(recipe.seed), build(recipe)
    steps = len(numbers) // recipe.batch_size
    schedule = keras.optimizers.schedules.CosineDecay(
        recipe.learning_rate / 20,
        max(1, steps * recipe.epochs - recipe.warm_up),
        warmup_target=recipe.learning_rate,
        warmup_steps=recipe.warm_up,
    )
    optimizer = keras.optimizers.AdamW(schedule, weight_decay=recipe.weight_decay, clipnorm=1.0)
    optimizer.build(model.trainable_variables)

    @tf.function(reduce_retracing=True)  # type: ignore[untyped-decorator]
    def step(inputs: Any, target: Any) -> Any:
        with tf.GradientTape() as tape:
            loss = _loss(target, model(inputs, training=True))
        gradients = tape.gradient(loss, model.trainable_variables)
        optimizer.apply_gradients(zip(gradients, model.trainable_variables, strict=True))
        return loss

    for epoch in range(recipe.epochs):
        shuffled, losses = rng.permutation(numbers), []
        for start in range(0, steps * recipe.batch_size, recipe.batch_size):
            batch = shuffled[start : start + recipe.batch_size]
            changed = rng.integers(1, which, len(batch)) if which > 1 else np.zeros(len(batch), np.int64)
            drawn = np.where(rng.random(len(batch)) < recipe.unchanged, 0, changed)
            losses.append(float(step(store.inputs(batch, drawn), store.targets(batch, drawn))))
        log.info("epoch %d of %d: loss %.4f", epoch + 1, recipe.epochs, np.mean(losses))
    return model


def _loss(target: Any, logits: Any) -> Any:
    """Cross-entropy of each place and 1 - soft Dice of each image (Milletari et al., "V-Net", 2016)."""
    import tensorflow as tf

    axes = [1, 2, 3]
    entropy = tf.reduce_mean(tf.nn.sigmoid_cross_entropy_with_logits(target, logits), axes)
    lesion, smooth = tf.sigmoid(logits), 20.0
    common, both = tf.reduce_sum(lesion * target, axes), tf.reduce_sum(lesion, axes) + tf.reduce_sum(target, axes)
    return tf.reduce_mean(entropy + 1 - (2 * common + smooth) / (both + smooth))


def predict(model: Any, store: MapStore, numbers: NDArray[np.int64], which: int = 0) -> NDArray[np.float32]:
    """(n, SIDE, SIDE) logits of a variant of some pairs."""
    parts = []
    for start in range(0, len(numbers), 32):
        batch = numbers[start : start + 32]
        inputs = store.inputs(batch, np.full(len(batch), which))
        parts.append(model(inputs, training=False).numpy()[..., 0])
    return np.concatenate(parts)


def network_weights(model: Any, reductions: Mapping[str, Reduction]) -> dict[str, NDArray[np.float32]]:
    """The weights as `OutlineNetwork` reads them: the reductions become part of the layers that read the maps."""
    weights: dict[str, NDArray[np.float32]] = {}
    for layer, _, inputs in LAYERS:
        kernel, bias = model.get_layer(layer).get_weights()
        kernel = kernel.transpose(3, 2, 0, 1)  # (out, in, k, k)
        parts, begin = [], 0
        for spec in inputs:
            depth = CHANNELS.get(spec) or (3 if spec == PIXELS else model.get_layer(_name(spec)).filters)
            part = kernel[:, begin : begin + depth]
            begin += depth
            if spec in reductions:
                reduction = reductions[spec]
                bias = bias - part[:, :, 0, 0] @ reduction.offset
                part = (part[:, :, 0, 0] @ reduction.matrix)[:, :, None, None]
            parts.append(part)
        weights[f"{layer}/kernel"] = np.concatenate(parts, axis=1).astype(np.float32)
        weights[f"{layer}/bias"] = bias.astype(np.float32)
    return weights


def _name(spec: str) -> str:
    return spec.partition("/")[0]


def write_weights(weights: Weights) -> bytes:
    """The bytes of the file: kernels as float16, biases as float32, no pickle."""
    kinds = {name: np.float16 if name.endswith("/kernel") else np.float32 for name in weights}
    kept: dict[str, NDArray[np.generic]] = {name: array.astype(kinds[name]) for name, array in weights.items()}
    buffer = io.BytesIO()
    np.savez(buffer, allow_pickle=False, **kept)
    return buffer.getvalue()
