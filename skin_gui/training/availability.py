"""The libraries of this package: the viewer edition comes without them; TensorFlow is made a part of the program."""

import os
from importlib.util import find_spec

from skin_gui.wording.fact import Fact
from skin_gui.wording.training import TrainingFact, TrainingPart

# What is imported here alone; the viewer edition leaves exactly these out.
LIBRARIES = ("tensorflow", "keras", "sklearn", "scipy")


def missing_libraries() -> list[str]:
    """The libraries of `LIBRARIES` that are not there; nothing is imported to find out."""
    return [name for name in LIBRARIES if find_spec(name) is None]


def why_unavailable(what: TrainingPart) -> Fact | None:
    """What to tell the user; None when training is available."""
    missing = missing_libraries()
    return TrainingFact.VIEWER_EDITION(what=what(), libraries=tuple(missing)) if missing else None


def quiet_tensorflow() -> None:
    """Keep TensorFlow silent and on the processor: it reads this when it is first imported.

    The user's own settings stand.
    """
    settings = {
        "TF_CPP_MIN_LOG_LEVEL": "3",
        "TF_ENABLE_ONEDNN_OPTS": "0",  # its kernels gain nothing on a few dense layers, and announce themselves
        "KERAS_BACKEND": "tensorflow",
        "CUDA_VISIBLE_DEVICES": "-1",  # the same head on every machine, and no minute-long start of a driver
    }
    for name, value in settings.items():
        os.environ.setdefault(name, value)
