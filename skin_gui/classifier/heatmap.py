"""Grad-CAM without a framework: the gradient of the logit with respect to the last map in closed form.

Selvaraju et al., "Grad-CAM: Visual Explanations from Deep Networks via Gradient-based
Localization" (2017), equations 1 and 2.
"""

from collections.abc import Mapping

import cv2
import numpy as np
from numpy.typing import NDArray

from skin_gui.classifier.features import Features, split_gradient

SIDE = 14
"""Heatmaps are (14, 14), the size of VGG16's last map."""


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
    """Where the network looked.

    Args:
        maps: (channels, height, width) maps by layer name.
        gradient: d logit / d feature vector.
        features: how the vector was made of the maps.

    Returns:
        (14, 14) float32 in [0, 1]; all zero when nothing spoke for malignant.
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
    peak = float(cam.max())
    return np.asarray(cam / peak if peak > 0 else cam, dtype=np.float32)
