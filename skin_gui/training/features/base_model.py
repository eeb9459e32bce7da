"""The model that a run starts from: its network as the base, its head where going on from it is fair."""

from dataclasses import dataclass
from pathlib import Path

from skin_gui.classifier.head import Head
from skin_gui.classifier.model_folder import HEAD, NETWORK, ModelError, ModelInfo, verify
from skin_gui.classifier.network import Network, NetworkError
from skin_gui.classifier.store import ModelStore, StoredModel
from skin_gui.paths import shipped_model
from skin_gui.training.features.feature_cache import FeatureSpace
from skin_gui.training.plan import Start, TrainingError
from skin_gui.wording.models import ModelFact


@dataclass(frozen=True, eq=False)
class BaseModel:
    """A stored model, loaded part by part."""

    stored: StoredModel
    network: Network
    network_files: tuple[Path, Path]
    """network.param and network.bin."""
    head: Head

    @property
    def info(self) -> ModelInfo:
        return self.stored.info

    @property
    def space(self) -> FeatureSpace:
        """The features that its head reads."""
        return FeatureSpace(self.info.files[NETWORK[1]], self.info.features)


def load_base(stored: StoredModel) -> BaseModel:
    """Load a model after checking its checksums.

    Raises:
        TrainingError: it is damaged.
    """
    try:
        files = verify(stored.info, stored.path, shipped_model())
        param, weights = (files[name] for name in NETWORK)
        return BaseModel(stored, Network(param, weights), (param, weights), Head.load(files[HEAD]))
    except ModelError as error:
        raise TrainingError(error.fact) from error
    except (NetworkError, ValueError, KeyError, OSError) as error:
        raise TrainingError(ModelFact.START_NOT_LOADED(name=stored.info.name)) from error


def stored_start(store: ModelStore, start: Start) -> StoredModel:
    """The model to start from.

    Raises:
        TrainingError: there is none that works.
    """
    try:
        if start == "active":
            return store.active()
        shipped = next((model for model in store.list() if model.shipped), None)
    except ModelError as error:
        raise TrainingError(error.fact) from error
    if shipped is None:
        raise TrainingError(ModelFact.SHIPPED_MISSING())
    return shipped
