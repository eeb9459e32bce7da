"""What goes to a picture archive: reports, pictures and measurements as DICOM objects."""
