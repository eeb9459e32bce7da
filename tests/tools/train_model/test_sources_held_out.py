import numpy as np
import pytest

from tools.train_model.sources_held_out import balanced_threshold, leave_one_source_out


def test_leaving_a_source_out_holds_all_of_it_out_and_nothing_else():
    sources = ["a", "b", "a", "c", "b", "a"]
    labels = np.array([0, 1, 1, 0, 0, 1])

    folds = leave_one_source_out(sources, labels)

    assert sorted(folds) == ["a", "b"]  # c has one class: nothing can be measured on it alone
    train, held = folds["a"]
    assert (train.tolist(), held.tolist()) == ([1, 3, 4], [0, 2, 5])


def test_leaving_out_the_only_source_of_a_class_is_refused():
    with pytest.raises(ValueError, match="without the images of a"):
        leave_one_source_out(["a", "a", "b"], np.array([0, 1, 0]))


def test_the_balanced_threshold_lets_no_source_pay_for_another():
    """Sources a and c are scored 0.2 higher than b: at 0.5 b would miss half; 0.4 is the best for the worst of them."""
    labels = np.array([0, 0, 0, 0, 1, 1, 1, 1] * 3)
    of_b = np.array([0.1, 0.1, 0.2, 0.3, 0.4, 0.45, 0.6, 0.7])
    probabilities = np.concatenate([of_b + 0.2, of_b, of_b + 0.2])
    sources = ["a"] * 8 + ["b"] * 8 + ["c"] * 8  # on average over the rates 0.6 would be best

    threshold = balanced_threshold(labels, probabilities, sources, (0.8, 0.5))

    assert threshold == pytest.approx(0.4)
    called = probabilities >= threshold
    assert called[labels == 1].all()
    assert (~called[:8][labels[:8] == 0]).mean() == 0.5
