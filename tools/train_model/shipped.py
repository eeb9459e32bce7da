"""Train the shipped model again: `python -m tools.train_model` (`make train-model`).

A second run with the same working folder only does what is missing, so that a stopped run goes on where it was.
"""

import argparse
import hashlib
import logging
from dataclasses import asdict
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from skin_gui import __version__, paths
from skin_gui.checksum import sha256_file
from skin_gui.classifier.calibration import Calibration
from skin_gui.classifier.model_folder import ModelInfo
from skin_gui.measured_on import SourcesHeldOut
from skin_gui.training.data.images_seen import prefixes
from skin_gui.training.fitting.calibrated import operating_point
from skin_gui.training.fitting.calibration import fit_platt
from skin_gui.training.fitting.head_fit import source_weights
from skin_gui.training.fitting.svm_fit import LogitScales
from skin_gui.training.metrics.operating_point import at_threshold
from skin_gui.training.run.model_writer import write_model
from skin_gui.vocabulary import ModelKey
from tools.train_model import shipped_steps as steps
from tools.train_model.convert import imagenet_weights, write_network
from tools.train_model.shipped_card import shipped_card
from tools.train_model.shipped_report import Measured, Probabilities, measure
from tools.train_model.sources_held_out import balanced_threshold

NAME = "skin-gui-4"
LEAST_RATES = (0.80, 0.50)
"""Sensitivity and specificity that the operating point is to keep in a clinic that is not in the data."""
PREVALENCE = 0.30
"""Share of malignant lesions that the probabilities are made for, in every source alike.

A new clinic's own share is unknown, and those of the training images (24, 37 and 60 %) say how they were gathered.
Published collections of dermoscopic images hold 19 % (melanomas of ISIC 2017), 20 % (HAM10000) and 37 % (ISIC 2019).
"""
LIBRARIES = ("ncnn", "numpy", "scikit-learn")

_INSIDE = 0.95
"""Part of the images at home that are not to be called unlike the training data."""


def at_prevalence(images: steps.SourcedImages, without: str = "") -> NDArray[np.float64]:
    """Weights (n,) with mean 1: every source weighs the same, and `PREVALENCE` of each is malignant.

    Args:
        images: the images.
        without: a source that weighs nothing.
    """
    of_source = {source: 1 / len(held) for source, (_, held) in images.left_out.items() if source != without}
    weights: NDArray[np.float64] = source_weights(images.labels, images.sources)
    weights *= [of_source.get(source, 0.0) for source in images.sources]
    weights *= np.where(images.labels == 1, PREVALENCE, 1 - PREVALENCE)
    weights /= weights.mean()
    return weights


def calibrate_held_out(images: steps.SourcedImages, logits: NDArray[np.float64], *, without: str = "") -> Calibration:
    """Platt scaling for `PREVALENCE`, with every source weighing the same.

    Args:
        images: the images.
        logits: (n,) each by a head that never saw the image's source.
        without: a source of which the calibration sees nothing either.
    """
    weights = at_prevalence(images, without)
    used = weights > 0
    return fit_platt(logits[used], images.labels[used], weights[used] / weights[used].mean())


def never_seen(images: steps.SourcedImages, logits: NDArray[np.float64]) -> NDArray[np.float64]:
    """P(malignant) (n,) where neither head nor calibration has seen the image's source: as in a new clinic."""
    probabilities = np.zeros(len(logits))
    for source, (_, held) in images.left_out.items():
        probabilities[held] = calibrate_held_out(images, logits, without=source).probability(logits[held])
    return probabilities


def describe(
    run: steps.Run, scales: LogitScales, at_home: steps.HeldOut, left_out: steps.HeldOut
) -> tuple[ModelInfo, Measured]:
    """Calibrate, choose the operating point and put everything known of the model together."""
    images = run.images
    logits = left_out.logits(scales)
    calibration = calibrate_held_out(images, logits)
    unseen, home = (np.asarray(calibration.probability(values)) for values in (logits, at_home.logits(scales)))
    threshold = balanced_threshold(images.labels, unseen, images.sources, LEAST_RATES)
    limit = float(np.quantile(at_home.distance, _INSIDE))
    said = Probabilities(home, unseen, never_seen(images, logits), left_out.distance <= limit, at_prevalence(images))
    result = measure(images.dataset, images.sources, images.groups, said, threshold)
    choice = at_threshold(images.labels, unseen, threshold, LEAST_RATES[0], images.groups)
    info = ModelInfo(
        name=NAME,
        created=datetime.now(UTC).isoformat(timespec="seconds"),
        features=steps.PRESET.features,
        calibration=calibration,
        operating_point=operating_point(choice, SourcesHeldOut(tuple(images.left_out), len(images.labels))),
        files={},
        validated=True,
        novelty_limit=limit,
        metrics=result.to_json() | {"prevalence": PREVALENCE},
        data=_data(images),
        training={
            "recipe": asdict(steps.RECIPE),
            "seed": steps.SEED,
            "folds": steps.FOLDS,
            "versions": {"skin-gui": __version__} | {name: version(name) for name in LIBRARIES},
        },
    )
    return info, result


