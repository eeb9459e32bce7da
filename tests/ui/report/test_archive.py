"""What the window sends to an archive."""

import shutil
from dataclasses import replace

import numpy as np
import pydicom
import pydicom.data
import pytest
from PIL import Image

from skin_gui.classifier import Classifier
from skin_gui.review.results import Result
from skin_gui.ui.report.archive import captured_picture, write_dicom_report, write_dicom_results
from skin_gui.ui.report.report import ReportRequest
from skin_gui.ui.report.report_header import ReportHeader

pytestmark = pytest.mark.usefixtures("qapp")
STUDY, PATIENT = "1.2.826.0.1.99", "K104"


@pytest.fixture
def row(tmp_path):
    path = tmp_path / "lesion.png"
    Image.new("RGB", (640, 480), (200, 120, 90)).save(path)
    return Result(path, "ok", "model", "1", "2025-01-01T00:00:00+00:00", probability=0.7, threshold=0.5)


@pytest.fixture
def dicom_row(row, tmp_path):
    data = pydicom.dcmread(pydicom.data.get_testdata_file("SC_rgb_small_odd.dcm"))
    data.StudyInstanceUID, data.PatientID = STUDY, PATIENT
    data.save_as(tmp_path / "lesion.dcm")
    return replace(row, path=tmp_path / "lesion.dcm")


def test_the_result_stands_below_the_picture_and_nothing_of_the_picture_is_covered(row):
    pixels = np.full((480, 640, 3), (200, 120, 90), np.uint8)
    drawn = captured_picture(row, pixels, row.file)
    assert drawn.shape[1] == 800  # wide enough for text
    assert np.array_equal(drawn[:480, 80:720], pixels)
    assert drawn[480:].max() > 200  # letters on black
    longer = captured_picture(replace(row, warnings=("blurred", "too dark"), reviewer_label="unsure"), pixels, row.file)
    assert len(longer) > len(drawn)
    assert not np.array_equal(captured_picture(row.at(0.9), pixels, row.file)[480:], drawn[480:])  # now benign


def test_a_large_picture_is_made_smaller_in_its_proportions(row):
    drawn = captured_picture(row, np.full((3000, 4000, 3), 90, np.uint8), row.file)
    assert drawn.shape[1] == 2048
    assert (drawn[:1536] == 90).all()


def test_results_are_written_at_the_operating_point_in_force(row, tmp_path):
    request = ReportRequest([row], threshold=0.9, header=ReportHeader(patient=PATIENT, clinic="Nord"))
    assert write_dicom_results(tmp_path / "out", request).images == 1
    report = pydicom.dcmread(tmp_path / "out" / "0001-result.dcm")
    assert (report.PatientID, report.InstitutionName) == (PATIENT, "Nord")
    said = report.to_json()
    assert "Benign" in said
    assert "operating point 0.9" in said


@pytest.mark.parametrize("among_others", [False, True])
def test_a_report_joins_the_study_of_its_images_if_they_are_all_of_one(
    row, dicom_row, random_model, tmp_path, among_others
):
    again = replace(dicom_row, path=shutil.copyfile(dicom_row.path, tmp_path / "again.dcm"))
    request = ReportRequest([dicom_row, again, row] if among_others else [dicom_row, again])
    write_dicom_report(tmp_path / "report.dcm", request, classifier=Classifier.load(random_model))
    report = pydicom.dcmread(tmp_path / "report.dcm")
    assert ((report.StudyInstanceUID, report.PatientID) == (STUDY, PATIENT)) is not among_others
    assert (report.PatientID == "") is among_others
