"""Grad-CAM without a framework: the gradient of the logit with respect to the last map in closed form.

Selvaraju et al., "Grad-CAM: Visual Explanations from Deep Networks via Gradient-based
Localization" (2017), equations 1 and 2.
"""

import math
from collections.abc import Mapping

import cv2
import numpy as np
from numpy.typing import NDArray

from skin_gui.classifier.features import Features, centre_weights, split_gradient

SIDE = 14
"""Heatmaps are (14, 14), the size of VGG16's last map."""
FULL_EVIDENCE = math.log(19) / 3 / (SIDE * SIDE / 4)
"""Calibrated log-odds for malignant in one field of the map at which the scale ends: 0.02.

Two thirds of the shipped model's logit come from covariances, which have no place. A lesion fills about a quarter of an
image: where each of its 49 fields holds this much, and the covariances twice as much in all, together they carry even
odds to 19 : 1, a probability of 95 %. The scale is the same for every image and every model: a colour always means the
same.
"""


def _mean_slope(statistic: str, gradient: NDArray[np.float32], positions: int) -> NDArray[np.float32] | float:
    """The slope of the logit by the map, (channels,) means over the positions, through one pooled statistic.

    Each mean or greatest value hands its slope to the positions whole, in equal parts or to one of them. Of the spread
    it sums to zero, since deviations from the mean do.
    """
    match statistic:
        case "mean" | "max":
            return gradient / np.float32(positions)
        case "flat":
            return np.asarray(gradient.reshape(positions, -1).mean(axis=0))
        case _:  # the covariances have no place in the image
            return 0.0


def grad_cam(
    blob: NDArray[np.float32], shapes: Mapping[str, tuple[int, ...]], gradient: NDArray[np.float32], features: Features
) -> NDArray[np.float32]:
    """The logit's evidence for malignant by place, to first order.

    Args:
        blob: (channels, height, width) map of the last of the features' layers.
        shapes: of the maps by layer name.
        gradient: d logit / d feature vector.
        features: how the vector was made of the maps.

    Returns:
        (14, 14) float32, at least 0, in units of the logit; all zero when nothing spoke for malignant.
    """
    layer = features[-1].layer
    flat = blob.reshape(blob.shape[0], -1)
    weights = np.zeros(len(flat), dtype=np.float32)  # equation 1
    of_centre = np.zeros_like(weights)
    for (name, statistic), part in split_gradient(gradient, shapes, features).items():
        if name == layer and statistic == "centre_mean":
            of_centre += part
        elif name == layer:
            weights += _mean_slope(statistic, part, flat.shape[1])
    # Each position has its own part in a weighted mean: an average would hand the centre's evidence to the corners.
    evidence = weights @ flat + (of_centre @ flat) * centre_weights(blob.shape[1])
    cam = np.maximum(np.asarray(evidence), 0).reshape(blob.shape[1:])  # equation 2
    if cam.shape != (SIDE, SIDE):
        cam = np.asarray(cv2.resize(cam, (SIDE, SIDE), interpolation=cv2.INTER_LINEAR))
    return np.asarray(cam, dtype=np.float32)


def on_scale(evidence: NDArray[np.float32], scale: float) -> NDArray[np.float32]:
    """A heatmap on the scale that all images share.

    Args:
        evidence: (14, 14) in units of the logit, of `grad_cam`.
        scale: calibrated log-odds for each unit of the logit (`Calibration.scale`).

    Returns:
        (14, 14) float32 in [0, 1]; 1 from `FULL_EVIDENCE` on.
    """
    return np.asarray(np.clip(evidence * (scale / FULL_EVIDENCE), 0.0, 1.0), dtype=np.float32)
