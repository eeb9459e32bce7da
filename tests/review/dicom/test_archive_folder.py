"""Pictures and results as DICOM objects, read back by pydicom and by programs of other makers."""

import hashlib
import shutil
import subprocess
from datetime import date
from pathlib import Path

import numpy as np
import pydicom
import pytest
from PIL import Image
from pydicom.uid import RLELossless, generate_uid

from skin_gui.imaging.decode import load_image
from skin_gui.imaging.errors import ImageError
from skin_gui.progress import Cancelled
from skin_gui.review.assessment.assessment import Assessment
from skin_gui.review.assessment.terms import Diagnosis, Histology
from skin_gui.review.dicom.archive_folder import ArchiveRow, write_archive_folder
from skin_gui.review.dicom.objects import Header
from skin_gui.review.export_file import ExportError
from skin_gui.review.memberships import Membership

HEADER = Header(site="left forearm", clinic="Hôpital Nord", reviewer="Dr. Çelik")
PATIENT = {
    "SpecificCharacterSet": "ISO_IR 192",
    "PatientName": "Müller^Ana",
    "PatientID": "K104",
    "PatientBirthDate": "19700102",
    "PatientSex": "F",
    "StudyDate": "20250304",
    "AccessionNumber": "A7",
    "OtherPatientNames": "Not^Copied",
}


def draw(_result, pixels, _name):
    """The picture over as much black."""
    return np.concatenate([pixels, np.zeros_like(pixels)])


@pytest.fixture
def photograph(tmp_path, make_result):
    def make(name, **changes):
        path = tmp_path / name
        Image.new("RGB", (31, 21), (200, 120, 90)).save(path)
        return make_result(path, 0.731, sha256=hashlib.sha256(path.read_bytes()).hexdigest(), **changes)

    return make


@pytest.fixture
def dicom_row(tmp_path, make_result, photograph):
    """A DICOM image of a known patient, with all that a reviewer can say."""
    path = tmp_path / "lesion.dcm"
    study, series = generate_uid(), generate_uid()
    data = pydicom.dcmread(_written(path, make_folder_of(tmp_path, photograph("seed.png"))))
    camera = {"Manufacturer": "a camera's maker", "StudyInstanceUID": study, "SeriesInstanceUID": series}
    for keyword, value in {**PATIENT, **camera}.items():
        setattr(data, keyword, value)
    data.save_as(path)
    return make_result(
        path,
        0.731,
        sha256=hashlib.sha256(path.read_bytes()).hexdigest(),
        warnings=("blurred",),
        reviewer_label="unsure",
        reviewer_note="Bitte\nin 3 Monaten",
        reviewed_at="2026-01-02T03:04:05+00:00",
        assessment=Assessment(diagnosis=Diagnosis.MELANOMA, histology=Histology.OTHER_BENIGN),
    )


def make_folder_of(tmp_path, row):
    folder = tmp_path / "first"
    write_archive_folder(folder, [ArchiveRow(row, "seed")], draw, header=Header())
    return folder / "0001-picture.dcm"


def _written(path, source):
    return shutil.copyfile(source, path)


def tree(item):
    """All items of a report, from the top."""
    yield item
    for child in item.get("ContentSequence", ()):
        yield from tree(child)


def said(report, name):
    """The values of the items of this name, wherever they stand."""
    found = [one for one in tree(report) if one.ConceptNameCodeSequence[0].CodeMeaning == name]
    return [
        one.ConceptCodeSequence[0].CodeMeaning if one.ValueType == "CODE" else one.get("TextValue", one)
        for one in found
    ]


