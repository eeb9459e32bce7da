"""The columns of the results are declared once; what other programs and stored sessions rely on stays as it is."""

from dataclasses import fields, replace
from pathlib import Path

import pytest

from skin_gui.imaging.errors import ImageError
from skin_gui.review.assessment.assessment import Assessment
from skin_gui.review.assessment.checklists import Menzies, SevenPoint
from skin_gui.review.assessment.terms import Diagnosis, Histology, Tag
from skin_gui.review.columns import COLUMNS, EXPORTED, LOADED, STORED
from skin_gui.review.database import Database
from skin_gui.review.export import record, write_isic_csv, write_results_csv
from skin_gui.review.results import Result
from skin_gui.review.rows import RESULT_COLUMNS, to_result, to_row
from skin_gui.review.schema import prepare
from skin_gui.wording.images import ImageFact

TABLE = [
    "id",
    "path",
    "status",
    "model",
    "app_version",
    "classified_at",
    "probability",
    "threshold",
    "warnings",
    "error",
    "width",
    "height",
    "sha256",
    "size",
    "mtime_ns",
    "reviewer_label",
    "reviewer_note",
    "reviewed_at",
    "reviewed_sha256",
    "model_id",
    "components",
    "assessment",
    "checksum",
]
RESULT = Result(
    Path("/images/mole 1.jpg"),
    "ok",
    "clinic (not validated)",
    "1.2.3",
    "2026-01-02T03:04:05+00:00",
    0.625,
    0.5,
    ("outside training data", "blurred"),
    None,
    800,
    600,
    "ab" * 32,
    "unsure",
    "=hair; see letter",
    "2026-01-03T00:00:00+00:00",
    "0123456789abcdef",
    Assessment(
        Diagnosis.OTHER,
        (Tag.BIOPSY, Tag.TEACHING),
        Histology.NEVUS,
        "malignant",
        (SevenPoint.BLUE_WHITISH_VEIL, SevenPoint.IRREGULAR_STREAKS),
        (Menzies.PSEUDOPODS,),
    ),
    b"\x00\x01",
    validated=False,
)


@pytest.fixture
def database(tmp_path):
    database = Database(tmp_path / "session.sqlite")
    prepare(database)
    yield database
    database.close()


def test_exports_keep_their_columns_and_bytes(tmp_path):
    target = tmp_path / "results.csv"
    write_results_csv(target, [RESULT])
    assert target.read_bytes() == (
        b"\xef\xbb\xbffile,path,label,probability,threshold,status,warnings,error,reviewer_label,reviewer_note,"
        b"reviewed_at,width,height,sha256,model,app_version,classified_at,"
        b"reviewer_diagnosis,reviewer_tags,histology,first_read,"
        b"seven_point,seven_point_revised,seven_point_criteria,menzies,menzies_features\r\n"
        b"mole 1.jpg," + str(RESULT.path).encode() + b",malignant,0.625,0.5,ok,outside training data; "
        b"blurred; model not validated,,unsure,"
        b"'=hair; see letter,2026-01-03T00:00:00+00:00,800,600," + b"ab" * 32 + b",clinic (not validated),"
        b"Skin GUI 1.2.3 - research and education; not a medical device,2026-01-02T03:04:05+00:00,"
        b"other,biopsy; teaching,nevus,malignant,3,2,blue-whitish veil; irregular streaks,suspicious,pseudopods\r\n"
    )
    write_isic_csv(target, [RESULT])
    assert target.read_bytes() == b"image,malignant\r\nmole 1,0.625\r\n"


def test_a_session_keeps_its_table(database):
    assert [row[1] for row in database.rows("PRAGMA table_info(result)")] == TABLE


def test_every_column_is_where_it_belongs(database):
    names = [column.name for column in COLUMNS]
    assert len(set(names)) == len(names)
    assert set(STORED) <= set(TABLE)
    assert set(LOADED) <= set(TABLE)
    assert {field.name for field in fields(Result)} - {"validated"} <= set(names)
    assert list(record(RESULT)) == list(EXPORTED)


@pytest.mark.parametrize("error", [None, ImageError(RESULT.path, ImageFact.DAMAGED()).fact])
def test_a_row_comes_back_as_it_was_stored(database, error):
    given = replace(RESULT, error=error)
    columns = ", ".join((*STORED, "size", "mtime_ns", "checksum"))
    marks = ", ".join("?" * len(to_row(given)))
    database.write(f"INSERT INTO result ({columns}) VALUES ({marks})", to_row(given))  # noqa: S608
    decision = (
        RESULT.reviewer_label,
        RESULT.reviewer_note,
        RESULT.reviewed_at,
        RESULT.sha256,
        RESULT.assessment.to_json(),
    )
    database.write(
        "UPDATE result SET reviewer_label = ?, reviewer_note = ?, reviewed_at = ?, reviewed_sha256 = ?, assessment = ?",
        decision,
    )
    assert to_result(database.rows(f"SELECT {RESULT_COLUMNS} FROM result")[0]) == given  # noqa: S608
