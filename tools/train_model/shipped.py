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

from skin_gui import __version__, paths
from skin_gui.classifier.model_folder import ModelInfo, sha256_file
from skin_gui.training.data.images_seen import IMAGES, prefixes
from skin_gui.training.fitting import kernel_fit
from skin_gui.training.fitting.calibrated import operating_point
from skin_gui.training.fitting.calibration import fit_platt
from skin_gui.training.fitting.presets import PRESETS
from skin_gui.training.metrics.operating_point import threshold_for_sensitivity
from skin_gui.training.run.model_writer import write_model
from tools.train_model import shipped_steps as steps
from tools.train_model.convert import imagenet_weights, write_network
from tools.train_model.shipped_report import Measured, OutOfFold, measure, shipped_card

NAME = "skin-gui-1"
TARGET_SENSITIVITY = 0.90
LIBRARIES = ("keras", "ncnn", "numpy", "scikit-learn")


def describe(run: steps.Run, logits: OutOfFold, limit: float) -> tuple[ModelInfo, Measured]:
    """Calibrate, choose the operating point and put everything known of the model together."""
    labels = run.material.labels
    calibration = fit_platt(logits.default, labels)
    probabilities = np.asarray(calibration.probability(logits.default))
    groups = run.material.groups
    choice = threshold_for_sensitivity(labels, probabilities, TARGET_SENSITIVITY, groups)
    result = measure(run.material.dataset, groups, logits, probabilities, choice.threshold)
    info = ModelInfo(
        name=NAME,
        created=datetime.now(UTC).isoformat(timespec="seconds"),
        features=PRESETS["default"].features,
        calibration=calibration,
        operating_point=operating_point(choice, f"out of fold, {steps.FOLDS} folds by lesion, {len(labels):,} images"),
        files={},
        validated=True,
        novelty_limit=limit,
        metrics=result.to_json(),
        data=_data(run.material),
        training={
            "recipe": asdict(steps.RECIPE),
            "variants": steps.VARIANTS,
            "seed": steps.SEED,
            "folds": steps.FOLDS,
            "versions": {"skin-gui": __version__} | {name: version(name) for name in LIBRARIES},
        },
    )
    return info, result


def _data(material: steps.Material) -> dict[str, Any]:
    hashes = [sha256_file(path) for path in material.dataset.paths]
    return {
        "sources": {name: material.sources.count(name) for name in sorted(set(material.sources))},
        "images_sha256": hashlib.sha256("".join(sorted(hashes)).encode()).hexdigest(),
        IMAGES: prefixes(hashes),
    }


def _training_text() -> str:
    """How the model was made, for its card."""
    recipe, paper = steps.RECIPE, PRESETS["paper"]
    return (
        "Preset `default`: VGG16 pre-trained on ImageNet; blocks 1 to 4 are frozen, block 5 was fine-tuned together "
        f"with the head ({recipe.hidden} units with ReLU, dropout {recipe.dropout}, sigmoid) on pooled maps of blocks "
        "3, 4 and 5 (mean, maximum and standard deviation of each channel). "
        f"{recipe.epochs} epochs of Adam, learning rate {recipe.learning_rate:g} with cosine decay, batches of "
        f"{recipe.batch_size}, moving average of the weights ({recipe.averaging}). Beside these layers stands a "
        "support vector machine with a Gaussian kernel on the first "
        f"{kernel_fit.COMPONENTS} principal components of the textures of blocks 1 to 4 (logarithm of the covariance "
        "of their channels), fitted to the unchanged images; the logits of both, scaled to the same spread, are added. "
        "The layers see every image in "
        f"{steps.VARIANTS} variants: unchanged for a share of {recipe.unchanged}, else augmented (rotation up to 30 "
        "degrees and quarter turns, shifts up to 10 %, shear, zoom, stretching up to 4:3, flips, colour, blur, JPEG "
        "quality). Preset `paper`: the frozen ImageNet base, flattened 7 x 7 x 512, "
        f"{paper.hidden[0]} units with ReLU, dropout {paper.dropout}, sigmoid, fitted to the paper's images alone. "
        f"Both are measured with the same {steps.FOLDS} folds."
    )


def train_shipped(data: Path, archive: Path | None, work: Path, target: Path) -> ModelInfo:
    """Train, measure and write the shipped model.

    Args:
        data: folder with isic/train and ham_extra.
        archive: npz of VGG16's ImageNet weights; None lets Keras download them.
        work: working folder; a second run with the same one only does what is missing.
        target: the model's folder.
    """
    weights = imagenet_weights(archive)
    material = steps.load_material(data)
    workshop = steps.Workshop(work, steps.mark_of(material, weights))
    run = steps.Run(material, workshop, work / "imagenet", weights)
    write_network(weights, run.base)
    network, head = steps.train_final(run)
    tuned, paper = steps.cross_validate_default(run), steps.cross_validate_paper(run)
    vectors = steps.unchanged_features(run, network)
    head, both = steps.add_kernel_machine(run, vectors, head, tuned)
    head, limit = steps.add_novelty(run, vectors, head)
    info, result = describe(run, OutOfFold(both, paper), limit)
    card = shipped_card(info, result, _training_text())
    return write_model(target, info, head, network, card, copy_network=True)


def main() -> None:
    """Run `make train-model`."""
    parser = argparse.ArgumentParser(description="Train the shipped model again.")
    parser.add_argument("--data", type=Path, required=True, help="folder with isic/train and ham_extra")
    parser.add_argument("--weights", type=Path, help="npz of VGG16's ImageNet weights; downloaded if left out")
    parser.add_argument("--work", type=Path, default=paths.cache_dir() / "train-model", help="working folder")
    parser.add_argument("--target", type=Path, default=paths.shipped_model(), help="the model's folder")
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    train_shipped(arguments.data, arguments.weights, arguments.work, arguments.target)
