"""The scores of the checklists, as their authors give them."""

from skin_gui.review.assessment.assessment import Assessment, read_assessment
from skin_gui.review.assessment.checklists import (
    Menzies,
    SevenPoint,
    menzies_is_suspicious,
    revised_score,
    seven_point_score,
)

MINOR = [
    SevenPoint.IRREGULAR_STREAKS,
    SevenPoint.IRREGULAR_PIGMENTATION,
    SevenPoint.IRREGULAR_DOTS,
    SevenPoint.REGRESSION,
]


def test_major_criteria_count_twice_in_the_original_and_once_in_the_revised_list():
    assert (seven_point_score(SevenPoint), revised_score(SevenPoint)) == (10, 7)
    assert (seven_point_score(MINOR), revised_score(MINOR)) == (4, 4)
    assert (seven_point_score([SevenPoint.BLUE_WHITISH_VEIL]), revised_score([SevenPoint.BLUE_WHITISH_VEIL])) == (2, 1)
    assert (seven_point_score([]), revised_score([])) == (0, 0)


def test_menzies_wants_no_negative_and_one_positive_feature():
    positive = [each for each in Menzies if each not in (Menzies.SYMMETRY, Menzies.ONE_COLOUR)]
    assert len(positive) == 9
    assert all(menzies_is_suspicious([each]) for each in positive)
    assert not menzies_is_suspicious([*positive, Menzies.SYMMETRY])
    assert not menzies_is_suspicious([*positive, Menzies.ONE_COLOUR])
    assert not menzies_is_suspicious([])


def test_a_list_with_nothing_found_is_not_a_list_that_was_not_filled_in():
    filled = Assessment(seven_point=(), menzies=())
    assert filled
    assert read_assessment(filled.to_json()) == filled
    every = Assessment(seven_point=tuple(SevenPoint), menzies=tuple(Menzies))
    assert read_assessment(every.to_json()) == every
