"""Skin GUI: benign or malignant for dermoscopic images, with honest numbers, on your own machine."""

__version__ = "0.1.0"
