import pytest

from skin_gui.classifier.model_folder import ModelError
from skin_gui.classifier.model_names import check_name, clean_name, folder_name, name_key, numbered


@pytest.mark.parametrize("name", ["Mine", "2024_v1.2-b", "皮膚科 3", "Ärzte", "त्वचा", "Console", "x" * 60])
def test_given_a_valid_name_when_checked_or_cleaned_then_it_stays(name):
    assert check_name(f" {name} ") == name
    assert clean_name(name) == name


@pytest.mark.parametrize(
    "name", ["", " ", ".", "..", "a/b", "a\\b", "a:b", "a\0b", "a\nb", "com1", "NUL.txt", "x" * 61, "_a", "a\u202eb"]
)
def test_given_an_invalid_name_when_cleaned_then_it_becomes_valid(name):
    with pytest.raises(ModelError):
        check_name(name)
    assert check_name(clean_name(name))


def test_given_composed_and_decomposed_letters_then_they_are_one_name():
    assert name_key("Ha\u0308utchen") == name_key("HÄUTCHEN")
    assert check_name("Ha\u0308utchen") == "Häutchen"


def test_given_a_long_name_when_numbered_then_it_stays_valid():
    assert check_name(numbered("x" * 60, 12)).endswith("x 12")


@pytest.mark.parametrize("name", ["CON", "皮膚科", "..", "a" * 60, "Ärzte 2.0"])
def test_given_any_name_then_its_folder_is_plain_ascii_and_new(name):
    folder = folder_name(name)
    assert folder.isascii()
    assert folder.replace("-", "").isalnum()
    assert folder == folder.lower()
    assert len(folder) <= 50
    assert folder != folder_name(name)
