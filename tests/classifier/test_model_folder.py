import json
import shutil

import pytest

from skin_gui.checksum import sha256_file
from skin_gui.classifier.model_folder import (
    CARD,
    DESCRIPTION,
    HEAD,
    NETWORK,
    ModelError,
    read_info,
    verify,
)


@pytest.fixture
def folder(random_model, tmp_path):
    return shutil.copytree(random_model, tmp_path / "copy")


@pytest.fixture
def described(random_model, tmp_path):
    """A folder with a description alone, for tests that read nothing else."""
    (tmp_path / "described").mkdir()
    shutil.copy(random_model / DESCRIPTION, tmp_path / "described")
    return tmp_path / "described"


def change(folder, **values):
    path = folder / DESCRIPTION
    content = json.loads(path.read_text(encoding="utf-8")) | values
    path.write_text(json.dumps(content), encoding="utf-8")


def test_given_a_description_when_written_and_read_then_it_is_the_same(folder):
    info = read_info(folder)
    (folder / DESCRIPTION).write_text(info.to_json(), encoding="utf-8")
    assert read_info(folder) == info


def test_given_a_complete_model_when_verified_then_each_file_is_found(folder, tmp_path):
    files = verify(read_info(folder), folder, tmp_path / "nothing")
    assert files == {name: folder / name for name in (*NETWORK, HEAD)}


def test_given_a_shared_network_when_verified_then_the_shipped_one_is_used(folder, random_model):
    for name in NETWORK:
        (folder / name).unlink()
    files = verify(read_info(folder), folder, random_model)
    assert files == {NETWORK[0]: random_model / NETWORK[0], NETWORK[1]: random_model / NETWORK[1], HEAD: folder / HEAD}


@pytest.mark.parametrize("name", [*NETWORK, HEAD])
def test_given_a_changed_file_when_verified_then_it_is_named(folder, tmp_path, name):
    content = bytearray((folder / name).read_bytes())
    content[len(content) // 2] ^= 1
    (folder / name).write_bytes(content)
    with pytest.raises(ModelError, match=f"{name} .* was changed or damaged"):
        verify(read_info(folder), folder, tmp_path)
    (folder / name).unlink()
    with pytest.raises(ModelError, match=f"lacks its file {name}"):
        verify(read_info(folder), folder, tmp_path)


def test_given_no_checksum_in_the_description_when_verified_then_the_file_is_not_trusted(folder, tmp_path):
    change(folder, files={})
    with pytest.raises(ModelError, match="changed or damaged"):
        verify(read_info(folder), folder, tmp_path)


def test_given_a_folder_without_a_description_then_it_is_no_model(tmp_path):
    with pytest.raises(ModelError, match=f"{DESCRIPTION} is missing"):
        read_info(tmp_path)


@pytest.mark.parametrize("text", [b"", b"{", b"[]", b"null", b"{}", b"\xff\xfe", b"[" * 100_000])
def test_given_broken_json_then_one_sentence_says_so(described, text):
    (described / DESCRIPTION).write_bytes(text)
    with pytest.raises(ModelError, match="cannot be read"):
        read_info(described)


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"format": 2}, "format is version 2"),
        ({"preprocessing": "other"}, "expects the preprocessing other"),
        ({"base": "resnet"}, "not a benign/malignant VGG16"),
        ({"classes": ["a", "b"]}, "not a benign/malignant VGG16"),
        ({"features": []}, "features are unknown"),
        ({"features": [{"layer": "block5_conv3", "statistics": ["median"]}]}, "features are unknown"),
        (
            {"features": [{"layer": "block2_conv2", "statistics": ["lesion_texture", "mean"]}]},
            "features are unknown",
        ),
        ({"name": None}, "wrong kind"),
        ({"metrics": []}, "wrong kind"),
        ({"novelty_limit": float("nan")}, "wrong kind"),
        ({"calibration": {"scale": 0, "offset": 0}}, "positive scale"),
        ({"surplus": 1}, "surplus"),
    ],
)
def test_given_another_version_or_kind_of_model_then_the_reason_is_named(described, values, reason):
    change(described, **values)
    with pytest.raises(ModelError, match=reason):
        read_info(described)


@pytest.mark.parametrize(
    "values", [{"threshold": 1.5}, {"threshold": float("nan")}, {"sensitivity": "0.9"}, {"specificity_interval": [1]}]
)
def test_given_an_impossible_operating_point_then_it_is_refused(described, values):
    point = json.loads((described / DESCRIPTION).read_text(encoding="utf-8"))["operating_point"]
    change(described, operating_point=point | values)
    with pytest.raises(ModelError, match="cannot be read"):
        read_info(described)


@pytest.mark.parametrize(
    "values",
    [
        {"calibration": {"scale": 10**400, "offset": 0}},
        {"calibration": {"scale": 1, "offset": -(10**400)}},
        {"novelty_limit": 10**400},
        {"metrics": {"auc": 10**400}},
        {"training": {"seed": [10**400]}},
    ],
    ids=["scale", "offset", "novelty limit", "metrics", "training"],
)
def test_given_an_integer_that_is_no_float_then_one_sentence_says_so(described, values):
    change(described, **values)
    with pytest.raises(ModelError, match="too large"):
        read_info(described)


def test_given_an_expectation_that_is_no_float_then_one_sentence_says_so(described):
    point = json.loads((described / DESCRIPTION).read_text(encoding="utf-8"))["operating_point"]
    for values in ({"sensitivity": 10**400}, {"specificity_interval": [0, 10**400]}, {"threshold": 10**400}):
        change(described, operating_point=point | values)
        with pytest.raises(ModelError, match="too large"):
            read_info(described)


def test_given_known_bytes_when_hashed_then_the_digest_is_sha256(tmp_path):
    (tmp_path / "abc").write_bytes(b"abc")
    assert sha256_file(tmp_path / "abc").startswith("ba7816bf8f01cfea")


def test_given_a_model_without_a_card_then_it_is_still_usable(folder, tmp_path):
    (folder / CARD).unlink()
    assert len(verify(read_info(folder), folder, tmp_path)) == 3
