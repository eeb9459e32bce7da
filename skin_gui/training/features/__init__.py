"""Features of training images.

The network that extracts them, and their cache on the disk.
"""
