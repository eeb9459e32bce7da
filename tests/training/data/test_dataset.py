from pathlib import Path

import pytest

from skin_gui.progress import Cancelled
from skin_gui.training.data.dataset import load_dataset
from skin_gui.training.data.tables import DatasetError
from skin_gui.wording.audit import LeftOut


def touch(root: Path, *names: str) -> None:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"")


def write(path: Path, *lines: str, encoding: str = "utf-8") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding=encoding)
    return path


def test_split_and_class_folders_in_any_case(tmp_path):
    touch(
        tmp_path, "Train/Benign/1.jpg", "Train/MALIGNANT/deep/2.png", "validation/benign/3.JPG", "TEST/malignant/4.tif"
    )

    dataset = load_dataset([tmp_path])

    found = {(s.path.name, s.split, s.label) for s in dataset}
    assert found == {
        ("1.jpg", "train", "benign"),
        ("2.png", "train", "malignant"),
        ("3.JPG", "val", "benign"),
        ("4.tif", "test", "malignant"),
    }
    assert dataset.is_split
    assert dataset.counts["train"] == {"benign": 1, "malignant": 1}
    assert dataset.totals == {"benign": 2, "malignant": 2}


def test_class_folders_alone_have_no_split(tmp_path):
    touch(tmp_path, "benign/1.jpg", "malignant/2.jpg", "malignant/.hidden.jpg", "malignant/notes.txt")

    dataset = load_dataset([tmp_path])

    assert [s.split for s in dataset] == [None, None]
    assert dataset.labels.tolist() == [0, 1]
    assert not dataset.is_split


def test_a_folder_that_is_itself_a_part_keeps_its_name(tmp_path):
    touch(tmp_path, "train/benign/1.jpg", "train/malignant/2.jpg", "test/benign/3.jpg", "test/malignant/4.jpg")

    dataset = load_dataset([tmp_path / "train", tmp_path / "test" / "benign"])

    assert [(s.split, s.label) for s in dataset] == [("train", "benign"), ("train", "malignant"), ("test", "benign")]
    assert [s.source for s in dataset] == ["train", "train", "benign"]


def test_the_parent_of_an_ordinary_folder_says_nothing(tmp_path):
    touch(tmp_path, "test/clinic/benign/1.jpg", "test/clinic/malignant/2.jpg")

    assert {s.split for s in load_dataset([tmp_path / "test" / "clinic"])} == {None}


def test_an_image_in_two_of_the_folders_is_taken_once(tmp_path):
    touch(tmp_path, "benign/1.jpg", "malignant/2.jpg")

    assert len(load_dataset([tmp_path, tmp_path / "benign"])) == 2


def test_isic_metadata_labels_images_in_sub_folders(tmp_path):
    touch(tmp_path, "a/ISIC_0000001.jpg", "b/c/ISIC_0000002.PNG", "ISIC_0000003.jpg", "ISIC_0000004.jpg", "other.jpg")
    write(
        tmp_path / "metadata.csv",
        "isic_id,benign_malignant,lesion_id,patient_id,diagnosis_1,diagnosis_3,age_approx,sex,anatom_site_general,"
        "fitzpatrick_skin_type",
        "ISIC_0000001,Benign,IL_1,IP_1,Benign,Nevus,45,Female,Torso,II",
        "ISIC_0000002,malignant,IL_2,,Malignant,,,unknown,,",
        "ISIC_0000003,indeterminate,,,,,,,,",
        "ISIC_0000004,,,,,,,,,",
        "ISIC_0000009,benign,,,,,,,,",
        encoding="utf-8-sig",
    )

    dataset = load_dataset([tmp_path])

    benign, malignant = sorted(dataset, key=lambda s: s.label)
    assert (benign.lesion_id, benign.patient_id, benign.diagnosis, benign.age) == ("IL_1", "IP_1", "nevus", 45.0)
    assert (benign.sex, benign.site, benign.skin_type, benign.isic_id) == ("female", "torso", "II", "ISIC_0000001")
    assert (malignant.path.name, malignant.patient_id, malignant.age, malignant.sex) == (
        "ISIC_0000002.PNG",
        None,
        None,
        None,
    )
    assert dataset.left_out == {
        LeftOut.NO_CLEAR_LABEL(): 2,
        LeftOut.NO_LABEL(): 1,
        LeftOut.NO_FILE(): 1,
    }


def test_metadata_without_benign_malignant_falls_back_on_diagnosis_1(tmp_path):
    touch(tmp_path, "ISIC_0000001.jpg", "ISIC_0000002.jpg")
    write(tmp_path / "m.csv", "isic_id,diagnosis_1", "ISIC_0000001,Benign", "ISIC_0000002,Malignant")

    assert load_dataset([tmp_path]).labels.tolist() == [0, 1]


