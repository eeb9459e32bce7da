"""Skin GUI: benign or malignant for dermoscopic images, with honest numbers, on your own machine."""

import os

__version__ = "0.1.0"

# The cores are shared out image by image. Threads of NumPy's own would only wait for each other then, which takes more
# time than its products. It reads this when it is imported first, and what the user has set stays.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
# The threads of one prediction sleep while they wait for each other. Spinning, as OpenMP would have it, they take the
# cores from whatever else runs, and each waits for one that is not running: on a busy machine that takes four times as
# long and six times the work.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
