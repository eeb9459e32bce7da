"""Grad-CAM without a framework: the gradient of the logit with respect to the last map in closed form.

Selvaraju et al., "Grad-CAM: Visual Explanations from Deep Networks via Gradient-based
Localization" (2017), equations 1 and 2.
"""

import math
from collections.abc import Mapping

import cv2
import numpy as np
from numpy.typing import NDArray

from skin_gui.classifier.features import Features, split_gradient

SIDE = 14
"""Heatmaps are (14, 14), the size of VGG16's last map."""
FULL_EVIDENCE = math.log(19) / (SIDE * SIDE / 4)
"""Calibrated log-odds for malignant in one field of the map at which the scale ends: about 0.06.

A lesion fills about a quarter of an image. Where each of those 49 fields holds this much, together they carry even odds
to 19 : 1, a probability of 95 %. The scale is the same for every image and every model: a colour always means the same.
"""


def _map_gradient(
    statistic: str, gradient: NDArray[np.float32], flat: NDArray[np.float32], shape: tuple[int, ...]
) -> NDArray[np.float32]:
    """Gradient of the logit by the map, (channels, positions), through one pooled statistic."""
    positions = flat.shape[1]
    if statistic == "mean":
        return np.tile((gradient / positions)[:, None], positions)
    if statistic == "max":
        result = np.zeros_like(flat)
        result[np.arange(len(flat)), flat.argmax(axis=1)] = gradient
        return result
    if statistic == "std":
        deviation = flat - flat.mean(axis=1, keepdims=True)
        spread = np.maximum(flat.std(axis=1, keepdims=True), 1e-6)
        return np.asarray(gradient[:, None] * deviation / (positions * spread), dtype=np.float32)
    by_position: NDArray[np.float32] = gradient.reshape(shape[1] * shape[2], shape[0])
    return by_position.T


def grad_cam(
    maps: Mapping[str, NDArray[np.float32]], gradient: NDArray[np.float32], features: Features
) -> NDArray[np.float32]:
    """The logit's evidence for malignant by place, to first order.

    Args:
        maps: (channels, height, width) maps by layer name.
        gradient: d logit / d feature vector.
        features: how the vector was made of the maps.

    Returns:
        (14, 14) float32, at least 0, in units of the logit; all zero when nothing spoke for malignant.
    """
    layer = features[-1].layer
    blob = maps[layer]
    flat = blob.reshape(blob.shape[0], -1)
    total = np.zeros_like(flat)
    for (name, statistic), part in split_gradient(gradient, maps, features).items():
        if name == layer and statistic != "texture":  # which has no place in the image
            total += _map_gradient(statistic, part, flat, blob.shape)
    weights = total.mean(axis=1)  # equation 1
    cam = np.maximum(weights @ flat, 0).reshape(blob.shape[1:])  # equation 2
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
