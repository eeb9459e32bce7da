"""JPEG: its markers, and libjpeg-turbo with its warnings of damage."""
