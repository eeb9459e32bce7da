"""The words of the window, in the user's language.

Numbers, sizes and dates; facts, results, assessments, measures and lesions.
"""
