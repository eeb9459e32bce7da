"""Data sets, audit, features, fits, evaluation: the one place that imports TensorFlow."""
