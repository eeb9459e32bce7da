"""What a training run does: which features, which head, how long."""

from dataclasses import dataclass

from skin_gui.classifier.features import COVARIANCES, COVARIANCES_AND_LEVELS, FLATTENED, Features, feature_width


@dataclass(frozen=True)
class Preset:
    """A named recipe for a head on a frozen base."""

    name: str
    features: Features
    svm: bool
    """Whether a support vector machine reads the covariances, which then lead the features; layers read the rest."""
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
    def of_unchanged(self) -> int:
        """How many leading parts of the features are needed of unchanged images alone: the support vector machine's."""
        return len(COVARIANCES) if self.svm else 0

    @property
    def skipped(self) -> int:
        """How many leading features the layers do not read."""
        return feature_width(COVARIANCES) if self.svm else 0


PRESETS = {
    "default": Preset(
        name="default",
        features=COVARIANCES_AND_LEVELS,
        svm=True,
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
        features=FLATTENED,
        svm=False,
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
