from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QWidget

from skin_gui.classifier.store import ModelStore
from skin_gui.training.data.images_seen import Unseen
from skin_gui.training.metrics.metrics import Confusion
from skin_gui.training.plan import HeldOutFrom
from skin_gui.training.reports.model_comparison import ComparedImage, Unfamiliar, compare
from skin_gui.training.run.events import TrainingOutcome
from skin_gui.ui.model_comparison.comparison_figures import ConfusionView
from skin_gui.ui.model_comparison.comparison_texts import (
    auc_text,
    caution_texts,
    held_out_text,
    mcnemar_text,
)
from skin_gui.ui.model_comparison.comparison_view import ComparisonView
from skin_gui.ui.retraining.retraining import TrainingPhase
from skin_gui.ui.retraining.training_controller import TrainingController
from skin_gui.ui.widgets.theme import theme
from skin_gui.wording.training import ComparisonFact

PART = HeldOutFrom.PART_OF_FOLDERS
PATIENCE = 120_000


def comparison(new_shift, active_shift, *, guaranteed=True, count=120):
    """Made-up probabilities; the larger the shift the better the model tells the classes apart."""
    rng, images = np.random.default_rng(0), []
    for number in range(count):
        side = 1 if number % 2 else -1
        values = [1 / (1 + np.exp(-(side * shift + rng.normal()))) for shift in (new_shift, active_shift)]
        label = "malignant" if side > 0 else "benign"
        images.append(ComparedImage(Path(f"lesion {number}.png"), label, float(values[0]), float(values[1])))
    why = ComparisonFact.NEW_TO_BOTH if guaranteed else ComparisonFact.ACTIVE_KEEPS_NO_LIST
    return compare(
        images,
        names=("Mine (not validated)", "Skin GUI"),
        thresholds=(0.5, 0.5),
        held_out=HeldOutFrom.OWN_TEST_SPLIT,
        unseen=Unseen(guaranteed, why()),
    )


@pytest.fixture
def controller(qtbot, shipped_model, make_model, tmp_path):
    """A window whose training has just put "Mine" into the store."""
    theme().show_preferences()
    window = QWidget()
    qtbot.addWidget(window)
    stored = ModelStore().add(make_model(tmp_path / "mine", "Mine"))
    controller = TrainingController(window)
    found = comparison(2.5, 0.5)
    controller.retraining.outcome = TrainingOutcome("Mine", stored.path, False, found, 3, 10, {})
    controller.retraining.phase = TrainingPhase.FINISHED
    controller.compare()
    yield controller
    controller.stop()


def press(button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def names():
    return [model.info.name for model in ModelStore().list()]


def test_the_verdict_follows_the_tests_in_plain_words():
    assert "better" in str(comparison(2.5, 0.5).verdict)
    assert "worse" in str(comparison(0.5, 2.5).verdict)
    same = comparison(1.5, 1.5)
    assert "No clear difference" in str(same.verdict)
    assert "may explain that (p = " in mcnemar_text(same)
    assert "hardly explains that (p < 0.001, DeLong)" in auc_text(comparison(2.5, 0.5))


@pytest.mark.parametrize("held_out", HeldOutFrom)
def test_there_are_words_for_what_models_are_compared_on(held_out):
    assert held_out in held_out_text(replace(comparison(1.5, 1.5), held_out=held_out))


def judged(*kinds):
    """So many images of a class, with what the new and the active model say of them."""
    images = [
        ComparedImage(Path(f"{number}.png"), label, new, active)
        for label, count, new, active in kinds
        for number in range(count)
    ]
    fair = Unseen(True, ComparisonFact.NEW_TO_BOTH())
    return compare(images, names=("New", "Old"), thresholds=(0.5, 0.5), held_out=PART, unseen=fair)


def test_a_stricter_threshold_is_no_better_model():
    found = judged(
        ("malignant", 20, 0.4, 0.6), ("malignant", 60, 0.8, 0.9), ("benign", 90, 0.3, 0.6), ("benign", 310, 0.1, 0.2)
    )

    assert found.new.accuracy.value > found.active.accuracy.value
    assert str(found.verdict).startswith("The new model finds fewer malignant lesions, and calls fewer benign")
    assert "only the active one finds: 20. Chance alone hardly explains" in mcnemar_text(found)


def test_a_difference_in_one_class_is_no_verdict_on_the_other():
    fewer_flagged = judged(("malignant", 12, 0.9, 0.9), ("malignant", 1, 0.4, 0.9), ("benign", 30, 0.2, 0.6))
    text = str(fewer_flagged.verdict)
    assert text == "The new model calls fewer benign lesions malignant; no clear difference among the malignant ones."
    more_found = judged(("malignant", 30, 0.6, 0.4), ("malignant", 30, 0.9, 0.9), ("benign", 30, 0.1, 0.1))
    assert str(more_found.verdict).startswith("The new model finds more malignant lesions; no clear difference")


def test_it_says_what_to_beware_of():
    assert len(caution_texts(comparison(1, 1))) == 1
    few = caution_texts(comparison(1, 1, guaranteed=False, count=40))
    assert few[0] == ComparisonFact.ACTIVE_KEEPS_NO_LIST.english
    assert "few images" in few[1]
    assert "not validated" in few[2]


def test_it_says_what_share_of_the_images_the_start_model_does_not_know(qtbot):
    found = replace(comparison(1, 1), unfamiliar=Unfamiliar("Skin GUI", 45, 300))
    view = ComparisonView(TrainingOutcome("Mine", Path("mine"), False, found, 3, 10, {}))
    qtbot.addWidget(view)
    assert "Skin GUI, which the training started from, finds 45 of these 300 images (15" in view.unfamiliar.text()
    view.stop()


def test_a_click_on_a_disagreement_shows_the_image(controller, qtbot):
    view = controller.comparison_view.disagreements
    widest = controller.retraining.outcome.comparison.disagreements[0]
    with qtbot.waitSignal(controller.image_chosen) as chosen:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualItemRect(view.item(0)).center())
    assert chosen.args[0] == widest.path


