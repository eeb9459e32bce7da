"""Pixels: decoding, preprocessing, augmentation, quality."""
