"""What is fitted to the features.

Heads, support vector machine, calibration and the limit of novelty, by presets.
"""
