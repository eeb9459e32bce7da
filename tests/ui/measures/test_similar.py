"""The tab of similar cases, with real sessions of real images."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtTest import QTest

from skin_gui.classifier.calibration import Calibration
from skin_gui.classifier.model_folder import DESCRIPTION
from skin_gui.classifier.store import ModelStore
from skin_gui.review.assessment.terms import Histology
from skin_gui.vocabulary import ModelKey

SLOW = 120_000


@pytest.fixture
def known(window, qtbot, samples, tmp_path):
    """The window with a folder of labelled images, classified, and the folder."""
    for number, place in ((0, "benign"), (1, "benign"), (7, "malignant")):
        (tmp_path / "set" / place).mkdir(parents=True, exist_ok=True)
        shutil.copy(samples[number], tmp_path / "set" / place)
    names = [samples[number].name for number in (0, 1, 7)]
    rows = "".join(f"{name},{dx}\n" for name, dx in zip(names, ("NV", "NV", "MEL"), strict=True))
    (tmp_path / "set" / "metadata.csv").write_text(f"image,diagnosis\n{rows}")
    qtbot.waitUntil(lambda: window.batch_review.table is not None, timeout=SLOW)
    window.batch_review.open([tmp_path / "set"], recursive=True, classify=True)
    table = window.batch_review.table
    qtbot.waitUntil(lambda: table.model.rows.total == 3 and not table.is_busy, timeout=SLOW)
    return tmp_path / "set"


def look_for(window, qtbot, path):
    """The lines of each case that is shown for an image."""
    search = window.measures.similar
    window.measures.tabs.setCurrentWidget(search.panel)
    window.open([path])
    qtbot.waitUntil(lambda: window.panel.predicted is not None and window.panel.predicted.path == path, timeout=SLOW)
    qtbot.waitUntil(lambda: not search.panel.list.isHidden() and not search.runner.is_busy, timeout=SLOW)
    return [search.panel.list.item(row).text().split("\n") for row in range(search.panel.list.count())]


def test_the_nearest_known_cases_stand_with_label_and_histology(known, window, qtbot, samples, tmp_path):
    query = tmp_path / "query.jpg"
    shutil.copy(samples[7], query)

    first, *others = look_for(window, qtbot, query)

    # The same picture under another name is the most alike of all.
    assert first == ["Malignant · mel", "by its folder or table", samples[7].name]
    assert [lines[0] for lines in others] == ["Benign · nv", "Benign · nv"]
    panel = window.measures.similar.panel
    assert panel.summary.text() == "1 of the 3 most alike are malignant"
    qtbot.waitUntil(lambda: panel.list.item(0).icon().pixmap(8, 8).toImage().pixelColor(4, 4).alpha() == 255)


def test_a_picture_that_took_the_place_of_a_case_is_not_shown_with_its_label(known, window, qtbot, samples, tmp_path):
    query = tmp_path / "query.jpg"
    shutil.copy(samples[7], query)
    shutil.copy(samples[2], known / "malignant" / samples[7].name)

    first, *others = look_for(window, qtbot, query)

    assert first[2:] == [samples[7].name, "The file has changed since it was classified."]
    assert all(len(lines) == 3 for lines in others)
    cases = window.measures.similar.panel.list
    assert not cases.item(0).flags() & Qt.ItemFlag.ItemIsEnabled
    assert cases.item(1).flags() & Qt.ItemFlag.ItemIsEnabled


def test_an_image_is_not_its_own_case_and_a_case_opens_its_image(known, window, qtbot, samples):
    own = known / "malignant" / samples[7].name
    cases = look_for(window, qtbot, own)
    assert len(cases) == 2

    panel = window.measures.similar.panel
    panel.list.setFocus()
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.panel.predicted is not None and window.panel.predicted.path != own, timeout=SLOW)
    assert window.panel.predicted.path.parent.name == "benign"


def test_a_decision_changes_what_a_case_is(known, window, qtbot, samples, tmp_path):
    query = tmp_path / "query.jpg"
    shutil.copy(samples[0], query)
    assert look_for(window, qtbot, query)[0][:2] == ["Benign · nv", "by its folder or table"]

    table, reviewed = window.batch_review.table, known / "benign" / samples[0].name
    window.open([known])
    qtbot.waitUntil(lambda: table.session.roots == (known,) and table.model.rows.total == 3, timeout=SLOW)
    window.batch_review.dock.show()
    table.view.select_path(reviewed)
    qtbot.waitUntil(
        lambda: window.panel.predicted is not None and window.panel.predicted.path == reviewed, timeout=SLOW
    )
    qtbot.waitUntil(lambda: window.view.path == reviewed)
    window.view.grab()  # it has been on the screen
    table.keys.decide("malignant")
    assert table.model.labelled_result(reviewed).reviewer_label == "malignant"

    assert look_for(window, qtbot, query)[0][:2] == ["Malignant · nv", "by your review"]

    window.open([known])
    qtbot.waitUntil(lambda: table.session.roots == (known,) and table.model.rows.total == 3, timeout=SLOW)
    table.view.select_path(reviewed)
    qtbot.waitUntil(
        lambda: window.panel.predicted is not None and window.panel.predicted.path == reviewed, timeout=SLOW
    )
    qtbot.waitUntil(lambda: window.view.path == reviewed)
    window.view.grab()
    table.keys.assess(lambda present: replace(present, histology=Histology.NEVUS))

    assert look_for(window, qtbot, query)[0][:2] == ["Benign · Nevus", "by histology"]
    assert window.measures.similar.panel.summary.text() == "1 of the 3 most alike are malignant"


def test_cases_named_alike_are_told_apart_and_keep_their_colours_when_selected(window, qtbot, samples, tmp_path):
    for number, label in ((0, "benign"), (7, "malignant")):
        (tmp_path / "set" / label).mkdir(parents=True)
        shutil.copy(samples[number], tmp_path / "set" / label / "1.jpg")
    qtbot.waitUntil(lambda: window.batch_review.table is not None, timeout=SLOW)
    window.batch_review.open([tmp_path / "set"], recursive=True, classify=True)
    table = window.batch_review.table
    qtbot.waitUntil(lambda: table.model.rows.total == 2 and not table.is_busy, timeout=SLOW)
    shutil.copy(samples[7], tmp_path / "query.jpg")

    cases = look_for(window, qtbot, tmp_path / "query.jpg")

    assert [lines[2] for lines in cases] == [str(Path(label, "1.jpg")) for label in ("malignant", "benign")]
    item = window.measures.similar.panel.list.item(0)
    assert item.isSelected()

    def pictures():
        return [item.icon().pixmap(88, mode).toImage() for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected)]

    qtbot.waitUntil(lambda: pictures()[0].pixelColor(44, 44).alpha() == 255)
    assert pictures()[0] == pictures()[1]
    assert len(look_for(window, qtbot, tmp_path / "set" / "benign" / "1.jpg")) == 1  # no case of its own
    assert window.measures.similar.panel.summary.text() == "The only case known is malignant"


def test_after_activating_a_calibrated_version_of_the_model_the_cases_stay(known, window, qtbot, samples, tmp_path):
    query = tmp_path / "query.jpg"
    shutil.copy(samples[7], query)
    before, first = look_for(window, qtbot, query), window.panel.predicted
    store = ModelStore()
    active = store.active()
    shutil.copytree(active.path, tmp_path / "calibrated")
    own = replace(
        active.info,
        name="My clinic",
        calibration=Calibration(0.5 * active.info.calibration.scale, -1.0),
        training={ModelKey.CALIBRATED_FROM: {"name": active.info.name}},
    )
    (tmp_path / "calibrated" / DESCRIPTION).write_text(own.to_json(), encoding="utf-8")
    store.add(tmp_path / "calibrated")
    store.activate("My clinic")

    window.worker.use_model()
    qtbot.waitUntil(lambda: window.panel.predicted not in (None, first), timeout=SLOW)

    assert window.panel.predicted.model.name == "My clinic (not validated)"
    assert window.panel.predicted.model.model_id != first.model.model_id
    search = window.measures.similar
    qtbot.waitUntil(lambda: not search.panel.list.isHidden() and not search.runner.is_busy, timeout=SLOW)
    assert [search.panel.list.item(row).text().split("\n") for row in range(search.panel.list.count())] == before


def test_without_known_cases_it_says_how_to_get_them(window, qtbot, samples):
    search = window.measures.similar
    window.measures.tabs.setCurrentWidget(search.panel)
    window.open([samples[0]])
    qtbot.waitUntil(lambda: "no case to compare" in search.panel.status.text(), timeout=SLOW)
    assert search.panel.list.isHidden()
