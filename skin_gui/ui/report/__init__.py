"""The report of one image as PDF.

What stands in it, and how it is set on the page.
"""
