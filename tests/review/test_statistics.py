import random
import time

import numpy as np
import pytest

from skin_gui.review.results import Result
from skin_gui.review.statistics import ResultArrays


@pytest.fixture
def some(make_result) -> list[Result]:
    dice = random.Random(5)  # noqa: S311
    return [
        make_result(
            f"/i/{number}.jpg",
            None if dice.random() < 0.1 else dice.choice([0.0, 0.25, 0.5, 1.0, dice.random()]),
            threshold=dice.choice([0.3, 0.5]),
            warnings=("blurred",) if dice.random() < 0.2 else (),
            validated=dice.random() < 0.5,
            reviewer_label=dice.choice([None, "benign", "malignant", "unsure"]),
        )
        for number in range(500)
    ]


@pytest.mark.parametrize("threshold", [None, 0.0, 0.25, 0.5, 0.77, 1.0])
def test_the_summary_counts_what_a_loop_counts(some, threshold):
    rows = some if threshold is None else [row.at(threshold) for row in some]
    summary = ResultArrays(some).summary(threshold)
    compared = [row for row in rows if row.label and row.reviewer_label in ("benign", "malignant")]
    agreed = sum(row.label == row.reviewer_label for row in compared)
    assert summary.total == 500
    assert summary.benign == sum(row.label == "benign" for row in rows)
    assert summary.malignant == sum(row.label == "malignant" for row in rows)
    assert summary.failed == sum(row.status == "failed" for row in rows)
    assert summary.with_warnings == sum(bool(row.all_warnings) for row in rows)
    assert summary.reviewed == sum(row.reviewer_label is not None for row in rows if row.status == "ok")
    assert summary.unreviewed == 500 - summary.failed - summary.reviewed
    assert summary.reviewed == summary.reviewed_benign + summary.reviewed_malignant + summary.reviewed_unsure
    assert (summary.compared, summary.agreed) == (len(compared), agreed)
    assert summary.agreement == agreed / len(compared)


def test_the_histogram_holds_every_classified_row(make_result):
    rows = [make_result("/i/a.jpg", p) for p in (0.0, 0.049, 0.05, 0.5, 1.0, None)]
    histogram = ResultArrays(rows).summary().histogram
    assert histogram.shape == (20,)
    assert histogram.sum() == 5
    assert (histogram[0], histogram[1], histogram[10], histogram[19]) == (2, 1, 1, 1)


def test_nothing_yet():
    summary = ResultArrays([]).summary()
    assert (summary.total, summary.benign, summary.malignant, summary.failed) == (0, 0, 0, 0)
    assert summary.agreement is None
    assert summary.histogram.sum() == 0


def test_rows_put_in_one_by_one_and_changed_count_the_same(some):
    arrays = ResultArrays()
    for index, row in enumerate(some):
        arrays.put(index, some[0])
        arrays.put(index, row)
    assert len(arrays) == len(some)
    left, right = arrays.summary(0.4), ResultArrays(some).summary(0.4)
    assert vars(left).keys() == vars(right).keys()
    assert all(np.array_equal(vars(left)[name], vars(right)[name]) for name in vars(left))
    with pytest.raises(IndexError):
        arrays.put(len(some) + 1, some[0])


def test_a_hundred_thousand_rows_follow_a_moving_threshold(some):
    start = time.thread_time()  # of this thread alone: other programs on the machine are no part of it
    arrays = ResultArrays(some * 200)
    built = time.thread_time() - start
    start = time.thread_time()
    for threshold in np.linspace(0, 1, 20):
        arrays.summary(float(threshold))
    moved = time.thread_time() - start
    print(f"\nsummary of 100,000 rows: built in {built * 1000:.0f} ms, {moved * 50:.1f} ms a threshold")  # noqa: T201
    assert len(arrays) == 100_000
    assert built < 5, "ten times what it takes"
    assert moved < 5, "ten times what it takes"


def test_the_points_that_rows_were_classified_at_leave_failed_rows_out(make_result):
    rows = [
        make_result("/i/a.jpg", 0.2, threshold=0.5),
        make_result("/i/b.jpg", None, threshold=0.9),
        make_result("/i/c.jpg", 0.5, threshold=0.1),
        make_result("/i/d.jpg", 0.7, threshold=0.1),
    ]
    arrays = ResultArrays(rows[:3])
    arrays.put(3, rows[3])

    assert arrays.own_thresholds() == (0.1, 0.5)
    assert arrays.classified_elsewhere(0.1).tolist() == [0]
    assert arrays.classified_elsewhere(0.2).tolist() == [0, 2, 3]
    assert ResultArrays([rows[1]]).own_thresholds() is None
    assert ResultArrays().own_thresholds() is None
