import itertools
import os
import struct
import threading
import time
import tracemalloc
import zlib
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
from PIL import Image

from skin_gui.classifier import Classifier
from skin_gui.classifier.network import NetworkError
from skin_gui.progress import Cancelled
from skin_gui.review.batch import TOGETHER, _groups, classify_file, classify_files
from skin_gui.wording.models import NetworkFact

STATUS = Path("/proc/self/statm")


@pytest.fixture(scope="module")
def classifier(random_model):
    return Classifier.load(random_model)


@pytest.fixture
def save(images, synthetic_image):
    """Save an image of its own for each number, as JPEG and PNG by turns: `save(number, name=None)`."""

    def write(number, name=None):
        path = images / (name or f"{number:02d}.{('jpg', 'png')[number % 2]}")
        pixels = np.roll(cv2.resize(synthetic_image, (300 + number, 250)), 20 * number, axis=1)
        Image.fromarray(pixels).save(path)
        return path

    return write


def huge_png(path):
    """A PNG whose header promises 40,000 x 40,000 pixels."""
    body = b"IHDR" + struct.pack(">IIBBBBB", 40_000, 40_000, 8, 2, 0, 0, 0)
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + body + struct.pack(">I", zlib.crc32(body)))
    return path


@pytest.fixture
def bad_files(images, save):
    """What is wrong with each bad file, by its path."""
    text, cut, empty = images / "text.jpg", save(0, "cut.jpg"), images / "empty.png"
    text.write_text("This is not an image.\n", encoding="utf-8")
    cut.write_bytes(cut.read_bytes()[: cut.stat().st_size // 2])
    empty.touch()
    return {
        text: "not an image",
        cut: "truncated or damaged",
        empty: "empty",
        huge_png(images / "huge.png"): "too large: 40,000 x 40,000 pixels",
        images / "missing.jpg": "does not exist",
        images: "folder",
    }


def test_given_many_files_when_classified_then_results_come_in_the_order_given(classifier, save):
    paths = [save(number) for number in (5, 1, 4, 0, 3, 2)]
    results = list(classify_files(classifier, paths, jobs=3))
    assert [result.path for result in results] == paths
    assert all(result.status == "ok" for result in results)


def test_given_a_slow_first_file_then_it_is_still_the_first_result(classifier, images, save, synthetic_image):
    slow = images / "slow.png"
    Image.fromarray(cv2.resize(synthetic_image, (3000, 3000))).save(slow, compress_level=1)
    paths = [slow, *(save(number) for number in range(3))]
    assert [result.path for result in classify_files(classifier, paths, jobs=2)] == paths


def test_given_bad_files_among_good_ones_then_each_is_named_with_its_reason(classifier, save, bad_files):
    good = [save(number) for number in range(1, 5)]
    bad = list(bad_files)
    paths = [*itertools.chain.from_iterable(zip(bad, good, strict=False)), *bad[4:]]
    results = {result.path: result for result in classify_files(classifier, paths, jobs=2)}
    assert list(results) == paths
    for path in good:
        assert results[path].status == "ok"
        assert 0 <= results[path].probability <= 1
        assert results[path].label in ("benign", "malignant")
        assert results[path].error is None
    for path, reason in bad_files.items():
        assert results[path].status == "failed"
        assert results[path].probability is results[path].label is None
        assert str(results[path].error).startswith(path.name)
        assert reason in str(results[path].error)


def test_a_row_says_all_that_is_known_of_its_file(classifier, save):
    import hashlib

    path = save(7)
    (result,) = classify_files(classifier, [path])
    assert (result.width, result.height) == (307, 250)
    assert result.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert result.model == classifier.name
    assert result.threshold == classifier.threshold
    assert result.classified_at.endswith("+00:00")


def test_one_file_alone_in_a_batch_and_with_any_number_of_jobs_has_one_probability(classifier, save):
    paths = [save(number) for number in range(3)]
    alone = [classify_file(classifier, path) for path in paths]
    by_jobs = [[result.probability for result in classify_files(classifier, paths, jobs=jobs)] for jobs in (1, 2)]
    expected = [result.probability for result, _, _ in alone]
    assert by_jobs == [expected] * 2
    for result, image, prediction in alone:
        assert prediction.probability == result.probability
        assert image.pixels.ndim == 3


def test_given_another_threshold_then_it_labels_the_rows(classifier, save):
    path = save(0)
    for threshold, label in ((0.0, "malignant"), (1.0, "benign")):
        (result,) = classify_files(classifier, [path], threshold=threshold)
        assert (result.threshold, result.label) == (threshold, label)


def test_given_no_files_then_there_are_no_results(classifier):
    assert list(classify_files(classifier, [])) == []


def test_given_an_endless_list_then_only_what_is_needed_soon_is_taken_from_it(classifier, save):
    path, taken = save(0), itertools.count()

    def endless():
        while True:
            next(taken)
            yield path

    results: Any = classify_files(classifier, endless(), jobs=2)
    for _ in range(3):
        assert next(results).status == "ok"
    results.close()
    assert next(taken) <= 3 + TOGETHER * (2 + 2)


def test_given_a_result_not_fetched_yet_then_the_files_ahead_are_few(classifier, save):
    """Nobody waits for the reader: at most a handful of decoded images are under way."""
    results: Any = classify_files(classifier, itertools.repeat(save(0)), jobs=2)
    next(results)
    time.sleep(0.5)
    threads = [thread for thread in threading.enumerate() if thread.name.startswith("classify")]
    assert len(threads) <= 2
    results.close()
    assert not any(thread.is_alive() for thread in threads)


def test_given_a_cancel_when_classifying_then_it_stops_within_one_image(classifier, save):
    path, stop, results = save(0), threading.Event(), []
    started = time.perf_counter()
    with pytest.raises(Cancelled):
        for result in classify_files(classifier, [path] * 200, jobs=2, cancelled=stop.is_set):
            results.append(result)
            if len(results) == 3:
                before = (time.perf_counter() - started) / 3
                stop.set()
                asked = time.perf_counter()
    assert len(results) == 3
    # What is under way in two threads is finished, nothing more; generous for a busy machine.
    assert time.perf_counter() - asked < 8 * before + 2
    assert not any(thread.name.startswith("classify") for thread in threading.enumerate())


def test_given_a_cancel_at_the_start_then_nothing_is_classified(classifier, save):
    with pytest.raises(Cancelled):
        next(classify_files(classifier, [save(0)], cancelled=lambda: True))


def test_given_a_network_that_fails_for_one_file_then_the_others_are_classified(classifier, save):
    paths = [save(number) for number in range(3)]
    calls = itertools.count()

    class FailsOnce(Classifier):
        def begin(self, image, layers=()):
            if next(calls) == 1:
                raise NetworkError(NetworkFact.LAYER_FAILED(layer="block5_conv3", status=-100))
            return super().begin(image, layers)

    failing = FailsOnce(classifier.info, classifier._network, classifier._head)
    results = list(classify_files(failing, paths, jobs=1))
    assert [result.status for result in results] == ["ok", "failed", "ok"]
    assert str(results[1].error).startswith("01.png could not be classified")
    assert results[1].sha256


@pytest.mark.parametrize(
    "error", [ValueError("Jane Doe"), IndexError(), MemoryError(), RuntimeError("Jane"), cv2.error("Jane"), OSError(5)]
)
def test_whatever_one_file_ends_in_is_its_row_and_the_others_go_on(classifier, save, caplog, error):
    paths, calls = [save(number) for number in range(3)], itertools.count()

    class FailsOnce(Classifier):
        def begin(self, image, layers=()):
            if next(calls) == 1:
                raise error
            return super().begin(image, layers)

    failing = FailsOnce(classifier.info, classifier._network, classifier._head)
    results = list(classify_files(failing, paths, jobs=1))

    assert [result.status for result in results] == ["ok", "failed", "ok"]
    assert str(results[1].error).startswith("01.png ")
    assert results[1].probability is None
    assert ("in begin" in caplog.text) is not isinstance(error, MemoryError)
    assert "Jane" not in caplog.text


def test_given_a_group_that_cannot_be_finished_together_then_each_file_is_classified_alone(classifier, save):
    paths = [save(number) for number in range(TOGETHER)]

    class FailsTogether(Classifier):
        def finish(self, begun, threshold=None):
            if len(begun) > 1:
                raise NetworkError("The network failed at block5_conv1 (ncnn status -100).")
            return super().finish(begun, threshold)

    failing = FailsTogether(classifier.info, classifier._network, classifier._head)
    results = list(classify_files(failing, iter(paths), jobs=1))
    assert [result.probability for result in results] == pytest.approx(
        [classify_file(classifier, path)[0].probability for path in paths], abs=1e-6
    )


def test_files_in_one_group_have_the_rows_they_have_alone_whichever_of_them_fail(classifier, save, bad_files):
    paths = [save(0), *bad_files, save(1), save(2), save(3), save(4)]
    together = list(classify_files(classifier, iter(paths), jobs=1))  # its length unknown: groups are full
    for path, row in zip(paths, together, strict=True):
        alone = classify_file(classifier, path)[0]
        assert (row.path, row.status, row.error, row.sha256) == (path, alone.status, alone.error, alone.sha256)
        assert row.warnings == alone.warnings
        assert (row.components is None) is (alone.components is None)
        assert row.probability == (None if alone.probability is None else pytest.approx(alone.probability, abs=1e-6))


@pytest.mark.parametrize(("count", "jobs", "most"), [(4, 2, 1), (8, 2, 2), (64, 2, 4), (1, 8, 1)])
def test_few_files_are_shared_out_evenly_and_many_in_full_groups(count, jobs, most):
    files = [Path(str(number)) for number in range(count)]
    groups = list(_groups(files, jobs, count))
    assert [path for group in groups for path in group] == files
    assert max(map(len, groups)) == most
    assert len(groups[-1]) == 1


def test_no_file_is_written_beside_the_images(classifier, images, save):
    path = save(0)
    before = path.read_bytes(), path.stat().st_mtime_ns
    list(classify_files(classifier, [path]))
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
    assert list(images.iterdir()) == [path]


def peak(classifier, paths):
    """Highest bytes that Python and numpy held during a batch, results thrown away."""
    tracemalloc.start()
    try:
        # How much the images of two threads overlap would be chance.
        for result in classify_files(classifier, paths, jobs=1):
            assert result.status == "ok"
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_given_three_times_as_many_files_then_no_more_memory_is_needed(classifier, save):
    paths = [save(number) for number in range(6)]
    list(classify_files(classifier, paths[:2]))  # what is loaded once
    # Of fewer, fewer are classified together.
    few, many = peak(classifier, paths * 2), peak(classifier, paths * 6)
    assert many < 1.1 * few


@pytest.mark.skipif(not STATUS.exists(), reason="reads Linux' /proc")
def test_given_many_files_then_the_process_does_not_grow(classifier, save):
    """ncnn's memory is not Python's: the whole process is weighed."""

    def resident():
        return int(STATUS.read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")

    paths = [save(number) for number in range(4)]
    list(classify_files(classifier, paths * 2, jobs=2))
    before = resident()
    list(classify_files(classifier, paths * 4, jobs=2))
    # One image's maps alone take some 60 MB: keeping any would show at once.
    assert resident() - before < 60e6
