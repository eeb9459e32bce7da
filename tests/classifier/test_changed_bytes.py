"""Every changed byte of a model that came from elsewhere is refused with the file's name, or changes nothing of it."""

import re
import shutil
import zipfile

import numpy as np
import pytest

from skin_gui.classifier import Classifier, ModelError
from skin_gui.classifier.model_check import check_files
from skin_gui.classifier.model_folder import CARD, DESCRIPTION, HEAD, NETWORK, parse_info
from skin_gui.classifier.model_zip import read_zip
from skin_gui.classifier.store import ModelStore

RNG = np.random.default_rng(0)
NAMES = (DESCRIPTION, CARD, HEAD, *NETWORK)


@pytest.fixture
def exported(make_model, shipped_model, tmp_path):
    """The zip of a model as it travels."""
    store = ModelStore()
    store.add(make_model(tmp_path / "staged", "Mine"))
    store.export("Mine", tmp_path / "mine.zip")
    return tmp_path / "mine.zip"


def changed(content, place):
    copy = bytearray(content)
    copy[place] ^= 1 << int(RNG.integers(8))
    return bytes(copy)


def checked(path):
    """The files of a zip as an import takes them, all of whose refusals are here."""
    files = read_zip(path)
    check_files(files, {}, foreign=True)
    return files


def refusal(path, good):
    """What an import says; empty where it takes the very files that were exported."""
    try:
        assert checked(path) == good
    except ModelError as error:
        return str(error)
    return ""


def without_network(path, target):
    """The same zip with a network of a few bytes, so that all of its bytes can be tried."""
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            if name not in NETWORK:
                new.writestr(zipfile.ZipInfo(name), old.read(name))
    return target


def test_every_byte_of_the_zip_but_those_of_the_arrays(exported, tmp_path):
    path = without_network(exported, tmp_path / "small.zip")
    data, good = path.read_bytes(), read_zip(path)
    shared = parse_info(good[DESCRIPTION]).files
    arrays = data.index(good[HEAD])
    places = [
        *range(arrays),
        *RNG.choice(np.arange(arrays, arrays + len(good[HEAD])), 400, replace=False),
        *range(arrays + len(good[HEAD]), len(data)),
    ]
    harmless = 0
    for place in places:
        path.write_bytes(changed(data, int(place)))
        try:
            files = read_zip(path)
            check_files(files, shared, foreign=True)
        except ModelError as error:
            assert any(name in str(error) for name in (path.name, "The zip", *NAMES)), str(error)
        else:
            assert files == good
            harmless += 1
    assert harmless < len(places) / 4  # times, attributes and versions of the zip's own


def test_samples_of_the_whole_zip(exported):
    data, good = exported.read_bytes(), read_zip(exported)
    places = RNG.choice(len(data), 12, replace=False)
    for place in places:
        exported.write_bytes(changed(data, int(place)))

        assert any(name in refusal(exported, good) for name in (exported.name, *NAMES))


@pytest.mark.parametrize("name", NAMES)
def test_a_changed_byte_of_an_installed_model_is_named(exported, shipped_model, tmp_path, name):
    folder = tmp_path / "installed"
    folder.mkdir()
    for file, content in read_zip(exported).items():
        (folder / file).write_bytes(content)
    Classifier.load(folder)
    content = (folder / name).read_bytes()
    for place in RNG.choice(len(content), 40 if name == DESCRIPTION else 4, replace=False):
        (folder / name).write_bytes(changed(content, int(place)))
        with pytest.raises(ModelError, match=re.escape(name)):
            Classifier.load(folder)
    (folder / name).write_bytes(content)
    Classifier.load(folder)
    shutil.rmtree(folder)
