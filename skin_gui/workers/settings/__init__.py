"""Tasks of the settings dialog: models, calibration, what is expected of a model, what is kept on the disk."""
