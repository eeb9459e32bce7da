"""What the processor could do at most: the multiplications of VGG16's base, and the pace of a matrix product."""

import os
import subprocess
import sys

from skin_gui.classifier.vgg16 import CONVOLUTIONS, channels, map_side

_SIDE = 1536
_ROUNDS = 6
_CHOICES = ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE")
_PRODUCTS = """
import sys, time
import numpy as np
side, paces = int(sys.argv[1]), []
one, other = (np.random.default_rng(seed).random((side, side), dtype=np.float32) for seed in (0, 1))
for _ in range(int(sys.argv[2])):
    started = time.process_time()
    one @ other
    paces.append(side**3 / (time.process_time() - started))
print(max(paces))
"""


def multiplications() -> float:
    """Of all 3 x 3 convolutions on one 224 x 224 image, computed directly."""
    total, depth = 0, 3
    for name in CONVOLUTIONS:
        total += map_side(name) ** 2 * 9 * depth * channels(name)
        depth = channels(name)
    return float(total)


def winograd(tile: int) -> float:
    """How many times fewer F(tile x tile, 3 x 3) needs (Lavin and Gray 2016), its transformations not counted."""
    return 9 * tile**2 / (tile + 2) ** 2


def gemm_peak() -> float:
    """Multiplications a second and core that a float32 matrix product reaches, the best of some, by processor time.

    In a process of its own, whose OpenBLAS chooses its kernels itself: where they are chosen for it, often an older
    processor's are.
    """
    environment = {name: value for name, value in os.environ.items() if name not in _CHOICES}
    command = [sys.executable, "-c", _PRODUCTS, str(_SIDE), str(_ROUNDS)]
    done = subprocess.run(
        command, env={**environment, "OPENBLAS_NUM_THREADS": "1"}, capture_output=True, text=True, check=True
    )
    return float(done.stdout)


def lines(cores: int) -> list[str]:
    """The limit in words."""
    direct, peak = multiplications(), gemm_peak()
    bounds = [("direct", 1.0), *((f"Winograd F({tile} x {tile})", winograd(tile)) for tile in (2, 4, 6))]
    return [
        "",
        f"A float32 matrix product reaches {peak / 1e9:.0f} thousand million multiplications a second and core.",
        f"At that pace the base's convolutions take at least, in ms on one core and on all {cores}:",
        "",
        "| convolution | million multiplications | one core | all cores |",
        "|---|---|---|---|",
        *(
            f"| {name} | {direct / less / 1e6:,.0f} | {1e3 * direct / less / peak:.0f} | "
            f"{1e3 * direct / less / peak / cores:.0f} |"
            for name, less in bounds
        ),
    ]
