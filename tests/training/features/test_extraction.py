import itertools

import numpy as np
import pytest

from skin_gui.checksum import sha256_file
from skin_gui.classifier.features import LayerFeatures
from skin_gui.classifier.model_folder import NETWORK
from skin_gui.classifier.network import Network
from skin_gui.imaging.decode import load_image
from skin_gui.imaging.preprocess import resize_to_input
from skin_gui.progress import Cancelled
from skin_gui.training.features.extraction import ExtractionContext, Recipe, extract_features, variant_generator
from skin_gui.training.features.feature_cache import FeatureCache, FeatureSpace
from tests.classifier.vectors import feature_vector

FEATURES = (LayerFeatures("block2_conv1", ("mean", "max")), LayerFeatures("block2_pool", ("std",)))
LENGTH = 3 * 128


@pytest.fixture(scope="module")
def network(random_model):
    return Network(*(random_model / name for name in NETWORK))


@pytest.fixture
def space():
    return FeatureSpace("ab" * 32, FEATURES)


@pytest.fixture
def cache(tmp_path):
    return FeatureCache(tmp_path / "cache")


@pytest.fixture
def files(save_picture, tmp_path):
    return [save_picture(tmp_path / "images" / f"{seed}.jpg", seed) for seed in range(4)]


def test_given_files_when_extracted_then_each_has_the_features_of_its_pixels(network, space, files):
    found = extract_features(files, network, Recipe(space))
    assert found.vectors.shape == (1, 4, LENGTH)
    assert found.vectors.dtype == np.float16
    assert found.rows.tolist() == [0, 1, 2, 3]
    assert found.hashes == tuple(sha256_file(path) for path in files)
    assert found.unreadable == ()
    layers = [part.layer for part in FEATURES]
    for index, path in enumerate(files):
        image = resize_to_input(load_image(path).pixels)
        maps = dict(zip(layers, network.maps(image, layers), strict=True))
        assert np.array_equal(found.vectors[0, index], feature_vector(maps, FEATURES).astype(np.float16))


def test_given_a_full_cache_when_extracted_again_then_nothing_is_computed(network, space, files, cache):
    first = extract_features(files, network, Recipe(space, variants=2), context=ExtractionContext(cache=cache))
    again = extract_features(files, network, Recipe(space, variants=2), context=ExtractionContext(cache=cache))
    assert (first.computed, again.computed) == (8, 0)
    assert np.array_equal(first.vectors, again.vectors)


def test_given_the_same_picture_under_another_name_then_the_cache_knows_it(network, space, files, cache):
    extract_features(files, network, Recipe(space), context=ExtractionContext(cache=cache))
    moved = files[0].rename(files[0].with_name("обратно.jpg"))
    assert extract_features([moved], network, Recipe(space), context=ExtractionContext(cache=cache)).computed == 0


def test_given_another_base_then_the_cache_is_not_used(network, space, files, cache):
    extract_features(files, network, Recipe(space), context=ExtractionContext(cache=cache))
    other = FeatureSpace("cd" * 32, FEATURES)
    assert extract_features(files, network, Recipe(other), context=ExtractionContext(cache=cache)).computed == len(
        files
    )


def test_given_more_variants_than_are_cached_then_only_the_new_ones_are_computed(network, space, files, cache):
    extract_features(files, network, Recipe(space, variants=1), context=ExtractionContext(cache=cache))
    assert extract_features(
        files, network, Recipe(space, variants=3), context=ExtractionContext(cache=cache)
    ).computed == 2 * len(files)


def test_given_one_seed_then_the_variants_are_the_same_and_differ_from_each_other(network, space, files):
    first, second = (extract_features(files, network, Recipe(space, variants=3, seed=5)).vectors for _ in range(2))
    assert np.array_equal(first, second)
    assert not np.array_equal(first[1], first[2])
    assert not np.array_equal(first[0], first[1])


def test_given_another_seed_then_only_the_augmented_variants_change(network, space, files, cache):
    one = extract_features(files, network, Recipe(space, variants=2, seed=1), context=ExtractionContext(cache=cache))
    two = extract_features(files, network, Recipe(space, variants=2, seed=2), context=ExtractionContext(cache=cache))
    assert two.computed == len(files)
    assert np.array_equal(one.vectors[0], two.vectors[0])
    assert not np.array_equal(one.vectors[1], two.vectors[1])


def test_the_variants_of_an_image_do_not_depend_on_its_neighbours(network, space, files):
    together = extract_features(files, network, Recipe(space, variants=2, seed=3)).vectors
    backwards = extract_features(files[::-1], network, Recipe(space, variants=2, seed=3)).vectors
    assert np.array_equal(together, backwards[:, ::-1])