def test_metadata_beside_class_folders_adds_to_them(tmp_path):
    touch(tmp_path, "benign/ISIC_0000001.jpg", "malignant/x.jpg")
    write(tmp_path / "metadata.csv", "isic_id,lesion_id", "isic_0000001,L1")

    benign, malignant = load_dataset([tmp_path])

    assert (benign.lesion_id, malignant.lesion_id) == ("L1", None)


def test_a_file_list_beside_the_split_names_renamed_images_by_class_and_name(tmp_path):
    touch(tmp_path, "train/benign/1.jpg", "train/malignant/1.jpg")
    write(
        tmp_path / "provenance.csv",
        "label,file,isic_id,lesion_id,dx,age",
        "benign,1.jpg,ISIC_0000007,HAM_1,nv,60.0",
        "malignant,1.jpg,,,,",
    )

    benign, malignant = load_dataset([tmp_path / "train"])

    assert (benign.isic_id, benign.lesion_id, benign.diagnosis, benign.age) == ("ISIC_0000007", "HAM_1", "nv", 60.0)
    assert (malignant.isic_id, malignant.lesion_id) == (None, None)


def test_a_file_list_is_not_used_where_a_name_is_ambiguous(tmp_path):
    touch(tmp_path, "train/benign/1.jpg", "test/benign/1.jpg", "train/malignant/2.jpg")
    write(tmp_path / "list.csv", "label,file,lesion_id", "benign,1.jpg,L1", "malignant,2.jpg,L2")

    assert [s.lesion_id for s in load_dataset([tmp_path]) if s.label == "benign"] == [None, None]


def test_explicit_metadata_goes_first_and_the_table_beside_fills_its_gaps(tmp_path):
    touch(tmp_path / "data", "benign/ISIC_0000001.jpg", "malignant/ISIC_0000002.jpg")
    write(tmp_path / "data" / "metadata.csv", "isic_id,lesion_id,sex", "ISIC_0000001,old,male")
    mine = write(tmp_path / "mine.csv", "isic_id,lesion_id", "ISIC_0000001,new")

    benign = load_dataset([tmp_path / "data"], mine).samples[0]

    assert (benign.lesion_id, benign.sex) == ("new", "male")


def test_other_tables_are_ignored(tmp_path):
    touch(tmp_path, "benign/1.jpg", "malignant/2.jpg")
    write(tmp_path / "shopping.csv", "item,price", "bread,3")

    assert len(load_dataset([tmp_path])) == 2


@pytest.mark.parametrize(
    ("files", "sentence"),
    [((), "no labelled images"), (("x/1.jpg",), "no labelled images"), (("benign/1.jpg",), "are benign; both classes")],
)
def test_nothing_to_train_on_is_said(tmp_path, files, sentence):
    touch(tmp_path, *files)

    with pytest.raises(DatasetError, match=sentence):
        load_dataset([tmp_path])


def test_one_class_may_be_allowed(tmp_path):
    touch(tmp_path, "benign/1.jpg")

    assert len(load_dataset([tmp_path], require_both_classes=False)) == 1


def test_contradicting_labels_name_the_files(tmp_path):
    touch(tmp_path, "benign/ISIC_0000001.jpg", "malignant/ISIC_0000002.jpg")
    write(tmp_path / "metadata.csv", "isic_id,benign_malignant", "ISIC_0000001,malignant", "ISIC_0000002,malignant")

    with pytest.raises(DatasetError, match=r"metadata: 1 \(ISIC_0000001\.jpg\)"):
        load_dataset([tmp_path])


def test_tables_that_contradict_each_other_are_named(tmp_path):
    touch(tmp_path, "ISIC_0000001.jpg", "ISIC_0000002.jpg")
    write(tmp_path / "a.csv", "isic_id,benign_malignant", "ISIC_0000001,malignant", "ISIC_0000002,benign")
    write(tmp_path / "b.csv", "isic_id,benign_malignant", "ISIC_0000001,benign")

    with pytest.raises(DatasetError, match=r"malignant in a\.csv and benign in b\.csv"):
        load_dataset([tmp_path])


def test_an_unknown_label_is_named(tmp_path):
    touch(tmp_path, "ISIC_0000001.jpg")
    write(tmp_path / "metadata.csv", "isic_id,benign_malignant", "ISIC_0000001,suspicious")

    with pytest.raises(DatasetError, match=r'metadata\.csv has the label "suspicious"'):
        load_dataset([tmp_path])


