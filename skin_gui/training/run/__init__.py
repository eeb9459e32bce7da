"""A run of training.

From the plan to the model folder, in this process or in a child.
"""
