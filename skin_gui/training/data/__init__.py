"""Folders of labelled images.

Their metadata, duplicates and splits, and which images a model has seen.
"""