def test_a_variants_generator_depends_on_image_variant_and_seed():
    keys = [("ab" * 32, 1, 0), ("cd" * 32, 1, 0), ("ab" * 32, 2, 0), ("ab" * 32, 1, 1)]
    assert len({variant_generator(*key).random() for key in keys}) == 4
    assert variant_generator(*keys[0]).random() == variant_generator(*keys[0]).random()


def test_given_unreadable_files_then_the_others_are_extracted_and_rows_tell_which(network, space, files, tmp_path):
    (tmp_path / "text.jpg").write_text("no image", encoding="utf-8")
    (tmp_path / "empty.jpg").touch()
    mixed = [tmp_path / "text.jpg", files[0], tmp_path / "empty.jpg", files[1], tmp_path / "missing.jpg"]
    found = extract_features(mixed, network, Recipe(space))
    assert found.rows.tolist() == [1, 3]
    assert [error.path.name for error in found.unreadable] == ["text.jpg", "empty.jpg", "missing.jpg"]
    assert np.array_equal(found.vectors, extract_features(files[:2], network, Recipe(space)).vectors)


def test_given_no_readable_file_then_there_are_no_vectors_but_the_reasons(network, space, tmp_path):
    found = extract_features([tmp_path / "missing.jpg"], network, Recipe(space, variants=2))
    assert found.vectors.shape == (2, 0, 0)
    assert found.rows.tolist() == []
    assert len(found.unreadable) == 1


def test_progress_starts_at_0_never_falls_and_ends_at_1(network, space, files):
    parts = []
    extract_features(files, network, Recipe(space), context=ExtractionContext(progress=parts.append))
    assert parts[0] == 0
    assert parts == sorted(parts)
    assert parts[-1] == 1


def test_given_a_cancelled_run_when_started_again_then_it_goes_on_where_it_stopped(network, space, files, cache):
    def after_a_few():
        return sum(1 for _ in cache.folder.rglob("*.npy")) >= 2

    with pytest.raises(Cancelled):
        extract_features(
            files, network, Recipe(space, variants=3), context=ExtractionContext(cache=cache, cancelled=after_a_few)
        )
    kept = len(list(cache.folder.rglob("*.npy")))
    assert 0 < kept < 12
    assert all(path.suffix == ".npy" for path in cache.folder.rglob("*") if path.is_file())
    resumed = extract_features(files, network, Recipe(space, variants=3), context=ExtractionContext(cache=cache))
    assert resumed.computed == 12 - kept
    assert np.array_equal(resumed.vectors, extract_features(files, network, Recipe(space, variants=3)).vectors)


def test_given_damaged_cached_vectors_then_they_are_computed_again(network, space, files, cache):
    expected = extract_features(files, network, Recipe(space), context=ExtractionContext(cache=cache)).vectors
    empty, damaged = sorted(cache.folder.rglob("*.npy"))[:2]
    empty.write_bytes(b"")
    damaged.write_bytes(damaged.read_bytes()[:-1])
    again = extract_features(files, network, Recipe(space), context=ExtractionContext(cache=cache))
    assert again.computed == 2
    assert np.array_equal(again.vectors, expected)


def test_given_a_cache_that_cannot_be_written_then_the_run_stops_with_the_reason(network, space, files, tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(OSError):
        extract_features(
            files, network, Recipe(space), context=ExtractionContext(cache=FeatureCache(tmp_path / "file"))
        )


def test_what_is_taken_of_unchanged_images_alone_is_zero_in_their_variants(network, space, files, cache):
    whole = extract_features(files, network, Recipe(space, variants=2, seed=5)).vectors
    found = [
        extract_features(
            files, network, Recipe(space, variants=2, of_unchanged=1, seed=5), context=ExtractionContext(cache=cache)
        )
        for _ in range(2)
    ]
    leading = 2 * 128
    for one in found:
        assert np.array_equal(one.vectors[0], whole[0])
        assert np.array_equal(one.vectors[1, :, leading:], whole[1, :, leading:])
        assert not one.vectors[1, :, :leading].any()
    assert [one.computed for one in found] == [8, 0]
    assert extract_features(files, network, Recipe(space), context=ExtractionContext(cache=cache)).computed == 0


def test_whatever_one_file_ends_in_leaves_it_out_and_the_others_are_extracted(network, space, files, monkeypatch):
    calls = itertools.count()
    visit = network.visit

    def failing(pixels, layers, visitor):
        if next(calls) == 1:
            raise ValueError("Jane Doe")
        visit(pixels, layers, visitor)

    monkeypatch.setattr(network, "visit", failing)

    found = extract_features(files, network, Recipe(space))

    assert len(found.rows) == 3
    assert len(found.unreadable) == 1
    assert "something went wrong" in str(found.unreadable[0].reason)
