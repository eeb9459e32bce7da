from skin_gui.classifier.head import Head
from skin_gui.classifier.model_folder import HEAD, read_info
from skin_gui.classifier.store import ModelStore
from skin_gui.training.run.model_writer import write_model


def test_given_names_with_control_characters_in_the_card_then_the_store_still_takes_the_model(shipped_model, tmp_path):
    info, head = read_info(shipped_model), Head.load(shipped_model / HEAD)
    write_model(tmp_path / "staged", info, head, shipped_model, "# Mine\n\nFolders: a\x1b[2Jb\n", copy_network=False)
    stored = ModelStore().add(tmp_path / "staged")
    assert stored.card == f"# {stored.info.name}\n\nFolders: a [2Jb\n"
