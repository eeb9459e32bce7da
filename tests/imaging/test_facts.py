from datetime import UTC, datetime

import pytest
from PIL import Image
from pydicom import dcmread
from pydicom.data import get_testdata_file

from skin_gui.imaging.decode import load_image
from skin_gui.imaging.errors import ImageError
from skin_gui.imaging.facts import facts_of
from tests.imaging.headers import image_facts

ALLOWED = {
    "Manufacturer", "Model", "Lens", "Exposure time", "Aperture", "Sensitivity", "Focal length", "Kind", "Modality",
    "Body part", "Photometric interpretation", "Bits stored", "Frames", "Transfer syntax",
}  # fmt: skip


def photographed(path):
    exif = Image.Exif()
    exif[0x010F], exif[0x0110], exif[0x0112] = "Camera  Maker\x00", "Model\n7", 6
    exif[0x013B], exif[0x010E] = "Jane Doe", "lesion of Jane Doe"
    exif.get_ifd(0x8769).update({
        0x829A: 0.004, 0x829D: 2.8, 0x8827: 200, 0xA431: "SERIAL123", 0x9003: "1999:01:02 03:04:05",
    })  # fmt: skip
    exif.get_ifd(0x8825)[2] = (52.0, 31.0, 12.0)
    Image.new("RGB", (60, 40)).save(path, exif=exif)
    return path


def test_size_time_and_format_are_the_files(tmp_path):
    path = photographed(tmp_path / "a.jpg")

    facts = image_facts(path)

    assert (facts.width, facts.height, facts.format) == (40, 60, "JPEG")
    assert facts.file_size == path.stat().st_size
    assert abs((datetime.now(UTC) - facts.modified).total_seconds()) < 60


def test_camera_and_exposure_are_told(tmp_path):
    details = dict(image_facts(photographed(tmp_path / "a.jpg")).details)

    assert details == {
        "Manufacturer": "Camera Maker",
        "Model": "Model 7",
        "Exposure time": "1/250 s",
        "Aperture": "f/2.8",
        "Sensitivity": "ISO 200",
    }


def test_nobody_is_identified(tmp_path):
    shown = repr(image_facts(photographed(tmp_path / "a.jpg")))
    for secret in ("Doe", "SERIAL", "1999", "52.0"):
        assert secret not in shown


def test_dicom_header_is_told_without_the_patient(tmp_path):
    dataset = dcmread(get_testdata_file("examples_ybr_color.dcm", download=False))
    dataset.PatientName, dataset.PatientID, dataset.DeviceSerialNumber = "Doe^Jane", "ID4711", "SERIAL"
    dataset.BodyPartExamined = "BACK"
    dataset.save_as(tmp_path / "a")

    facts = image_facts(tmp_path / "a")

    details = dict(facts.details)
    assert (facts.format, facts.width, facts.height) == ("DICOM", 320, 240)
    assert details["Modality"] == "US"
    assert details["Body part"] == "BACK"
    assert details["Frames"] == "30"
    assert set(details) <= ALLOWED
    for secret in ("Doe", "4711", "SERIAL"):
        assert secret not in repr(facts)


@pytest.mark.parametrize(
    ("written", "told"),
    [([0.02, 0.03], (0.02, 0.03)), (None, None), ([0, 0.03], None), ([-1, 1], None), ([0.02], None), (0.02, None)],
)
def test_dicom_tells_how_far_rows_and_columns_lie_apart(tmp_path, written, told):
    dataset = dcmread(get_testdata_file("examples_ybr_color.dcm", download=False))
    dataset.ImagerPixelSpacing = [5, 5]  # at the detector, not in the skin
    if written is not None:
        dataset.PixelSpacing = written
    dataset.save_as(tmp_path / "a")

    assert image_facts(tmp_path / "a").spacing == told


def test_the_resolution_of_a_photograph_tells_nothing_of_the_skin(tmp_path):
    Image.new("RGB", (60, 40)).save(tmp_path / "a.jpg", dpi=(300, 300))

    assert image_facts(tmp_path / "a.jpg").spacing is None


def test_no_pixel_is_decoded(tmp_path):
    path = tmp_path / "a.jpg"
    Image.effect_noise((600, 400), 90).save(path)
    path.write_bytes(path.read_bytes()[:2000])

    assert (image_facts(path).width, image_facts(path).height) == (600, 400)


@pytest.mark.filterwarnings("ignore")
def test_damaged_exif_data_leaves_the_rest(tmp_path):
    path = tmp_path / "a.jpg"
    Image.new("RGB", (60, 40)).save(path, exif=b"Exif\x00\x00II*\x00\xff\xff\xff\xff" + b"\x07" * 40)

    facts = image_facts(path)

    assert (facts.width, facts.height) == (60, 40)
    assert facts.details == ()


def test_a_header_that_tells_nothing_costs_the_details_alone(tmp_path):
    image = load_image(photographed(tmp_path / "a.jpg"))
    (tmp_path / "a.jpg").write_text("a note")

    facts = facts_of(tmp_path / "a.jpg", b"a note", image)

    assert (facts.width, facts.height, facts.format, facts.details) == (40, 60, "JPEG", ())
    (tmp_path / "a.jpg").unlink()
    with pytest.raises(ImageError, match="does not exist"):
        facts_of(tmp_path / "a.jpg", b"a note", image)
