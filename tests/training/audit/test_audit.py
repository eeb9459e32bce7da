import json
from pathlib import Path

import pytest

from skin_gui.documents.audit_report import audit_text
from skin_gui.progress import Cancelled
from skin_gui.training.audit.audit import audit
from skin_gui.training.data.dataset import load_dataset
from skin_gui.wording.audit import AuditFact


def audit_of(*folders: Path):
    return audit(load_dataset(folders, require_both_classes=False))


def findings(report, kind):
    return [finding for finding in report.findings if finding.kind == kind]


@pytest.fixture
def save_set(save_picture):
    """Save n pictures of each class; seeds from `first` on."""

    def save(folder: Path, benign: int, malignant: int, first: int = 0, quality=(90, 90)) -> Path:
        for i in range(benign):
            save_picture(folder / "benign" / f"{i}.jpg", first + i, quality[0])
        for i in range(malignant):
            save_picture(folder / "malignant" / f"{i}.jpg", first + 10_000 + i, quality[1])
        return folder

    return save


def test_a_clean_set_has_no_warnings(tmp_path, save_set):
    report = audit_of(save_set(tmp_path / "set", 22, 21))

    assert report.severity == "note"
    assert [finding.kind for finding in report.findings] == ["sources", "source shortcut"]
    assert report.counts == {"all": {"benign": 22, "malignant": 21}}
    assert report.groups == 43


def test_too_few_images_are_refused(tmp_path, save_set):
    (finding,) = findings(audit_of(save_set(tmp_path, 25, 19)), "too few images")

    assert finding.severity == "refuse"
    assert "25 benign, 19 malignant" in str(finding.fact)


def test_one_class_is_refused(tmp_path, save_set):
    report = audit_of(save_set(tmp_path, 25, 0))

    assert report.severity == "refuse"
    assert "no malignant images that can be read" in audit_text(report)


def test_copies_do_not_count_as_images(tmp_path, save_set, save_picture):
    save_set(tmp_path, 25, 0)
    for i in range(30):
        save_picture(tmp_path / "malignant" / f"{i}.jpg", 50_000, quality=60 + i)

    (finding,) = findings(audit_of(tmp_path), "too few images")

    assert "25 benign, 1 malignant" in str(finding.fact)


def test_unreadable_files_are_listed_with_their_reason(tmp_path, save_set):
    save_set(tmp_path, 20, 20)
    (tmp_path / "benign" / "broken.jpg").write_bytes(b"\xff\xd8\xff broken")

    report = audit_of(tmp_path)

    (finding,) = findings(report, "unreadable")
    assert finding.files == (tmp_path / "benign" / "broken.jpg",)
    assert f"benign/broken.jpg ({finding.reasons[0]})" in audit_text(report)


def test_copies_across_splits_and_labels_are_found(tmp_path, save_set, save_picture):
    save_set(tmp_path / "train", 20, 20)
    save_set(tmp_path / "test", 20, 20, first=500)
    exact = save_picture(tmp_path / "test" / "benign" / "exact.jpg", 3)
    near = save_picture(tmp_path / "test" / "malignant" / "near.jpg", 4, quality=50)

    report = audit_of(tmp_path)

    overlap = findings(report, "train/test overlap")[0]
    assert set(overlap.groups) == {
        (exact, tmp_path / "train" / "benign" / "3.jpg"),
        (near, tmp_path / "train" / "benign" / "4.jpg"),
    }
    assert findings(report, "contradicting labels")[0].groups == ((near, tmp_path / "train" / "benign" / "4.jpg"),)
    assert len(findings(report, "duplicate")) == 2
    assert report.severity == "warn"


def test_lesions_and_patients_on_both_sides_are_found(tmp_path, save_set):
    save_set(tmp_path / "train", 20, 20)
    save_set(tmp_path / "test", 20, 20, first=500)
    for name in ("train/benign/0", "train/benign/1", "test/benign/0", "test/malignant/1"):
        source = tmp_path / f"{name}.jpg"
        source.rename(source.with_stem(name.replace("/", "_")))
    (tmp_path / "m.csv").write_text(
        "isic_id,lesion_id,patient_id\ntrain_benign_0,L1,\ntest_benign_0,L1,\n"
        "train_benign_1,L2,P\ntest_malignant_1,L2,P\n",
        encoding="utf-8",
    )

    report = audit_of(tmp_path)

    lesions, patients = findings(report, "lesion leakage")
    assert sorted(map(str, lesions.reasons)) == ["lesion L1", "lesion L2"]
    assert patients.reasons == (AuditFact.PATIENT(name="P"),)
    (contradiction,) = findings(report, "contradicting labels")
    assert contradiction.reasons == (AuditFact.LESION(name="L2"),)


