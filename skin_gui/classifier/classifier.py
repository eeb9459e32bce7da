"""The trained classifier in use."""

import copy
import hashlib
import math
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from skin_gui import paths
from skin_gui.classifier import lesion_map, vgg16_int8
from skin_gui.classifier.active_model import active_path
from skin_gui.classifier.features import Gatherer, check_width, layers_of
from skin_gui.classifier.head import Head, root_mean_square
from skin_gui.classifier.heatmap import grad_cam, on_scale
from skin_gui.classifier.int8_network import Int8Network
from skin_gui.classifier.model_folder import HEAD, NETWORK, ModelError, ModelInfo, read_info, verify
from skin_gui.classifier.network import Network, NetworkError
from skin_gui.classifier.prediction import Prediction
from skin_gui.imaging.preprocess import resize_to_input
from skin_gui.imaging.quality import quality_warnings
from skin_gui.vocabulary import Engine, ImageWarning
from skin_gui.wording.models import ModelFact, NetworkFact
from skin_gui.wording.system import reason

Maps = dict[str, NDArray[np.float32]]


def available_cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def runs_in_int8(info: ModelInfo) -> bool:
    """Whether its base is the one whose ranges are known, and it reads none of the maps that stay integers there."""
    known = info.files.get(NETWORK[1]) == vgg16_int8.BASE_SHA256
    return known and set(layers_of(info.features)) <= set(vgg16_int8.LAYERS)


def _network(info: ModelInfo, files: Mapping[str, Path], threads: int, engine: Engine) -> Network:
    """The network of checked files.

    Raises:
        ModelError, NetworkError: it cannot be loaded.
    """
    param, weights = (files[name] for name in NETWORK)
    if engine == "float32":
        return Network(param, weights, threads)
    if not runs_in_int8(info):
        raise ModelError(ModelFact.NO_INT8(name=info.name))
    try:
        return Int8Network(weights, threads)
    except OSError as error:
        raise ModelError(ModelFact.NOT_STORED(why=reason(error))) from error


@dataclass(frozen=True, eq=False)
class View:
    """An image as the network sees it, as far as it has come."""

    gatherer: Gatherer
    layers: tuple[str, ...]
    """Those to see in all."""
    map: NDArray[np.float32]
    """From which the network goes on."""


@dataclass(frozen=True, eq=False)
class Begun:
    """A prediction that has begun, see `Classifier.begin`."""

    views: tuple[View, ...]
    """The image, and its mirror image where the model averages over both."""
    warnings: tuple[str, ...]
    """About the pixels."""
    kept: NDArray[np.uint8] | None
    """The `pixels`; None where `begin` was asked for no maps to go with them."""

    @property
    def pixels(self) -> NDArray[np.uint8]:
        """(224, 224, 3) RGB, as the network sees the image.

        Raises:
            LookupError: `begin` was asked for no maps, and kept no pixels either.
        """
        if self.kept is None:
            raise LookupError("no pixels were kept")
        return self.kept

    def maps(self, layers: Sequence[str]) -> Maps:
        """The (channels, height, width) maps by name, of layers that `begin` was asked for and has come to already.

        Raises:
            KeyError: it was not asked for one of them.
        """
        return {layer: self.views[0].gatherer.maps[layer] for layer in layers}


