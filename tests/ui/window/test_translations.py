"""Every text of the window in every language, from the source texts to what stands on the screen."""

import re
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt, QTranslator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLabel

from skin_gui import paths
from skin_gui.imaging.errors import ImageError
from skin_gui.preferences import change_preferences
from skin_gui.preferences.declared import LANGUAGE
from skin_gui.ui.browser.browser_bars import BrowserFooter
from skin_gui.ui.texts.facts import words
from skin_gui.ui.texts.formats import percent
from skin_gui.ui.window.translations import install_translations
from skin_gui.wording.audit import AuditFact
from skin_gui.wording.images import ImageFact
from skin_gui.wording.kinds import KINDS
from tools.messages import source as facts_source

FOLDER = paths.resources() / "translations"
LANGUAGES = ("fr", "ar")
CATALOGUES = ("skin_gui", "skin_gui_facts")
FILES = ("skin_gui_en", *(f"{name}_{language}" for name in CATALOGUES for language in LANGUAGES))
FORMS = {"en": 2, "fr": 2, "ar": 6}
PACKAGE = Path(paths.__file__).parent
Message = ElementTree.Element


def messages(file: Path) -> dict[tuple[str, str, str], Message]:
    """By context, source text and disambiguation."""
    root = ElementTree.parse(file).getroot()  # noqa: S314 - a file of this project
    return {
        (context.findtext("name"), message.findtext("source"), message.findtext("comment") or ""): message
        for context in root.iter("context")
        for message in context.iter("message")
    }


def translated(name: str) -> dict[tuple[str, str, str], Message]:
    return messages(FOLDER / f"{name}.ts")


def forms(message: Message) -> list[str]:
    translation = message.find("translation")
    return [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]


def placeholders(text: str) -> set[str]:
    return set(re.findall(r"\{\w*(?=[:}])|%L?\d|%L?n", text))


def has_mnemonic(text: str) -> bool:
    return re.search(r"&\w", text) is not None


def tool(name: str) -> str:
    """One of Qt's tools, which come with PySide6."""
    found = shutil.which(f"pyside6-{name}", path=str(Path(sys.executable).parent)) or shutil.which(f"pyside6-{name}")
    if found is None:
        pytest.skip(f"pyside6-{name} is not installed")
    return found


@pytest.fixture
def speak(qapp: QApplication):
    """Switch the language; afterwards the application is as it was."""

    def switch(language: str) -> None:
        install_translations(qapp, language)

    before, direction = QLocale(), qapp.layoutDirection()
    yield switch
    install_translations(qapp, "en")
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
    QLocale.setDefault(before)
    qapp.setLayoutDirection(direction)


@pytest.fixture(scope="module")
def extracted(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str, str], Message]:
    """What the code holds now."""
    return extract(tmp_path_factory.mktemp("extracted"), sorted(map(str, PACKAGE.rglob("*.py"))))


@pytest.fixture(scope="module")
def extracted_facts(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str, str], Message]:
    """What the kinds of facts say now."""
    folder = tmp_path_factory.mktemp("facts")
    (folder / "facts.py").write_text(facts_source(), encoding="utf-8")
    return extract(folder, [str(folder / "facts.py")])