@pytest.mark.parametrize(("benign", "severity"), [(40, None), (50, "note"), (90, "warn")])
def test_imbalance(tmp_path, save_set, benign, severity):
    found = findings(audit_of(save_set(tmp_path, benign, 20)), "imbalance")

    assert [finding.severity for finding in found] == ([severity] if severity else [])


def test_a_source_shortcut_is_found_and_named(tmp_path, save_set):
    report = audit_of(save_set(tmp_path, 60, 60, quality=(90, 70)))

    (finding,) = findings(report, "source shortcut")
    assert finding.severity == "warn"
    assert "JPEG quality" in str(finding.fact)
    assert report.shortcut is not None
    assert report.shortcut.low > 0.9
    assert report.shortcut.metadata_auc == 0.5


def test_without_a_shortcut_there_is_no_warning(tmp_path, save_set):
    save_set(tmp_path / "a", 60, 60)
    save_set(tmp_path / "b", 40, 40, first=500, quality=(70, 70))

    report = audit_of(tmp_path / "a", tmp_path / "b")

    assert findings(report, "source shortcut")[0].severity == "note"
    assert report.shortcut is not None


def test_gaps_in_the_metadata_are_a_shortcut(tmp_path, save_set):
    save_set(tmp_path, 50, 50)
    rows = "".join(f"benign,{i}.jpg,L{i}\n" for i in range(50))
    (tmp_path / "list.csv").write_text("label,file,lesion_id\n" + rows, encoding="utf-8")

    (finding,) = findings(audit_of(tmp_path), "source shortcut")

    assert "lesion id given" in str(finding.fact)


def test_the_json_holds_everything(tmp_path, save_set, save_picture):
    save_set(tmp_path, 25, 25)
    copies = [save_picture(tmp_path / "benign" / f"copy{i}.jpg", 3) for i in range(8)]

    report = json.loads(audit_of(tmp_path).to_json())

    (finding,) = (f for f in report["findings"] if f["kind"] == "duplicate")
    assert set(map(str, copies)) < set(finding["files"])
    assert finding["groups"] == [finding["files"]]
    assert report["source_shortcut"] is None
    assert report["severity"] == "note"


def test_progress_rises_from_0_to_1(tmp_path, save_set):
    parts: list[float] = []

    audit(load_dataset([save_set(tmp_path, 45, 45)]), parts.append)

    assert parts == sorted(parts)
    assert (parts[0], parts[-1]) == (0.0, 1.0)


@pytest.mark.parametrize("after", [0, 60, 95])
def test_cancel_works_at_every_stage(tmp_path, save_set, after):
    dataset = load_dataset([save_set(tmp_path, 45, 45)])
    asked = iter(range(10_000))

    with pytest.raises(Cancelled):
        audit(dataset, cancelled=lambda: next(asked) >= after)


def test_one_source_is_said_to_tell_nothing_of_another_clinic(tmp_path, save_set):
    report = audit_of(save_set(tmp_path / "Clinic", 22, 21))

    (finding,) = findings(report, "sources")
    assert finding.severity == "note"
    assert finding.fact == AuditFact.ONE_SOURCE(source="Clinic")
    assert report.sources == {"Clinic": {"benign": 22, "malignant": 21}}


def test_sources_of_one_class_are_warned_of_with_their_shares(tmp_path, save_set):
    both = save_set(tmp_path / "both", 22, 8)
    malignant = save_set(tmp_path / "melanomas", 0, 18, first=100)
    benign = save_set(tmp_path / "naevi", 12, 0, first=200)
    report = audit_of(benign, malignant, both)

    warning, note = findings(report, "sources")
    assert (warning.severity, note.severity) == ("warn", "note")
    assert str(note.fact) == (
        "The images come from several sources: 3 (both: 22 benign, 8 malignant, 50%; "
        "melanomas: 0 benign, 18 malignant, 30%; naevi: 12 benign, 0 malignant, 20%)."
    )
    assert str(warning.fact).startswith(
        "Sources with images of one class only: 2 (melanomas: only malignant; naevi: only benign); they hold 50% of all"
    )
    assert list(json.loads(report.to_json())["sources"]) == ["both", "melanomas", "naevi"]
