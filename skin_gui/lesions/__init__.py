"""Patients and their lesions: which images belong together, how a patient's lesions compare, one lesion over time."""
