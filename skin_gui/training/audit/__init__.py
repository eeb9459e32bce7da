"""What is wrong with a folder of training images.

The checks, what they find, and the report of it.
"""
