"""What the reviewer says of a lesion beyond benign or malignant."""
