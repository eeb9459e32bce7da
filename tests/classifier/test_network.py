import gc
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from skin_gui.classifier import vgg16
from skin_gui.classifier.model_folder import NETWORK
from skin_gui.classifier.network import Network, NetworkError
from skin_gui.classifier.vgg16 import LAST_MAP
from skin_gui.imaging.preprocess import INPUT_SIZE, network_input

LAYERS = ("block3_conv3", "block4_conv3", "block5_conv3", "block5_pool")


def nothing(_layer, _blob):
    pass


def noise(seed):
    return np.random.default_rng(seed).integers(0, 256, (INPUT_SIZE, INPUT_SIZE, 3), dtype=np.uint8)


@pytest.fixture
def folder(random_model, tmp_path):
    for name in NETWORK:
        shutil.copy(random_model / name, tmp_path)
    return tmp_path


def load(folder):
    return Network(*(folder / name for name in NETWORK))


def test_maps_have_vgg16s_shapes_and_are_rectified(network):
    maps = network.maps(noise(0), LAYERS)
    assert [blob.shape for blob in maps] == [(256, 56, 56), (512, 28, 28), (512, 14, 14), (512, 7, 7)]
    for blob in maps:
        assert blob.dtype == np.float32
        assert np.isfinite(blob).all()
        assert blob.min() >= 0
        assert blob.max() > 0


def test_a_map_is_the_same_whatever_else_is_asked_for(network):
    several = network.maps(noise(1), LAYERS)
    for layer, blob in zip(LAYERS, several, strict=True):
        assert np.array_equal(network.maps(noise(1), (layer,))[0], blob)


def test_maps_come_in_the_order_asked_for(network):
    forwards, backwards = network.maps(noise(1), LAYERS), network.maps(noise(1), LAYERS[::-1])
    for one, other in zip(forwards, backwards[::-1], strict=True):
        assert np.array_equal(one, other)


def test_given_many_threads_when_run_at_once_then_each_image_has_the_maps_it_has_alone(network):
    images = [noise(seed) for seed in range(4)]
    alone = [network.maps(image)[0] for image in images]
    with ThreadPoolExecutor(6) as pool:
        together = list(pool.map(lambda index: network.maps(images[index % 4])[0], range(12)))
    for index, blob in enumerate(together):
        assert np.array_equal(blob, alone[index % 4])


@pytest.mark.parametrize("count", [1, 3, 4])
def test_given_several_images_when_finished_together_then_each_has_the_maps_it_has_alone(network, count):
    layers = ("block3_conv3", "block4_pool", "block5_conv1", "block5_conv3", "block5_pool")
    images, shown = [noise(seed) for seed in range(count)], [{} for _ in range(count)]
    begun = [network.begin(image, layers, maps.__setitem__) for image, maps in zip(images, shown, strict=True)]
    assert all(set(maps) == {"block3_conv3", "block4_pool"} for maps in shown)
    network.finish(begun, layers, [maps.__setitem__ for maps in shown])
    for image, maps in zip(images, shown, strict=True):
        alone = network.maps(image, layers)
        for layer, blob in zip(layers, alone, strict=True):
            # To the last digit where the processor has the tiles that the gaps are made for.
            np.testing.assert_allclose(maps[layer], blob, rtol=0, atol=1e-5 * blob.max(), err_msg=layer)
            assert maps[layer].flags.c_contiguous


