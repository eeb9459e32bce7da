"""The trained classifier in use."""

import math
import os
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from skin_gui import paths
from skin_gui.classifier.active_model import active_path
from skin_gui.classifier.features import Gatherer, feature_width, layers_of
from skin_gui.classifier.head import Head, root_mean_square
from skin_gui.classifier.heatmap import grad_cam, on_scale
from skin_gui.classifier.model_folder import HEAD, NETWORK, ModelError, ModelInfo, read_info, verify
from skin_gui.classifier.network import Network, NetworkError
from skin_gui.classifier.prediction import Prediction
from skin_gui.imaging.preprocess import resize_to_input
from skin_gui.imaging.quality import quality_warnings
from skin_gui.vocabulary import ImageWarning

Maps = dict[str, NDArray[np.float32]]


def available_cores() -> int:
    """Cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class Classifier:
    """A loaded model. `predict` may be called from several threads at once."""

    def __init__(self, info: ModelInfo, network: Network, head: Head) -> None:
        """Put together what `load` read."""
        self.info = info
        self._network = network
        self._head = head
        self._layers = layers_of(info.features)

    @classmethod
    def load(cls, path: Path | str | None = None, *, threads: int = 1) -> "Classifier":
        """Load a model after checking its files' SHA-256.

        Args:
            path: the model's folder; the active model when None.
            threads: cores one prediction uses: 1 when many threads call `predict`, all for latency.

        Raises:
            ModelError: the model is missing, damaged or of another version.
        """
        folder = active_path() if path is None else Path(path)
        info = read_info(folder)
        files = verify(info, folder, paths.shipped_model())
        try:
            head = Head.load(files[HEAD])
            param, weights = (files[name] for name in NETWORK)
            network = Network(param, weights, threads)
            if head.width != feature_width(info.features):
                raise ValueError("its head reads other features than it has")
        except (NetworkError, ValueError, KeyError, OSError) as error:
            raise ModelError(f"The model {info.name} cannot be loaded ({error}); install it again.") from error
        return cls(info, network, head)

    @property
    def name(self) -> str:
        """The model's name as it stands beside results: a retrained model is marked "not validated"."""
        return self.info.display_name

    @property
    def threshold(self) -> float:
        """The model's operating point: malignant from this probability on."""
        return self.info.operating_point.threshold

    def predict(self, image: NDArray[np.uint8], threshold: float | None = None) -> Prediction:
        """Classify one image.

        Args:
            image: (H, W, 3) uint8 RGB, any size.
            threshold: another operating point than the model's.

        Raises:
            ValueError: the image has another shape or type.
            NetworkError: the network failed, e.g. for lack of memory.
        """
        return self.predict_with_maps(image, (), threshold)[0]

    def predict_with_maps(
        self, image: NDArray[np.uint8], layers: Sequence[str], threshold: float | None = None
    ) -> tuple[Prediction, Maps]:
        """Classify one image, and hand out maps of the base that are computed on the way.

        Args:
            image: (H, W, 3) uint8 RGB, any size.
            layers: names of the maps, e.g. ("block3_conv3",); the prediction does not depend on them.
            threshold: another operating point than the model's.

        Returns:
            The prediction, and the (channels, height, width) maps by name.

        Raises:
            ValueError, NetworkError: as `predict`.
        """
        pixels = resize_to_input(image)
        gathered = self._gathered(pixels, layers)
        logit, heatmap, components = self._judged(gathered)
        if self.info.flips:
            mirrored, flipped_map, _ = self._judged(self._gathered(np.ascontiguousarray(pixels[:, ::-1])))
            logit = (logit + mirrored) / 2
            heatmap = (0.5 * (heatmap + flipped_map[:, ::-1])).astype(np.float32)
        warnings = quality_warnings(pixels)
        limit = self.info.novelty_limit
        distance = 0.0 if components is None else root_mean_square(components)
        if limit is not None and not distance <= limit:
            warnings = (ImageWarning.OUTSIDE_TRAINING_DATA, *warnings)
        prediction = Prediction(
            probability=self.info.calibration.probability(logit),
            threshold=self.threshold if threshold is None else threshold,
            heatmap=on_scale(heatmap, self.info.calibration.scale),
            warnings=warnings,
            components=components,
        )
        return prediction, {layer: gathered.maps[layer] for layer in layers}

    def logit(self, image: NDArray[np.uint8]) -> float:
        """What `predict` calibrates: the logit of one (H, W, 3) uint8 RGB image, averaged as there.

        Raises:
            ValueError: the image has another shape or type.
            NetworkError: the network failed, e.g. for lack of memory.
        """
        pixels = resize_to_input(image)
        logit = self._judged(self._gathered(pixels))[0]
        if not self.info.flips:
            return logit
        return (logit + self._judged(self._gathered(np.ascontiguousarray(pixels[:, ::-1])))[0]) / 2

    def _gathered(self, pixels: NDArray[np.uint8], also: Sequence[str] = ()) -> Gatherer:
        """What the model reads of a (224, 224, 3) image, and the maps of other layers that are asked for."""
        gatherer = Gatherer(self.info.features, {self.info.features[-1].layer, *also})
        self._network.visit(pixels, tuple(dict.fromkeys((*self._layers, *also))), gatherer.take)
        return gatherer

    def _judged(self, gathered: Gatherer) -> tuple[float, NDArray[np.float32], NDArray[np.float32] | None]:
        """Logit, evidence by place and place among the training data of an image."""
        features, vector = self.info.features, gathered.vector()
        logit, gradient = self._head.logit_and_gradient(vector)
        if not math.isfinite(logit):
            raise NetworkError("The network gave no finite result for this image.")
        novelty = self._head.novelty
        components = novelty.components(self._head.standardise(vector)) if novelty else None
        heatmap = grad_cam(gathered.maps[features[-1].layer], gathered.shapes, gradient, features)
        return logit, heatmap, components
