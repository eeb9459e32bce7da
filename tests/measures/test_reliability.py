import json

import pytest

from skin_gui import paths
from skin_gui.classifier import ModelError
from skin_gui.measures.reliability import FILE, reliability


@pytest.fixture
def written(tmp_path, monkeypatch):
    """Put a file in the place of the program's own."""
    monkeypatch.setattr(paths, "resources", lambda: tmp_path)
    (tmp_path / "measures").mkdir()
    reliability.cache_clear()
    yield (tmp_path / "measures" / FILE).write_text
    reliability.cache_clear()


def test_the_programs_own_file_tells_of_every_criterion_and_the_score():
    assert set(reliability()) == {"asymmetry", "border", "colours", "score"}
    assert all(
        0 <= part.low <= part.auc <= part.high <= 1 for parts in reliability().values() for part in parts.values()
    )


def test_an_interval_that_holds_chance_is_no_better_and_a_source_without_one_is_left_out(written):
    auc = {"score": {"A": [0.6, 0.5, 0.7], "B": [0.6, 0.51, 0.69], "C": [0.6, None, None]}}
    written(json.dumps({"images": 3, "auc": auc}))

    found = reliability()["score"]

    assert {source: part.better_than_chance for source, part in found.items()} == {"A": False, "B": True}


@pytest.mark.parametrize("content", ["", "[]", '{"auc": {"score": {"A": [0.5]}}}', '{"auc": {"score": 1}}'])
def test_a_damaged_file_is_told_in_a_sentence(written, content):
    written(content)

    with pytest.raises(ModelError, match="install the program again"):
        reliability()
