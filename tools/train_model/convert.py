"""Write the ncnn network of a VGG16 base from Keras weights: `python -m tools.train_model.convert FOLDER`."""

import argparse
from pathlib import Path
from typing import Any

import numpy as np

from skin_gui.classifier import vgg16
from skin_gui.classifier.model_folder import NETWORK


def imagenet_weights(archive: Path | None = None) -> vgg16.Weights:
    """VGG16's convolutional weights trained on ImageNet.

    Args:
        archive: an npz with `block{b}_conv{c}/kernel` and `/bias`; None takes them from
            `keras.applications`, which downloads them once.

    Raises:
        OSError, ValueError: the archive cannot be read, or there is no connection.
    """
    if archive is not None:
        with np.load(archive, allow_pickle=False) as data:
            return {name: data[name] for name in data.files}
    import keras

    return weights_of(keras.applications.VGG16(weights="imagenet", include_top=False))


def weights_of(model: Any) -> vgg16.Weights:
    """The convolutional weights of a Keras model that names its layers as `keras.applications.VGG16` does."""
    weights = {}
    for name in vgg16.CONVOLUTIONS:
        kernel, bias = model.get_layer(name).get_weights()
        weights[f"{name}/kernel"], weights[f"{name}/bias"] = kernel, bias
    return weights


def keras_base(weights: vgg16.Weights) -> Any:
    """The same base as a Keras model: the reference that ncnn is held to."""
    import keras

    model = keras.applications.VGG16(weights=None, include_top=False, input_shape=(224, 224, 3))
    for name in vgg16.CONVOLUTIONS:
        arrays = (weights[f"{name}/kernel"], weights[f"{name}/bias"])
        model.get_layer(name).set_weights([array.astype(np.float32) for array in arrays])
    return model


def write_network(weights: vgg16.Weights, folder: Path) -> None:
    """Write network.param and network.bin (float16) into a folder.

    Raises:
        KeyError, ValueError: the weights are not VGG16's.
    """
    folder.mkdir(parents=True, exist_ok=True)
    param, binary = NETWORK
    (folder / binary).write_bytes(vgg16.pack_weights(weights))
    (folder / param).write_text(vgg16.param_text(), encoding="ascii", newline="\n")


def main() -> None:
    """Run the converter."""
    parser = argparse.ArgumentParser(description="Write the ncnn network of VGG16 pre-trained on ImageNet.")
    parser.add_argument("folder", type=Path, help="where network.param and network.bin go")
    parser.add_argument("--weights", type=Path, help="an npz of the weights; downloaded by Keras if left out")
    arguments = parser.parse_args()
    write_network(imagenet_weights(arguments.weights), arguments.folder)


if __name__ == "__main__":
    main()
