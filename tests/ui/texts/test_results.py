from dataclasses import replace

import pytest
from PySide6.QtCore import QLocale

from skin_gui.classifier.model_folder import is_validated, read_info
from skin_gui.measured_on import OutOfFold, SourcesHeldOut, StaysTogether, read_measured_on
from skin_gui.ui.texts.results import measured_text, warning_text, warning_texts
from skin_gui.vocabulary import ImageWarning


@pytest.fixture
def speak():
    """Numbers of a language, without its translations; afterwards the locale is as it was."""
    before = QLocale()
    yield lambda name: QLocale.setDefault(QLocale(name))
    QLocale.setDefault(before)


@pytest.mark.parametrize("group", ["lesion", "patient", "picture"])
def test_the_data_of_every_training_is_said_with_the_numbers_of_the_language(speak, group):
    said = f"out of fold, 5 folds by {group}, 4,083 images"
    speak("en_GB")
    assert measured_text(read_measured_on(said)) == said
    speak("de_DE")
    assert measured_text(read_measured_on(said)) == f"out of fold, 5 folds by {group}, 4.083 images"


@pytest.mark.parametrize(
    "said",
    [
        "on 41 biopsies",
        "out of fold, 5 folds by eye, 10 images",
        f"out of fold, 5 folds by lesion, {10**30:,} images",
        "",
        "x" * 400,
    ],
)
def test_what_an_imported_model_says_in_words_of_its_own_is_left_alone(speak, said):
    speak("de_DE")
    assert measured_text(read_measured_on(said)) == said


@pytest.mark.parametrize("validated", [True, False])
def test_a_stored_row_says_by_its_models_name_whether_it_is_validated(random_model, validated):
    info = replace(read_info(random_model), validated=validated)
    assert is_validated(info.display_name) == validated


def test_every_warning_has_a_short_form_and_a_sentence():
    texts = warning_texts()
    assert list(texts) == list(ImageWarning)
    assert all(short and sentence for short, sentence in texts.values())
    assert warning_text("changed since review") == "The file has changed since it was reviewed."
    assert warning_text("something new") == "something new"


@pytest.mark.parametrize(
    "fact",
    [
        *(OutOfFold(5, together, 4083) for together in StaysTogether),
        SourcesHeldOut(("Barcelona", "HAM10000", "ISIC archive"), 6429),
    ],
)
def test_the_line_of_a_stored_model_is_read_as_the_fact_that_it_states(speak, fact):
    assert read_measured_on(str(fact)) == fact
    speak("en_GB")
    assert measured_text(fact) == str(fact)
