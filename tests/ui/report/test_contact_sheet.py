"""The contact sheet, read back with poppler."""

import shutil
import subprocess
from dataclasses import replace

import pytest

from skin_gui import about, paths
from skin_gui.checksum import sha256_file
from skin_gui.progress import Cancelled
from skin_gui.review.assessment.assessment import Assessment
from skin_gui.review.assessment.terms import Histology
from skin_gui.review.export_file import ExportError
from skin_gui.review.memberships import Membership
from skin_gui.review.results import Result
from skin_gui.ui.report.contact_sheet import write_contact_sheet
from skin_gui.ui.report.report import ReportRequest

pytestmark = [
    pytest.mark.usefixtures("qapp"),
    pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler-utils is not installed"),
]


@pytest.fixture
def rows(tmp_path):
    """Fourteen rows of eight pictures, two of them named alike; the last one's file is gone."""
    samples = sorted(paths.samples().glob("*.jpg"))[:8]
    found = []
    for number in range(14):
        path = tmp_path / ("b" if number == 1 else "a") / f"{max(number, 1)}.jpg"
        path.parent.mkdir(exist_ok=True)
        shutil.copy(samples[number % 8], path)
        found.append(Result(path, "ok", "Skin GUI test", "0.1.0", "2026-01-01T00:00:00+00:00", number / 14, 0.5))
    found[13].path.unlink()
    return found


def test_twelve_pictures_a_page_with_names_and_results(rows, tmp_path, pages_of):
    pdf = tmp_path / "sheet.pdf"
    rows[2] = replace(rows[2], reviewer_label="malignant", warnings=("blurred",))
    rows[3] = replace(rows[3], reviewer_label="malignant", assessment=Assessment(histology=Histology.NEVUS))

    assert write_contact_sheet(pdf, ReportRequest(rows), title="Clinic A") == 14

    first, second = pages_of(pdf)
    for words in (
        "Clinic A",
        "a/1.jpg",
        "b/1.jpg",
        "11.jpg",
        "Reviewer: Malignant",
        "blurred",
        "Histology: Nevus",
        "Page 1 of 2",
        "Skin GUI test",
    ):
        assert words in first
    for words in ("13.jpg", "Malignant", "92.9", "Page 2 of 2", about.DISCLAIMER):
        assert words in " ".join(second.split())
    assert "Benign < 0.1 %" in " ".join(first.split())
    pictures = subprocess.run(["pdfimages", "-list", str(pdf)], check=True, capture_output=True, text=True).stdout
    assert len(pictures.splitlines()) - 2 == 13


def test_a_picture_that_took_the_place_of_another_is_not_shown_above_its_result(rows, tmp_path, pages_of):
    there = [replace(row, sha256=sha256_file(row.path)) for row in rows[:3]]
    shutil.copy(rows[5].path, there[1].path)
    write_contact_sheet(tmp_path / "sheet.pdf", ReportRequest(there))
    (page,) = pages_of(tmp_path / "sheet.pdf")
    assert " ".join(page.split()).count("has changed since it was") == 1
    command = ["pdfimages", "-list", str(tmp_path / "sheet.pdf")]
    pictures = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    assert len(pictures.splitlines()) - 2 == 2


def test_a_grouped_image_names_its_patient_and_lesion(rows, tmp_path, pages_of):
    found = {rows[0].path: Membership("ana", "mole 1"), rows[2].path: Membership("ben")}
    write_contact_sheet(tmp_path / "sheet.pdf", ReportRequest(rows[:3], memberships=found))
    (page,) = pages_of(tmp_path / "sheet.pdf")
    text = " ".join(page.split())
    assert "Patient: ana, Lesion: mole 1" in text
    assert "Patient: ben" in text
    assert (text.count("Patient"), text.count("Lesion")) == (2, 1)


def test_the_tables_operating_point_labels_the_sheet(rows, tmp_path, pages_of):
    write_contact_sheet(tmp_path / "sheet.pdf", ReportRequest(rows[6:7], threshold=0.1))
    (page,) = pages_of(tmp_path / "sheet.pdf")
    assert "Malignant" in page


def test_cancelled_it_leaves_no_file(rows, tmp_path):
    with pytest.raises(Cancelled):
        write_contact_sheet(tmp_path / "sheet.pdf", ReportRequest(rows), cancelled=lambda: True)
    assert not (tmp_path / "sheet.pdf").exists()


def test_what_the_disk_has_no_room_for_is_told_and_takes_the_place_of_nothing(rows, tmp_path):
    resource = pytest.importorskip("resource")
    pdf = tmp_path / "sheet.pdf"
    write_contact_sheet(pdf, ReportRequest(rows[:2]))
    before = pdf.read_bytes()

    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, limits[1]))  # every write beyond it fails, as on a full disk
    try:
        with pytest.raises(ExportError, match="the disk may be full"):
            write_contact_sheet(pdf, ReportRequest(rows))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)

    assert pdf.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["sheet.pdf"]
