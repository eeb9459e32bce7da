"""What makes parts of the program and is none of it: the shipped model and the sample images."""
