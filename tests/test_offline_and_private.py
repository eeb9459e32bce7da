"""Nothing leaves the machine, and nothing that identifies a patient is written down."""

import io
import json
import os
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest
from PIL import Image
from pydicom import Dataset
from pydicom.dataset import FileMetaDataset
from pydicom.uid import ExplicitVRLittleEndian, VLPhotographicImageStorage, generate_uid

from tests.offline import NetworkUsed

ROOT = Path(__file__).resolve().parents[1]
OFFLINE = (
    "import sys; from tests.offline import block_network; block_network(); from skin_gui.__main__ import main; main()"
)
SECRETS = ("Jane", "Doe", "19570401", "48.8584", "Clinic-4711")


def run_offline(*arguments, home):
    return subprocess.run(
        [sys.executable, "-c", OFFLINE, *map(os.fspath, arguments)],
        capture_output=True, text=True, encoding="utf-8", timeout=300, check=False, cwd=ROOT,
        env={**os.environ, "SKIN_GUI_HOME": os.fspath(home)},
    )  # fmt: skip


def test_the_block_is_real():
    with pytest.raises(NetworkUsed), socket.socket() as plain:
        plain.connect(("127.0.0.1", 9))
    with pytest.raises(NetworkUsed):
        urllib.request.urlopen("http://localhost:9")


@pytest.fixture
def patients(tmp_path, synthetic_image):
    """A folder of benign and malignant files that hold a patient's name, birth date, place and clinic."""
    for label in ("benign", "malignant"):
        (tmp_path / "set" / label).mkdir(parents=True)
    exif = Image.Exif()
    exif[0x010E], exif[0x013B] = "Jane Doe 19570401", "Clinic-4711"
    exif.get_ifd(0x8825).update({1: "N", 2: (48.8584, 0.0, 0.0)})
    image = Image.fromarray(synthetic_image)
    image.save(tmp_path / "set" / "benign" / "Jane Doe.jpg", exif=exif)
    buffer = io.BytesIO()
    image.save(buffer, "PNG")
    (tmp_path / "set" / "malignant" / "Doe^Jane.png").write_bytes(buffer.getvalue()[:-4000])
    dataset = Dataset()
    dataset.file_meta = FileMetaDataset()
    dataset.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
    dataset.SOPClassUID, dataset.SOPInstanceUID = VLPhotographicImageStorage, generate_uid()
    dataset.PatientName, dataset.PatientBirthDate, dataset.InstitutionName = "Doe^Jane", "19570401", "Clinic-4711"
    dataset.Rows, dataset.Columns = synthetic_image.shape[:2]
    dataset.SamplesPerPixel, dataset.PlanarConfiguration, dataset.PhotometricInterpretation = 3, 0, "RGB"
    dataset.BitsAllocated, dataset.BitsStored, dataset.HighBit, dataset.PixelRepresentation = 8, 8, 7, 0
    dataset.PixelData = synthetic_image.tobytes()
    dataset.save_as(tmp_path / "set" / "malignant" / "scan.dcm", enforce_file_format=True)
    dataset.PhotometricInterpretation = "MONOCHROME2"
    dataset.save_as(tmp_path / "set" / "malignant" / "broken.dcm", enforce_file_format=True)
    return tmp_path / "set"


@pytest.mark.parametrize("command", ["classify", "evaluate", "audit"])
def test_commands_run_without_network_and_log_nothing_of_a_patient(patients, random_model, tmp_path, command):
    home = tmp_path / "home"
    options = {"classify": ("--recursive", "--json"), "evaluate": ("--json",), "audit": ("--json",)}[command]
    model = () if command == "audit" else ("--model", random_model)

    child = run_offline(command, patients, *options, *model, home=home)

    assert "NetworkUsed" not in child.stderr
    assert child.returncode == 1, child.stderr  # two files are broken
    assert json.loads(child.stdout)
    written = {path: path.read_bytes() for path in home.rglob("*") if path.is_file()}
    assert any(path.suffix == ".log" for path in written)
    for path, content in written.items():
        for secret in SECRETS:
            assert secret.encode() not in content, f"{path.name} holds {secret}"


def test_results_hold_nothing_of_a_files_metadata(patients, random_model, tmp_path):
    table = tmp_path / "results.csv"
    (patients / "benign" / "Jane Doe.jpg").rename(patients / "benign" / "1.jpg")
    (patients / "malignant" / "Doe^Jane.png").rename(patients / "malignant" / "2.png")

    run_offline("classify", patients, "--recursive", "--csv", table, "--model", random_model, home=tmp_path / "home")

    text = table.read_text(encoding="utf-8-sig").replace(os.fspath(tmp_path), "")
    assert len(text.splitlines()) == 5
    assert not [secret for secret in SECRETS if secret in text]
