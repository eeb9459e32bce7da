"""One image with its result.

The view with its heatmap, and the panel with card and probability.
"""
