import time

import numpy as np
import pytest

from skin_gui.measures.similar import nearest

WIDTH = 32


@pytest.fixture
def table():
    return np.random.default_rng(0).normal(size=(10_000, WIDTH)).astype(np.float32)


def test_every_row_is_compared(table):
    query = table[9_137] + np.float32(0.01) * table[5]
    distances = np.sqrt(((table - query) ** 2).mean(axis=1))

    found = nearest(table, query, 5)

    assert [one.row for one in found] == list(np.argsort(distances)[:5])
    assert [one.distance for one in found] == pytest.approx(np.sort(distances)[:5], rel=1e-5)


def test_the_same_picture_is_at_no_distance_and_others_at_about_1_4(table):
    same, *others = nearest(table, table[137], len(table))

    assert same.row == 137
    assert same.distance == 0
    assert np.median([one.distance for one in others]) == pytest.approx(2**0.5, abs=0.1)


def test_rows_can_be_left_out(table):
    without = np.zeros(len(table), dtype=bool)
    without[137] = True

    found = nearest(table, table[137], 5, without=without)

    assert len(found) == 5
    assert 137 not in [one.row for one in found]


def test_few_rows_give_few_neighbours(table):
    assert len(nearest(table[:2], table[0], 5)) == 2
    assert nearest(table[:0], table[0], 5) == []
    assert nearest(table[:2], table[0], 5, without=np.ones(2, dtype=bool)) == []


def test_100000_images_are_searched_in_a_fifth_of_a_second():
    table = np.random.default_rng(0).normal(size=(100_000, WIDTH)).astype(np.float32)
    seconds = []  # of computing: other programs do not count
    for row in range(5):
        begin = time.process_time()
        assert nearest(table, table[row], 5)[0].row == row
        seconds.append(time.process_time() - begin)

    assert min(seconds) < 0.2
