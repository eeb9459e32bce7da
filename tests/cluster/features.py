"""Extract on a cluster, twice: `python -m tests.cluster.features ADDRESS CACHE FILE...`."""

import sys
from functools import partial
from pathlib import Path

from skin_gui import paths
from skin_gui.classifier.features import LayerFeatures
from skin_gui.classifier.model_folder import NETWORK, read_info
from skin_gui.classifier.network import Network
from skin_gui.cluster.connection import connected
from skin_gui.cluster.features import extract_on_cluster
from skin_gui.training.features.extraction import ExtractionContext, Recipe, extract_features
from skin_gui.training.features.feature_cache import FeatureCache, FeatureSpace

FEATURES = (LayerFeatures("block1_conv2", ("texture",)), LayerFeatures("block2_pool", ("mean", "std")))
VARIANTS, SEED = 2, 3


def main(address: str, cache: str, *files: str) -> None:
    shipped = paths.shipped_model()
    space = FeatureSpace(read_info(shipped).files[NETWORK[1]], FEATURES)
    network = Network(*(shipped / name for name in NETWORK))
    hashes = None
    with connected(address) as client:
        for _ in range(2):
            found = extract_features(
                list(map(Path, files)),
                network,
                Recipe(space, VARIANTS, of_unchanged=1, seed=SEED),
                hashes=hashes,
                context=ExtractionContext(FeatureCache(Path(cache)), partial(extract_on_cluster, client)),
            )
            print(found.computed, *([error.path.name for error in found.unreadable] if hashes is None else []))
            hashes, files = found.hashes, files[: len(found.hashes)]


if __name__ == "__main__":
    main(*sys.argv[1:])
