"""The lesion's measures beside the result, and drawn on the image."""
