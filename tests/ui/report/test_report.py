"""The PDF report, read back with poppler."""

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pydicom
import pytest
from PySide6.QtPrintSupport import QPrinter

from skin_gui import about, paths
from skin_gui.classifier import Classifier
from skin_gui.measures.score import DermoscopyScore
from skin_gui.progress import Cancelled
from skin_gui.review.assessment.assessment import Assessment
from skin_gui.review.assessment.terms import Diagnosis, Histology
from skin_gui.review.batch import classify_file
from skin_gui.review.export_file import ExportError
from skin_gui.review.measurements import Measurement
from skin_gui.review.memberships import Membership
from skin_gui.ui.report.archive import write_dicom_report
from skin_gui.ui.report.printing import PreparedReport, make_printer
from skin_gui.ui.report.report import ReportRequest, gather_all, write_report
from skin_gui.ui.report.report_header import ReportHeader
from skin_gui.ui.report.summary_page import summary_rows

pytestmark = [
    pytest.mark.usefixtures("qapp"),
    pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler-utils is not installed"),
]


def picture_count(pdf: Path) -> int:
    listed = subprocess.run(["pdfimages", "-list", str(pdf)], check=True, capture_output=True, text=True).stdout
    return len(listed.splitlines()) - 2


def test_a_page_says_what_is_known_and_carries_both_pictures_and_the_colours(classifier, row, tmp_path, pages_of):
    reviewed = replace(
        row,
        warnings=("blurred",),
        reviewer_label="unsure",
        reviewer_note="Second opinion: Frühjahr",
        reviewed_at="2026-01-02T03:04:05+00:00",
    )
    pdf = tmp_path / "report.pdf"
    parts = []
    assert write_report(pdf, ReportRequest([reviewed]), classifier=classifier, progress=parts.append) == 1

    (page,) = pages_of(pdf)
    flat = " ".join(page.split())
    for expected in (
        row.file,
        row.label.capitalize(),
        "The image is blurred.",
        "Synthetic sample",
        "operating point 40 %",
        "Unsure",
        "Second opinion: Frühjahr",
        "Skin GUI test",
        "95 % CI",
        "made-up images",
        about.DISCLAIMER,
        "Page 1 of 1",
    ):
        assert expected in flat
    assert flat.index("The image is blurred.") < flat.index("Calibrated probability")
    assert picture_count(pdf) == 3
    assert parts[0] == 0 and parts[-1] == 1 and parts == sorted(parts)


def test_a_long_note_goes_on_over_pages_and_no_word_of_it_is_lost(classifier, row, tmp_path, pages_of):
    words = [f"word{number}" for number in range(1500)]
    noted = replace(row, reviewer_note=" ".join(words[:700]) + "\n\n" + " ".join(words[700:]))
    pdf = tmp_path / "report.pdf"
    count = write_report(pdf, ReportRequest([noted, row], summary=True), classifier=classifier)

    pages = pages_of(pdf)
    assert len(pages) == count > 4
    said = [word for page in pages for word in page.split() if word.startswith("word")]
    assert said == words
    for number, page in enumerate(pages, start=1):
        assert f"Page {number} of {count}" in page
    assert "(continued)" in pages[2] and "(continued)" not in pages[1] + pages[-1]
    assert [page.split().count("Note") for page in pages] == [0, *(1 for _ in pages[2:]), 0]


