"""What a training run does: which features, which head, how long."""

from dataclasses import dataclass
from itertools import accumulate, chain, pairwise

from skin_gui.classifier.features import (
    COVARIANCES,
    FLATTENED,
    LESION_COVARIANCES,
    POOLED_LEVELS,
    Features,
    feature_width,
)


@dataclass(frozen=True)
class Preset:
    """A named recipe for a head on a frozen base."""

    name: str
    for_layers: Features
    """What the fully connected layers read."""
    for_svms: tuple[Features, ...]
    """What each support vector machine beside them reads."""
    square_root: bool
    """Whether the square root of what the layers read is taken before it is standardised."""
    hidden: tuple[int, ...]
    """Units of the fully connected layers before the sigmoid."""
    dropout: float
    epochs: int
    learning_rate: float
    """Peak of Adam's cosine schedule."""
    weight_decay: float
    mixup: float
    """Alpha of the beta distribution that mixes pairs of feature vectors; 0 for none."""
    variants: int
    """Images seen for each training image: itself and variants - 1 augmentations."""
    batch_size: int = 64
    unchanged: float = 0.55
    """Share of the draws that take the unchanged image instead of an augmentation."""
    balance_sources: bool = True
    """Whether every source gets the same share of malignant weight, so that the source tells nothing."""

    @property
    def features(self) -> Features:
        """All of them: those of the support vector machines lead."""
        return (*chain.from_iterable(self.for_svms), *self.for_layers)

    @property
    def of_unchanged(self) -> int:
        """How many leading parts of the features are needed of unchanged images alone: the support vector machines'."""
        return sum(map(len, self.for_svms))

    @property
    def skipped(self) -> int:
        """How many leading features the layers do not read."""
        return sum(map(feature_width, self.for_svms))

    @property
    def svm_slices(self) -> tuple[slice, ...]:
        """Where each support vector machine's features lie among all."""
        ends = [0, *accumulate(map(feature_width, self.for_svms))]
        return tuple(slice(*both) for both in pairwise(ends))


PRESETS = {
    "default": Preset(
        name="default",
        for_layers=POOLED_LEVELS,
        for_svms=(COVARIANCES, LESION_COVARIANCES),
        square_root=True,
        hidden=(256,),
        dropout=0.3,
        epochs=20,
        learning_rate=3e-4,
        weight_decay=1e-2,
        mixup=0.2,
        variants=3,
    ),
    "paper": Preset(
        name="paper",
        for_layers=FLATTENED,
        for_svms=(),
        square_root=False,
        hidden=(256,),
        dropout=0.3,
        epochs=20,
        learning_rate=1e-4,
        weight_decay=0.0,
        mixup=0.0,
        variants=4,
        balance_sources=False,
    ),
}