def extract(folder: Path, sources: list[str]) -> dict[tuple[str, str, str], Message]:
    file = folder / "now.ts"
    subprocess.run([tool("lupdate"), *sources, "-silent", "-locations", "none", "-ts", str(file)], check=True)
    return messages(file)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_source_file_holds_every_text_of_the_code_and_no_other(language, extracted):
    assert translated(f"skin_gui_{language}").keys() == extracted.keys(), (
        "make translations, then translate what is new"
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_fact_has_a_translation(language, extracted_facts):
    assert extracted_facts.keys() == {(type(kind).__name__, kind.english, "") for kinds in KINDS for kind in kinds}
    assert translated(f"skin_gui_facts_{language}").keys() == extracted_facts.keys(), (
        "make translations, then translate what is new"
    )


def test_english_holds_every_text_with_a_plural(extracted):
    plural = {key for key, message in extracted.items() if message.get("numerus")}

    assert translated("skin_gui_en").keys() == plural


@pytest.mark.parametrize("name", FILES)
def test_nothing_is_left_untranslated(name):
    language = name.rpartition("_")[2]
    for key, message in translated(name).items():
        assert message.find("translation").get("type") is None, key
        assert all(form.strip() for form in forms(message)), key
        assert len(forms(message)) == (FORMS[language] if message.get("numerus") else 1), key


@pytest.mark.parametrize("name", FILES)
def test_placeholders_are_those_of_the_source(name):
    for key, message in translated(name).items():
        wanted, found = placeholders(key[1]), [placeholders(form) for form in forms(message)]
        assert found[-1] == wanted, key
        # None, one and two may be said in words.
        assert all(form <= wanted for form in found), key


@pytest.mark.parametrize("name", FILES[1:])
def test_mnemonics_dots_and_line_breaks_are_where_the_source_has_them(name):
    for key, message in translated(name).items():
        for form in forms(message):
            assert has_mnemonic(form) == has_mnemonic(key[1]), key
            assert form.count("\n") == key[1].count("\n"), key
            assert form.endswith("…") == key[1].endswith("…"), key


TERMS = {
    "outline": ("contour", "محيط|حدد"),
    "batch review": ("relecture par lot", "مراجعة الدفعة"),
    "calibrat": ("calibr|étalonn", "عاير|معاير"),
    "contact sheet": ("planche-contact", "ورقة (ال)?صور (ال)?مصغرة"),
    "decision": ("décision", "قرار"),
    "heatmap": ("carte", "خر(يطة|ائط) (ال)?حراري"),
    "lesion": ("lésion", "آف"),
    "malignant": ("mali[gn]", "خبيث|خباث|malignant"),
    "operating point": ("points? de fonctionnement", "(نقطة|نقاط) (ال)?تشغيل"),
    "sensitivity": ("sensibilité", "حساسية"),
    "specificity": ("spécificité", "نوعية"),
    "sub-folder": ("sous-dossier", "فرعي"),
}
"""What stands for an English word in French and in Arabic, wherever it is said."""


@pytest.mark.parametrize("term", TERMS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_thing_has_one_name_in_a_language(language, term):
    name = TERMS[term][LANGUAGES.index(language)]
    spoken = [pair for catalogue in CATALOGUES for pair in translated(f"{catalogue}_{language}").items()]
    said = [(key[1], forms(message)[-1]) for key, message in spoken if term in bare(key[1])]
    assert said
    assert [texts for texts in said if not re.search(name, bare(texts[1]))] == []


def bare(text: str) -> str:
    """Without mnemonics, placeholders, names of columns and Arabic vowels."""
    return re.sub(r"&|\{.*?\}|\w*_id\b|[\u064b-\u0652]", "", text).lower()


@pytest.mark.parametrize("name", FILES)
def test_the_compiled_file_is_up_to_date(name, tmp_path):
    compiled = tmp_path / "now.qm"
    subprocess.run([tool("lrelease"), "-silent", str(FOLDER / f"{name}.ts"), "-qm", str(compiled)], check=True)

    assert compiled.read_bytes() == (FOLDER / f"{name}.qm").read_bytes(), "make translations"


def test_arabic_runs_from_right_to_left_and_french_does_not(qapp, speak):
    speak("ar")
    assert qapp.layoutDirection() == Qt.LayoutDirection.RightToLeft

    speak("fr")
    assert qapp.layoutDirection() == Qt.LayoutDirection.LeftToRight


def test_a_language_without_a_translation_leaves_the_program_in_english(qapp, speak):
    speak("ar")
    speak("he")

    assert qapp.layoutDirection() == Qt.LayoutDirection.LeftToRight
    assert QCoreApplication.translate("texts", "Malignant") == "Malignant"


@pytest.mark.parametrize(("language", "word"), [("fr", "Annuler"), ("ar", "ألغِ")])
def test_qts_own_buttons_are_translated(qtbot, speak, language, word):
    speak(language)

    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)

    assert box.button(QDialogButtonBox.StandardButton.Cancel).text().replace("&", "") == word


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        ("en", {1: "1 image", 2: "2 images", 12: "12 images"}),
        ("fr", {1: "1 image", 2: "2 images", 12: "12 images"}),
        ("ar", {1: "صورة واحدة", 2: "صورتان", 5: "٥ صور", 12: "١٢ صورة", 100: "١٠٠ صورة"}),
    ],
)
def test_counts_take_the_plural_of_the_language(qtbot, speak, language, texts):
    speak(language)
    footer = BrowserFooter()
    qtbot.addWidget(footer)

    for count, text in texts.items():
        footer.show_counts(shown=count, total=count, unreadable=0, unlisted=0)
        assert footer.count.full_text() == text


