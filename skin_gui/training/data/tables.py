"""The shapes in which tables of lesions come: of the ISIC archive and its challenges, HAM10000, PAD-UFES, Derm7pt."""

import codecs
import csv
import locale
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path, PurePosixPath
from typing import TextIO

from skin_gui.classifier.prediction import Label
from skin_gui.imaging.formats import IMAGE_SUFFIXES
from skin_gui.wording.fact import Fact, FactError
from skin_gui.wording.system import reason
from skin_gui.wording.training import DatasetFact

ID_COLUMNS = ("isic_id", "image_id", "image_name", "image", "img_id", "bcn_filename", "filename", "file_name", "derm")
LABEL_COLUMNS = ("benign_malignant", "diagnosis_1", "iddx_1", "target", "melanoma")
FILE_LABEL_COLUMNS = ("label", *LABEL_COLUMNS)
DIAGNOSIS_COLUMNS = ("diagnosis", "dx", "diagnostic", "diagnosis_3", "diagnosis_2")

TABLE_SUFFIXES = (".csv", ".tsv", ".xlsx", ".xls", ".ods")
"""Of files that hold tables; the last three are told to be of no use here."""

_DELIMITERS = ",;\t|"
_ENCODINGS = {codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}  # Excel's "Unicode text"
_WORKBOOKS = (b"PK\3\4", b"\xd0\xcf\x11\xe0")  # what Excel and LibreOffice save by themselves
_WESTERN = "cp1252"  # of Excel's "CSV", where the system's own encoding is another
_CHUNK = 1 << 20
_LONGEST_CELL = 1 << 24  # characters
_BLANK = frozenset({"", "unknown", "nan", "na", "n/a", "none", "null"})
_MALIGNANT = (
    "mel", "melanoma", "bcc", "basal cell carcinoma", "scc", "squamous cell carcinoma",
    # Early squamous cell carcinoma, which HAM10000 counts as malignant.
    "akiec", "ak", "ack", "actinic keratosis",
    # Derm7pt
    "melanoma (in situ)", "melanoma (less than 0.76 mm)", "melanoma (0.76 to 1.5 mm)", "melanoma (more than 1.5 mm)",
    "melanoma metastasis",
)  # fmt: skip
_BENIGN = (
    "nv", "nev", "nevus", "bkl", "sek", "seborrheic keratosis", "df", "dermatofibroma", "vasc", "vascular lesion",
    "lentigo nos", "lichenoid keratosis", "solar lentigo",
    "blue nevus", "clark nevus", "combined nevus", "congenital nevus", "dermal nevus", "recurrent nevus",
    "reed or spitz nevus", "lentigo", "melanosis",
    "melanocytic nevus", "melanocytic nevi",
)  # fmt: skip
IMPLIED: Mapping[str, Label] = {**dict.fromkeys(_MALIGNANT, "malignant"), **dict.fromkeys(_BENIGN, "benign")}
"""What a diagnosis, in lower case, means for a lesion; where a table or folder says it itself, that counts."""

_SEPARATOR_LINE = re.compile(r'"?sep=(.)"?\r?\n?')  # what Excel writes and obeys
# ISIC 2018 and 2019: a column for each diagnosis, 1 in one of them.
_ONE_HOT = frozenset({"mel", "nv", "bcc", "ak", "akiec", "bkl", "df", "vasc", "scc", "unk"})
_BINARY = frozenset({"target", "melanoma"})  # ISIC 2020 and 2024, and ISIC 2017
_HEADLESS_COLUMNS = ("image", "label")
_HEADLESS = [",".join(_HEADLESS_COLUMNS) + "\n"]
_NO_TEXT = "\0"  # of UTF-16 without a mark, or of a file that is no table
_KINDS = ("benign", "malignant", "indeterminate")
_WORDS = {"true": True, "yes": True, "false": False, "no": False}
UNREAD = ""
"""In the place of a column's name: what stood where a label was expected, and is none."""
_OF_A_MODEL = "probability"  # beside it, a label is what a model said
_SAID_ONCE = frozenset({"file", "label", *ID_COLUMNS, *LABEL_COLUMNS, *DIAGNOSIS_COLUMNS})
csv.field_size_limit(_LONGEST_CELL)


class DatasetError(FactError):
    """A folder or table cannot be used for training. `str(error)` says what is wrong and what to do about it."""


@dataclass
class Table:
    """A CSV as it is used here."""

    path: Path
    rows: list[dict[str, str]] = field(default_factory=list)
    """Cells by lower-case column name, blank ones left out."""
    problem: Fact | None = None
    """Why no image gets a label from it; None when images may."""


