"""Two models side by side.

Figures, plots and the images on which they disagree.
"""
