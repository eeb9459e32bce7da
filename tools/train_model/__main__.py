"""Train the shipped model again: `python -m tools.train_model` (`make train-model`)."""

from tools.train_model.shipped import main

main()
