"""Fit a head with Keras on features that the base has already extracted."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from skin_gui.classifier.head import SQUARE_ROOT_FLOOR, Head
from skin_gui.progress import CancelCheck, never_cancel, raise_if
from skin_gui.training.fitting.presets import Preset
from skin_gui.training.metrics.auc import auc

Floats = NDArray[np.float32]

_PREDICTION_BATCH = 1024
_FEW, _PRIOR = 500, 20.0  # below so many images, so many with the average spread are added


@dataclass(frozen=True)
class Epoch:
    """One point of the learning curves; validation values are None without validation images."""

    number: int
    """From 1."""
    epochs: int
    loss: float
    accuracy: float
    auc: float
    validation_loss: float | None = None
    validation_accuracy: float | None = None
    validation_auc: float | None = None


EpochReport = Callable[[Epoch], None]


@dataclass(frozen=True)
class FeatureSet:
    """Features with their labels and weights."""

    vectors: NDArray[np.float16]
    """(variants, n, features); validation reads variant 0 alone."""
    labels: NDArray[np.int64]
    """(n,): 0 benign, 1 malignant."""
    weights: NDArray[np.float64]
    """(n,) sample weights, mean about 1."""

    def subset(self, positions: NDArray[np.int64]) -> "FeatureSet":
        """The images at these (m,) positions."""
        return FeatureSet(self.vectors[:, positions], self.labels[positions], self.weights[positions])

    def without_leading(self, count: int) -> "FeatureSet":
        """The same images with so many features less."""
        return replace(self, vectors=self.vectors[..., count:])


def source_weights(labels: NDArray[np.int64], sources: Sequence[str]) -> NDArray[np.float64]:
    """Weights (n,), mean 1 in each source, under which both classes of a source weigh the same.

    Then the source tells nothing about the label, and a network has no use for what only tells the source (JPEG
    quality, colours, cropping). A source with one class keeps its weights: there is nothing to balance, and the audit
    says so.
    """
    weights = np.ones(len(labels))
    names = np.asarray(sources)
    for source in np.unique(names):
        here = names == source
        malignant = labels[here].mean()
        if 0 < malignant < 1:
            weights[here & (labels == 1)] = 0.5 / malignant
            weights[here & (labels == 0)] = 0.5 / (1 - malignant)
    return weights


@dataclass(frozen=True, eq=False)
class FitStart:
    """What a fit goes out from; random weights and a standardisation of its own where it has neither."""

    initial: Head | None = None
    """A head to go on from; it must satisfy `fits_preset`."""
    standardisation_of: Head | None = None
    """A head of the same features whose standardisation is taken over: it knows more images than a small set."""


@dataclass(frozen=True, eq=False)
class FitWatch:
    """Who follows a fit."""

    report: EpochReport | None = None
    """Called after each epoch."""
    stop: CancelCheck = never_cancel
    """Asked after each epoch; true ends the fit early and keeps the best so far."""
    cancelled: CancelCheck = never_cancel
    """Asked after each batch; true raises."""


def fit_head(
    train: FeatureSet,
    preset: Preset,
    *,
    seed: int,
    epochs: int | None = None,
    validation: FeatureSet | None = None,
    start: FitStart | None = None,
    watch: FitWatch | None = None,
) -> Head:
    """Fit a head; the same seed and data give the same head on the same machine.

    Args:
        train: what the layers read of the images to fit to.
        preset: the recipe.
        seed: of initialisation, order, mix-up and dropout.
        epochs: instead of the preset's.
        validation: for the curves; when given, the epoch with the best validation AUC is kept.
        start: what it goes out from.
        watch: who follows it.

    Raises:
        Cancelled: on request; nothing is kept.
    """
    import keras

    start, watch = start or FitStart(), watch or FitWatch()
    keras.utils.set_random_seed(seed)
    epochs = epochs or preset.epochs
    # A head's weights mean something only behind its own standardisation.
    known = start.initial or start.standardisation_of
    shift, scale = (known.shift, known.scale) if known else _standardisation(train, preset)
    model = _model(keras, preset, train.vectors.shape[2])
    if start.initial is not None:
        layers = zip(start.initial.kernels, start.initial.biases, strict=True)
        model.set_weights([array for layer in layers for array in layer])
    steps = -(-len(train.labels) // preset.batch_size)
    schedule = keras.optimizers.schedules.CosineDecay(
        preset.learning_rate / 10,
        steps * epochs,
        warmup_target=preset.learning_rate,
        warmup_steps=steps,
    )
    model.compile(
        keras.optimizers.AdamW(schedule, weight_decay=preset.weight_decay),
        keras.losses.BinaryCrossentropy(from_logits=True),
    )
    best: tuple[float, list[Any]] | None = None
    rng = np.random.default_rng(seed)
    for number in range(1, epochs + 1):
        losses = []
        for mix in draw_mixes(train, preset.batch_size, preset.mixup, preset.unchanged, rng):
            raise_if(watch.cancelled)
            one, two = (
                standardise(train.vectors[side.variants, side.images], shift, scale, preset.square_root)
                for side in (mix.one, mix.two)
            )
            inputs, targets = mix.blend(one, two), mix.targets(train)[:, None]
            losses.append(float(model.train_on_batch(inputs, targets, sample_weight=mix.weights(train))))
        if watch.report or validation:
            epoch = _measure(
                model, train, validation, (shift, scale, preset), Epoch(number, epochs, float(np.mean(losses)), 0, 0)
            )
            if watch.report:
                watch.report(epoch)
            if epoch.validation_auc is not None and (best is None or epoch.validation_auc >= best[0]):
                best = epoch.validation_auc, model.get_weights()
        if watch.stop():
            break
    if best is not None:
        model.set_weights(best[1])
    weights = model.get_weights()
    return Head(preset.square_root, shift, scale, tuple(weights[0::2]), tuple(weights[1::2]))


def fits_preset(head: Head, preset: Preset, width: int) -> bool:
    """Whether a preset's fit of features this wide can go on from a head."""
    shapes = [kernel.shape for kernel in head.kernels]
    wanted = list(pairwise((width, *preset.hidden, 1)))
    return head.square_root == preset.square_root and shapes == wanted


