"""The trained model in use: network, head, calibration, heatmap, model store."""

from skin_gui.classifier.classifier import Classifier
from skin_gui.classifier.model_folder import ModelError
from skin_gui.classifier.prediction import Prediction

__all__ = ["Classifier", "ModelError", "Prediction"]
