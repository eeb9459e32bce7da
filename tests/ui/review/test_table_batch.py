"""Batches in the table: begun, paused, cancelled, gone on with, and what they bring."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from skin_gui import paths
from skin_gui.review.store import SessionStore
from skin_gui.ui.review.batch_bar import BatchBar
from skin_gui.ui.review.resume_banner import ResumeBanner
from skin_gui.ui.review.review_session import SessionPhase
from skin_gui.ui.review.table.result_columns import Column
from skin_gui.ui.review.table.result_filter import ResultFilter
from skin_gui.workers.batch import BatchState, BatchWorker
from skin_gui.workers.inference import load_classifier, model_facts
from tests.ui.review.steps import SLOW, classify, click, names

pytestmark = pytest.mark.usefixtures("shipped_model")


def test_a_batch_of_another_camera_is_doubted_once_until_dismissed(build_table, folder, qtbot):
    # The same lesion many times: a model that calls one malignant, or benign, calls all so.
    for number in range(6, 36):
        (folder / f"img{number}.png").write_bytes((folder / "img1.png").read_bytes())
    for name in ("img2.png", "img4.png"):
        (folder / name).unlink()
    table = build_table()
    table.session.open([folder])
    qtbot.waitUntil(lambda: table.session.phase == SessionPhase.READY, timeout=SLOW)
    assert not table.camera.isVisible()
    classify(qtbot, table)
    assert table.camera.isVisible()
    assert "do not seem to hold for this camera" in table.camera.text()
    assert "Settings, Calibrate" in table.camera.text()

    click(qtbot, table.camera.dismiss_button)
    assert not table.camera.isVisible()
    table.view.select_path(folder / "img1.png")
    qtbot.keyClick(table.view, Qt.Key.Key_B)
    assert not table.camera.isVisible()

    # Classifying the failed file again is a batch of its own.
    click(qtbot, table.batch_bar.retry_button)
    qtbot.waitUntil(lambda: table.session.phase == SessionPhase.RUNNING or table.camera.isVisible(), timeout=SLOW)
    qtbot.waitUntil(lambda: table.session.phase == SessionPhase.FINISHED, timeout=SLOW)
    assert table.camera.isVisible()


def test_a_small_batch_is_not_doubted(table, qtbot):
    classify(qtbot, table)
    assert not table.camera.isVisible()


def test_what_a_batch_told_before_the_session_was_closed_comes_to_nothing(table, qtbot):
    click(qtbot, table.batch_bar.classify_button)
    assert table.session.findChild(BatchWorker).wait(SLOW)  # its rows and its end are told and not heard yet

    table.session.close()
    qtbot.wait(50)

    assert table.model.rows.total == 0
    assert table.session.phase == SessionPhase.CLOSED


def test_cancel_leaves_a_usable_table_and_continue_does_the_rest(table, folder, qtbot):
    click(qtbot, table.batch_bar.classify_button)
    qtbot.waitUntil(lambda: table.model.rows.total >= 1, timeout=SLOW)
    assert not table.batch_bar.classify_button.isVisible()
    click(qtbot, table.batch_bar.cancel_button)
    qtbot.waitUntil(lambda: not table.is_busy, timeout=SLOW)
    done = table.model.rows.total
    if table.session.phase == SessionPhase.CANCELLED:
        assert table.batch_bar.status.full_text().startswith("Cancelled")
        assert table.batch_bar.classify_button.text() == "Continue"
    assert SessionStore().unfinished() == []  # the user wanted no more of it
    assert done == len(names(table))
    classify(qtbot, table)
    assert table.model.rows.total == 6


def test_a_pause_shows_as_asked_for_until_the_batch_stands_still(qtbot):
    bar = BatchBar()
    qtbot.addWidget(bar)
    bar.show()
    bar.set_phase(SessionPhase.RUNNING)
    bar.show_state(BatchState(60, 3, 0, 2.0, 28.5))
    click(qtbot, bar.pause_button)
    bar.show_state(BatchState(60, 4, 0, 2.0, 28.0))  # a file that was in hand
    bar.show_listed(60, 0)
    bar.show_counts(4, 0)
    assert bar.status.full_text() == "Pausing…"
    assert not bar.pause_button.isEnabled()
    assert bar.cancel_button.isEnabled()

    bar.set_phase(SessionPhase.PAUSED)
    assert "paused" in bar.status.full_text()
    with qtbot.waitSignal(bar.resume):
        click(qtbot, bar.pause_button)
    bar.set_phase(SessionPhase.RUNNING)
    assert bar.status.full_text().startswith("4 of 60")
    assert bar.pause_button.isEnabled()


def test_failed_rows_are_retried_alone(table, folder, qtbot):
    classify(qtbot, table)
    (folder / "img9.jpg").write_bytes((folder / "img1.png").read_bytes())
    click(qtbot, table.batch_bar.retry_button)
    qtbot.waitUntil(lambda: not table.model.rows.failed_paths() and not table.is_busy, timeout=SLOW)
    assert not table.batch_bar.retry_button.isVisible()


def test_closed_while_busy_the_next_start_offers_to_continue(table, folder, qtbot, build_table):
    click(qtbot, table.batch_bar.classify_button)
    qtbot.waitUntil(lambda: table.model.rows.total >= 1, timeout=SLOW)
    table.stop()

    banner = ResumeBanner()
    qtbot.addWidget(banner)
    banner.looked.connect(banner.offer)
    banner.check()
    qtbot.waitUntil(lambda: not banner.isHidden(), timeout=SLOW)
    assert folder.name in banner.text.text()
    with qtbot.waitSignal(banner.accepted) as accepted:
        click(qtbot, banner.continue_button)
    banner.stop()
    assert accepted.args == [[folder], False]

    again = build_table()
    again.session.open(*accepted.args[:1], recursive=accepted.args[1], classify=True)
    qtbot.waitUntil(lambda: again.session.phase == SessionPhase.FINISHED, timeout=SLOW)
    assert again.model.rows.total == 6
    assert SessionStore().unfinished() == []


def test_rows_of_another_model_are_classified_again_with_their_decisions_kept(
    table, folder, qtbot, make_model, monkeypatch, tmp_path
):
    classify(qtbot, table)
    table.set_model(table._facts)
    assert not table.other_models.isVisible()
    table.session.steps.decide([folder / "img1.png"], "unsure")
    before = table.model.rows.result(folder / "img1.png")
    other = make_model(tmp_path / "other", "Skin GUI test", seed=5, validated=True)
    monkeypatch.setattr(paths, "shipped_model", lambda: other)

    table.set_model(model_facts(load_classifier(None)))
    assert table.other_models.text() == (
        "These results, marked *, are of the model Skin GUI test (another of that name). In use is Skin GUI test."
    )
    shown = table.model.index(table.model.rows.row_of(before.path), Column.PROBABILITY)
    assert shown.data().endswith("% *")
    assert before.model in shown.data(Qt.ItemDataRole.ToolTipRole)
    classify(qtbot, table)
    assert table.model.rows.result(folder / "img1.png") == before  # done is done, whichever model made it

    table.activateWindow()
    table.other_models.button.setFocus()
    click(qtbot, table.other_models.button)
    qtbot.waitUntil(lambda: table.is_busy, timeout=SLOW)
    assert not table.other_models.button.isEnabled()
    qtbot.waitUntil(lambda: not table.is_busy, timeout=SLOW)
    assert QApplication.focusWidget() is table.view
    after = table.model.rows.result(folder / "img1.png")
    assert after.reviewer_label == "unsure"
    assert after.probability != before.probability
    assert not table.other_models.isVisible()
    assert "*" not in shown.data()


def test_files_named_alike_are_told_apart_from_the_first_row_on(table, folder, qtbot):
    for name in ("anna", "ben"):
        (folder / name).mkdir()
        (folder / name / "1.png").write_bytes((folder / "img1.png").read_bytes())
    click(qtbot, table.batch_bar.recursive_button)
    qtbot.waitUntil(lambda: table.session.phase == SessionPhase.READY, timeout=SLOW)
    (folder / "cleo").mkdir()  # since the folder was opened
    (folder / "cleo" / "img2.png").write_bytes((folder / "img1.png").read_bytes())
    shown = []

    def look(*_):
        rows = table.model.rows
        shown.append({table.model.index(row, Column.FILE).data() for row in range(len(rows))})

    table.model.rowsInserted.connect(look)
    classify(qtbot, table)

    places = (("anna", "1.png"), ("ben", "1.png"), ("cleo", "img2.png"), (folder.name, "img2.png"))
    ends = {str(Path(*place)) for place in places}
    assert shown[-1] == ends | {"img1.png", "img3.png", "img4.png", "img5.png", "img9.jpg"}
    assert all(names <= shown[-1] for names in shown)


def test_the_filter_finds_a_folder_from_the_first_row_on(table, folder, qtbot):
    for name in ("anna", "ben"):
        (folder / name).mkdir()
        (folder / name / "1.png").write_bytes((folder / "img1.png").read_bytes())
    click(qtbot, table.batch_bar.recursive_button)
    qtbot.waitUntil(lambda: table.session.phase == SessionPhase.READY, timeout=SLOW)
    table.model.set_filter(ResultFilter(text="anna"))
    classify(qtbot, table)

    assert [row.path for row in table.model.rows.shown()] == [folder / "anna" / "1.png"]


def test_sub_folders_stay_chosen_for_the_folder(table, folder, qtbot, build_table):
    click(qtbot, table.batch_bar.recursive_button)
    qtbot.waitUntil(lambda: table.session.phase == SessionPhase.READY, timeout=SLOW)
    table.stop()

    again = build_table()
    again.session.open([folder], recursive=False)
    qtbot.waitUntil(lambda: again.session.phase == SessionPhase.READY, timeout=SLOW)
    assert again.session.recursive
    assert again.batch_bar.recursive_button.isChecked()
