"""The picture of the window that `make run` takes where there is no display."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from skin_gui import paths
from tools import screenshot


@pytest.mark.usefixtures("qapp", "shipped_model")
def test_picture_shows_a_result(tmp_path, capsys):
    file = tmp_path / "window.png"

    code = screenshot.main([str(file)])

    assert code == 0, capsys.readouterr().err
    assert capsys.readouterr().out.strip() == str(file)
    assert QImage(str(file)).size() == QSize(1200, 800)


@pytest.mark.usefixtures("qapp")
def test_without_a_model_the_picture_is_taken_and_the_reason_given(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(paths, "shipped_model", lambda: tmp_path / "none")
    file = tmp_path / "window.png"

    code = screenshot.main([str(file)])

    assert code == 1
    assert "model" in capsys.readouterr().err
    assert file.is_file()


@pytest.mark.usefixtures("qapp", "shipped_model")
def test_a_place_that_cannot_be_written_is_named(tmp_path, capsys):
    file = tmp_path / "absent" / "window.png"

    assert screenshot.main([str(file)]) == 1
    assert str(file) in capsys.readouterr().err


def test_wrong_usage_is_told(capsys):
    assert screenshot.main([]) == 2
    assert "usage" in capsys.readouterr().err


def test_samples_are_bundled():
    assert len(list(Path(paths.samples()).glob("*.jpg"))) == 12
