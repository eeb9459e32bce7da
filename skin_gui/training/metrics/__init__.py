"""How good a classifier is.

Rates with their intervals, AUC, reliability, by clusters of images, and tests of two models.
"""
