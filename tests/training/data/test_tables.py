"""Tables in the shapes that archives, challenges and spreadsheets have, beside images without class folders."""

import locale

import pytest

from skin_gui.classifier import Classifier
from skin_gui.lesions.errors import GroupingError
from skin_gui.lesions.metadata_table import by_table
from skin_gui.review.batch import classify_file
from skin_gui.review.export import write_isic_csv, write_results_csv
from skin_gui.training.data.dataset import load_dataset
from skin_gui.training.data.tables import DatasetError, image_key

ONE_HOT_2019 = "image,MEL,NV,BCC,AK,BKL,DF,VASC,SCC,UNK"
SHAPES = {
    "ISIC 2018": ("image,MEL,NV,BCC,AKIEC,BKL", "a,1.0,0.0,0.0,0.0,0.0", "b,0.0,1.0,0.0,0.0,0.0"),
    "ISIC 2019": (ONE_HOT_2019, "a,0,0,0,0,0,0,0,1,0", "b,0,0,0,0,0,0,1,0,0"),
    "ISIC 2017": ("image_id,melanoma,seborrheic_keratosis", "a,1.0,0.0", "b,0.0,1.0"),
    "ISIC 2020": ("image_name,patient_id,sex,age_approx,target", "a,IP_1,male,45,1", "b,IP_2,female,50,0"),
    "ISIC 2024": ("isic_id,target,patient_id", "a,1,IP_1", "b,0,IP_2"),
    "HAM10000": ("lesion_id,image_id,dx,dx_type,age,sex,localization", "l1,a,akiec,histo,60,male,face", "l2,b,nv,,,,"),
    "PAD-UFES": ("patient_id,diagnostic,img_id", "1,BCC,a.png", "2,NEV,b.png"),
    "ids with suffixes": ("isic_id,benign_malignant", "a.jpg,malignant", "b.JPG,benign"),
    "paths": ("file,label", "images\\a.jpg,malignant", "images/b.jpg,benign"),
    "Excel's line": ("sep=;", "isic_id;target", "a;1", "b;0"),
    "Excel's line, quoted": ('"sep=,"', "image,target", "a,1", "b,0"),
    "tabs": ("sep=\t", "image\ttarget", "a\t1", "b\t0"),
    "semicolons and decimal commas": ("image;MEL;NV", "a;1,0;0,0", "b;0,0;1,0"),
    "flags in words": ("isic_id,target", "a,True", "b,False"),
    "other flags in words": ("image,melanoma", "a,yes", "b,no"),
    "blank lines": ("", "image,target", "", "a,1", "", "b,0", ""),
    "BCN20000": ("bcn_filename,diagnosis", "a.jpg,MEL", "b.jpg,NV"),
    "labels of an image": ("image,label", "a,MALIGNANT", "b,Benign"),
    "labels of 0 and 1": ("image,label", "a,1", "b,0"),
    "labels that are diagnoses": ("image,label", "a,MEL", "b,NV"),
    "bars": ("image|target", "a|1", "b|0"),
    "a long note": ("image,target,note", "a,1," + "x" * 200_000, "b,0,"),
    "ISIC 2016": ("a,malignant", "b,benign"),
    "ISIC 2016, test part": ("a,1.0", "b,0.0"),
    "ISIC 2024 without target": ("isic_id,iddx_full,iddx_1", "a,x,Malignant", "b,x,Benign"),
    "Derm7pt": ("case_num,diagnosis,clinic,derm", "1,melanoma (in situ),y.jpg,NEL/a.jpg", "2,blue nevus,z.jpg,b.jpg"),
    "names of files": ("filename,label", "a.jpg,malignant", "b.jpg,benign"),
    "diagnoses in words": ("image_id;dx", "a;Melanoma", "b;Seborrheic keratosis"),
}  # fmt: skip


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "images").mkdir()
    for name in ("a.jpg", "b.jpg"):
        (tmp_path / "images" / name).touch()
    return tmp_path


@pytest.mark.parametrize("lines", SHAPES.values(), ids=SHAPES)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_table_of_a_known_shape_gives_labels(folder, lines, end):
    (folder / "table.csv").write_bytes((end.join(lines) + end).encode("utf-8-sig"))

    labels = {sample.path.name: sample.label for sample in load_dataset([folder])}

    assert labels == {"a.jpg": "malignant", "b.jpg": "benign"}


@pytest.mark.parametrize(("name", "encoding"), [("a.tsv", "utf-8"), ("a.csv", "utf-16"), ("a.tsv", "utf-16-be")])
def test_a_table_of_tabs_in_unicode_as_excel_writes_it_gives_labels(folder, name, encoding):
    text = "image\ttarget\nä\t1\nb\t0\n"
    (folder / "images" / "ä.jpg").touch()
    (folder / name).write_bytes(("\ufeff" + text).encode(encoding) if encoding[-2:] == "be" else text.encode(encoding))

    labels = {sample.path.name: sample.label for sample in load_dataset([folder])}

    assert labels == {"ä.jpg": "malignant", "b.jpg": "benign"}


