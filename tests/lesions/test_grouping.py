"""Which images belong to one patient and one lesion: by folders, by a table, by DICOM, by hand."""

from datetime import date
from pathlib import Path, PurePath

import pydicom
import pytest
from PIL import Image

from skin_gui.lesions.by_hand import different_lesions, same_lesion
from skin_gui.lesions.dicom_fields import by_dicom
from skin_gui.lesions.errors import GroupingError
from skin_gui.lesions.folder_pattern import FolderPattern, by_folders
from skin_gui.lesions.metadata_table import by_table
from skin_gui.lesions.pseudonyms import Pseudonyms
from skin_gui.review.memberships import Membership
from skin_gui.training.data.metadata import MetadataIndex

# By folders


@pytest.mark.parametrize(
    ("pattern", "path", "expected"),
    [
        ("{patient}", "anna/1.jpg", Membership("anna")),
        ("{patient}/{lesion}", "anna/back 1/1.jpg", Membership("anna", "back 1")),
        ("{patient}/{lesion}/{date}", "7/L1/2024-05-31.tif", Membership("7", "L1", date(2024, 5, 31))),
        ("{patient}/{date}_{lesion}", "7/20240531_L_1.jpg", Membership("7", "L_1", date(2024, 5, 31))),
        ("{patient}_{lesion}_{day}", "p1_l2_180.png", Membership("p1", "l2", day=180)),
        ("*/{patient}/{site}-{lesion}", "2024/7/arm-3.dcm", Membership("7", "3", site="arm")),
        ("**/{patient}/{lesion}", "a/b/c/7/L1.jpg", Membership("7", "L1")),
        ("Patient.{patient}", "patient.7/x.jpg", Membership("7")),
        ("{patient}/{lesion}/{date}", "7/L1/2024-02-31.tif", None),
        ("{patient}/{lesion}", "1.jpg", None),
        ("Patient.{patient}", "patientx7/x.jpg", None),
    ],
)
def test_a_pattern_reads_the_names_of_folders_and_files(pattern, path, expected):
    assert FolderPattern(pattern).read(PurePath(path)) == expected


@pytest.mark.parametrize(
    "pattern", ["", "{date}", "{patient}/{patient}", "{patient}/{name}", "{patient}/{lesion", "*/**"]
)
def test_a_pattern_that_cannot_be_meant_is_refused_in_words(pattern):
    with pytest.raises(GroupingError, match="pattern"):
        FolderPattern(pattern)


def test_images_outside_the_folder_are_left_out(tmp_path):
    inside, outside = tmp_path / "in" / "7" / "a.jpg", tmp_path / "inside" / "7" / "a.jpg"
    found = by_folders(tmp_path / "in", [inside, outside], FolderPattern("{patient}"))
    assert found == {inside: Membership("7")}


# By a table


def test_a_table_with_the_names_of_the_isic_archive(tmp_path):
    table = tmp_path / "metadata.csv"
    table.write_text(
        "isic_id,patient_id,lesion_id,acquisition_day,anatom_site_general,anatom_site_2\n"
        "ISIC_1,IP_1,IL_1,0,upper extremity,forearm\n"
        "ISIC_2,IP_1,IL_1,182,upper extremity,\n"
        "ISIC_3,IP_1,,,,\n"
        "ISIC_4,,,,back,\n"
    )
    images = [tmp_path / f"ISIC_{number}.jpg" for number in range(1, 6)]
    assert by_table(table, images) == {
        images[0]: Membership("IP_1", "IL_1", day=0, site="forearm"),
        images[1]: Membership("IP_1", "IL_1", day=182, site="upper extremity"),
        images[2]: Membership("IP_1"),
    }


def test_a_name_that_two_folders_have_tells_no_image_for_certain(tmp_path):
    table = tmp_path / "t.csv"
    table.write_text("image,patient_id\n1,7\n2,7\n")
    images = [tmp_path / "a" / "1.jpg", tmp_path / "b" / "1.jpg", tmp_path / "a" / "2.jpg"]
    assert by_table(table, images) == {images[2]: Membership("7")}


@pytest.mark.parametrize(
    "names", ["P{p}/d{d}/lesion1.jpg", "P{p}\\d{d}\\lesion1", "{folder}/P{p}/d{d}/lesion1.JPG", "./p{p}/D{d}/lesion1"]
)
def test_a_table_tells_files_named_alike_by_their_folders(tmp_path, names):
    table = tmp_path / "t.csv"
    pairs = [(p, d) for p in (1, 2) for d in (1, 2)]
    rows = "".join(f"{names.format(p=p, d=d, folder=tmp_path)},P{p}\n" for p, d in pairs)
    table.write_text("file,patient_id\n" + rows)
    images = {tmp_path / f"P{p}" / f"d{d}" / "lesion1.jpg": Membership(f"P{p}") for p, d in pairs}
    assert by_table(table, images) == images
    # A folder of one of them alone: the others' rows must not be taken for it.
    first = next(iter(images))
    assert by_table(table, [first]) == {first: images[first]}


def test_a_file_alone_takes_no_row_that_may_be_of_another_of_its_name(tmp_path):
    table, image = tmp_path / "t.csv", tmp_path / "scan" / "lesion1.jpg"
    table.write_text("file,patient_id\nP1/lesion1.jpg,P1\nP2/lesion1.jpg,P2\n")
    assert by_table(table, [image]) == {}
    table.write_text("file,patient_id\nexport/lesion1.jpg,P1\n")
    assert by_table(table, [image]) == {image: Membership("P1")}
    assert by_table(table, [image, tmp_path / "other" / "lesion1.jpg"]) == {}
    table.write_text("file,patient_id\nlesion1,P1\nlesion1,P2\n")
    assert by_table(table, [image]) == {}


