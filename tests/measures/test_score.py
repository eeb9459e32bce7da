import pytest

from skin_gui.measures.score import DermoscopyScore, verdict


@pytest.mark.parametrize(
    ("total", "word"),
    [(1.0, "benign"), (4.74, "benign"), (4.75, "suspicious"), (5.45, "suspicious"), (5.46, "malignant")],
)
def test_the_limits_of_the_rule(total, word):
    assert verdict(total) == word


def test_the_total_is_the_weighted_sum():
    score = DermoscopyScore(asymmetry=2, border=8, colours=6, structures=5)

    assert score.low == score.high == score.value == pytest.approx(8.9)  # the most that the rule gives
    assert score.verdicts == ("malignant",)


def test_without_structures_the_total_is_a_range():
    score = DermoscopyScore(asymmetry=1, border=3, colours=4)

    assert (score.low, score.value, score.high) == (4.1, 5.1, 6.1)
    assert score.verdicts == ("benign", "suspicious", "malignant")


def test_a_range_within_one_class_gives_one_word():
    assert DermoscopyScore(asymmetry=0, border=0, colours=1).verdicts == ("benign",)
    assert DermoscopyScore(asymmetry=2, border=8, colours=6).verdicts == ("malignant",)
