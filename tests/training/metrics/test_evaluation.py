import csv
import io
import json
from pathlib import Path

import pytest

from skin_gui.documents.evaluation_report import evaluation_text
from skin_gui.training.data.dataset import Sample
from skin_gui.training.metrics.evaluation import ScoredImage, age_band, evaluate_predictions, paper_table


def _sample(name, label, **known):
    return Sample(Path("clinic", label, name), label, source="clinic", **known)


SAMPLES = [
    _sample("a.jpg", "malignant", diagnosis="mel", sex="female", age=71.0),
    _sample("b.jpg", "malignant", diagnosis="bcc", sex="male", age=40.0),
    _sample("c.jpg", "benign", diagnosis="nv", sex="male"),
    _sample("d.jpg", "benign", diagnosis="bkl", sex="male"),
]
SCORES = [ScoredImage(0.9), ScoredImage(0.2), ScoredImage(None, "d is not an image."), ScoredImage(0.5)]


def test_given_one_unreadable_file_then_the_others_are_measured_and_it_is_listed():
    evaluation = evaluate_predictions(SAMPLES, iter(SCORES), 0.5)
    assert evaluation.metrics.n == 3
    assert evaluation.labels.tolist() == [1, 1, 0]
    assert evaluation.probabilities.tolist() == [0.9, 0.2, 0.5]
    assert [row.sample.path.name for row in evaluation.failed] == ["c.jpg"]
    assert [row.right for row in evaluation.rows] == [True, False, None, False]


def test_given_metadata_then_subgroups_and_diagnoses_are_tabulated():
    evaluation = evaluate_predictions(SAMPLES, SCORES, 0.5)
    assert set(evaluation.groups) == {"age", "sex"}  # all are of one source, none has a site or a split
    assert [(row.value, row.n, row.metrics) for row in evaluation.groups["age"]] == [
        ("30-49", 1, None),
        ("70+", 1, None),
        ("unknown", 1, None),
    ]
    assert [(row.diagnosis, row.n, row.called_malignant) for row in evaluation.diagnoses] == [
        ("bkl", 1, None),
        ("bcc", 1, None),
        ("mel", 1, None),
    ]


@pytest.mark.parametrize(("age", "band"), [(29.9, "0-29"), (30, "30-49"), (69, "50-69"), (70, "70+"), (None, None)])
def test_given_an_age_then_its_band_is_found(age, band):
    assert age_band(age) == band


def test_given_rows_then_the_papers_table_has_its_columns():
    renamed = [_sample("=HYPERLINK(1).jpg", "benign")]
    table = paper_table(evaluate_predictions([*SAMPLES, *renamed], [*SCORES, ScoredImage(0.1)], 0.5).rows)
    assert list(csv.reader(io.StringIO(table))) == [
        ["No", "Input", "Category", "Output", "Result", "Probability"],
        ["1", "a.jpg", "malignant", "malignant", "True", "0.900000"],
        ["2", "b.jpg", "malignant", "benign", "False", "0.200000"],
        ["3", "c.jpg", "benign", "", "", ""],
        ["4", "d.jpg", "benign", "malignant", "False", "0.500000"],
        ["5", "'=HYPERLINK(1).jpg", "benign", "benign", "True", "0.100000"],
    ]


@pytest.mark.parametrize(
    "name", ["=1+1.jpg", " =1+1.jpg", "\u00a0@x.jpg", "\n=1.jpg", "\tx.jpg", " \tx.jpg", "＝1+1.jpg"]
)
def test_given_a_file_name_that_a_spreadsheet_would_run_then_it_begins_with_an_apostrophe(name):
    table = paper_table(evaluate_predictions([_sample(name, "benign")], [ScoredImage(0.1)], 0.5).rows)
    assert list(csv.reader(io.StringIO(table, newline="")))[1][1] == f"'{name}"


def test_given_nothing_readable_then_there_are_no_metrics_and_the_report_says_so():
    evaluation = evaluate_predictions(SAMPLES, [ScoredImage(None, "broken")] * 4, 0.5)
    assert evaluation.metrics is None
    assert json.loads(json.dumps(evaluation.to_json()))["n"] == 0
    assert "No image could be classified" in evaluation_text(evaluation, "shipped", prevalence=0.1)
    assert "4 of 4 files" in evaluation_text(evaluation, "shipped", prevalence=0.1)


def test_given_an_evaluation_then_the_report_shows_figures_and_small_groups_honestly():
    samples, outcomes = SAMPLES * 20, SCORES * 20
    text = evaluation_text(evaluate_predictions(samples, outcomes, 0.5), "shipped", prevalence=0.1)
    assert "60 images: 20 benign, 40 malignant" in text
    assert "Sensitivity (SEN)       0.500   0.352 to 0.648   20 of 40" in text
    assert "sex female" in text
    assert "20 of 80 files could not be classified" in text
    small = evaluation_text(evaluate_predictions(SAMPLES, SCORES, 0.5), "shipped", prevalence=0.1)
    assert "n too small" in small


def test_given_json_then_it_is_valid_and_holds_the_failed_files():
    content = evaluate_predictions(SAMPLES, SCORES, 0.5).to_json()
    text = json.dumps(content, allow_nan=False)
    assert json.loads(text)["failed"][0]["error"] == "d is not an image."
    assert content["diagnoses"][0]["diagnosis"] == "bkl"
    assert content["groups"]["sex"][0] == {"value": "female", "n": 1, "metrics": None}


def test_given_outcomes_missing_then_it_is_an_error():
    with pytest.raises(ValueError, match="shorter"):
        evaluate_predictions(SAMPLES, SCORES[:2], 0.5)