@pytest.mark.parametrize("content", [b"image,age\n1,50\n", b"patient_id\n7\n", b"", b"\xff\xfe\x00"])
def test_a_table_that_names_no_patients_is_refused_with_its_name(tmp_path, content):
    table = tmp_path / "odd.csv"
    table.write_bytes(content)
    with pytest.raises(GroupingError, match=r"odd\.csv"):
        by_table(table, [tmp_path / "1.jpg"])


def test_real_metadata_groups_real_images(data_dir):
    table = data_dir / "bcn" / "metadata.csv"
    images = sorted((data_dir / "bcn").glob("*/*.jpg"))
    found = by_table(table, images)
    lesions = {row.lesion_id for row in MetadataIndex([table]).find([(image, None) for image in images]) if row}
    assert len(found) == len(images) > 900
    assert {membership.lesion for membership in found.values()} == lesions


# By DICOM


def test_dicom_gives_pseudonyms_and_days_and_no_value_of_the_file(tmp_path, make_dicom):
    secret = {"PatientID": "HOSP-4711", "PatientName": "Doe^Jane", "PatientBirthDate": "19700101"}
    region = pydicom.Dataset()
    region.CodeMeaning = "Skin of back"
    first = make_dicom(tmp_path / "a.dcm", **secret, TrackingID="mole", AcquisitionDate="20240105")
    later = make_dicom(
        tmp_path / "b.dcm", **secret, TrackingID="mole", AcquisitionDateTime="20240705120000",
        AnatomicRegionSequence=[region], ImageLaterality="L",
    )  # fmt: skip
    other = make_dicom(tmp_path / "c.dcm", PatientID="HOSP-4712", ContentDate="20230101")
    nameless = make_dicom(tmp_path / "d.dcm")
    plain, broken = tmp_path / "e.png", tmp_path / "f.dcm"
    Image.new("RGB", (4, 4)).save(plain)
    broken.write_bytes(first.read_bytes()[:200])

    found = by_dicom([first, later, other, nameless, plain, broken], Pseudonyms(tmp_path))

    assert found.keys() == {first, later, other}
    assert found[first].patient == found[later].patient != found[other].patient
    assert found[first].lesion == found[later].lesion != ""
    assert [found[path].day for path in (first, later, other)] == [0, 182, 0]
    assert found[later].site == "Skin of back, left"
    kept = repr(found.values())
    for value in (*secret.values(), "4711", "4712", "mole", "2024", "2023", "Jane"):
        assert value not in kept


def test_patients_without_a_number_are_told_by_name_and_birth_date(tmp_path, make_dicom):
    born = {"PatientBirthDate": "19700101"}
    files = [
        make_dicom(tmp_path / "a.dcm", PatientName="Doe^Jane", **born),
        make_dicom(tmp_path / "b.dcm", PatientName="DOE^JANE", **born),
        make_dicom(tmp_path / "c.dcm", PatientName="Doe^Jane", PatientBirthDate="19800101"),
        make_dicom(tmp_path / "d.dcm", PatientName="Anonymous"),
    ]
    found = by_dicom(files, Pseudonyms(tmp_path))
    assert list(found) == files[:3]
    assert found[files[0]].patient == found[files[1]].patient != found[files[2]].patient


def test_a_pseudonym_lasts_and_belongs_to_one_installation(tmp_path):
    here = Pseudonyms(tmp_path / "here")
    assert here.of("patient", "7", "") == Pseudonyms(tmp_path / "here").of("patient", "7", "")
    assert here.of("patient", "7", "") != Pseudonyms(tmp_path / "there").of("patient", "7", "")
    assert len({here.of("patient", "7", ""), here.of("lesion", "7", ""), here.of("patient", "", "7")}) == 3
    [key] = (tmp_path / "here").iterdir()
    assert key.stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "here").stat().st_mode & 0o777 == 0o700
    assert len(key.read_bytes()) == 32


def test_a_damaged_key_is_told_and_not_replaced(tmp_path):
    Pseudonyms(tmp_path)
    key = tmp_path / "pseudonyms.key"
    key.write_bytes(b"short")
    with pytest.raises(GroupingError, match=r"pseudonyms\.key"):
        Pseudonyms(tmp_path)
    assert key.read_bytes() == b"short"


def test_a_folder_that_cannot_be_written_to_is_told_in_words(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(GroupingError, match="cannot be read or made"):
        Pseudonyms(tmp_path / "file")


# By hand


def test_one_lesion_keeps_patient_and_dates():
    a, b, c = Path("/x/a.jpg"), Path("/x/b.jpg"), Path("/x/c.jpg")
    known = {a: Membership("7", "L1", date(2024, 1, 1)), b: Membership(taken=date(2024, 6, 1)), c: Membership("8")}
    said = same_lesion([a, b], known)
    assert said[a] == Membership("7", "L1", date(2024, 1, 1), by_hand=True)
    assert said[b] == Membership("7", "L1", date(2024, 6, 1), by_hand=True)
    with pytest.raises(GroupingError, match="different patients"):
        same_lesion([a, c], known)
    with pytest.raises(GroupingError, match="two images"):
        same_lesion([a], known)


def test_a_new_lesion_is_called_after_its_first_picture_and_never_as_another_one():
    a, b, other = Path("/x/img.jpg"), Path("/y/img.jpg"), Path("/z/img.jpg")
    said = same_lesion([a, b], {other: Membership("", "img")})
    assert {membership.lesion for membership in said.values()} == {"img (2)"}
    apart = different_lesions([a, b], {**said, other: Membership("", "img")})
    assert [apart[path].lesion for path in (a, b)] == ["img (3)", "img (4)"]
