"""VGG16's base on each engine: `load(name, folder, threads)` gives what takes a batch to its last maps.

Runs in the engine's own environment, which has NumPy and Pillow besides: nothing of this project is imported but by our
own engine. A batch is (n, 3, 224, 224) float32, prepared as VGG16 wants it; the maps are (n, 512, 14, 14).
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np

Forward = Callable[[np.ndarray], np.ndarray]

BLOCKS = ((2, 64), (2, 128), (3, 256), (3, 512), (3, 512))
POOLS_AFTER = ("block1_conv2", "block2_conv2", "block3_conv3", "block4_conv3")
CONVOLUTIONS = [
    f"block{block}_conv{conv}" for block, (count, _) in enumerate(BLOCKS, 1) for conv in range(1, count + 1)
]


def weights(folder: Path) -> dict[str, np.ndarray]:
    with np.load(folder / "weights.npz") as data:
        return {name: data[name].astype(np.float32) for name in data.files}


def skin_gui(folder: Path, threads: int, _variant: str) -> Forward:
    import ncnn

    from skin_gui import paths
    from skin_gui.classifier.model_folder import NETWORK
    from skin_gui.classifier.network import Network

    network = Network(*(paths.shipped_model() / name for name in NETWORK))

    def one(image: np.ndarray) -> np.ndarray:
        extractor = network._extractor()
        extractor.input("data", ncnn.Mat(image))
        return np.array(extractor.extract("block5_conv3")[1])

    pool = ThreadPoolExecutor(threads)
    return lambda batch: np.stack(list(pool.map(one, batch)))


def keras(folder: Path, threads: int, variant: str) -> Forward:
    import os

    os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
    import tensorflow as tf
    from keras import Model, applications

    tf.config.threading.set_intra_op_parallelism_threads(threads)
    base = applications.VGG16(weights=None, include_top=False, input_shape=(224, 224, 3))
    own = weights(folder)
    for name in CONVOLUTIONS:
        base.get_layer(name).set_weights([own[f"{name}/kernel"], own[f"{name}/bias"]])
    model = Model(base.input, base.get_layer("block5_conv3").output)
    if variant == "graph":
        graph = tf.function(model, reduce_retracing=True)
        return lambda batch: (
            graph(tf.constant(batch.transpose(0, 2, 3, 1)), training=False).numpy().transpose(0, 3, 1, 2)
        )
    size = int(variant)
    return lambda batch: model.predict(batch.transpose(0, 2, 3, 1), batch_size=size, verbose=0).transpose(0, 3, 1, 2)


def pytorch(folder: Path, threads: int, _variant: str) -> Forward:
    import torch

    torch.set_num_threads(threads)
    own, layers, depth = weights(folder), [], 3
    for name in CONVOLUTIONS:
        kernel, bias = own[f"{name}/kernel"], own[f"{name}/bias"]
        convolution = torch.nn.Conv2d(depth, len(bias), 3, padding=1)
        convolution.weight.data = torch.from_numpy(np.ascontiguousarray(kernel.transpose(3, 2, 0, 1)))
        convolution.bias.data = torch.from_numpy(bias)
        layers += [convolution, torch.nn.ReLU(inplace=True)]
        if name in POOLS_AFTER:
            layers.append(torch.nn.MaxPool2d(2))
        depth = len(bias)
    model = torch.nn.Sequential(*layers).eval()

    def forward(batch: np.ndarray) -> np.ndarray:
        with torch.inference_mode():
            return model(torch.from_numpy(batch)).numpy()

    return forward


def onnx_runtime(folder: Path, threads: int, variant: str) -> Forward:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    file = folder / ("network-int8.onnx" if variant == "int8" else "network.onnx")
    session = onnxruntime.InferenceSession(str(file), options, providers=["CPUExecutionProvider"])
    return lambda batch: session.run(None, {"data": batch})[0]


def openvino(folder: Path, threads: int, variant: str) -> Forward:
    import openvino

    file = folder / ("network-int8.onnx" if variant == "int8" else "network.onnx")
    settings = {
        "PERFORMANCE_HINT": "THROUGHPUT",
        "INFERENCE_NUM_THREADS": threads,
        "INFERENCE_PRECISION_HINT": "bf16" if variant == "bf16" else "f32",
    }
    core = openvino.Core()
    model = core.read_model(file)
    model.reshape([1, 3, 224, 224])
    compiled = core.compile_model(model, "CPU", settings)

    def forward(batch: np.ndarray) -> np.ndarray:
        maps = np.empty((len(batch), 512, 14, 14), np.float32)
        requests = openvino.AsyncInferQueue(compiled)
        requests.set_callback(lambda request, place: np.copyto(maps[place], request.get_output_tensor().data[0]))
        for place, image in enumerate(batch):
            requests.start_async({0: image[None]}, place)
        requests.wait_all()
        return maps

    return forward


def opencv(folder: Path, threads: int, _variant: str) -> Forward:
    import cv2

    cv2.setNumThreads(threads)
    network = cv2.dnn.readNetFromONNX(str(folder / "network.onnx"))

    def one(image: np.ndarray) -> np.ndarray:
        network.setInput(image[None])
        return network.forward()[0].copy()

    return lambda batch: np.stack([one(image) for image in batch])


def mnn(folder: Path, threads: int, _variant: str) -> Forward:
    import MNN

    manager = MNN.nn.create_runtime_manager(({"backend": "CPU", "numThread": threads, "precision": "high"},))
    network = MNN.nn.load_module_from_file(str(folder / "network.mnn"), ["data"], ["maps"], runtime_manager=manager)

    def one(image: np.ndarray) -> np.ndarray:
        given = MNN.expr.convert(MNN.expr.const(image[None], image[None].shape, MNN.expr.NCHW), MNN.expr.NC4HW4)
        maps = network.forward(given)
        return np.array(MNN.expr.convert(maps, MNN.expr.NCHW).read())[0]

    return lambda batch: np.stack([one(image) for image in batch])


ENGINES = {
    "skin-gui": skin_gui,
    "keras": keras,
    "pytorch": pytorch,
    "onnxruntime": onnx_runtime,
    "openvino": openvino,
    "opencv": opencv,
    "mnn": mnn,
}


def load(name: str, folder: Path, threads: int) -> Forward:
    """Of a name such as "keras 32": the engine, and which of its ways."""
    engine, _, variant = name.partition(" ")
    return ENGINES[engine](folder, threads, variant)