def test_given_neighbours_when_finished_together_then_nothing_of_them_reaches_an_image(network):
    """Beside black, beside noise and alone: what lies beyond an image's border is nothing to it."""
    black, own = np.zeros((224, 224, 3), np.uint8), noise(7)
    seen = []
    for neighbours in ([own], [black, own, black], [noise(1), own, noise(2)]):
        shown = [{} for _ in neighbours]
        begun = [network.begin(image, (LAST_MAP,), nothing) for image in neighbours]
        network.finish(begun, (LAST_MAP,), [maps.__setitem__ for maps in shown])
        seen.append(shown[len(shown) // 2][LAST_MAP])
    for blob in seen[1:]:
        np.testing.assert_allclose(blob, seen[0], rtol=0, atol=1e-5 * seen[0].max())


def test_the_first_map_is_a_sum_of_products_without_the_errors_of_tiles(network, random_model):
    image = noise(8)
    weights = vgg16.unpack_weights((random_model / NETWORK[1]).read_bytes())
    padded = np.pad(network_input(image).astype(float), ((0, 0), (1, 1), (1, 1)))
    windows = np.lib.stride_tricks.sliding_window_view(padded, (3, 3), axis=(1, 2))
    kernel, bias = (weights[f"block1_conv1/{part}"].astype(float) for part in ("kernel", "bias"))
    expected = np.maximum(np.einsum("ihwyx,yxio->ohw", windows, kernel, optimize=True) + bias[:, None, None], 0)

    (blob,) = network.maps(image, ("block1_conv1",))

    np.testing.assert_allclose(blob, expected, rtol=0, atol=4e-7 * expected.max())


def test_maps_keep_their_memory(network):
    """ncnn borrows and frees; what a caller holds must outlive the image, the call and the next one."""
    image = noise(2)
    blobs = network.maps(image, ("block1_conv2", "block4_pool", "block5_conv3"))
    before = [blob.copy() for blob in blobs]
    image[:] = 0
    del image
    gc.collect()
    for seed in range(3):
        network.maps(noise(seed))
    assert all(map(np.array_equal, blobs, before))


def test_maps_that_live_until_the_process_ends_do_it_no_harm(random_model):
    """ncnn ends a process whose pool of memory goes before what was taken from it."""
    code = (
        "import sys, numpy, builtins; from pathlib import Path; from skin_gui.classifier.network import Network;"
        "builtins.kept = Network(*map(Path, sys.argv[1:])).maps(numpy.zeros((224, 224, 3), numpy.uint8))"
    )
    command = [sys.executable, "-c", code, *(random_model / name for name in NETWORK)]
    child = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert (child.returncode, child.stderr) == (0, "")


def test_given_an_image_that_lives_for_the_call_alone_then_the_maps_are_right(network):
    expected = network.maps(noise(3))[0]
    for _ in range(3):
        garbage = [np.full((3, INPUT_SIZE, INPUT_SIZE), 1e3, np.float32) for _ in range(4)]
        assert np.array_equal(network.maps(noise(3))[0], expected)
        del garbage


def test_given_a_view_of_an_image_then_it_equals_its_copy(network):
    image = noise(4)
    view = image[::-1, ::-1]
    assert np.array_equal(network.maps(view)[0], network.maps(view.copy())[0])


def test_given_several_cores_for_one_call_then_the_maps_are_the_same(random_model, network):
    param, weights = (random_model / name for name in NETWORK)
    threaded = Network(param, weights, threads=2)
    np.testing.assert_allclose(threaded.maps(noise(5))[0], network.maps(noise(5))[0], rtol=1e-4, atol=1e-4)


@pytest.mark.parametrize("name", NETWORK)
def test_given_a_missing_file_when_loaded_then_it_is_named(folder, name):
    (folder / name).unlink()
    with pytest.raises(NetworkError, match=f"{name} is missing"):
        load(folder)


@pytest.mark.parametrize("name", NETWORK)
@pytest.mark.parametrize("keep", [0, 500])
def test_given_a_truncated_file_when_loaded_then_one_sentence_says_so(folder, name, keep):
    (folder / name).write_bytes((folder / name).read_bytes()[:keep])
    with pytest.raises(NetworkError, match="cannot be read; install the model again"):
        load(folder)


def test_given_a_foreign_description_when_loaded_then_one_sentence_says_so(folder):
    (folder / NETWORK[0]).write_text("this is no network\n", encoding="ascii")
    with pytest.raises(NetworkError, match="cannot be read"):
        load(folder)


def test_given_an_unknown_layer_when_run_then_it_is_refused(network):
    with pytest.raises((NetworkError, ValueError)):
        network.maps(noise(0), ("block9_conv9",))


def test_given_a_folder_with_other_letters_when_loaded_then_it_works(folder):
    other = shutil.copytree(folder, folder / "модель 皮膚 é")
    assert load(other).maps(noise(0))[0].shape == (512, 14, 14)
