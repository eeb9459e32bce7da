"""Skin GUI: benign or malignant for dermoscopic images, with honest numbers, on your own machine."""

import os

__version__ = "0.1.0"

# The cores are shared out image by image. Threads of NumPy's own would only wait for each other then, which takes more
# time than its products. It reads this when it is imported first, and what the user has set stays.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
