"""What the reviewer says of a lesion beyond benign or malignant, and what that adds up to."""
