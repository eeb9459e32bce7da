"""The network as ONNX, in float32 and as int8, from FOLDER/weights.npz: `python export.py FOLDER`.

Runs in the environment that has onnx and onnxruntime. The int8 network has scales for each channel of the weights, and
those of its activations from FOLDER/batch.npy.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import engines
import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import CalibrationDataReader, QuantFormat, QuantType, quantize_static


class Calibration(CalibrationDataReader):
    def __init__(self, batch: np.ndarray) -> None:
        self._images = iter(batch)

    def get_next(self):
        image = next(self._images, None)
        return None if image is None else {"data": image[None]}


def write(folder: Path) -> None:
    own, nodes, constants, previous = engines.weights(folder), [], [], "data"
    for name in engines.CONVOLUTIONS:
        kernel = np.ascontiguousarray(own[f"{name}/kernel"].transpose(3, 2, 0, 1))
        constants += [numpy_helper.from_array(kernel, f"{name}/kernel")]
        constants += [numpy_helper.from_array(own[f"{name}/bias"], f"{name}/bias")]
        inputs = [previous, f"{name}/kernel", f"{name}/bias"]
        nodes.append(helper.make_node("Conv", inputs, [f"{name}/sum"], name=name, pads=[1] * 4))
        last = name == engines.CONVOLUTIONS[-1]
        previous = "maps" if last else name
        nodes.append(helper.make_node("Relu", [f"{name}/sum"], [previous], name=f"{name}/relu"))
        if name in engines.POOLS_AFTER:
            pooled = f"{name}/pool"
            nodes.append(
                helper.make_node("MaxPool", [name], [pooled], name=pooled, kernel_shape=[2] * 2, strides=[2] * 2)
            )
            previous = pooled
    given = helper.make_tensor_value_info("data", TensorProto.FLOAT, ["n", 3, 224, 224])
    maps = helper.make_tensor_value_info("maps", TensorProto.FLOAT, ["n", 512, 14, 14])
    model = helper.make_model(
        helper.make_graph(nodes, "vgg16", [given], [maps], constants),
        opset_imports=[helper.make_opsetid("", 17)],
        ir_version=9,
    )
    onnx.checker.check_model(model)
    onnx.save(model, folder / "network.onnx")
    quantize_static(
        folder / "network.onnx",
        folder / "network-int8.onnx",
        Calibration(np.load(folder / "batch.npy")),
        quant_format=QuantFormat.QDQ,
        per_channel=True,
        activation_type=QuantType.QUInt8,
        weight_type=QuantType.QInt8,
    )


if __name__ == "__main__":
    write(Path(sys.argv[1]))