def test_measures_stand_apart_from_the_probability(classifier, row, tmp_path, pages_of):
    pdf = tmp_path / "report.pdf"
    measured = Measurement(DermoscopyScore(1, 4, 3), 0.25, 0.9)
    drawn = Measurement(DermoscopyScore(2, 8, 3), 0.25, by_hand=True)
    cut = Measurement(DermoscopyScore(1, 4, 3), 0.25, 0.9, is_cut=True)
    for found, said in (
        (measured, "Expected overlap with an expert's: 90"),
        (drawn, "Drawn by hand"),
        (cut, "The lesion goes on beyond what the image shows"),
    ):
        write_report(pdf, ReportRequest([row], measured={row.path: found}), classifier=classifier)
        flat = " ".join(pages_of(pdf)[0].split())
        assert "Measures, no part of the probability" in flat
        assert "melanocytic lesions only" in flat
        assert "structures not measured" in flat
        assert said in flat
    write_report(pdf, ReportRequest([row]), classifier=classifier)
    assert "Dermoscopy score" not in pages_of(pdf)[0]


def test_a_report_on_one_row_names_it_apart_from_the_others_of_the_session(classifier, row, tmp_path, pages_of):
    namesake = row.path.parent.parent / "elsewhere" / row.file
    write_report(tmp_path / "report.pdf", ReportRequest([row], among=[row.path, namesake]), classifier=classifier)
    (page,) = pages_of(tmp_path / "report.pdf")
    assert page.count(f"{row.path.parent.name}/{row.file}") == 2


def test_every_page_has_number_and_disclaimer_and_a_failed_row_its_reason(classifier, row, tmp_path, pages_of):
    broken = tmp_path / "broken.jpg"
    broken.write_text("no image", encoding="utf-8")
    failed = classify_file(classifier, broken)[0]
    pdf = tmp_path / "report.pdf"
    write_report(pdf, ReportRequest([row, failed, row]), classifier=classifier)

    pages = pages_of(pdf)
    assert len(pages) == 3
    for number, page in enumerate(pages, start=1):
        assert about.DISCLAIMER in page
        assert f"Page {number} of 3" in page
    assert "Failed" in pages[1]
    assert "broken.jpg" in pages[1]


def test_the_threshold_in_force_labels_the_page(classifier, row, tmp_path, pages_of):
    pdf = tmp_path / "report.pdf"
    write_report(pdf, ReportRequest([row], threshold=0.0), classifier=classifier)
    flat = " ".join(pages_of(pdf)[0].split())
    assert "Malignant" in flat
    assert "The reviewer has moved it" in flat


def test_another_models_result_gets_no_heatmap_and_no_foreign_figures(classifier, row, tmp_path, pages_of):
    pdf = tmp_path / "report.pdf"
    write_report(
        pdf, ReportRequest([replace(row, model="Another", model_id="0123456789abcdef")]), classifier=classifier
    )
    flat = " ".join(pages_of(pdf)[0].split())
    assert "There is no heatmap" in flat
    assert "made-up images" not in flat
    assert picture_count(pdf) == 1


def test_a_model_of_the_same_name_lends_an_older_result_neither_heatmap_nor_figures(
    classifier, row, tmp_path, make_model, pages_of
):
    successor = Classifier.load(make_model(tmp_path / "successor", "Skin GUI test", seed=5, validated=True))
    assert successor.name == row.model
    pdf = tmp_path / "report.pdf"
    write_report(pdf, ReportRequest([row]), classifier=successor)

    flat = " ".join(pages_of(pdf)[0].split())
    assert picture_count(pdf) == 1
    assert "There is no heatmap" in flat
    for figure in ("95 % CI", "made-up images", "of 100 malignant lesions", "Validated"):
        assert figure not in flat
    assert f"Model {row.model}" in flat


def test_a_renamed_model_still_owns_its_results(classifier, row, tmp_path, pages_of):
    pdf = tmp_path / "report.pdf"
    write_report(pdf, ReportRequest([replace(row, model="Its former name")]), classifier=classifier)
    flat = " ".join(pages_of(pdf)[0].split())
    assert picture_count(pdf) == 3
    assert "of 100 malignant lesions" in flat


