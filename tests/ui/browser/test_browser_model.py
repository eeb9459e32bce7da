import sys
import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtTest import QAbstractItemModelTester

from skin_gui.imaging.entries import natural_key
from skin_gui.imaging.scan import FoundImage
from skin_gui.measured_on import OtherImages
from skin_gui.review.results import Result
from skin_gui.ui.browser.browser_model import BrowserModel, Role
from skin_gui.ui.browser.browser_state import Order, Review
from skin_gui.ui.browser.name_cuts import elided_name
from skin_gui.wording.fact import verbatim
from skin_gui.workers.shown import ModelFacts

pytestmark = pytest.mark.usefixtures("qapp")


def found(name, modified=0, size=0):
    return FoundImage(str(Path("/pictures", name)), name, modified, size, natural_key(name))


def result(name, probability=None, reviewer=None, error=None):
    return Result(
        Path("/pictures") / name,
        "failed" if error else "ok",
        "model",
        "1",
        "2025-01-01T00:00:00+00:00",
        probability=probability,
        threshold=None if probability is None else 0.5,
        error=error,
        reviewer_label=reviewer,
    )


MODEL = ModelFacts("model", 0.5, None, None, OtherImages("made-up images"))


def names(model):
    return [model.index(row).data() for row in range(model.rowCount())]


@pytest.fixture
def model():
    model = BrowserModel()
    files = [found("img1.jpg", 30, 5), found("img2.jpg", 10, 9), found("img10.jpg", 20, 5), found("zebra.png", 5, 1)]
    model.set_files(files)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    yield model
    del tester


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (Order.NAME, ["img1.jpg", "img2.jpg", "img10.jpg", "zebra.png"]),
        (Order.NEWEST, ["img1.jpg", "img10.jpg", "img2.jpg", "zebra.png"]),
        (Order.OLDEST, ["zebra.png", "img2.jpg", "img10.jpg", "img1.jpg"]),
        (Order.LARGEST, ["img2.jpg", "img1.jpg", "img10.jpg", "zebra.png"]),
    ],
)
def test_files_sort_by_what_is_known_of_them(model, order, expected):
    model.sort_by(order)

    assert names(model) == expected


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (Order.PROBABILITY, ["img10.jpg", "img2.jpg", "zebra.png", "img1.jpg"]),
        (Order.LABEL, ["img10.jpg", "img2.jpg", "zebra.png", "img1.jpg"]),
        (Order.REVIEW, ["img1.jpg", "zebra.png", "img10.jpg", "img2.jpg"]),
    ],
)
def test_files_sort_by_results_and_decisions(model, order, expected):
    model.sort_by(order)
    before = names(model)

    model.set_results(
        [
            result("img2.jpg", 0.2, reviewer="benign"),
            result("img10.jpg", 0.9, reviewer="unsure"),
            result("img1.jpg", error=verbatim("img1.jpg is damaged")),
        ]
    )
    assert names(model) == before
    model.sort_by(order)

    assert names(model) == expected


def test_labels_follow_the_operating_point_in_force(model):
    results = [result("img2.jpg", 0.4), result("img1.jpg", error=verbatim("img1.jpg is damaged"))]

    model.set_results(results, 0.3)
    assert [model.listing.state(row.path).label for row in results] == ["malignant", None]
    model.set_results(results, None)
    assert [model.listing.state(row.path).label for row in results] == ["benign", None]


def test_the_filter_wants_every_word_in_any_case(model):
    model.filter_names("IMG 1")

    assert names(model) == ["img1.jpg", "img10.jpg"]
    model.filter_names(" ")
    assert model.rowCount() == 4
    model.filter_names("nothing like it")
    assert model.rowCount() == 0


def test_a_result_is_told_by_roles_and_in_words(model):
    model.set_results([result("img2.jpg", 0.83, reviewer="benign")])

    index = model.index(model.listing.row("/pictures/img2.jpg"))
    assert index.data(Role.LABEL) == "malignant"
    assert index.data(Role.PROBABILITY) == 0.83
    assert index.data(Role.REVIEW) is Review.CHANGED
    assert index.data(Role.FAILED) is False
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("img2.jpg, Malignant")
    assert "changed to Benign" in spoken


@pytest.mark.parametrize(
    ("decision", "review"),
    [(None, Review.NONE), ("malignant", Review.AGREED), ("benign", Review.CHANGED), ("unsure", Review.UNSURE)],
)
def test_a_decision_is_agreement_change_or_doubt(model, decision, review):
    model.set_results([result("img1.jpg", 0.7, reviewer=decision)])

    assert model.listing.state("/pictures/img1.jpg").review is review


def test_one_result_tells_views_of_one_row(model, qtbot):
    with qtbot.waitSignal(model.dataChanged) as changed:
        model.set_prediction("/pictures/img10.jpg", 0.1, "benign", MODEL)

    assert [index.row() for index in changed.args[:2]] == [2, 2]


def test_an_unreadable_file_says_why(model):
    model.set_unreadable("/pictures/img1.jpg", "img1.jpg is damaged")

    index = model.index(0)
    assert index.data(Role.FAILED) is True
    assert "img1.jpg is damaged" in index.data(Qt.ItemDataRole.ToolTipRole)
    assert len(model.listing.unreadable) == 1


def test_results_may_come_before_their_files(model):
    model.set_results([result("later.jpg", 0.9)])

    model.add_files([found("later.jpg")])

    assert model.index(model.listing.row("/pictures/later.jpg")).data(Role.PROBABILITY) == 0.9


