import pytest

from skin_gui.pace import Pace


def test_the_rate_forgets_pauses():
    now = [0.0]
    pace = Pace(clock=lambda: now[0])
    assert pace.rate is None
    for _ in range(10):
        now[0] += 0.5
        pace.step()
    assert pace.rate == pytest.approx(2.0)
    assert pace.seconds_left(8) == pytest.approx(4.0)
    now[0] += 1000
    pace.restart()
    assert pace.rate is None
    now[0] += 1.0
    pace.step()
    assert pace.rate == pytest.approx(1.0)


def test_what_is_longer_ago_than_the_window_does_not_count():
    now = [0.0]
    pace = Pace(10, clock=lambda: now[0])
    for second, done in ((5, 100.0), (15, 110.0), (25, 120.0)):
        now[0] = float(second)
        pace.reach(done)

    assert pace.rate == pytest.approx(1.0)
    assert pace.seconds_left(0.5) == pytest.approx(0.5)
