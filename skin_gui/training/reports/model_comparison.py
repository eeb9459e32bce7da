"""The comparison of two models: the new and the active model side by side on the same held-out images."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from skin_gui.classifier.prediction import Label, label_at
from skin_gui.training.data.dataset import CLASSES
from skin_gui.training.data.images_seen import Unseen
from skin_gui.training.metrics.auc import AucDifference, delong_difference
from skin_gui.training.metrics.clusters import group_numbers
from skin_gui.training.metrics.comparison import McNemar, mcnemar
from skin_gui.training.metrics.metrics import Metrics, evaluate
from skin_gui.training.plan import HeldOutFrom
from skin_gui.training.reports.verdict import is_clearly_worse, verdict
from skin_gui.wording.fact import Fact
from skin_gui.wording.kinds import read_fact
from skin_gui.wording.training import ComparisonFact

_MANY_IMAGES = 100


@dataclass(frozen=True)
class ComparedImage:
    """One held-out image with what both models say of it."""

    path: Path
    label: Label
    new: float
    """P(malignant) by the new model."""
    active: float
    """P(malignant) by the active model."""
    group: int | None = None
    """Images with the same number show one lesion, patient or picture; None when it stands for itself."""


@dataclass(frozen=True)
class Unfamiliar:
    """How many of a user's images, training and held-out ones, the model that a run starts from does not know."""

    model_name: str
    outside: int
    """Images outside its training data."""
    images: int

    @property
    def fact(self) -> Fact:
        """The same, to be worded."""
        return ComparisonFact.UNFAMILIAR(
            model=self.model_name, outside=self.outside, images=self.images, share=self.outside / self.images
        )


@dataclass(frozen=True)
class Comparison:
    """Both models, each at its own operating point. Differences are new minus active."""

    new_name: str
    active_name: str
    held_out: HeldOutFrom
    unseen: Unseen
    images: tuple[ComparedImage, ...]
    new: Metrics
    active: Metrics
    mcnemar: McNemar
    """Of a, the active model, and b, the new one, on all images."""
    sensitivity: McNemar
    """The same on the malignant images alone."""
    specificity: McNemar
    """The same on the benign images alone."""
    auc: AucDifference
    """The same."""
    unfamiliar: Unfamiliar | None = None
    """None where the model that the training started from cannot tell."""

    @property
    def labels(self) -> NDArray[np.int64]:
        return _labels(self.images)

    @property
    def new_probabilities(self) -> NDArray[np.float64]:
        return np.array([image.new for image in self.images], dtype=np.float64)

    @property
    def active_probabilities(self) -> NDArray[np.float64]:
        return np.array([image.active for image in self.images], dtype=np.float64)

    @property
    def verdict(self) -> Fact:
        """The conclusion in one sentence."""
        return verdict(self.sensitivity, self.specificity, self.auc)

    @property
    def is_clearly_worse(self) -> bool:
        """Whether some test speaks against the new model, and none for it."""
        return is_clearly_worse(self.sensitivity, self.specificity, self.auc)

    @property
    def cautions(self) -> tuple[Fact, ...]:
        """What makes the figures less than they seem, the gravest first."""
        seen = () if self.unseen.guaranteed else (self.unseen.why,)
        return (*seen, ComparisonFact.FEW_IMAGES()) if len(self.images) < _MANY_IMAGES else seen

    @property
    def disagreements(self) -> tuple[ComparedImage, ...]:
        """The images that the models call differently, the widest apart first."""
        apart = [
            image
            for image in self.images
            if label_at(image.new, self.new.threshold) != label_at(image.active, self.active.threshold)
        ]
        return tuple(sorted(apart, key=lambda image: -abs(image.new - image.active)))

    def to_json(self) -> dict[str, Any]:
        return {
            "new": self.new.to_json() | {"name": self.new_name},
            "active": self.active.to_json() | {"name": self.active_name},
            "verdict": str(self.verdict),
            "held_out": self.held_out,
            "unseen": {"guaranteed": self.unseen.guaranteed, "why": self.unseen.why.to_json()},
            "unfamiliar": asdict(self.unfamiliar) if self.unfamiliar else None,
            "mcnemar": _test_json(self.mcnemar),
            "mcnemar_sensitivity": _test_json(self.sensitivity),
            "mcnemar_specificity": _test_json(self.specificity),
            "auc_difference": {
                "value": self.auc.difference.value,
                "interval": self.auc.difference.interval,
                "p_value": self.auc.p_value,
            },
            "images": [asdict(image) | {"path": str(image.path)} for image in self.images],
            "disagreements": [str(image.path) for image in self.disagreements],
        }

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> "Comparison":
        """The comparison that `to_json` wrote; its figures follow from the images and the thresholds.

        Raises:
            KeyError: a value is missing.
        """
        return compare(
            [ComparedImage(**image | {"path": Path(image["path"])}) for image in values["images"]],
            names=(values["new"]["name"], values["active"]["name"]),
            thresholds=(values["new"]["threshold"], values["active"]["threshold"]),
            held_out=HeldOutFrom(values["held_out"]),
            unseen=Unseen(values["unseen"]["guaranteed"], read_fact(values["unseen"]["why"])),
            unfamiliar=Unfamiliar(**values["unfamiliar"]) if values["unfamiliar"] else None,
        )


def compare(
    images: Sequence[ComparedImage],
    *,
    names: tuple[str, str],
    thresholds: tuple[float, float],
    held_out: HeldOutFrom,
    unseen: Unseen,
    unfamiliar: Unfamiliar | None = None,
) -> Comparison:
    """Measure both models on the same images.

    Args:
        names: of the new and the active model.
        thresholds: of the new and the active model.
        unfamiliar: what the model that the training started from says of the user's images.
    """
    labels = _labels(images)
    new, active = np.array([(image.new, image.active) for image in images], dtype=np.float64).T
    groups = group_numbers(
        [-1 - i if image.group is None else image.group for i, image in enumerate(images)], len(images)
    )
    by_active, by_new = active >= thresholds[1], new >= thresholds[0]

    def test_on(part: NDArray[np.bool_]) -> McNemar:
        return mcnemar(labels[part], by_active[part], by_new[part], groups[part])

    return Comparison(
        new_name=names[0],
        active_name=names[1],
        held_out=held_out,
        unseen=unseen,
        images=tuple(images),
        new=evaluate(labels, new, thresholds[0], groups),
        active=evaluate(labels, active, thresholds[1], groups),
        mcnemar=test_on(labels >= 0),
        sensitivity=test_on(labels == 1),
        specificity=test_on(labels == 0),
        auc=delong_difference(labels, active, new, groups),
        unfamiliar=unfamiliar,
    )


def _labels(images: Sequence[ComparedImage]) -> NDArray[np.int64]:
    return np.array([CLASSES.index(image.label) for image in images], dtype=np.int64)


def _test_json(test: McNemar) -> dict[str, Any]:
    return asdict(test) | {"exact": test.exact}