def test_discarding_removes_the_model_once_the_user_has_said_so_twice(controller, qtbot):
    press(controller.comparison_view.discard_button)
    question = controller.comparison_view.findChild(QMessageBox)
    assert "Mine" in question.text()
    QTest.keyClick(question, Qt.Key.Key_Return)  # takes the default
    assert names() == ["Skin GUI test", "Mine"]
    assert controller.comparison_view.discard_button.isEnabled()

    press(controller.comparison_view.discard_button)
    questions = [box for box in controller.comparison_view.findChildren(QMessageBox) if box.isVisible()]
    press(next(button for button in questions[0].buttons() if button.text() == "Delete the Model"))
    qtbot.waitUntil(lambda: controller.retraining.phase == TrainingPhase.IDLE, timeout=PATIENCE)
    assert names() == ["Skin GUI test"]
    assert controller.comparison_view is None


@pytest.mark.parametrize(("shifts", "primary"), [((2.5, 0.5), "activate_button"), ((0.5, 2.5), "keep_button")])
def test_the_button_that_stands_out_is_not_activate_where_the_new_model_is_worse(qtbot, tmp_path, shifts, primary):
    view = ComparisonView(TrainingOutcome("Mine", tmp_path, False, comparison(*shifts), 3, 10, {}))
    qtbot.addWidget(view)
    standing_out = [name for name in ("activate_button", "keep_button") if getattr(view, name).property("primary")]
    view.stop()
    assert standing_out == [primary]


def test_keeping_leaves_the_model_in_the_store_and_the_active_one_active(controller):
    press(controller.comparison_view.keep_button)
    assert names() == ["Skin GUI test", "Mine"]
    assert ModelStore().active().shipped
    assert controller.retraining.phase == TrainingPhase.IDLE


def test_a_decision_that_fails_is_said_and_can_be_made_again(controller, qtbot):
    (controller.retraining.outcome.folder / "head.npz").write_bytes(b"damaged")
    press(controller.comparison_view.activate_button)
    qtbot.waitUntil(lambda: bool(controller.comparison_view.error.text()), timeout=PATIENCE)
    assert ModelStore().active().shipped
    assert controller.comparison_view.discard_button.isEnabled()


def test_closing_it_decides_nothing(controller):
    controller.comparison_view.reject()
    assert not controller.comparison_view
    assert controller.retraining.phase == TrainingPhase.FINISHED
    controller.compare()
    assert controller.comparison_view.isVisible()


def test_the_rows_of_the_confusion_matrix_have_a_heading(qtbot):
    view = ConfusionView(Confusion(tp=3, tn=4, fp=1, fn=2))
    qtbot.addWidget(view)
    view.resize(view.sizeHint())
    picture = view.grab(QRect(0, 22, 76, 22)).toImage()  # above the names of the rows, beside those of the columns
    colours = {picture.pixel(x, y) for x in range(picture.width()) for y in range(picture.height())}
    assert len(colours) > 1
