"""The pipeline of the shipped model: from VGG16's ImageNet weights and images to a model folder with its card."""
