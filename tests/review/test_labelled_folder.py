"""A labelled folder of reviewed images: what stands in it, and that the images stay where they are."""

import shutil
from dataclasses import replace

import pytest

from skin_gui import paths
from skin_gui.progress import Cancelled
from skin_gui.review.assessment.assessment import Assessment
from skin_gui.review.assessment.terms import Diagnosis, Histology
from skin_gui.review.export_file import ExportError
from skin_gui.review.memberships import Membership
from skin_gui.review.reading.labelled_folder import label_of, make_labelled_folder
from skin_gui.training.data.dataset import load_dataset
from skin_gui.vocabulary import ImageWarning


@pytest.fixture
def rows(make_result, tmp_path):
    samples = sorted(paths.samples().glob("*.jpg"))
    names = ("a/1.jpg", "b/1.jpg", "b/2.jpg", "b/3.jpg")
    for sample, name in zip(samples, names, strict=False):
        (tmp_path / "in" / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(sample, tmp_path / "in" / name)
    one, two, three, four = (make_result(tmp_path / "in" / name) for name in names)
    return [
        replace(one, reviewer_label="benign", assessment=Assessment(Diagnosis.NEVUS)),
        replace(two, reviewer_label="benign", assessment=Assessment(histology=Histology.MELANOMA)),
        replace(three, reviewer_label="unsure"),
        four,
    ]


def test_training_reads_the_folder_with_its_labels_and_lesions(rows, tmp_path):
    members = {rows[0].path: Membership("P1", "L1"), rows[1].path: Membership("P2", "L1")}
    summary = make_labelled_folder(tmp_path / "out", rows, memberships=members)
    assert (summary.benign, summary.malignant, summary.copied, summary.missing) == (1, 1, 0, ())
    dataset = load_dataset([tmp_path / "out"])
    assert {sample.path.name: (sample.label, sample.patient_id, sample.lesion_id) for sample in dataset} == {
        "1.jpg": ("benign", "P1", "P1/L1"),
        "1_2.jpg": ("malignant", "P2", "P2/L1"),  # histology counts before the decision
    }


@pytest.mark.parametrize("link", [True, False])
def test_images_stay_where_they_are(rows, tmp_path, link):
    before = {row.path: row.path.read_bytes() for row in rows}
    make_labelled_folder(tmp_path / "out", rows, link=link)
    assert {path: path.read_bytes() for path in before} == before
    made = tmp_path / "out" / "benign" / "1.jpg"
    assert made.read_bytes() == before[rows[0].path]
    assert (made.stat().st_ino == rows[0].path.stat().st_ino) == link
    shutil.rmtree(tmp_path / "out")
    assert rows[0].path.read_bytes() == before[rows[0].path]


def test_what_says_nothing_sure_is_left_out(rows):
    assert [label_of(row) for row in rows] == ["benign", "malignant", None, None]
    assert label_of(replace(rows[0], warnings=(ImageWarning.CHANGED_SINCE_REVIEW,))) is None
    assert label_of(replace(rows[0], status="failed")) is None


def test_a_folder_that_is_there_is_not_touched(rows, tmp_path):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "letter.txt").write_text("keep")
    with pytest.raises(ExportError, match="there already"):
        make_labelled_folder(tmp_path / "out", rows)
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["letter.txt"]


def test_nothing_is_left_of_a_folder_that_was_cancelled(rows, tmp_path):
    asked = iter([False, True])
    with pytest.raises(Cancelled):
        make_labelled_folder(tmp_path / "out", rows, cancelled=lambda: next(asked))
    assert [path.name for path in tmp_path.iterdir() if path.name != "home"] == ["in"]


def test_without_a_decision_there_is_no_folder(rows, tmp_path):
    with pytest.raises(ExportError, match="No image has a decision"):
        make_labelled_folder(tmp_path / "out", rows[2:])


def test_files_that_are_gone_are_named(rows, tmp_path):
    rows[0].path.unlink()
    assert make_labelled_folder(tmp_path / "out", rows).missing == ("1.jpg",)
