"""The review of a batch.

Table, filters, threshold, decisions and export.
"""
