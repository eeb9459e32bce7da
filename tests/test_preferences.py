import errno
import json
import os
import sys
import threading
from pathlib import Path

import pytest

from skin_gui import atomic, paths
from skin_gui.preferences import (
    Preferences,
    PreferencesError,
    change_preferences,
    current_preferences,
    keeping_messages,
    load_preferences,
    save_preferences,
)
from skin_gui.preferences.declared import BY_KEY, CORES, FONT_SCALE, HEATMAP, SETTINGS, THEME


@pytest.fixture
def file():
    path = paths.config_dir() / "settings.json"
    path.parent.mkdir(parents=True)
    return path


def kept_aside(file):
    return [path for path in file.parent.iterdir() if path.name.startswith("settings.broken-")]


def test_without_a_file_every_setting_has_its_default_and_nothing_is_written():
    loaded = load_preferences()

    assert loaded.messages == ()
    assert loaded.preferences.as_dict() == {setting.key: setting.default for setting in SETTINGS}
    assert not (paths.config_dir() / "settings.json").exists()


def test_every_default_is_allowed_and_every_key_is_there_once():
    assert len(BY_KEY) == len(SETTINGS)
    for setting in SETTINGS:
        assert setting.checked(setting.default) == setting.default
        assert setting.label and (setting.kind != "choice" or len(setting.choices) > 1)


def test_what_is_saved_comes_back_from_a_readable_file(file):
    saved = Preferences().updated({"theme": "dark", "font_scale": 1.2, "heatmap": True, "cores": 2})

    save_preferences(saved)

    found = current_preferences()
    assert (found[THEME], found[FONT_SCALE], found[HEATMAP], found[CORES]) == ("dark", 1.2, True, 2)
    content = json.loads(file.read_text(encoding="utf-8"))
    assert content["version"] == 1
    assert content["theme"] == "dark"
    assert [path.name for path in file.parent.iterdir()] == ["settings.json"]


@pytest.mark.parametrize("content", [b"{", b"[]", b"\xff\xfe", b"", b"null", b"[" * 100_000])
def test_a_broken_file_is_kept_aside_and_the_defaults_are_used(file, content):
    file.write_bytes(content)

    loaded = load_preferences()

    assert loaded.preferences == Preferences()
    (aside,) = kept_aside(file)
    assert aside.read_bytes() == content
    assert "broken" in str(loaded.messages[0]) and aside.name in str(loaded.messages[0])
    save_preferences(Preferences().updated({"theme": "dark"}))
    assert aside.read_bytes() == content
    assert load_preferences().messages == ()


@pytest.mark.parametrize("text", ["1" + 400 * "0", "1e999", "NaN", "-1"])
def test_a_number_that_no_setting_can_have_is_left_out(file, text):
    file.write_text(f'{{"version": 1, "cores": {text}, "font_scale": {text}, "theme": "dark"}}')

    loaded = load_preferences()

    found = loaded.preferences
    assert (found[CORES], found[FONT_SCALE], found[THEME]) == (CORES.default, FONT_SCALE.default, "dark")
    assert loaded.messages


@pytest.fixture
def windows_patience(monkeypatch):
    """As many attempts as on Windows, where another program may hold a file for a moment."""
    monkeypatch.setattr(atomic, "_ATTEMPTS", 5)


@pytest.mark.usefixtures("windows_patience")
def test_a_file_that_is_held_for_a_moment_is_read_and_not_kept_aside(file, monkeypatch):
    save_preferences(Preferences().updated({"theme": "dark"}))
    refusals = [PermissionError(errno.EACCES, "held by a virus scanner")] * 3
    read = Path.read_bytes

    def read_when_free(path):
        if refusals:
            raise refusals.pop()
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", read_when_free)

    loaded = load_preferences()

    assert loaded.preferences[THEME] == "dark"
    assert loaded.messages == ()
    assert kept_aside(file) == []


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="needs permissions that bind")
@pytest.mark.usefixtures("windows_patience")
def test_a_file_that_opens_late_is_read_and_one_that_stays_closed_is_kept_aside(file):
    save_preferences(Preferences().updated({"theme": "dark"}))
    file.chmod(0)
    opening = threading.Timer(0.15, file.chmod, [0o600])
    opening.start()
    assert load_preferences().preferences[THEME] == "dark"
    opening.join()
    assert kept_aside(file) == []

    file.chmod(0)
    loaded = load_preferences()
    assert loaded.preferences == Preferences()
    assert "cannot be read" in str(loaded.messages[0])
    assert len(kept_aside(file)) == 1