class Classifier:
    """A loaded model. `predict` may be called from several threads at once."""

    def __init__(self, info: ModelInfo, network: Network, head: Head) -> None:
        self.info = info
        self.engine: Engine = "int8" if isinstance(network, Int8Network) else "float32"
        self._network = network
        self._head = head
        self._layers = layers_of(info.features)
        self._differs = ""
        """In what it computes otherwise than the model was made to, beside the engine."""

    @classmethod
    def load(cls, path: Path | str | None = None, *, threads: int = 1, engine: Engine = "float32") -> "Classifier":
        """Load a model after checking its files' SHA-256.

        Args:
            path: the model's folder; the active model when None.
            threads: cores one prediction uses: 1 when many threads call `predict`, all for latency.
            engine: "int8" computes in eight-bit integers: faster, with probabilities that differ in the second or third
                digit.

        Raises:
            ModelError: the model is missing, damaged or of another version, or not one that `runs_in_int8`.
        """
        folder = active_path() if path is None else Path(path)
        info = read_info(folder)
        files = verify(info, folder, paths.shipped_model())
        try:
            head = Head.load(files[HEAD])
            network = _network(info, files, threads, engine)
            check_width(head.width, info.features)
            lesion_map.weights()
        except (NetworkError, ValueError, KeyError, OSError) as error:
            raise ModelError(ModelFact.NOT_LOADED(name=info.name, why=reason(error))) from error
        # All that shows the model by this description names the engine with it.
        named = info if engine == "float32" else replace(info, name=f"{info.name} ({engine})")
        return cls(named, network, head)

    def averaging(self, *, flips: bool) -> "Classifier":
        """The classifier that averages over an image and its mirror image, or does not.

        Where the model was made otherwise, name and identity tell it: the model's figures are not its own then.
        """
        if flips == self.info.flips:
            return self
        other = copy.copy(self)
        other._differs = "with mirror image" if flips else "without mirror image"
        other.info = replace(self.info, flips=flips, name=f"{self.info.name} ({other._differs})")
        return other

    @property
    def name(self) -> str:
        """The model's name as it stands beside results, with its engine, and whether it is "not validated"."""
        return self.info.display_name

    @property
    def identity(self) -> tuple[str, ...]:
        """What tells it from all classifiers with other numbers, whatever they are called: two SHA-256, or one.

        The first is of what it sees in an image (`Prediction.components`): the head, and how it computes. Where another
        model sees the same, the second is of the calibration.
        """
        engine = "" if self.engine == "float32" else f"{self.engine} {vgg16_int8.VERSION}"
        ways = [way for way in (engine, self._differs) if way]
        head = self.info.files[HEAD]
        seen = hashlib.sha256(" ".join((head, *ways)).encode()).hexdigest() if ways else head
        if not self.info.is_calibrated_copy:
            return (seen,)
        numbers = f"{self.info.calibration.scale!r} {self.info.calibration.offset!r}"
        return seen, hashlib.sha256(numbers.encode()).hexdigest()

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
        begun = self.begin(image, layers)
        (prediction,) = self.finish([begun], threshold)
        return prediction, begun.maps(layers)

    def begin(self, image: NDArray[np.uint8], layers: Sequence[str] = ()) -> Begun:
        """Do of `predict` what is done for each image alone; `finish` does the rest, best for some images at once.

        Args:
            image: (H, W, 3) uint8 RGB, any size.
            layers: as for `predict_with_maps`.

        Raises:
            ValueError, NetworkError: as `predict`.
        """
        pixels = resize_to_input(image)
        views = [self._view(pixels, layers)]
        if self.info.flips:
            views.append(self._view(np.ascontiguousarray(pixels[:, ::-1])))
        return Begun(tuple(views), quality_warnings(pixels), pixels if layers else None)

    def finish(self, begun: Sequence[Begun], threshold: float | None = None) -> list[Prediction]:
        """The predictions of images that `begin` began, each the same as alone.

        Raises:
            NetworkError: the network failed, or gave nothing finite for one of them.
        """
        self._see_the_rest(begun)
        return [self._prediction(one, threshold) for one in begun]

    def logit(self, image: NDArray[np.uint8]) -> float:
        """What `predict` calibrates: the logit of one (H, W, 3) uint8 RGB image, averaged as there.

        Raises:
            ValueError: the image has another shape or type.
            NetworkError: the network failed, e.g. for lack of memory.
        """
        begun = self.begin(image)
        self._see_the_rest([begun])
        return self._judged(begun)[0]

    def _prediction(self, begun: Begun, threshold: float | None) -> Prediction:
        logit, heatmap, components = self._judged(begun)
        warnings, limit = begun.warnings, self.info.novelty_limit
        distance = 0.0 if components is None else root_mean_square(components)
        if limit is not None and not distance <= limit:
            warnings = (ImageWarning.OUTSIDE_TRAINING_DATA, *warnings)
        return Prediction(
            probability=self.info.calibration.probability(logit),
            threshold=self.threshold if threshold is None else threshold,
            heatmap=on_scale(heatmap, self.info.calibration.scale),
            warnings=warnings,
            components=components,
        )

    def _view(self, pixels: NDArray[np.uint8], also: Sequence[str] = ()) -> View:
        """What the model reads of a (224, 224, 3) image, and the maps of other layers that are asked for."""
        gatherer = Gatherer(self.info.features, {self.info.features[-1].layer, *also})
        layers = tuple(dict.fromkeys((*self._layers, *also)))
        with gatherer.taking(self._network.threads) as take:
            last = self._network.begin(pixels, layers, take)
        return View(gatherer, layers, last)

    def _see_the_rest(self, begun: Sequence[Begun]) -> None:
        views = [view for one in begun for view in one.views]
        layers = tuple(dict.fromkeys(layer for view in views for layer in view.layers))
        self._network.finish([view.map for view in views], layers, [view.gatherer.take for view in views])

    def _judged(self, begun: Begun) -> tuple[float, NDArray[np.float32], NDArray[np.float32] | None]:
        """Logit and evidence by place, averaged over the views, and place among the training data of the first one."""
        logits, heatmaps, places = zip(*(self._judged_view(view.gatherer) for view in begun.views), strict=True)
        if len(logits) == 1:
            return logits[0], heatmaps[0], places[0]
        heatmap = (0.5 * (heatmaps[0] + heatmaps[1][:, ::-1])).astype(np.float32)
        return (logits[0] + logits[1]) / 2, heatmap, places[0]

    def _judged_view(self, gathered: Gatherer) -> tuple[float, NDArray[np.float32], NDArray[np.float32] | None]:
        """Logit, evidence by place and place among the training data of an image."""
        features, vector = self.info.features, gathered.vector()
        logit, gradient = self._head.logit_and_gradient(vector)
        if not math.isfinite(logit):
            raise NetworkError(NetworkFact.NOT_FINITE())
        novelty = self._head.novelty
        components = novelty.components(self._head.standardise(vector)) if novelty else None
        heatmap = grad_cam(gathered.maps[features[-1].layer], gathered.shapes, gradient, features)
        return logit, heatmap, components
