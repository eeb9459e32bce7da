"""Patients and lesions: by what images are grouped."""
