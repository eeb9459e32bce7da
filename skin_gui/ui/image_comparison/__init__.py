"""Images beside each other, and one lesion over time."""