def _data(images: steps.SourcedImages) -> dict[str, Any]:
    hashes = [sha256_file(path) for path in images.dataset.paths]
    return {
        "sources": {name: images.sources.count(name) for name in sorted(set(images.sources))},
        "images_sha256": hashlib.sha256("".join(sorted(hashes)).encode()).hexdigest(),
        ModelKey.IMAGES: prefixes(hashes),
    }


def _training_text() -> str:
    """How the model was made, for its card."""
    recipe = steps.RECIPE
    of_layer, of_svm = recipe.directions
    return (
        "VGG16 pre-trained on ImageNet, all blocks frozen: tuning block 5 on all sources did not rank better in a "
        "source that it never saw (docs/adr/0018). The head is a fully connected layer with a sigmoid on pooled maps "
        "of blocks 3, 4 and 5 (maximum of each channel, mean and standard deviation over the image and weighted to its "
        "centre, square root), fitted under a "
        f"quadratic penalty (C = {recipe.penalty:g}) to {recipe.variants} variants of every image: unchanged, and as "
        "other cameras and clinics would take it (rotation, shift, shear, zoom and flips as in the paper, wider zoom; "
        "light, white balance, sensor, gamma, saturation, hairs, rulers, bubbles, vignette, black corners, blur, "
        "resolution, noise, JPEG). Beside it stand two support vector machines with a Gaussian kernel on the first "
        f"{recipe.svm.components} principal components of log-Euclidean covariances of channels: of blocks 2 to 5 over "
        "the image, and of blocks 1 to 3 over its lesion, which a linear map of blocks 3 and 4 finds. They are fitted "
        f"to the unchanged images (C = {recipe.svm.penalty:g}). The logits of all three, scaled to the same spread, "
        f"are added. Out of what each reads, {of_layer} or {of_svm} directions are projected that tell the sources of "
        "the training images apart within a class. "
        "Both classes of every source weigh the same. Calibration and operating point are those of sources held out: "
        f"every source weighs the same in the calibration, as if {100 * PREVALENCE:.0f} % of its images were "
        "malignant, and the threshold maximises the least margin over "
        f"sensitivity {LEAST_RATES[0]:.2f} and specificity {LEAST_RATES[1]:.2f} among the sources."
    )


def train_shipped(data: Path, archive: Path | None, work: Path, target: Path) -> ModelInfo:
    """Train, measure and write the shipped model.

    Args:
        data: folder with isic/train, ham_extra, isic17 and bcn.
        archive: npz of VGG16's ImageNet weights; None lets Keras download them.
        work: working folder; a second run with the same one only does what is missing.
        target: the model's folder.
    """
    weights = imagenet_weights(archive)
    images = steps.load_images(data)
    base = work / "imagenet"
    write_network(weights, base)
    run = steps.Run(images, steps.WorkingFolder(work, steps.mark_of(images, weights)), base)
    left_out = run.held_out("source", images.left_out.values())
    at_home = run.held_out("fold", images.folds)
    scales = at_home.scales()
    head = run.final_head(scales)
    info, result = describe(run, scales, at_home, left_out)
    card = shipped_card(info, result, _training_text())
    return write_model(target, info, head, base, card, copy_network=True)


def main() -> None:
    """Run `make train-model`."""
    parser = argparse.ArgumentParser(description="Train the shipped model again.")
    parser.add_argument("--data", type=Path, required=True, help="folder with isic/train, ham_extra, isic17 and bcn")
    parser.add_argument("--weights", type=Path, help="npz of VGG16's ImageNet weights; downloaded if left out")
    parser.add_argument("--work", type=Path, default=paths.cache_dir() / "train-model", help="working folder")
    parser.add_argument("--target", type=Path, default=paths.shipped_model(), help="the model's folder")
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    train_shipped(arguments.data, arguments.weights, arguments.work, arguments.target)


if __name__ == "__main__":
    main()