def test_a_file_that_has_changed_loses_what_was_known_of_its_former_content(model):
    model.set_results([result("img1.jpg", 0.9), result("img2.jpg", 0.8)])
    model.set_unreadable("/pictures/img1.jpg", "img1.jpg is damaged")

    changed = model.set_files([found("img1.jpg", 31, 5), found("img2.jpg", 10, 9)])

    assert changed
    assert names(model) == ["img1.jpg", "img2.jpg"]
    assert model.listing.state("/pictures/img1.jpg").probability is None
    assert model.listing.state("/pictures/img2.jpg").probability == 0.8
    assert len(model.listing.unreadable) == 0
    assert not model.set_files([found("img1.jpg", 31, 5), found("img2.jpg", 10, 9)])


def test_a_name_is_found_by_its_beginning(model):
    assert model.listing.find_name("IMG", 1) == 1
    assert model.listing.find_name("img", 3) == 0
    assert model.listing.find_name("q", 0) == -1


def test_100_000_files_open_sort_and_filter_within_two_seconds():
    model = BrowserModel()
    files = [found(f"ISIC_{number:07d}.jpg", number * 7919 % 100_003, number % 1000) for number in range(100_000)]
    results = [
        result(file.name, (number * 31 % 997) / 997, reviewer=[None, "benign", "unsure"][number % 3])
        for number, file in enumerate(files)
    ]
    seconds = {}

    def timed(what, act):
        # Of this thread alone: other programs on the machine are no part of it.
        started = time.thread_time()
        act()
        seconds[what] = round(time.thread_time() - started, 3)

    timed("open", lambda: model.set_files(files))
    timed("results", lambda: model.set_results(results))
    for order in Order:
        timed(f"sort by {order}", lambda order=order: model.sort_by(order))
    timed("filter", lambda: model.filter_names("ISIC 99"))
    timed("find a name", lambda: model.listing.find_name("zzz", 0))

    sys.stdout.write(f"{seconds}\n")
    assert all(value < 2 for value in seconds.values()), seconds


def test_results_that_are_forgotten_leave_what_was_found_out_about_the_files(model):
    model.set_results([result("img1.jpg", 0.9, "benign"), result("img2.jpg", error=verbatim("It is damaged."))])
    model.set_unreadable("/pictures/img2.jpg", "It cannot be shown.")
    model.set_synthetic("/pictures/img1.jpg")
    changed = []
    model.dataChanged.connect(lambda first, last, *_: changed.append((first.row(), last.row())))

    model.forget_results()

    index = model.index(0)
    assert [index.data(role) for role in (Role.LABEL, Role.PROBABILITY, Role.REVIEW)] == [None, None, Review.NONE]
    assert index.data(Role.SYNTHETIC)
    assert model.listing.state("/pictures/img2.jpg").problem == "It cannot be shown."
    assert changed == [(0, 3)]


def test_a_state_knows_whether_a_row_or_a_look_at_the_image_made_it(model):
    path = "/pictures/img1.jpg"
    model.set_results([result("img1.jpg", 0.9, "benign")])
    assert model.listing.state(path).of_row

    model.set_prediction(path, 0.2, "benign", MODEL)
    assert not model.listing.state(path).of_row

    model.set_results([result("img1.jpg", 0.9, "benign")])
    model.forget_results()
    assert not model.listing.state(path).of_row


@pytest.mark.parametrize(
    "pattern",
    ["synthetic-{:02}-nevus-like-lesion.jpg", "ISIC_00276{:02}.jpg", "{:02}-a-long-name-of-a-lesion-on-a-back.jpg"],
)
def test_names_that_do_not_fit_are_cut_so_that_they_still_differ(pattern):
    model = BrowserModel()
    model.set_files([found(pattern.format(number)) for number in range(1, 30)])
    metrics = QFontMetrics(QFont())
    whole = pattern.format(1)
    width = metrics.horizontalAdvance(whole) * 2 // 3
    indexes = [model.index(row) for row in range(model.rowCount())]
    shown = [elided_name(metrics, index.data(Role.NAME), index.data(Role.TELLING), width) for index in indexes]
    assert len(set(shown)) == len(shown)
    assert all(metrics.horizontalAdvance(name) <= width for name in shown)
    assert elided_name(metrics, whole, indexes[0].data(Role.TELLING), 2 * width) == whole


def test_a_suffix_that_is_cut_goes_with_its_dot():
    model = BrowserModel()
    model.set_files([found(f"bcn_{kind}_ISIC_{n}.jpg") for kind in ("benign", "malignant") for n in (56224, 58302)])
    metrics = QFontMetrics(QFont())
    index = model.index(0)
    name, telling = index.data(Role.NAME), index.data(Role.TELLING)
    widths = range(metrics.horizontalAdvance("bcn_56224"), metrics.horizontalAdvance(name), 5)
    shown = [elided_name(metrics, name, telling, width) for width in widths]
    assert all(text.endswith((".jpg", "\u2026")) and ".\u2026" not in text for text in shown), shown


def test_long_names_of_two_visits_are_cut_to_what_tells_them_apart():
    visits, lesions = ("2024-01-05", "2024-07-05"), ("left forearm", "right forearm")
    names = [f"{name} {day} {place} overview.jpg" for name in "AB" for day in visits for place in lesions]
    model = BrowserModel()
    model.set_files([found(name) for name in names])
    metrics = QFontMetrics(QFont())
    width = metrics.horizontalAdvance(names[0]) // 2
    indexes = [model.index(row) for row in range(model.rowCount())]
    shown = [elided_name(metrics, index.data(Role.NAME), index.data(Role.TELLING), width) for index in indexes]
    assert len(set(shown)) == len(names)
    assert all(metrics.horizontalAdvance(name) <= width for name in shown)
    assert all(name[0] in "AB" and ("01-" in name or "07-" in name) for name in shown), shown