@pytest.mark.parametrize(("language", "text"), [("en", "31.2\u00a0%"), ("fr", "31,2\u00a0%"), ("ar", "٣١٫٢٪\u061c")])
def test_percentages_are_written_as_the_language_does(speak, language, text):
    speak(language)

    assert percent(0.312) == text


@pytest.mark.usefixtures("shipped_model")
@pytest.mark.parametrize(
    ("language", "menus", "start"),
    [
        ("fr", ["Fichier", "Édition", "Affichage", "Aller", "Aide"], "Ouvrez une image dermoscopique"),
        ("ar", ["ملف", "تحرير", "عرض", "انتقال", "مساعدة"], "افتح صورة تنظير جلد"),
    ],
)
def test_the_window_speaks_the_language_of_the_preferences(speak, build_window, language, menus, start):
    change_preferences({LANGUAGE.key: language})
    speak("en")  # so that the window's own start has something to change

    window = build_window()

    assert [action.text().replace("&", "") for action in window.menuBar().actions()] == menus
    assert start in {label.text() for label in window.start_page.findChildren(QLabel)}
    assert window.isRightToLeft() == (language == "ar")


@pytest.mark.usefixtures("shipped_model")
def test_the_keys_that_lead_on_point_where_arabic_reads_to(speak, build_window, qtbot, samples):
    change_preferences({LANGUAGE.key: "ar"})
    speak("en")
    window = build_window()
    with qtbot.waitExposed(window):
        window.show()
    window.open([samples[0].parent])
    qtbot.waitUntil(lambda: window.image.is_painted and window.sequence.index == 0, timeout=60_000)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.view.setFocus()

    for key, modifier, place in (
        (Qt.Key.Key_Left, Qt.KeyboardModifier.NoModifier, 1),
        (Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier, 0),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier, 1),
        (Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier, 0),
    ):
        QTest.keyClick(window.view, key, modifier)
        assert window.sequence.index == place, (key, modifier)

    texts = [text for group in window.help.groups() for text, _ in group.entries]
    assert not [text for text in texts if text.endswith(")")]  # a mnemonic of its own in brackets
    keys = {key for group in window.help.groups() for _, each in group.entries for key in each}
    assert not keys & {f"F{number}" for number in range(13, 36)}


@pytest.mark.usefixtures("shipped_model")
@pytest.mark.parametrize("language", ["en", *LANGUAGES])
def test_no_two_entries_of_a_menu_share_a_mnemonic(speak, build_window, language):
    change_preferences({LANGUAGE.key: language})
    window = build_window()

    bar = window.menuBar()
    for entries in (bar.actions(), *(action.menu().actions() for action in bar.actions())):
        letters = [match[1].lower() for entry in entries if (match := re.search(r"&(\w)", entry.text()))]
        assert len(letters) == len(set(letters)), [entry.text() for entry in entries]


DAMAGED = ImageError(Path("/pictures/a.jpg"), ImageFact.DAMAGED())
SOURCES = AuditFact.SOURCES(
    count=1200, sources=(AuditFact.SOURCE_SHARE(source="Wien", benign=1, malignant=2, share=0.5),)
)


@pytest.mark.parametrize(
    ("language", "error", "finding"),
    [
        (
            "fr",
            "a.jpg est tronqué ou endommagé\u202f; copiez-le ou exportez-le de nouveau depuis son origine",
            "Les images viennent de plusieurs sources\xa0: 1\u202f200 (Wien\xa0: bénignes 1, malignes 2, 50\xa0%).",
        ),
        (
            "ar",
            "\u200f\u2068a.jpg\u2069: الملف مبتور أو تالف؛ انسخه أو صدّره من جديد من مصدره",
            "الصور من عدة مصادر: ١٬٢٠٠ (\u2068Wien\u2069: حميدة ١، خبيثة ٢، ٥٠٪\u061c).",
        ),
    ],
)
def test_errors_and_findings_speak_the_language_to_the_last_part(speak, language, error, finding):
    speak(language)

    assert words(DAMAGED).replace("\u2066", "\u2068") == error
    assert words(SOURCES).replace("\u2066", "\u2068") == finding
    assert str(DAMAGED).startswith("a.jpg is truncated")  # logs and files stay in English
