import subprocess
from pathlib import Path

import pytest

from skin_gui import paths
from skin_gui.classifier import Classifier
from skin_gui.review.batch import classify_file
from skin_gui.review.results import Result


@pytest.fixture(scope="session")
def classifier(random_model: Path) -> Classifier:
    return Classifier.load(random_model)


@pytest.fixture(scope="session")
def row(classifier: Classifier) -> Result:
    return classify_file(classifier, sorted(paths.samples().glob("*.jpg"))[0])[0]


@pytest.fixture(scope="session")
def pages_of():
    """The text of each page of a PDF."""

    def read(pdf: Path) -> list[str]:
        command = ["pdftotext", "-layout", str(pdf), "-"]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout.split("\f")[:-1]

    return read
