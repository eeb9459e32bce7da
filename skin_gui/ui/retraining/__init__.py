"""Retraining a model in the window.

Folders, audit, plan, progress and curves.
"""
