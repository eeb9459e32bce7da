import json
import zipfile

import pytest
from typer.testing import CliRunner

from skin_gui.classifier.model_folder import CARD, DESCRIPTION, HEAD
from skin_gui.classifier.store import ModelStore
from skin_gui.cli.models import app
from skin_gui.wording.models import ModelFact


@pytest.fixture
def store(shipped_model, make_model, tmp_path):
    """A store with the shipped model and one of the user's, "Mine"."""
    store = ModelStore()
    store.add(make_model(tmp_path / "staged", "Mine"))
    return store


def run(*arguments, **options):
    return CliRunner().invoke(app, [str(argument) for argument in arguments], **options)


@pytest.mark.parametrize("arguments", [(), ("list",)])
def test_given_two_models_when_listed_then_a_table_marks_the_active_one(store, arguments):
    result = run(*arguments)
    assert result.exit_code == 0
    header, shipped, mine = result.stdout.splitlines()
    assert header.split()[:6] == ["Name", "Created", "AUC", "Sensitivity", "Specificity", "Measured"]
    assert shipped.split()[:8] == ["*", "Skin", "GUI", "test", "2025-01-01", "0.950", "0.910", "0.800"]
    assert "not validated" not in shipped
    assert mine.split()[0] == "Mine"
    assert mine.endswith("not validated")


def test_given_json_when_listed_then_every_fact_is_there(store):
    shipped, mine = json.loads(run("list", "--json").stdout)
    assert (shipped["name"], shipped["active"], shipped["shipped"]) == ("Skin GUI test", True, True)
    assert (mine["name"], mine["active"], mine["validated"]) == ("Mine", False, False)


def test_given_a_broken_folder_when_listed_then_it_is_named_beside_the_others(store):
    (store.path("Mine") / DESCRIPTION).write_text("{", encoding="utf-8")
    result = run()
    assert result.exit_code == 0
    assert "Skin GUI test" in result.stdout
    assert "left out" in result.stderr


def test_given_a_name_when_shown_then_the_card_is_printed_and_with_json_the_facts(store):
    result = run("show", "mine")
    assert result.exit_code == 0
    assert result.stdout.startswith("# Mine\n")
    assert json.loads(run("show", "mine", "--json").stdout)["files"]
    assert json.loads(run("show", "mine", "--json").stdout)["name"] == "Mine"


def test_given_a_model_when_activated_and_rolled_back_then_the_active_one_is_printed(store):
    assert run("activate", "Mine").stdout == "Active: Mine (not validated)\n"
    assert store.active().info.name == "Mine"
    assert run("rollback").stdout == "Active: Skin GUI test\n"
    result = run("rollback")
    assert (result.exit_code, result.stdout) == (1, "")
    assert (
        result.stderr
        == "There is no earlier model to go back to; activate one of those that the list of models shows.\n"
    )


def test_given_a_damaged_model_when_verified_then_the_exit_code_tells(store):
    assert run("verify").stdout == "Skin GUI test: ok\nMine: ok\n"
    (store.path("Mine") / HEAD).write_bytes(b"")
    result = run("verify", "Mine")
    assert result.exit_code == 1
    assert result.stderr.startswith("Mine: The file head.npz")


def test_given_no_consent_when_removed_then_the_model_stays(store):
    assert run("remove", "Mine", input="n\n").exit_code == 1
    assert len(store.list()) == 2
    assert run("remove", "Mine", "--yes").exit_code == 0
    assert len(store.list()) == 1
    result = run("remove", "Skin GUI test", "--yes")
    assert (result.exit_code, result.stderr) == (1, "The model that comes with the program cannot be removed.\n")


def test_given_a_new_name_when_renamed_then_it_is_listed_under_it(store):
    assert run("rename", "Mine", "Ours").exit_code == 0
    assert "Ours" in run().stdout
    assert run("rename", "Ours", "a/b").exit_code == 1


def test_given_an_export_when_imported_then_a_second_model_is_there(store, tmp_path):
    target = tmp_path / "mine.zip"
    assert run("export", "Mine", target).exit_code == 0
    assert run("export", "Mine", target).exit_code == 1
    assert run("export", "Mine", target, "--force").exit_code == 0
    assert run("import", target).stdout == "Imported: Mine 2 (not validated)\n"
    target.write_bytes(b"no zip")
    result = run("import", target)
    assert result.exit_code == 1
    assert "not a zip file" in result.stderr


def test_the_card_is_headed_by_the_name_that_the_model_has_here(store, tmp_path):
    run("export", "Mine", tmp_path / "mine.zip")
    run("import", tmp_path / "mine.zip")
    assert run("show", "Mine 2").stdout.startswith("# Mine 2\n")

    run("rename", "Mine", "Ours")
    assert run("show", "Ours").stdout.startswith("# Ours\n")
    run("export", "Ours", tmp_path / "ours.zip")
    with zipfile.ZipFile(tmp_path / "ours.zip") as archive:
        assert archive.read(CARD).decode().startswith("# Ours\n")
    run("import", tmp_path / "ours.zip")
    assert run("show", "Ours 2").stdout.startswith("# Ours 2\n")
    assert run("verify").exit_code == 0


def test_given_a_model_put_there_by_hand_then_no_control_character_reaches_the_terminal(store):
    path = store.path("Mine")
    (path / CARD).write_text("# Mine\n\x1b[2J\x9b2Jcard\n", encoding="utf-8")
    assert run("show", "Mine").stdout == "# Mine\n [2J 2Jcard\n\n"
    content = json.loads((path / DESCRIPTION).read_text(encoding="utf-8"))
    for changes in ({"format": "\x1b]0;owned\x07"}, {"\x1b[2J": 1}, {"created": "\x1b[2J"}):
        (path / DESCRIPTION).write_text(json.dumps(content | changes), encoding="utf-8")
        result = run("list")
        assert result.exit_code == 0
        assert "left out" in result.stderr
        assert (result.stdout + result.stderr).replace("\n", "").isprintable()


@pytest.mark.parametrize("command", ["show", "activate"])
def test_given_an_unknown_name_then_one_sentence_and_exit_code_1(store, command):
    result = run(command, "Nobody's")
    assert result.exit_code == 1
    assert result.stderr == str(ModelFact.NO_MODEL_NAMED(name="Nobody's")) + "\n"


@pytest.mark.parametrize("arguments", [("show",), ("nonsense",), ("rename", "Mine"), ("list", "--nonsense")])
def test_given_wrong_usage_then_exit_code_2(arguments):
    assert run(*arguments).exit_code == 2
