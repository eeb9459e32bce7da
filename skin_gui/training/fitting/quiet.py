"""TensorFlow as a part of a desktop program: silent, and on the processor."""

import os


def quiet_tensorflow() -> None:
    """Set what TensorFlow reads when it is first imported; the caller's own settings stand."""
    settings = {
        "TF_CPP_MIN_LOG_LEVEL": "3",
        "TF_ENABLE_ONEDNN_OPTS": "0",  # its kernels gain nothing on a few dense layers, and announce themselves
        "KERAS_BACKEND": "tensorflow",
        "CUDA_VISIBLE_DEVICES": "-1",  # the same head on every machine, and no minute-long start of a driver
    }
    for name, value in settings.items():
        os.environ.setdefault(name, value)
