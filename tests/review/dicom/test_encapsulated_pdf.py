"""A report as a DICOM object, read back by pydicom and by another program."""

import shutil
import subprocess

import pydicom
import pydicom.data
import pytest

from skin_gui.review.dicom.encapsulated_pdf import write_encapsulated_pdf
from skin_gui.review.dicom.objects import Header, new_study
from skin_gui.review.export_file import ExportError

PDF = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF"
HEADER = Header(clinic="Hôpital Nord", reviewer="Dr. Çelik")


def write(target):
    write_encapsulated_pdf(target, PDF, "Skin GUI report", new_study("K\\104"), HEADER)


def test_the_object_holds_the_pdf_and_what_the_user_wrote(tmp_path):
    target = tmp_path / "report.dcm"
    write(target)
    data = pydicom.dcmread(target)
    assert data.EncapsulatedDocument[: data.EncapsulatedDocumentLength] == PDF
    assert (data.PatientID, data.PatientName, data.InstitutionName) == ("K 104", "", "Hôpital Nord")
    assert data.MIMETypeOfEncapsulatedDocument == "application/pdf"


@pytest.mark.skipif(shutil.which("dcm2pdf") is None, reason="dcmtk is not installed")
def test_another_program_reads_the_pdf_out_of_it(tmp_path):
    target = tmp_path / "report.dcm"
    write(target)
    subprocess.run(["dcm2pdf", str(target), str(tmp_path / "out.pdf")], check=True)
    assert (tmp_path / "out.pdf").read_bytes().rstrip(b"\0") == PDF
    dumped = subprocess.run(["dcmdump", str(target)], check=True, capture_output=True, text=True)
    assert "EncapsulatedPDFStorage" in dumped.stdout
    assert "W:" not in dumped.stderr and "E:" not in dumped.stderr


def test_a_dicom_image_that_is_there_is_never_replaced(tmp_path):
    target = tmp_path / "lesion.dcm"
    shutil.copyfile(pydicom.data.get_testdata_file("CT_small.dcm"), target)
    before = target.read_bytes()
    with pytest.raises(ExportError):
        write(target)
    assert target.read_bytes() == before


@pytest.mark.skipif(shutil.which("dciodvfy") is None, reason="dicom3tools is not installed")
def test_a_validator_finds_no_fault_in_it(tmp_path):
    target = tmp_path / "report.dcm"
    write(target)
    assert "Error" not in subprocess.run(["dciodvfy", str(target)], check=False, capture_output=True, text=True).stderr