def test_a_dicom_image_keeps_its_patient_and_study_and_the_report_says_all_that_is_known(dicom_row, tmp_path):
    summary = write_archive_folder(tmp_path / "out", [ArchiveRow(dicom_row, "lesion.dcm")], draw, header=HEADER)
    assert (summary.images, summary.left_out) == (1, ())
    source = pydicom.dcmread(dicom_row.path)
    picture, report = (pydicom.dcmread(tmp_path / "out" / f"0001-{kind}.dcm") for kind in ("picture", "result"))
    for made in (picture, report):
        assert made.StudyInstanceUID == source.StudyInstanceUID
        assert made.SeriesInstanceUID != source.SeriesInstanceUID
        assert (made.PatientName, made.PatientID, made.PatientSex) == ("Müller^Ana", "K104", "F")
        assert (made.AccessionNumber, made.StudyDate, made.InstitutionName) == ("A7", "20250304", "Hôpital Nord")
        assert "OtherPatientNames" not in made
    assert picture.SourceImageSequence[0].ReferencedSOPInstanceUID == source.SOPInstanceUID
    assert picture.BurnedInAnnotation == "YES"
    pixels = picture.pixel_array
    assert np.array_equal(pixels, draw(None, source.pixel_array, ""))

    measured = next(item for item in tree(report) if item.ValueType == "NUM")
    assert measured.MeasuredValueSequence[0].NumericValue == pytest.approx(73.1)
    assert measured.MeasuredValueSequence[0].MeasurementUnitsCodeSequence[0].CodeValue == "%"
    shown = next(item for item in tree(measured) if item.ValueType == "IMAGE")
    assert shown.ReferencedSOPSequence[0].ReferencedSOPInstanceUID == source.SOPInstanceUID
    assert said(report, "Label by the model") == ["Malignant"]
    assert said(report, "Decision of the reviewer") == ["Undetermined"]
    assert said(report, "Diagnosis by the reviewer") == ["Melanoma"]
    assert said(report, "Histology") == ["Other benign lesion"]
    assert said(report, "Reason to doubt the result") == ["blurred"]
    assert said(report, "Device Observer Name") == ["default"]
    assert said(report, "Observer Type") == ["Device", "Person"]
    assert said(report, "Algorithm Parameters") == ["operating point 0.5"] * 2
    assert said(report, "Note of the reviewer") == ["Bitte\nin 3 Monaten"]
    assert said(report, "Site in words") == ["left forearm"]


def test_other_images_begin_a_study_for_each_patient_of_their_grouping(photograph, tmp_path):
    rows = [
        ArchiveRow(photograph(f"{number}.png"), f"{number}.png", Membership(patient))
        for number, patient in enumerate(["ana", "ben", "ana", "", ""])
    ]
    write_archive_folder(tmp_path / "out", rows, draw, header=Header())
    made = [pydicom.dcmread(path) for path in sorted((tmp_path / "out").glob("*-picture.dcm"))]
    assert [data.PatientID for data in made] == ["ana", "ben", "ana", "", ""]
    assert made[0].StudyInstanceUID == made[2].StudyInstanceUID
    assert len({data.StudyInstanceUID for data in made}) == 4
    assert [data.InstanceNumber for data in made] == [1, 1, 2, 1, 1]
    report = pydicom.dcmread(tmp_path / "out" / "0001-result.dcm")
    shown = next(item for item in tree(report) if item.ValueType == "IMAGE")
    assert shown.ReferencedSOPSequence[0].ReferencedSOPInstanceUID == made[0].SOPInstanceUID


def test_the_pictures_of_one_lesion_are_tracked_as_one_and_dated(photograph, tmp_path):
    days = [date(2024, 1, 10), date(2024, 7, 8)]
    shown = [Membership("ana", "mole", days[0]), Membership("ana", "mole", days[1]), Membership("ana", "other")]
    shown += [Membership("ben", "mole"), Membership()]
    rows = [ArchiveRow(photograph(f"{n}.png"), f"{n}.png", member) for n, member in enumerate(shown)]
    write_archive_folder(tmp_path / "out", rows, draw, header=Header())
    reports = [pydicom.dcmread(path) for path in sorted((tmp_path / "out").glob("*-result.dcm"))]
    tracked = [said(report, "Tracking Unique Identifier")[0].UID for report in reports]
    assert tracked[0] == tracked[1]
    assert len(set(tracked)) == 4
    names = [said(report, "Tracking Identifier")[0] for report in reports]
    assert names == ["mole", "mole", "other", "mole", "4.png"]
    assert [said(report, "Date of the image") for report in reports[:3]] == [["2024-01-10"], ["2024-07-08"], []]


def test_a_reference_that_the_user_wrote_is_the_patient_of_all(photograph, tmp_path):
    rows = [ArchiveRow(photograph(f"{number}.png"), "") for number in range(2)]
    write_archive_folder(tmp_path / "out", rows, draw, header=Header(patient="K\\104"))
    made = [pydicom.dcmread(path) for path in (tmp_path / "out").iterdir()]
    assert {data.PatientID for data in made} == {"K 104"}
    assert len({data.StudyInstanceUID for data in made}) == 1