def test_a_result_from_before_models_were_told_apart_goes_by_the_name(classifier, row, tmp_path, pages_of):
    pdf = tmp_path / "report.pdf"
    older = replace(row, model_id="")
    write_report(pdf, ReportRequest([older, replace(older, model="Another")]), classifier=classifier)
    said = ["of 100 malignant lesions" in " ".join(page.split()) for page in pages_of(pdf)]
    assert said == [True, False]
    assert picture_count(pdf) == 4


def test_a_result_of_a_retrained_model_carries_a_caution(classifier, row, tmp_path, pages_of):
    pdf = tmp_path / "report.pdf"
    write_report(
        pdf,
        ReportRequest([row, replace(row, model="Mine (not validated)", model_id="", validated=False)]),
        classifier=classifier,
    )
    said = ["By a model that is not validated." in " ".join(page.split()) for page in pages_of(pdf)]
    assert said == [False, True]


def test_cancelled_or_refused_nothing_is_written(classifier, row, tmp_path):
    pdf = tmp_path / "report.pdf"
    pdf.write_text("earlier", encoding="utf-8")
    with pytest.raises(Cancelled):
        write_report(pdf, ReportRequest([row, row]), classifier=classifier, cancelled=lambda: True)
    assert pdf.read_text(encoding="utf-8") == "earlier"
    with pytest.raises(ExportError):
        write_report(row.path, ReportRequest([row]), classifier=classifier)
    with pytest.raises(ExportError):
        write_report(tmp_path / "absent" / "report.pdf", ReportRequest([row]), classifier=classifier)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["report.pdf"]


def test_the_head_says_what_the_user_wrote_on_every_page_and_nothing_else(classifier, row, tmp_path, pages_of):
    pdf = tmp_path / "report.pdf"
    header = ReportHeader(patient="K-104", site="left calf", reviewer="Dr. Çelik", clinic="Hôpital Nord")
    write_report(pdf, ReportRequest([row, row], header=header, summary=True), classifier=classifier)
    for page in pages_of(pdf):
        flat = " ".join(page.split())
        for said in ("Patient reference K-104", "Site left calf", "Reviewer Dr. Çelik", "Clinic Hôpital Nord"):
            assert said in flat
    write_report(pdf, ReportRequest([row], header=ReportHeader(site="back")), classifier=classifier)
    flat = " ".join(pages_of(pdf)[0].split())
    assert "Site back" in flat
    assert "Patient reference" not in flat


def test_a_reference_of_one_patient_does_not_stand_on_the_pages_of_several(classifier, row, tmp_path, pages_of):
    pdf, other = tmp_path / "report.pdf", sorted(paths.samples().glob("*.jpg"))[1]
    rows, header = [row, replace(row, path=other)], ReportHeader(patient="K-104", clinic="Nord")
    memberships = {row.path: Membership("P1", "L1"), other: Membership("P2", "L2")}
    request = ReportRequest(rows, header=header, memberships=memberships, summary=True)
    write_report(pdf, request, classifier=classifier)
    summary, first, second = (" ".join(page.split()) for page in pages_of(pdf))
    assert not any("K-104" in page for page in (summary, first, second))
    assert "Clinic Nord" in summary and "P1" not in summary + second and "P2" not in summary + first
    assert "Patient P1 Lesion L1" in first
    assert "Patient P2 Lesion L2" in second

    write_dicom_report(tmp_path / "report.dcm", request, classifier=classifier)
    assert pydicom.dcmread(tmp_path / "report.dcm").PatientID == ""

    one = {path: replace(known, patient="P1") for path, known in memberships.items()}
    write_report(pdf, replace(request, memberships=one), classifier=classifier)
    assert all("K-104" in page for page in pages_of(pdf))


def test_a_site_of_one_lesion_does_not_stand_on_the_pages_of_others(row, tmp_path):
    other = replace(row, path=tmp_path / "other.jpg")
    first, second = row.path, other.path
    for memberships, sites in (
        ({}, ["", ""]),  # nobody knows whether they show one lesion
        ({first: Membership("P", "1"), second: Membership("P", "1")}, ["back", "back"]),
        ({first: Membership("P", "1", site="hand"), second: Membership("P", "2")}, ["hand", ""]),
    ):
        request = ReportRequest([row, other], header=ReportHeader(site="back"), memberships=memberships)
        assert [request.header_of(path).site for path in (first, second)] == sites
    assert ReportRequest([row], header=ReportHeader(site="back")).header_of(first).site == "back"


