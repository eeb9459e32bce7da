"""How a patient's lesions compare with each other."""

import time
from pathlib import Path

import numpy as np
import pytest
from scipy.spatial.distance import cdist

from skin_gui import paths
from skin_gui.classifier import Classifier
from skin_gui.imaging.decode import load_image
from skin_gui.lesions.folder_pattern import FolderPattern, by_folders
from skin_gui.lesions.standing import relative_distances, standings
from skin_gui.review.batch import classify_files, model_id
from skin_gui.review.memberships import Membership
from skin_gui.review.store import SessionStore

MODEL = "0123"


def _seen(vectors):
    return {path: (MODEL, np.array(vector, np.float16)) for path, vector in vectors.items()}


def test_lesions_are_ranked_by_their_highest_probability():
    images = [Path(f"/{name}.jpg") for name in "abcde"]
    a, b, c, d, e = images
    groups = {
        a: Membership("7", "L1"),
        b: Membership("7", "L1"),
        c: Membership("7", "L2"),
        d: Membership("7"),
        e: Membership(),
    }
    found = standings(groups, {a: 0.1, b: 0.8, c: 0.5}, {})
    assert {path: (found[path].rank, found[path].lesions) for path in (a, b, c, d)} == {
        a: (1, 3), b: (1, 3), c: (2, 3), d: (None, 3),
    }  # fmt: skip
    assert e not in found
    assert all(standing.unlike is None and not standing.stands_out for standing in found.values())


def test_the_lesion_unlike_the_patients_others_stands_out_whatever_its_probability():
    rng = np.random.default_rng(0)
    images = [Path(f"/{number}.jpg") for number in range(6)]
    vectors = {path: rng.normal(0, 1, 32) for path in images}
    vectors[images[3]] = vectors[images[3]] + 4
    groups = {path: Membership("7", path.stem) for path in images}
    found = standings(groups, dict.fromkeys(images, 0.01), _seen(vectors))
    assert [path.stem for path in images if found[path].stands_out] == ["3"]
    assert found[images[3]].unlike == max(standing.unlike for standing in found.values())
    # Two that are alike hide neither each other nor the rest.
    vectors[images[4]] = vectors[images[3]] + 0.1
    found = standings(groups, {}, _seen(vectors))
    assert [path.stem for path in images if found[path].stands_out] == ["3", "4"]


def test_too_few_lesions_and_those_that_another_model_saw_say_nothing():
    images = [Path(f"/{number}.jpg") for number in range(4)]
    seen = _seen({path: np.full(32, number) for number, path in enumerate(images)})
    groups = {path: Membership("7", path.stem) for path in images}
    assert all(each.unlike is not None for each in standings(groups, {}, seen).values())
    seen[images[0]] = ("4567", seen[images[0]][1])
    assert all(each.unlike is None for each in standings(groups, {}, seen).values())


def test_distances_are_those_of_a_plain_reckoning():
    vectors = np.random.default_rng(1).normal(size=(300, 32)).astype(np.float32)
    distances = cdist(vectors, vectors) / np.sqrt(32)
    medians = np.median(distances[~np.eye(300, dtype=bool)].reshape(300, 299), axis=1)
    assert relative_distances(vectors) == pytest.approx(medians / np.median(medians), abs=1e-5)
    assert relative_distances(np.ones((4, 32), np.float32)).tolist() == [1, 1, 1, 1]


@pytest.mark.real_data
def test_what_the_classifier_saw_is_kept_with_its_row(data_dir, tmp_path):
    images = sorted((data_dir / "ham_extra" / "malignant").glob("*.jpg"))[:1]
    classifier = Classifier.load(paths.shipped_model())
    with SessionStore(tmp_path).open([data_dir]) as session:
        for result in classify_files(classifier, images):
            session.add_result(result)
        seen = session.components()
    assert list(seen) == images
    whole = classifier.predict(load_image(images[0]).pixels).components
    model, kept = seen[images[0]]
    assert model == model_id(classifier)
    assert kept.astype(float) == pytest.approx(whole.astype(float), rel=0.01, abs=0.01)


def test_ten_thousand_images_of_two_thousand_patients(tmp_path):
    rng = np.random.default_rng(0)
    root = Path("/clinic")
    images = [root / f"p{number // 5}" / f"l{number % 5}" / "1.jpg" for number in range(10_000)]
    seen = {
        path: (MODEL, vector)
        for path, vector in zip(images, rng.normal(size=(10_000, 32)).astype(np.float16), strict=True)
    }
    probabilities = dict(zip(images, rng.random(10_000).tolist(), strict=True))
    with SessionStore(tmp_path).open([root]) as session:
        started = time.process_time()
        session.memberships.replace(by_folders(root, images, FolderPattern("{patient}/{lesion}")))
        grouped = time.process_time()
        found = session.memberships.all()
        opened = time.process_time()
        ranked = standings(found, probabilities, seen)
        done = time.process_time()
    assert len(ranked) == 10_000
    assert {each.lesions for each in ranked.values()} == {5}
    assert grouped - started < 2
    assert opened - grouped < 2
    assert done - opened < 2
