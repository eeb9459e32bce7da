import shutil
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from skin_gui import paths
from skin_gui.classifier.calibration import Calibration
from skin_gui.classifier.classifier import Classifier
from skin_gui.classifier.model_folder import DESCRIPTION, HEAD, NETWORK, read_info
from skin_gui.classifier.store import ModelStore
from skin_gui.documents.calibration_report import clinic_card
from skin_gui.imaging.decode import read_image
from skin_gui.progress import Cancelled
from skin_gui.review.batch import classify_file, model_id
from skin_gui.training.data.dataset import load_dataset
from skin_gui.training.data.splits import group_ids
from skin_gui.training.fitting.own_calibration import CalibrationRefusedError, Refusal, fit_own_calibration
from skin_gui.training.metrics.reliability import ece
from skin_gui.training.plan import TrainingError
from skin_gui.training.run.clinic import ClinicPlan, calibrate_for_clinic
from skin_gui.vocabulary import ModelKey
from skin_gui.wording.audit import AuditFact
from skin_gui.wording.training import TrainingNote


def calibrate(folder, name="My clinic", **options):
    return calibrate_for_clinic(load_dataset([folder]), ClinicPlan(name=name, **options), clinic_card)


pytestmark = pytest.mark.usefixtures("shipped_model")


def test_nothing_but_calibration_and_operating_point_differs(clinic_folder):
    store = ModelStore()
    base = store.active()
    found = calibrate(clinic_folder, prevalence=0.2)
    info = found.stored.info
    assert (info.name, info.display_name, info.validated) == ("My clinic", "My clinic (not validated)", False)
    for field in ("features", "flips", "novelty_limit", "preset", "preprocessing"):
        assert getattr(info, field) == getattr(base.info, field)
    assert dict(info.files) == {file: base.info.files[file] for file in (*NETWORK, HEAD)}
    assert (found.stored.path / HEAD).read_bytes() == (base.path / HEAD).read_bytes()
    assert not (found.stored.path / NETWORK[1]).exists()
    assert info.calibration != base.info.calibration
    assert info.operating_point != base.info.operating_point
    assert str(info.operating_point.measured_on) == "out of fold, 5 folds by picture, 44 images"
    assert info.metrics["prevalence"] == 0.2
    assert info.metrics["ece"] == found.report.fitted.after.ece < info.metrics["before"]["ece"]
    assert "Calibration only" in found.stored.card
    assert "Brier score and ECE are at a prevalence of 20.0%." in found.stored.card
    assert not found.stored.active


def test_its_probabilities_are_the_base_logits_in_the_new_calibration(clinic_folder):
    base = Classifier.load()
    stored = calibrate(clinic_folder).stored
    own = Classifier.load(stored.path)
    for file in sorted(clinic_folder.rglob("*.png"))[::11]:
        image = read_image(file)
        assert base.info.calibration.probability(base.logit(image)) == base.predict(image).probability
        assert own.predict(image).probability == own.info.calibration.probability(base.logit(image))
        # The heatmap is in calibrated log-odds: the same places, on the new calibration's scale.
        mine, theirs = own.predict(image).heatmap, base.predict(image).heatmap
        steeper = own.info.calibration.scale / base.info.calibration.scale
        inside = (mine < 1) & (theirs < 1)
        np.testing.assert_allclose(mine[inside], steeper * theirs[inside], rtol=1e-4, atol=1e-6)


def test_its_name_and_identity_stand_in_results_and_survive_export_and_rollback(clinic_folder, tmp_path):
    store = ModelStore()
    stored = calibrate(clinic_folder).stored
    before = model_id(Classifier.load())
    store.activate("My clinic")
    file = next(clinic_folder.rglob("*.png"))
    result, _, _ = classify_file(Classifier.load(), file)
    assert result.model == "My clinic (not validated)"
    assert result.model_id != before
    store.export("My clinic", tmp_path / "own.zip")
    assert store.rollback().shipped
    store.remove("My clinic")
    again = store.import_(tmp_path / "own.zip")
    assert again.info.calibration == stored.info.calibration
    assert store.verify("My clinic") == [("My clinic", None)]


def test_given_a_place_where_no_model_can_be_stored_then_it_is_said_before_the_work(clinic_folder):
    ModelStore().folder.parent.mkdir(parents=True, exist_ok=True)
    ModelStore().folder.touch()
    told = []
    with pytest.raises(TrainingError, match="could not be stored"):
        calibrate_for_clinic(load_dataset([clinic_folder]), ClinicPlan(), clinic_card, progress=told.append)
    assert told == []


def test_pictures_with_both_labels_are_told(clinic_folder, tmp_path):
    shutil.copytree(clinic_folder, tmp_path / "clinic")
    for number in range(2):
        shutil.copy(
            next((tmp_path / "clinic" / "benign").glob(f"*{number}.png")),
            tmp_path / "clinic" / "malignant" / f"b{number}.png",
        )
    assert AuditFact.PICTURES_OF_BOTH_CLASSES(count=2) in calibrate(tmp_path / "clinic").report.notes


def test_calibrating_again_starts_from_the_makers_calibration(clinic_folder):
    store = ModelStore()
    first = calibrate(clinic_folder)
    store.activate(first.stored.info.name)
    second = calibrate(clinic_folder, name="Again")
    assert second.stored.info.calibration == first.stored.info.calibration
    assert second.report.fitted.before.threshold == first.stored.info.operating_point.threshold
    assert second.stored.info.training["start"] == "My clinic"