def test_a_summary_counts_and_lists_every_image(classifier, row, tmp_path, pages_of):
    known = Assessment(Diagnosis.NEVUS, histology=Histology.MELANOMA)
    rows = [
        replace(row, path=row.path.with_name(f"lesion {n}.jpg"), reviewer_label="benign", assessment=known)
        for n in range(20 + 34 + 1)
    ]
    request = ReportRequest(rows, summary=True)
    assert request.summary_pages == 2
    assert [len(page) for page in summary_rows(rows, request.names())] == [25, 30]
    warned = [replace(row, warnings=("blurred",)) for row in rows]
    listed = [number for page in summary_rows(warned, request.names()) for number in page]
    assert listed == list(range(len(rows)))

    pdf = tmp_path / "report.pdf"
    few = ReportRequest([row, replace(rows[0], path=row.path, warnings=("blurred", "too dark"))], summary=True)
    assert write_report(pdf, few, classifier=classifier) == 3
    first, *_ = pages_of(pdf)
    flat = " ".join(first.split())
    assert f"Images 2 Model {row.model}" in flat
    assert "Reviewer and histology agree 0 of 1: 0 % (95 % interval 0 % to 79.3 %)" in flat.replace("\u00a0", " ")
    assert "Decision Diagnosis Histology" in flat
    assert "Benign Nevus Melanoma blurred" in flat and "too dark" in flat
    assert first.count(row.file) == 2
    assert "Page 1 of 3" in flat


def test_the_summary_tells_pictures_of_two_visits_apart(classifier, row, tmp_path, pages_of):
    visits = [tmp_path / "a patient with a long name" / day / "lesion1.jpg" for day in ("2024-01-10", "2024-07-15")]
    rows = [replace(row, path=path, warnings=("blurred",)) for path in visits]
    write_report(tmp_path / "report.pdf", ReportRequest(rows, summary=True), classifier=classifier)
    lines = pages_of(tmp_path / "report.pdf")[0].splitlines()
    for path in visits:
        (listed,) = [line for line in lines if f"{path.parent.name}/{path.name}" in line]
        assert "blurred" in listed


def test_a_line_of_the_summary_is_one_line_high(classifier, row, tmp_path, pages_of):
    bulky = row.path.with_name("a name that is far too long for its column of the summary.jpg")
    known = Assessment(Diagnosis.BCC, histology=Histology.BCC)
    rows = [replace(row, path=bulky, assessment=known), row]
    write_report(tmp_path / "report.pdf", ReportRequest(rows, summary=True), classifier=classifier)
    lines = pages_of(tmp_path / "report.pdf")[0].splitlines()
    listed = next(line for line in lines if "a name that" in line)
    assert "…" in listed and listed.count("Basal cell carcinoma") == 2
    assert sum("summary.jpg" in line for line in lines) == 1


def test_a_report_is_printed_as_it_is_written(classifier, row, tmp_path, pages_of):
    request = ReportRequest([row, row], summary=True, header=ReportHeader(clinic="Nord"))
    prepared = PreparedReport(request, tuple(gather_all(request, classifier)), classifier)
    printer = make_printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    assert prepared.draw(printer)
    write_report(tmp_path / "written.pdf", request, classifier=classifier)
    printed, written = pages_of(tmp_path / "printed.pdf"), pages_of(tmp_path / "written.pdf")
    assert [page.split() for page in printed] == [page.split() for page in written]
    assert picture_count(tmp_path / "printed.pdf") == picture_count(tmp_path / "written.pdf")
