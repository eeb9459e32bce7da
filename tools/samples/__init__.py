"""The drawing of synthetic images: the samples that come with the program, and test data."""