def test_the_makers_list_of_images_and_share_of_malignant_lesions_are_handed_on(
    clinic_folder, make_model, tmp_path, monkeypatch
):
    model = make_model(tmp_path / "model", "Maker's", validated=True)
    info = read_info(model)
    (model / DESCRIPTION).unlink()  # a hard link
    (model / DESCRIPTION).write_text(
        replace(info, data={ModelKey.IMAGES: ["0" * 16]}, metrics={"prevalence": 0.1}).to_json(), encoding="utf-8"
    )
    monkeypatch.setattr(paths, "shipped_model", lambda: model)

    first = calibrate(clinic_folder)
    ModelStore().activate(first.stored.info.name)

    assert first.report.notes == ()
    assert len(first.stored.info.data[ModelKey.IMAGES]) == 45
    second = calibrate(clinic_folder, name="Again")
    assert second.report.notes == (TrainingNote.KNOWN_IMAGES(known=44, total=44, model="My clinic"),)
    assert (first.report.fitted.prevalence, second.report.fitted.prevalence) == (0.1, 0.1)


def test_the_operating_point_is_that_of_the_sensitivity_that_is_asked_for(clinic_folder):
    lower, higher = (
        calibrate(clinic_folder, target_sensitivity=target).stored.info.operating_point for target in (0.6, 1.0)
    )
    assert (lower.target_sensitivity, higher.target_sensitivity) == (0.6, 1.0)
    assert higher.threshold < lower.threshold


def test_a_loss_of_malignant_lesions_is_said_where_the_aim_is_missed(clinic_folder):
    reached, missed = (calibrate(clinic_folder, target_sensitivity=target).report for target in (0.9, 0.95))
    assert [found.fitted.after.sensitivity.value for found in (reached, missed)] == [pytest.approx(20 / 22)] * 2
    assert reached.notes == ()
    assert missed.notes == (TrainingNote.FINDS_FEWER(after=91, before=100, target=95),)


def test_given_few_images_then_refused_and_nothing_is_stored(save_picture, tmp_path):
    for seed in range(8):
        save_picture(tmp_path / "few" / ("benign" if seed % 2 else "malignant") / f"{seed}.jpg", seed)
    with pytest.raises(CalibrationRefusedError) as refused:
        calibrate(tmp_path / "few")
    assert refused.value.reason is Refusal.FEW_BENIGN
    assert len(ModelStore().list()) == 1


def test_copies_of_a_picture_count_once(clinic_folder, tmp_path):
    folder = tmp_path / "copies"
    for kind in ("benign", "malignant"):
        (folder / kind).mkdir(parents=True)
    for file in (clinic_folder / "benign").iterdir():
        shutil.copy(file, folder / "benign")
    for file in sorted((clinic_folder / "malignant").iterdir())[:11]:
        shutil.copy(file, folder / "malignant" / file.name)
        with Image.open(file) as picture:
            picture.save(folder / "malignant" / f"{file.stem}.jpg", quality=95)
    with pytest.raises(CalibrationRefusedError) as refused:
        calibrate(folder)
    assert (refused.value.reason, refused.value.found) == (Refusal.FEW_MALIGNANT, 11)


def test_unreadable_files_are_left_out_and_said(clinic_folder, tmp_path):
    folder = shutil.copytree(clinic_folder, tmp_path / "clinic")
    (folder / "benign" / "broken.png").write_bytes(b"no picture")
    notes = calibrate(folder).report.notes
    assert notes == (TrainingNote.UNREADABLE(count=1),)


@pytest.mark.parametrize(
    ("options", "words"),
    [({"name": " "}, "name"), ({"prevalence": 1.0}, "prevalence"), ({"target_sensitivity": 0.0}, "sensitivity")],
)
def test_given_an_impossible_plan_then_one_sentence(tmp_path, save_picture, options, words):
    for label in ("benign", "malignant"):
        save_picture(tmp_path / label / "1.jpg", 1)
    with pytest.raises(TrainingError, match=words):
        calibrate(tmp_path, **options)


def test_given_a_request_to_stop_then_nothing_is_stored(clinic_folder):
    asked = iter(range(10**6))
    dataset = load_dataset([clinic_folder])
    with pytest.raises(Cancelled):
        calibrate_for_clinic(dataset, ClinicPlan(), clinic_card, cancelled=lambda: next(asked) > 60)
    written = []

    def last_moment(*about):
        written.append(clinic_card(*about))
        return written[-1]

    with pytest.raises(Cancelled):
        calibrate_for_clinic(dataset, ClinicPlan(), last_moment, cancelled=lambda: bool(written))
    assert [model.shipped for model in ModelStore().list()] == [True]
    assert not list(ModelStore().folder.glob(".*"))


def test_forty_and_forty_real_images_mend_a_calibration_that_does_not_hold_for_them(data_dir):
    """A hospital's images, seen through a calibration as wrong as an unknown camera makes it; measured on others."""
    dataset = load_dataset([data_dir / "bcn"])
    groups, labels = group_ids(dataset), dataset.labels
    _, first = np.unique(groups, return_index=True)
    chosen = np.concatenate([np.random.default_rng(0).permutation(first[labels[first] == k])[:80] for k in (0, 1)])
    classifier = Classifier.load(paths.shipped_model())
    logits = np.array([classifier.logit(read_image(dataset.paths[i])) for i in chosen])
    own, others = np.tile(np.repeat([True, False], 40), 2), np.tile(np.repeat([False, True], 40), 2)
    truth, right = labels[chosen], classifier.info.calibration
    wrong = Calibration(1.5 * right.scale, right.offset + 3)
    found = fit_own_calibration(logits[own], truth[own], chosen[own], (wrong, 0.5), target=0.9, prevalence=0.5)
    before, after = (ece(truth[others], c.probability(logits[others])) for c in (wrong, found.calibration))
    assert before > 0.2
    assert after < 0.6 * before
    assert found.after.ece < 0.6 * found.before.ece
