"""Write a trained model as a folder that `Classifier.load` and the store read."""

from dataclasses import replace
from pathlib import Path

from skin_gui.checksum import sha256_file
from skin_gui.classifier.head import Head
from skin_gui.classifier.model_folder import CARD, DESCRIPTION, HEAD, NETWORK, ModelInfo
from skin_gui.plain_text import printable_lines


def write_model(
    folder: Path, info: ModelInfo, head: Head, network: Path, card: str, *, copy_network: bool
) -> ModelInfo:
    """Write a model into an empty staging folder.

    Args:
        info: the description; its `files` are filled in here.
        network: folder of network.param and network.bin.
        copy_network: whether the network's files are copied, or only their checksums noted.

    Returns:
        The description with its checksums.

    Raises:
        OSError: the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    (folder / HEAD).write_bytes(head.to_bytes())
    for name in NETWORK if copy_network else ():
        if (network / name).resolve() != (folder / name).resolve():
            (folder / name).write_bytes((network / name).read_bytes())
    files = {name: sha256_file(network / name) for name in NETWORK} | {HEAD: sha256_file(folder / HEAD)}
    info = replace(info, files=files)
    # Names and metadata of the images may hold control characters, for which the store would refuse the model.
    (folder / CARD).write_text(printable_lines(card), encoding="utf-8", newline="\n")
    (folder / DESCRIPTION).write_text(info.to_json(), encoding="utf-8", newline="\n")
    return info
