from dataclasses import replace

import pytest
from PySide6.QtCore import QLocale, Qt

from skin_gui.classifier.model_folder import HEAD, read_info
from skin_gui.classifier.store import StoredModel
from skin_gui.ui.settings_dialog.model_table import ModelColumn, ModelTable
from skin_gui.vocabulary import ModelKey
from skin_gui.workers.settings.model_tasks import ModelListing

FIGURES = (ModelColumn.AUC, ModelColumn.SENSITIVITY, ModelColumn.SPECIFICITY)


@pytest.fixture
def described(qtbot, random_model):
    """The figures' texts and tool tips of a model with these metrics."""

    def describe(**metrics):
        point = replace(read_info(random_model).operating_point, sensitivity=0.917, specificity=0.458)
        info = replace(read_info(random_model), metrics=metrics, operating_point=point)
        table = ModelTable()
        table.show_listing(ModelListing((StoredModel(info, random_model, False, False),), (), None))
        cells = [table.index(0, column) for column in FIGURES]
        return [cell.data() for cell in cells], [cell.data(Qt.ItemDataRole.ToolTipRole) for cell in cells]

    return describe


def test_the_figures_of_a_retrained_model_are_of_the_same_images(described):
    held_out = {"auc": 0.583, "sensitivity": 0.833, "specificity": 0.167}
    texts, tips = described(**held_out, **{ModelKey.OUT_OF_FOLD: {"auc": 0.7}})
    assert texts == ["0.583", "83.3\xa0%", "16.7\xa0%"]
    assert set(tips) == {"Measured on the images that were held out of its training"}


def test_a_model_that_states_its_operating_point_alone_shows_that(described):
    texts, tips = described()
    assert texts == ["–", "91.7\xa0%", "45.8\xa0%"]
    assert tips[0] is None
    assert "operating point" in tips[1]


def test_the_table_says_on_how_many_images_each_model_was_measured(qtbot, random_model):
    """0.910 on 20 images beside 0.791 on 6,429 of unseen clinics says nothing of which is better."""
    shipped = replace(read_info(random_model), metrics={"auc": 0.791, "n": 6429})
    retrained = replace(shipped, metrics={"auc": 0.910, "n": 20, ModelKey.OUT_OF_FOLD: {}})
    imported = replace(shipped, metrics={"auc": 0.95, "n": "many"})
    table = ModelTable()
    infos = (shipped, retrained, imported)
    table.show_listing(ModelListing(tuple(StoredModel(i, random_model, False, False) for i in infos), (), None))

    cells = [table.index(row, ModelColumn.MEASURED) for row in range(3)]
    assert [cell.data() for cell in cells] == [QLocale().toString(6429), "20", "–"]
    assert "held out of its training" in cells[1].data(Qt.ItemDataRole.ToolTipRole)


def test_a_calibrated_model_tells_its_own_images_from_those_of_the_model_it_came_from(qtbot, random_model):
    shipped = replace(read_info(random_model), data={ModelKey.SOURCES: {"Wien": 1200, "Barcelona": 34}})
    calibrated = replace(
        shipped,
        name="Our clinic",
        data={ModelKey.COUNTS: {"calibration": {"benign": 30, "malignant": 14}}},
        training={"start": "Skin GUI test"},
    )
    other = replace(calibrated, files={**calibrated.files, HEAD: "of a model that is not there"})
    table = ModelTable()
    models = tuple(StoredModel(info, random_model, False, False) for info in (calibrated, shipped, other))
    table.show_listing(ModelListing(models, (), None))

    many = QLocale().toString(1234)
    cells = [table.index(row, ModelColumn.IMAGES) for row in range(3)]
    assert [cell.data() for cell in cells] == [f"{many} + 44 (calibration)", many, "44 (calibration)"]
    tips = [cell.data(Qt.ItemDataRole.ToolTipRole) for cell in cells]
    assert "operating point: 44." in tips[0]
    assert "Skin GUI test" in tips[0]
    assert f"trained on: {many}." in tips[0]
    assert tips[1] is None
    assert "trained on" not in tips[2]