def read_table(path: Path) -> Table:
    """Read a CSV whose cells are parted by commas, semicolons, tabs or bars, after a `sep=` line or without one.

    It is in UTF-8 or UTF-16, or else in the system's encoding, as older versions of Excel write it.

    Raises:
        DatasetError: it cannot be read.
    """
    try:
        if _is_workbook(path):
            return Table(path, problem=DatasetFact.TABLE_IS_WORKBOOK(file=path.name))
        with path.open(encoding=_encoding(path), newline="") as stream:
            header = _first_line(stream)
            if stated := _SEPARATOR_LINE.fullmatch(header):
                header = _first_line(stream)
            # Spreadsheets write semicolons where the comma is the decimal sign.
            delimiter = stated[1] if stated else max(_DELIMITERS, key=header.count)
            first = chain(_HEADLESS, [header]) if _is_headless(header) else [header]
            # Strict: a quote that is never closed would swallow all rows that follow.
            reader = csv.DictReader(chain(first, stream), delimiter=delimiter, strict=True)
            columns = [(name or "").strip().lower() for name in reader.fieldnames or ()]
            names = set(columns)
            if _OF_A_MODEL in names:
                return Table(path, problem=DatasetFact.TABLE_OF_RESULTS(file=path.name))
            if twice := next((name for name in columns if name in _SAID_ONCE and columns.count(name) > 1), ""):
                return Table(path, problem=DatasetFact.TABLE_WITH_COLUMN_TWICE(file=path.name, column=twice))
            if not names & {"file", *ID_COLUMNS}:
                return Table(path, problem=DatasetFact.TABLE_WITHOUT_IMAGES(file=path.name, columns=ID_COLUMNS))
            return Table(path, [_known_shape(_clean(cells)) for cells in reader], _without_label(path, names))
    except (OSError, UnicodeError, csv.Error) as error:
        raise DatasetError(DatasetFact.TABLE_UNREADABLE(file=path.name, why=reason(error))) from error


def _is_workbook(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(_WORKBOOKS[0])) in _WORKBOOKS


def _encoding(path: Path) -> str:
    with path.open("rb") as file:
        if marked := _ENCODINGS.get(file.read(2)):
            return marked
        file.seek(0)
        decoder = codecs.getincrementaldecoder("utf-8")()
        try:
            while chunk := file.read(_CHUNK):
                if _NO_TEXT in decoder.decode(chunk):
                    raise UnicodeError
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            own = codecs.lookup(locale.getencoding()).name
            return _WESTERN if own in ("utf-8", "ascii") else own
    return "utf-8-sig"


def _first_line(stream: TextIO) -> str:
    """The next line that is not blank; empty at the end."""
    return next((line for line in stream if line.strip()), "")


def _is_headless(line: str) -> bool:
    """Whether a table begins without names of columns, as that of ISIC 2016: an image and its label are all it has."""
    cells = line.strip().lower().split(",")
    if len(cells) != len(_HEADLESS_COLUMNS) or cells[0] in ("file", *ID_COLUMNS):
        return False
    return cells[1] in _KINDS or _flag(cells[1]) is not None


def first_of(cells: Mapping[str, str], names: Sequence[str]) -> str | None:
    """The first of these columns that has a value."""
    return next((cells[name] for name in names if name in cells), None)


def image_key(name: str) -> str:
    """What an image is called in a table: its file's name without folders and suffix, in lower case."""
    file = PurePosixPath(name.replace("\\", "/")).name.lower()
    suffix = PurePosixPath(file).suffix
    return file.removesuffix(suffix) if suffix in IMAGE_SUFFIXES else file


def _without_label(path: Path, names: set[str]) -> Fact | None:
    """The problem of a table that names images and says nothing of their kind; None for another one."""
    if names & {*FILE_LABEL_COLUMNS, *DIAGNOSIS_COLUMNS} or len(names & _ONE_HOT) > 1:
        return None
    return DatasetFact.TABLE_WITHOUT_LABELS(file=path.name, columns=(*FILE_LABEL_COLUMNS, "dx"))


def _clean(cells: Mapping[str | None, str | list[str] | None]) -> dict[str, str]:
    """Names and values without spaces around them; blanks and surplus cells left out."""
    return {
        name.strip().lower(): value.strip()
        for name, value in cells.items()
        if name and isinstance(value, str) and value.strip().lower() not in _BLANK
    }


def _known_shape(cells: dict[str, str]) -> dict[str, str]:
    """The row with labels of 0 and 1 in words, and the diagnosis of a column that has a 1 or is called a label."""
    for name in _BINARY & cells.keys():
        text = cells.pop(name)
        flag = _flag(text)
        if flag is None:
            cells.setdefault(UNREAD, text)
        else:
            cells[name] = "malignant" if flag else "benign"
    if (label := cells.get("label")) and label.lower() not in _KINDS:
        del cells["label"]
        flag = _flag(label)
        if flag is not None:
            cells["label"] = "malignant" if flag else "benign"
        elif label.lower() in IMPLIED:
            cells.setdefault("diagnosis", label)
        else:
            cells.setdefault(UNREAD, label)
    hot = _ONE_HOT & cells.keys()
    flags = {name: _flag(cells[name]) for name in hot}
    if len(hot) > 1 and None not in flags.values() and sum(map(bool, flags.values())) == 1:
        cells.setdefault("diagnosis", next(name for name, flag in flags.items() if flag))
    return cells


def _flag(text: str) -> bool | None:
    """Whether a cell says 1 or 0, in numbers or in words; None for anything else, such as the score of a model."""
    if text.lower() in _WORDS:
        return _WORDS[text.lower()]
    try:
        return {0.0: False, 1.0: True}.get(float(text.replace(",", ".")))
    except ValueError:
        return None
