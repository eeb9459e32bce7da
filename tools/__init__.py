"""What is none of the program: what makes the shipped model and the sample images, and a picture of the window."""
