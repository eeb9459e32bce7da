"""DICOM: its header, its colours and greys, and what pydicom does not check."""