def test_a_table_that_cannot_be_read_is_named(tmp_path):
    touch(tmp_path, "benign/1.jpg", "malignant/2.jpg")
    (tmp_path / "metadata.csv").write_bytes(b"isic_id,site\nISIC_0000001,R\x81cken\n")

    with pytest.raises(DatasetError, match=r"metadata\.csv cannot be read"):
        load_dataset([tmp_path])


@pytest.mark.parametrize("sign", [";", "\t"])
def test_a_table_with_another_delimiter_is_read(tmp_path, sign):
    touch(tmp_path, "benign/ISIC_0000001.jpg", "malignant/ISIC_0000002.jpg")
    write(tmp_path / "metadata.csv", f"isic_id{sign}lesion_id", f"ISIC_0000001{sign}L1", f"ISIC_0000002{sign}L2")

    assert [sample.lesion_id for sample in load_dataset([tmp_path])] == ["L1", "L2"]


@pytest.mark.parametrize("header", ["lesion_id,age", "file,lesion_id", "isic_id"])
def test_explicit_metadata_that_names_no_image_is_refused(tmp_path, header):
    touch(tmp_path, "benign/1.jpg", "malignant/2.jpg")
    table = write(tmp_path / "elsewhere.csv", header)

    with pytest.raises(DatasetError, match=r"elsewhere\.csv names no image"):
        load_dataset([tmp_path], table)


def test_explicit_metadata_of_other_images_is_told(tmp_path):
    touch(tmp_path / "data", "benign/1.jpg", "malignant/2.jpg")
    table = write(tmp_path / "other.csv", "isic_id,lesion_id", "ISIC_0000009,L9")

    dataset = load_dataset([tmp_path / "data"], table)

    assert dataset.left_out == {LeftOut.TABLE_NAMES_NO_IMAGE(table="other.csv"): 1}


def test_missing_folder_and_missing_metadata_are_named(tmp_path):
    with pytest.raises(DatasetError, match="nowhere is not a folder"):
        load_dataset([tmp_path / "nowhere"])
    with pytest.raises(DatasetError, match=r"none\.csv does not exist"):
        load_dataset([tmp_path], tmp_path / "none.csv")


@pytest.mark.real_data
def test_the_papers_images_get_their_lesions(data_dir):
    dataset = load_dataset([data_dir / "isic" / "train", data_dir / "ham_extra"])

    assert dataset.totals == {"benign": 2601, "malignant": 1482}
    assert sum(sample.lesion_id is None for sample in dataset) == 653
    assert not dataset.left_out


def test_a_listing_that_is_cancelled_ends_at_the_next_entry(tmp_path):
    touch(tmp_path, *(f"benign/{part}/{number}.jpg" for part in range(20) for number in range(20)))
    asked = []

    def cancelled():
        asked.append(True)
        return len(asked) > 30

    with pytest.raises(Cancelled):
        load_dataset([tmp_path], cancelled=cancelled)
    assert len(asked) == 31


def test_an_image_s_source_is_what_its_row_says_else_its_folder(tmp_path):
    touch(tmp_path, "clinic/benign/ISIC_0000001.jpg", "clinic/malignant/ISIC_0000002.jpg")
    write(tmp_path / "clinic" / "table.csv", "isic_id,benign_malignant,attribution", "ISIC_0000001,benign,Vienna")

    assert dict(zip([1, 2], load_dataset([tmp_path / "clinic"]).sources, strict=True)) == {
        1: "Vienna",
        2: "clinic, not traced",
    }


def test_a_folder_that_no_table_knows_is_one_source(tmp_path):
    touch(tmp_path, "clinic/benign/1.jpg", "clinic/malignant/2.jpg")

    assert load_dataset([tmp_path / "clinic"]).sources == ["clinic", "clinic"]


def test_images_without_provenance_are_a_source_of_their_own_where_others_have_one(tmp_path):
    touch(tmp_path, "train/benign/1.jpg", "train/malignant/2.jpg", "train/malignant/3.jpg")
    write(
        tmp_path / "train" / "provenance.csv",
        "label,file,isic_id,lesion_id",
        "benign,1.jpg,ISIC_0000001,HAM_1",
        "malignant,2.jpg,ISIC_0000002,HAM_2",
        "malignant,3.jpg,,",
    )

    dataset = load_dataset([tmp_path / "train"])

    assert dict(zip([path.name for path in dataset.paths], dataset.sources, strict=True)) == {
        "1.jpg": "train",
        "2.jpg": "train",
        "3.jpg": "train, not traced",
    }
