"""Out-of-fold heads: what they say of images they have not seen calibrates the head that has seen all."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import threadpool_limits

from skin_gui.classifier.calibration import Calibration
from skin_gui.classifier.head import Head, Novelty, SupportVectorMachine
from skin_gui.classifier.model_folder import OperatingPoint
from skin_gui.measured_on import MeasuredOn, OutOfFold, StaysTogether
from skin_gui.progress import CancelCheck, Progress, part_of, raise_if
from skin_gui.training.data.splits import Folds
from skin_gui.training.fitting.calibration import distances, fit_novelty, fit_platt
from skin_gui.training.fitting.head_fit import FeatureSet, FitStart, FitWatch, fit_head
from skin_gui.training.fitting.presets import Preset
from skin_gui.training.fitting.svm_fit import LogitScales, fit_svm, joined
from skin_gui.training.metrics.metrics import Metrics, evaluate
from skin_gui.training.metrics.operating_point import ThresholdChoice, operating_curve, threshold_for_sensitivity
from skin_gui.training.plan import TrainingError
from skin_gui.wording.training import TrainingFact

_SVM_EPOCHS = 10  # support vector machines take about as long as so many epochs of the layers
_INSIDE = 0.95  # part of the out-of-fold images that is not to be called outside the training data


@dataclass(frozen=True)
class Schedule:
    """How a head is fitted: the same for the final head and for those out of fold."""

    preset: Preset
    seed: int
    epochs: int
    """What the learning rate's decay is planned for."""
    kept: int
    """The epoch after which it stops."""
    initial: Head | None
    standardisation_of: Head | None
    """As in `fit_head`."""
    scales: LogitScales | None = None
    """Of the layers and the support vector machines; None where the preset has none."""

    def fit(self, features: FeatureSet, progress: Progress, cancelled: CancelCheck) -> Head:
        """Fit a head."""
        done = 0

        def enough() -> bool:
            """Asked once an epoch; a report would have every epoch measured, which nobody looks at."""
            nonlocal done
            done += 1
            progress(done / (self.kept + (_SVM_EPOCHS if self.scales else 0)))
            return done >= self.kept

        layers = fit_head(
            features.without_leading(self.preset.skipped),
            self.preset,
            seed=self.seed,
            epochs=self.epochs,
            start=FitStart(initial=self.initial, standardisation_of=self.standardisation_of),
            watch=FitWatch(stop=enough, cancelled=cancelled),
        )
        if self.scales is None:
            return layers
        raise_if(cancelled)
        svms = leading_svms(features, self.preset, self.seed)
        progress(1.0)
        return joined(layers, svms, self.scales)


def leading_svms(features: FeatureSet, preset: Preset, seed: int) -> list[SupportVectorMachine]:
    """The support vector machines of a preset, fitted to the unchanged images."""
    plain = features.vectors[0]
    return [fit_svm(plain[:, own], features.labels, features.weights, seed=seed) for own in preset.svm_slices]


@dataclass(frozen=True)
class Calibrated:
    """What the out-of-fold heads teach."""

    calibration: Calibration
    operating_point: OperatingPoint
    novelty_limit: float
    before: Metrics
    """Out of fold at 0.5, without calibration."""
    after: Metrics
    """Out of fold at the operating point, calibrated."""
    curve: tuple[tuple[float, float, float], ...]
    """As `operating_curve`, on the same images."""


@dataclass(frozen=True, eq=False)
class FoldPredictions:
    """What is said of each training image by a head that was fitted without the image's fold."""

    logits: NDArray[np.float64]
    """(n,)."""
    distances: NDArray[np.float64]
    """(n,) to the images that the head was fitted to."""


def out_of_fold(
    features: FeatureSet,
    folds: Folds,
    schedule: Schedule,
    known: Mapping[int, Head],
    progress: Progress,
    cancelled: CancelCheck,
) -> FoldPredictions:
    """Fit a head for each fold and ask it about the rest.

    Args:
        features: of all training images.
        folds: their grouped folds.
        schedule: how heads are fitted.
        known: heads of folds that were fitted already, by the fold's number.
    """
    logits = np.zeros(len(features.labels))
    distance = np.zeros(len(features.labels))
    for number, (train, held) in enumerate(folds):
        inside = features.subset(train)
        of_fold = part_of(progress, number / len(folds), (number + 1) / len(folds))
        head = known[number] if number in known else schedule.fit(inside, of_fold, cancelled)
        raise_if(cancelled)
        plain = features.vectors[0, held].astype(np.float32)
        logits[held] = head.logits(plain)
        novelty = _novelty(head, inside.vectors[0], schedule.seed)
        distance[held] = distances(novelty, head.standardise(plain))
    return FoldPredictions(logits, distance)


def calibrate(
    found: FoldPredictions,
    labels: NDArray[np.int64],
    groups: NDArray[np.int64],
    folds: Folds,
    target: float,
    grouped_by: StaysTogether,
) -> Calibrated:
    """Calibrate on what heads say of images that they have not seen.

    Args:
        found: that.
        labels: (n,) of the images, 0 benign, 1 malignant.
        groups: (n,) what belongs together among them.
        folds: their grouped folds.
        target: sensitivity of the operating point.
        grouped_by: what the folds keep together.

    Raises:
        TrainingError: the heads tell nothing about images they have not seen.
    """
    try:
        calibration = fit_platt(found.logits, labels)
    except ValueError as error:
        raise TrainingError(TrainingFact.NOTHING_LEARNT()) from error
    probabilities = calibration.probability(found.logits)
    choice = threshold_for_sensitivity(labels, probabilities, target, groups)
    count = len(labels)
    return Calibrated(
        calibration=calibration,
        operating_point=operating_point(choice, OutOfFold(len(folds), grouped_by, count)),
        novelty_limit=float(np.quantile(found.distances, _INSIDE)),
        before=evaluate(labels, Calibration().probability(found.logits), 0.5, groups),
        after=evaluate(labels, probabilities, choice.threshold, groups),
        curve=operating_curve(labels, probabilities),
    )


def with_novelty(head: Head, vectors: NDArray[np.float16], seed: int) -> Head:
    """The head with its distance to the training images (n, features)."""
    return replace(head, novelty=_novelty(head, vectors, seed))


def _novelty(head: Head, vectors: NDArray[np.float16], seed: int) -> Novelty:
    """On one core: on a busy machine the threads of a decomposition spend their time waiting for each other."""
    with threadpool_limits(1):
        return fit_novelty(head.standardise(vectors.astype(np.float32)), seed)


def operating_point(choice: ThresholdChoice, measured_on: MeasuredOn) -> OperatingPoint:
    """A threshold with its expectations as model.json keeps it."""
    sensitivity, specificity = choice.sensitivity, choice.specificity
    return OperatingPoint(
        threshold=choice.threshold,
        target_sensitivity=choice.target,
        sensitivity=sensitivity.value or 0.0,
        sensitivity_interval=(sensitivity.low or 0.0, sensitivity.high or 1.0),
        specificity=specificity.value or 0.0,
        specificity_interval=(specificity.low or 0.0, specificity.high or 1.0),
        measured_on=measured_on,
    )