def standardise(vectors: NDArray[np.floating], shift: Floats, scale: Floats, square_root: bool) -> Floats:
    """What the head does to an (n, features) array before its first layer."""
    values = vectors.astype(np.float32)
    if square_root:
        values = np.sqrt(np.maximum(values, SQUARE_ROOT_FLOOR))
    result: Floats = (values - shift) * scale
    return result


def _standardisation(train: FeatureSet, preset: Preset) -> tuple[Floats, Floats]:
    """Mean and inverse spread of each feature over the unchanged training images."""
    width = train.vectors.shape[2]
    plain = standardise(train.vectors[0], np.zeros(width, np.float32), np.ones(width, np.float32), preset.square_root)
    variance = plain.var(axis=0)
    if len(plain) < _FEW:
        # In a few images many channels hardly fire; taken at their word they would drown the others when they do.
        variance = (len(plain) * variance + _PRIOR * variance.mean()) / (len(plain) + _PRIOR)
    # The floor keeps channels that hardly ever fire from shouting.
    return plain.mean(axis=0), (1 / (np.sqrt(variance) + 1e-2)).astype(np.float32)


def _model(keras: Any, preset: Preset, width: int) -> Any:
    """Dropout stands before each fully connected layer after the first, as in the paper."""
    layers = [keras.layers.Input((width,))]
    for units in preset.hidden:
        layers += [keras.layers.Dense(units, activation="relu"), keras.layers.Dropout(preset.dropout)]
    # The sigmoid is part of the loss here and of the calibration later.
    return keras.Sequential([*layers, keras.layers.Dense(1)])


@dataclass(frozen=True)
class Side:
    """Which variant of which image."""

    variants: NDArray[np.int64]
    images: NDArray[np.int64]


@dataclass(frozen=True)
class Mix:
    """A batch of pairs of images, mixed as Zhang et al., "mixup" (2018); part 1 is the first image alone."""

    one: Side
    two: Side
    part: Floats

    def blend(self, first: Floats, second: Floats) -> Floats:
        """Mix two (batch, ...) arrays."""
        part = self.part.reshape(-1, *[1] * (first.ndim - 1))
        return part * first + (1 - part) * second

    def targets(self, features: FeatureSet) -> Floats:
        """Mixed labels, (batch,)."""
        labels = features.labels.astype(np.float32)
        return self.blend(labels[self.one.images], labels[self.two.images])

    def weights(self, features: FeatureSet) -> Floats:
        """Mixed sample weights, (batch,)."""
        weights = features.weights.astype(np.float32)
        return self.blend(weights[self.one.images], weights[self.two.images])


def draw_mixes(
    features: FeatureSet, batch_size: int, alpha: float, unchanged: float, rng: np.random.Generator
) -> Iterator[Mix]:
    """One epoch: every image once, as a variant drawn anew, mixed with another one where alpha is above 0.

    Args:
        features: the images.
        batch_size: images a batch.
        alpha: of the beta distribution that mix-up draws from; 0 for none.
        unchanged: share of the draws that take the unchanged image.
        rng: draws all of it.
    """
    variants, count, _ = features.vectors.shape

    def draw(size: int) -> NDArray[np.int64]:
        changed = rng.integers(1, max(variants, 2), size=size)
        return np.where((rng.random(size) < unchanged) | (variants == 1), 0, changed)

    order, partners = rng.permutation(count), rng.permutation(count)
    for start in range(0, count, batch_size):
        one, two = order[start : start + batch_size], partners[start : start + batch_size]
        part = rng.beta(alpha, alpha, size=len(one)) if alpha else np.ones(len(one))
        yield Mix(
            Side(draw(len(one)), one),
            Side(draw(len(two)), two),
            np.maximum(part, 1 - part).astype(np.float32),
        )


def _measure(
    model: Any,
    train: FeatureSet,
    validation: FeatureSet | None,
    standard: tuple[Floats, Floats, Preset],
    epoch: Epoch,
) -> Epoch:
    _, accuracy, area = _scores(model, train, standard)
    if validation is None:
        return Epoch(epoch.number, epoch.epochs, epoch.loss, accuracy, area)
    return Epoch(epoch.number, epoch.epochs, epoch.loss, accuracy, area, *_scores(model, validation, standard))


def _scores(model: Any, features: FeatureSet, standard: tuple[Floats, Floats, Preset]) -> tuple[float, float, float]:
    """Weighted cross-entropy, accuracy at 0.5 and AUC on the unchanged images."""
    shift, scale, preset = standard
    parts = []
    for start in range(0, len(features.labels), _PREDICTION_BATCH):
        vectors = features.vectors[0, start : start + _PREDICTION_BATCH]
        parts.append(np.asarray(model(standardise(vectors, shift, scale, preset.square_root)))[:, 0])
    logits = np.concatenate(parts)
    signed = np.where(features.labels == 1, logits, -logits)
    loss = float(np.average(np.logaddexp(0, -signed), weights=features.weights))
    area = auc(features.labels, logits).value
    return loss, float(np.mean((logits >= 0) == features.labels)), 0.5 if area is None else area
