import threading
import time

import pytest

from skin_gui.parallel import in_order
from skin_gui.progress import Cancelled


def test_results_come_in_the_order_of_the_items_whichever_is_done_first():
    def slow_first(number):
        time.sleep(0.05 if number == 0 else 0)
        return number

    assert list(in_order(slow_first, range(20), jobs=4)) == list(range(20))


def test_items_are_taken_only_as_they_are_needed():
    taken = []

    def items():
        for number in range(100):
            taken.append(number)
            yield number

    results = in_order(str, items(), jobs=2)
    next(results)

    assert len(taken) <= 6


def test_a_request_to_stop_ends_it():
    stop = threading.Event()
    results = in_order(str, range(100), jobs=2, cancelled=stop.is_set)
    assert next(results) == "0"
    stop.set()

    with pytest.raises(Cancelled):
        list(results)


def test_an_error_reaches_the_caller():
    with pytest.raises(ZeroDivisionError):
        list(in_order(lambda number: 1 / number, [1, 0, 2], jobs=2))
