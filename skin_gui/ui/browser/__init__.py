"""A folder of images as thumbnails.

Its list, badges, bars, and what is open in it.
"""