@pytest.mark.parametrize("system", ["UTF-8", "cp1252", "cp1256"])
def test_a_table_in_the_encoding_of_the_system_is_read(folder, monkeypatch, system):
    """As Excel saves "CSV"; where the system has UTF-8, the encoding of western Windows is the likely one."""
    monkeypatch.setattr(locale, "getencoding", lambda: system)
    (folder / "images" / "é.jpg").touch()
    text = "image;target;note\né;1;Rücken\nb;0;\n" if system != "cp1256" else "image;target;note\né;1;ظهر\nb;0;\n"
    (folder / "table.csv").write_bytes(text.encode("cp1252" if system == "UTF-8" else system))

    labels = {sample.path.name: sample.label for sample in load_dataset([folder])}

    assert labels == {"é.jpg": "malignant", "b.jpg": "benign"}


@pytest.mark.parametrize("name", ["metadata.xlsx", "metadata.csv", "old.xls", "table.ods"])
def test_a_workbook_is_told_to_be_one(folder, name):
    start = b"\xd0\xcf\x11\xe0" if name == "old.xls" else b"PK\3\4"
    (folder / name).write_bytes(start + bytes(range(256)))

    with pytest.raises(DatasetError, match=f"{name} is a workbook of a spreadsheet, which is not read; save its table"):
        load_dataset([folder])
    with pytest.raises(GroupingError, match=f"{name} is a workbook"):
        by_table(folder / name, [folder / "images" / "a.jpg"])
    for kind, image in (("benign", "a.jpg"), ("malignant", "b.jpg")):
        (folder / kind).mkdir()
        (folder / "images" / image).rename(folder / kind / image)
    assert len(load_dataset([folder]).samples) == 2


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (
            ("title,target", "a,1"),
            "table.csv has no column that names images; call it one of these: isic_id, image_id, image_name, image",
        ),
        (("image,malignant", "image,1", "a,1"), "table.csv names images but has no column of labels; call it one of"),
        (
            ("image,age", "a,50"),
            "table.csv names images but has no column of labels; call it one of these: label, benign_malignant",
        ),
        (("image,target", "x,1"), "table.csv names none of the images; see that it is their table."),
        (("image,target", "a,0.93", "b,0.07"), 'table.csv has the label "0.93"; use benign, malignant or'),
        (("image_id,dx", "a,wart"), 'table.csv has the label "wart"; use benign, malignant or'),
        (("image,label", "a,foo"), 'table.csv has the label "foo"; use benign, malignant or'),
        (("image,target", 'a,"1', "b,0"), "table.csv cannot be read as a CSV table (unexpected end of data); save it"),
        (("image,target", "a,1", "b\0,0"), "table.csv cannot be read as a CSV table (no text in UTF-8); save it"),
        (
            ("image,target,target", "a,1,0", "b,0,1"),
            'table.csv has the column "target" more than once; leave one of them out.',
        ),
        (
            ("file,probability,label", "a.jpg,0.9,malignant"),
            "table.csv holds what a model said, which is no label; use a table of diagnoses.",
        ),
        ((ONE_HOT_2019, "x,1,0,0,0,0,0,0,0,0"), "table.csv names none of the images; see that it is their table."),
    ],
)
def test_a_table_that_gives_no_label_says_why(folder, lines, said):
    (folder / "table.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")

    with pytest.raises(DatasetError) as caught:
        load_dataset([folder])

    assert said in str(caught.value)


def test_the_scores_of_a_model_are_no_labels(folder, random_model, synthetic_image, tmp_path):
    from PIL import Image

    for name in ("a.jpg", "b.jpg"):
        Image.fromarray(synthetic_image).save(folder / "images" / name)
    classifier = Classifier.load(random_model)
    rows = [classify_file(classifier, folder / "images" / name)[0] for name in ("a.jpg", "b.jpg")]
    write_results_csv(folder / "results.csv", rows)
    write_isic_csv(folder / "isic.csv", rows)
    (folder / "guesses.csv").write_text("image,MEL,NV,target\na,0.9,0.1,0.7\nb,0.2,0.8,0.1\n", encoding="utf-8")

    with pytest.raises(DatasetError) as caught:
        load_dataset([folder])

    assert "results.csv holds what a model said, which is no label; use a table of diagnoses." in str(caught.value)


def test_a_diagnosis_never_contradicts_a_folder(tmp_path):
    for label, name in (("benign", "a.jpg"), ("malignant", "b.jpg")):
        (tmp_path / label).mkdir()
        (tmp_path / label / name).touch()
    (tmp_path / "table.csv").write_text("image_id,dx\na,akiec\nb,bkl\n", encoding="utf-8")

    labels = {sample.path.name: (sample.label, sample.diagnosis) for sample in load_dataset([tmp_path])}

    assert labels == {"a.jpg": ("benign", "akiec"), "b.jpg": ("malignant", "bkl")}


@pytest.mark.parametrize(
    ("name", "key"),
    [("ISIC_0000001.JPG", "isic_0000001"), ("x/y\\Z.dcm", "z"), ("1.2.840.10008", "1.2.840.10008"), ("A", "a")],
)
def test_an_image_has_one_key_however_a_table_names_it(name, key):
    assert image_key(name) == key
