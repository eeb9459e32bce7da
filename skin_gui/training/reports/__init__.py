"""What people read about a model.

Model card, plots, the report of an evaluation, and the comparison of two models.
"""