@pytest.mark.parametrize("version", [2, "1", None])
def test_a_file_of_another_version_is_kept_aside(file, version):
    file.write_text(json.dumps({"version": version, "theme": "dark"}))

    loaded = load_preferences()

    assert loaded.preferences[THEME] == "system"
    assert "another version" in str(loaded.messages[0])
    assert len(kept_aside(file)) == 1


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("theme", "pink"),
        ("theme", 1),
        ("font_scale", 17),
        ("font_scale", True),
        ("threshold", "0.5"),
        ("threshold", float("nan")),
        ("heatmap", 1),
        ("cores", -1),
        ("cores", 1.5),
        ("cores", None),
    ],
)
def test_a_value_that_cannot_be_used_has_its_default_and_the_others_stand(file, key, value):
    text = json.dumps({"version": 1, "flips": "on", key: value})
    file.write_text(text)

    loaded = load_preferences()

    assert loaded.preferences.as_dict() == Preferences().updated({"flips": "on"}).as_dict()
    assert key in str(loaded.messages[0])
    assert kept_aside(file)[0].read_text() == text
    assert load_preferences() == type(loaded)(loaded.preferences.updated(loaded.preferences.as_dict()))


def test_what_this_version_does_not_know_stays_in_the_file(file):
    file.write_text(json.dumps({"version": 1, "of_the_future": [1, 2], "theme": "dark"}))
    assert load_preferences().messages == ()

    change_preferences({"threshold": 0.25})

    content = json.loads(file.read_text())
    assert content["of_the_future"] == [1, 2]
    assert (content["theme"], content["threshold"]) == ("dark", 0.25)
    assert kept_aside(file) == []


def test_half_a_character_of_what_this_version_does_not_know_stays_as_it_was(file):
    file.write_text('{"version": 1, "later": "\\ud800"}', encoding="utf-8")

    change_preferences({THEME.key: "dark"})

    assert json.loads(file.read_bytes())["later"] == "\ud800"
    assert load_preferences().messages == ()


def test_what_would_make_the_file_too_large_to_be_read_again_is_left_out(file):
    file.write_text('{"version": 1, "later": ' + "[" * 900 + "1" + "]" * 900 + "}", encoding="utf-8")

    change_preferences({THEME.key: "dark"})

    assert load_preferences().messages == ()
    assert load_preferences().preferences[THEME] == "dark"


def test_a_wrong_value_or_key_changes_nothing():
    with pytest.raises(ValueError, match="theme"):
        change_preferences({"theme": "pink"})
    with pytest.raises(KeyError):
        Preferences().updated({"no such": 1})
    assert current_preferences() == Preferences()


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="this user may write everywhere")
def test_a_folder_that_cannot_be_written_is_one_sentence(file):
    file.parent.chmod(0o500)
    try:
        with pytest.raises(PreferencesError, match="could not be saved"):
            save_preferences(Preferences())
    finally:
        file.parent.chmod(0o700)


def test_a_place_that_cannot_be_written_is_one_sentence(monkeypatch, tmp_path):
    (tmp_path / "config").write_text("a file where the folder should be")
    monkeypatch.setenv("SKIN_GUI_HOME", str(tmp_path))

    with pytest.raises(PreferencesError, match="could not be saved"):
        save_preferences(Preferences())
    assert current_preferences() == Preferences()


def test_differences_count_defaults_as_what_they_are():
    assert Preferences().differing(Preferences().updated({"theme": "system", "threshold": 0.4})) == {"threshold"}


def test_where_nothing_can_be_kept_one_sentence_says_so_and_names_the_folder(file):
    assert keeping_messages() == ()
    assert list(file.parent.iterdir()) == []
    file.parent.rmdir()
    file.parent.write_text("a file where the folder would be")
    [message] = keeping_messages()
    assert str(message).startswith(f"Settings cannot be kept, since {file.parent} cannot be written to (")