def test_values_that_dicom_does_not_allow_are_not_passed_on(dicom_row, make_result, tmp_path):
    data = pydicom.dcmread(dicom_row.path)
    data._dict.pop(pydicom.tag.Tag("PatientBirthDate"))
    data.StudyInstanceUID = "1.2.03"
    data.save_as(dicom_row.path)
    row = make_result(dicom_row.path, 0.2, sha256="")
    write_archive_folder(tmp_path / "out", [ArchiveRow(row, "")], draw, header=Header())
    made = pydicom.dcmread(tmp_path / "out" / "0001-picture.dcm")
    assert made.StudyInstanceUID.is_valid
    assert made.PatientID == ""


def test_what_is_not_the_image_that_was_classified_is_left_out_and_named(photograph, make_result, tmp_path):
    changed = photograph("changed.png")
    Image.new("RGB", (31, 21)).save(changed.path)
    gone, failed = photograph("gone.png"), make_result(tmp_path / "failed.png", None)
    gone.path.unlink()
    rows = [ArchiveRow(row, row.file) for row in (changed, gone, failed)]
    good = ArchiveRow(photograph("good.png"), "good.png")
    summary = write_archive_folder(tmp_path / "out", [*rows, good], draw, header=Header())
    assert (summary.images, summary.left_out) == (1, ("changed.png", "gone.png", "failed.png"))
    with pytest.raises(ExportError, match="None of these images"):
        write_archive_folder(tmp_path / "none", rows, draw, header=Header())
    assert not (tmp_path / "none").exists()


def test_nothing_that_is_there_is_touched_and_nothing_is_left_of_a_cancelled_folder(photograph, tmp_path):
    rows = [ArchiveRow(photograph(f"{number}.png"), "") for number in range(2)]
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "lesion.dcm").write_bytes(b"mine")
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(ExportError, match="there already"):
        write_archive_folder(tmp_path / "out", rows, draw, header=Header())
    asked = iter([False, True])
    with pytest.raises(Cancelled):
        write_archive_folder(tmp_path / "new", rows, draw, header=Header(), cancelled=lambda: next(asked))
    assert sorted(tmp_path.rglob("*")) == before


@pytest.fixture
def written(dicom_row, photograph, tmp_path):
    rows = [
        ArchiveRow(dicom_row, "lesion.dcm"),
        ArchiveRow(photograph("1.png"), "1.png", Membership("ana", "mole", date(2024, 1, 10))),
    ]
    write_archive_folder(tmp_path / "out", rows, draw, header=HEADER)
    return sorted((tmp_path / "out").iterdir())


@pytest.mark.skipif(shutil.which("dsrdump") is None, reason="dcmtk is not installed")
def test_a_picture_with_its_result_is_no_lesion_when_it_comes_back_from_an_archive(photograph, tmp_path):
    picture = make_folder_of(tmp_path, photograph("a.png"))
    data = pydicom.dcmread(picture)
    data.compress(RLELossless)
    data.save_as(tmp_path / "from_archive.dcm")

    for path in (picture, tmp_path / "from_archive.dcm"):
        with pytest.raises(ImageError, match="a picture with its result that this program wrote"):
            load_image(path)


def test_another_program_reads_the_report_and_its_structure(written):
    for path in written[1::2]:
        read = subprocess.run(["dsrdump", str(path)], check=True, capture_output=True, text=True)
        assert 'Probability of cancer"' in read.stdout
        assert "73.1" in read.stdout
        assert '(21594007,SCT,"Malignant")' in read.stdout
        doubts = [line for line in read.stderr.splitlines() if "VR checker does not support" not in line]
        assert doubts == []


@pytest.mark.skipif(shutil.which("dciodvfy") is None, reason="dicom3tools is not installed")
def test_a_validator_finds_no_fault_in_the_objects(written):
    for path in written:
        read = subprocess.run(["dciodvfy", str(path)], check=False, capture_output=True, text=True)
        assert "SCImage" in read.stderr or "ComprehensiveSR" in read.stderr
        assert "Error" not in read.stderr, f"{Path(path).name}: {read.stderr}"
