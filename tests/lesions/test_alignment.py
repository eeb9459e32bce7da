"""One lesion in two pictures, and two lesions that only look as if."""

import csv
from collections import defaultdict

import cv2
import numpy as np
import pytest
from PIL import Image

from skin_gui.lesions.alignment import align, difference, laid_over

pytestmark = pytest.mark.real_data
POINTS = np.array([[60, 60, 1], [160, 60, 1], [60, 160, 1], [160, 160, 1]]).T


@pytest.fixture(scope="module")
def lesions(data_dir):
    """Pictures of twelve lesions, two of each."""
    found = defaultdict(list)
    with (data_dir / "isic" / "provenance.csv").open() as stream:
        for row in csv.DictReader(stream):
            if row["lesion_id"]:
                found[row["lesion_id"]].append(data_dir / "isic" / "train" / row["label"] / row["file"])
    pairs = [files[:2] for _, files in sorted(found.items()) if len(files) > 1][:12]
    return [[np.asarray(Image.open(file).convert("RGB")) for file in pair] for pair in pairs]


def warped(picture, angle, scale, shift, rng):
    """A picture as of another day: turned, nearer, moved, in another light, with noise; and the matrix."""
    height, width = picture.shape[:2]
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), angle, scale)
    matrix[:, 2] += shift
    moved = cv2.warpAffine(picture, matrix, (width, height), borderMode=cv2.BORDER_REFLECT) / 255
    light = moved ** rng.uniform(0.8, 1.25) * rng.uniform(0.85, 1.1) * 255 + rng.normal(0, 3, moved.shape)
    return light.clip(0, 255).astype(np.uint8), matrix


@pytest.mark.parametrize(("angle", "scale"), [(0, 1.0), (20, 0.85), (-60, 1.2), (170, 1.1)])
def test_a_lesion_that_was_turned_scaled_and_moved_is_laid_over_itself(lesions, angle, scale):
    rng = np.random.default_rng(abs(angle))
    errors, poor = [], []
    for picture, _ in lesions[:6]:
        second, matrix = warped(picture, angle, scale, (9, -6), rng)
        found = align(picture, second)
        back = np.linalg.inv(np.vstack([matrix, [0, 0, 1]]))[:2]
        errors.append(float(np.abs(found.matrix @ POINTS - back @ POINTS).max()))
        poor.append(found.is_poor)
    assert sorted(errors)[-2] < 5, errors
    assert sum(poor) <= 1


def test_different_lesions_are_called_poor(lesions):
    found = [align(one[0], other[0]) for one, other in zip(lesions, lesions[1:] + lesions[:1], strict=True)]
    assert all(alignment.is_poor for alignment in found)


def test_most_second_pictures_of_a_lesion_are_not(lesions):
    assert sum(not align(*pair).is_poor for pair in lesions) >= 7


def test_pictures_of_other_sizes_are_laid_over_each_other(lesions):
    picture = lesions[0][0]
    large = cv2.resize(picture, (448, 448), interpolation=cv2.INTER_CUBIC)
    found = align(picture, large)
    assert found.matrix == pytest.approx(np.array([[0.5, 0, 0], [0, 0.5, 0]]), abs=0.6)
    over, covered = laid_over(large, found, (224, 224))
    assert over.shape == (224, 224, 3)
    assert covered.mean() > 0.95
    inner = difference(picture, over, covered)[20:-20, 20:-20]
    assert np.abs(inner.astype(int) - 128).mean() < 6
    other = difference(lesions[3][0], over, covered)[20:-20, 20:-20]
    assert np.abs(other.astype(int) - 128).mean() > 12


@pytest.mark.parametrize("shape", [(1, 1), (40, 300), (224, 224)])
def test_pictures_without_anything_in_them_are_poor(shape):
    blank = np.full((*shape, 3), 200, np.uint8)
    assert align(blank, blank[:, ::-1]).is_poor
