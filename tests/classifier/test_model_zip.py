import hashlib
import io
import json
import re
import stat
import zipfile

import numpy as np
import pytest

from skin_gui import paths
from skin_gui.classifier import Classifier, ModelError
from skin_gui.classifier.model_check import check_files
from skin_gui.classifier.model_folder import CARD, DESCRIPTION, HEAD, NETWORK
from skin_gui.classifier.store import ModelStore


@pytest.fixture(scope="module")
def valid_files(make_model, tmp_path_factory):
    folder = make_model(tmp_path_factory.mktemp("source") / "model", "Mine")
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture
def files(valid_files):
    """The content of a valid export, by file name, for a test to spoil."""
    return dict(valid_files)


@pytest.fixture
def import_(store, tmp_path):
    """Pack files (or ready zip entries) and import them."""

    def pack_and_import(files, extra=(), compression=zipfile.ZIP_STORED):
        path = tmp_path / "model.zip"
        with zipfile.ZipFile(path, "w", compression) as archive:
            for name, content in files.items():
                archive.writestr(name, content)
            for entry, content in extra:
                archive.writestr(entry, content)
        return store.import_(path)

    return pack_and_import


@pytest.fixture(autouse=True)
def nothing_is_written_by_a_refused_import(shipped_model):
    before = {path: path.stat().st_mtime_ns for path in shipped_model.iterdir()}
    yield
    assert {path: path.stat().st_mtime_ns for path in shipped_model.iterdir()} == before


@pytest.fixture
def small(files):
    """The same without the network, which the receiver has."""
    return {name: content for name, content in files.items() if name not in NETWORK}


def assert_refused(import_, message, *args, **kwargs):
    with pytest.raises(ModelError, match=message):
        import_(*args, **kwargs)
    assert not (paths.data_dir() / "models").exists()


def replaced(files, name, content):
    """The files with another content whose checksum is right: only a look inside finds the harm."""
    description = json.loads(files[DESCRIPTION])
    description["files"][name] = hashlib.sha256(content).hexdigest()
    return files | {name: content, DESCRIPTION: sealed(description)}


def nested(depth):
    return json.loads('[{"a": ' * depth + "1" + "}]" * depth)


def sealed(description):
    """The text of a description with the checksum that belongs to it."""
    text = json.dumps(description | {"checksum": ""}, indent=2, sort_keys=True) + "\n"
    digest = hashlib.sha256(text.encode()).hexdigest()
    return text.replace('\n  "checksum": ""', f'\n  "checksum": "{digest}"').encode()


def described(files, /, **changes):
    return files | {DESCRIPTION: sealed(json.loads(files[DESCRIPTION]) | changes)}


def head_with(files, /, **changes):
    """The head with arrays added or replaced, or taken away with None."""
    with np.load(io.BytesIO(files[HEAD])) as data:
        arrays = {key: data[key] for key in data.files} | {key.replace("__", "/"): v for key, v in changes.items()}
    buffer = io.BytesIO()
    np.savez(buffer, **{key: value for key, value in arrays.items() if value is not None})
    return replaced(files, HEAD, buffer.getvalue())


def test_given_an_export_when_imported_then_it_predicts_the_same(store, make_model, tmp_path, synthetic_image):
    added = store.add(make_model(tmp_path / "staged", "Mine"))
    target = tmp_path / "Ausfuhr ü.zip"
    store.export("Mine", target)
    with zipfile.ZipFile(target) as archive:
        assert sorted(archive.namelist()) == sorted([DESCRIPTION, CARD, HEAD, *NETWORK])
    imported = store.import_(target)
    assert imported.info.name == "Mine 2"
    assert not imported.active
    assert (added.card, imported.card) == ("# Mine\n", "# Mine 2\n")
    expected = Classifier.load(added.path).predict(synthetic_image).probability
    assert Classifier.load(imported.path).predict(synthetic_image).probability == expected


def test_given_an_exported_model_when_another_network_is_shipped_then_it_brings_its_own(
    store, make_model, tmp_path, monkeypatch, synthetic_image
):
    store.add(make_model(tmp_path / "staged", "Mine"))
    store.export("Mine", tmp_path / "mine.zip")
    expected = Classifier.load(store.path("Mine")).predict(synthetic_image).probability
    monkeypatch.setattr(paths, "shipped_model", lambda: tmp_path / "none")
    elsewhere = ModelStore(tmp_path / "another computer")
    imported = elsewhere.import_(tmp_path / "mine.zip")
    assert Classifier.load(imported.path).predict(synthetic_image).probability == expected


def test_given_the_shipped_model_when_exported_and_imported_then_it_is_not_validated(store, tmp_path):
    store.export("Skin GUI test", tmp_path / "shipped.zip")
    assert store.import_(tmp_path / "shipped.zip").info.display_name == "Skin GUI test 2 (not validated)"


def test_given_a_damaged_model_when_exported_then_no_file_appears(store, make_model, tmp_path):
    added = store.add(make_model(tmp_path / "staged", "Mine"))
    (added.path / HEAD).write_bytes(b"")
    with pytest.raises(ModelError, match="damaged"):
        store.export("Mine", tmp_path / "mine.zip")
    with pytest.raises(ModelError, match="zip"):
        store.export("Skin GUI test", tmp_path / "photograph.jpg")
    assert not list(tmp_path.glob("*.zip"))
    assert not (tmp_path / "photograph.jpg").exists()


def test_given_a_zip_packed_again_by_another_tool_when_imported_then_it_is_taken(import_, files):
    assert import_(files, compression=zipfile.ZIP_DEFLATED).info.name == "Mine"


def test_given_a_zip_without_the_shared_network_when_imported_then_it_is_taken(import_, files):
    assert import_({name: files[name] for name in (DESCRIPTION, CARD, HEAD)}).info.name == "Mine"


def test_given_a_foreign_name_when_imported_then_it_is_made_harmless(import_, small):
    imported = import_(described(small, name="../../CON<b>x</b>"))
    assert imported.info.name == "CON b x b"
    assert imported.path.parent == paths.data_dir() / "models"


@pytest.mark.parametrize(
    "name",
    [
        "../evil.txt",
        "/etc/evil",
        "C:\\evil.txt",
        "..\\head.npz",
        "sub/head.npz",
        "./head.npz",
        "HEAD.NPZ",
        "evil.py",
        "empty/",
        "head.npz\0.py",
    ],
)
def test_given_anything_but_a_models_files_when_imported_then_it_is_refused(import_, small, name):
    del small[CARD]
    # ZipInfo's own constructor would make the name harmless
    entry = zipfile.ZipInfo("x")
    entry.filename = entry.orig_filename = name
    assert_refused(import_, "not a file of a model|a file twice", small, extra=[(entry, b"x")])


def test_given_a_symbolic_link_when_imported_then_it_is_refused(import_, small):
    entry = zipfile.ZipInfo(CARD)
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    del small[CARD]
    assert_refused(import_, "not a plain file", small, extra=[(entry, b"/etc/passwd")])


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_given_a_file_twice_when_imported_then_it_is_refused(import_, small):
    assert_refused(import_, "twice", small, extra=[(HEAD, small[HEAD])])


@pytest.mark.parametrize(("name", "mebibytes"), [(NETWORK[1], 60), (NETWORK[1], 65), (CARD, 3), (CARD, 5)])
def test_given_a_bomb_when_imported_then_it_is_refused_unread(import_, files, name, mebibytes):
    bomb = files | {name: bytes(mebibytes << 20)}
    assert_refused(import_, "larger than any model|unfolds", bomb, compression=zipfile.ZIP_DEFLATED)


def test_given_a_false_size_when_imported_then_it_is_refused(store, small, tmp_path):
    path = tmp_path / "model.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in small.items():
            archive.writestr(name, content)
    size = len(small[CARD]).to_bytes(4, "little")
    data = bytearray(path.read_bytes())
    entry = data.rindex(b"PK\1\2", 0, data.rindex(CARD.encode()))
    assert data[entry + 24 : entry + 28] == size
    data[entry + 24 : entry + 28] = (2).to_bytes(4, "little")
    path.write_bytes(data)
    with pytest.raises(ModelError):
        store.import_(path)
    assert not (paths.data_dir() / "models").exists()


@pytest.mark.parametrize("name", [HEAD, CARD, NETWORK[0], NETWORK[1]])
def test_given_a_changed_file_when_imported_then_its_checksum_tells(import_, files, name):
    assert_refused(import_, "checksum is wrong", files | {name: files[name] + b"\n"})


@pytest.mark.parametrize("name", [HEAD, DESCRIPTION])
def test_given_a_missing_file_when_imported_then_it_is_named(import_, small, name):
    del small[name]
    assert_refused(import_, f"{name}.*missing|missing.*{name}", small)


def test_given_an_unknown_base_when_imported_then_the_reason_is_clear(import_, files):
    files = replaced(files, NETWORK[1], b"other")
    del files[NETWORK[1]]
    assert_refused(import_, "base network", files)


def test_given_a_foreign_network_when_imported_then_ncnn_never_sees_it(import_, files):
    foreign = files[NETWORK[0]].replace(b"0=512", b"0=999")
    assert_refused(import_, "not this program's VGG16", replaced(files, NETWORK[0], foreign))


def test_given_cut_weights_when_imported_then_they_are_refused(import_, files):
    assert_refused(import_, "weights cannot be read", replaced(files, NETWORK[1], files[NETWORK[1]][:-8]))


def test_given_a_pickle_in_the_head_when_imported_then_it_is_never_loaded(import_, small, tmp_path):
    trap = tmp_path / "trap"
    # What numpy would write for an object array whose unpickling creates a file.
    pickled = b"cpathlib\nPath\n(V" + str(trap).encode() + b"\ntR."
    header = b"{'descr': '|O', 'fortran_order': False, 'shape': (512,), }".ljust(117) + b"\n"
    array = b"\x93NUMPY\x01\x00" + len(header).to_bytes(2, "little") + header + pickled
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(small[HEAD])) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            new.writestr(name, array if name == "shift.npy" else old.read(name))
    assert_refused(import_, "head cannot be used .*allow_pickle", replaced(small, HEAD, buffer.getvalue()))
    assert not trap.exists()


@pytest.mark.parametrize(
    "changes",
    [
        {"shift": np.zeros(511, np.float32)},
        {"shift": None},
        {"dense0__kernel": np.zeros((512, 9), np.float16)},
        {"dense1__kernel": np.full((8, 1), np.nan, np.float16)},
        {"dense1__bias": np.array(["x"])},
        {"novelty__mean": np.zeros(7, np.float32), "novelty__projection": np.zeros((7, 3), np.float16)},
        {"novelty__mean": np.zeros(512, np.float32)},
        {"square_root": np.zeros(3)},
        {"square_root": np.array("False")},
        {"square_root": np.array(1.0)},
        {"scale": np.full(512, "1.0")},
        {"scale": np.zeros(512, "M8[s]")},
        {"scale": np.full(512, 1j)},
        {"scale": np.zeros(512, [("a", "f4")])},
        {"dense1__bias": np.zeros(1, np.int64)},
    ],
)
def test_given_a_head_that_does_not_fit_when_imported_then_it_is_refused(import_, small, changes):
    assert_refused(import_, "head cannot be used", head_with(small, **changes))


@pytest.mark.parametrize("header", ["{'descr': '<f4'", "{'descr': '<f4',\n  'a':\n 1", "(" * 3000, "\x00", ""])
def test_given_an_array_whose_header_numpy_cannot_read_when_imported_then_it_is_refused(import_, small, header):
    line = header.encode() + b"\n"
    content = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(small[HEAD])) as head, zipfile.ZipFile(content, "w") as other:
        for name in head.namelist():
            array = b"\x93NUMPY\1\0" + len(line).to_bytes(2, "little") + line + bytes(64)
            other.writestr(name, array if name == "shift.npy" else head.read(name))

    assert_refused(import_, "head cannot be used", replaced(small, HEAD, content.getvalue()))


def test_given_a_head_that_is_no_npz_or_a_bomb_when_imported_then_it_is_refused(import_, small):
    compressed = io.BytesIO()
    np.savez_compressed(compressed, shift=np.zeros(1 << 20))
    foreign = io.BytesIO()
    with zipfile.ZipFile(foreign, "w") as archive:
        archive.writestr("evil.py", "raise SystemExit")
    for content in (b"", b"not a zip", small[HEAD][:-30], compressed.getvalue(), foreign.getvalue()):
        assert_refused(import_, "head cannot be used", replaced(small, HEAD, content))


@pytest.mark.parametrize(
    "changes",
    [
        {"format": 2},
        {"base": "resnet"},
        {"classes": ["malignant", "benign"]},
        {"name": 3},
        {"files": []},
        {"unknown": 1},
        {"flips": "yes"},
        {"novelty_limit": "far"},
        {"calibration": {"scale": -1, "offset": 0}},
        {"calibration": {"scale": 10**400, "offset": 0}},
        {"novelty_limit": 10**400},
        {"metrics": {"auc": 10**400}},
        {"metrics": {"auc": nested(100)}},
        {"training": {"seed": nested(30)}},
    ],
)
def test_given_a_description_that_is_not_ours_when_imported_then_it_is_refused(import_, small, changes):
    assert_refused(import_, "description cannot be read", described(small, **changes))


@pytest.mark.parametrize("features", [[{"layer": "data", "statistics": ["mean"]}], [{"layer": "fc", "statistics": []}]])
def test_given_unknown_layers_when_imported_then_they_are_refused(import_, small, features):
    assert_refused(import_, "head cannot be used", described(small, features=features))


@pytest.mark.parametrize("text", [b"", b"[]", b"{", b"[" * 100_000, b"\xff", b"null"])
def test_given_a_broken_description_when_imported_then_it_is_refused(import_, small, text):
    assert_refused(import_, "description cannot be read", small | {DESCRIPTION: text})


@pytest.mark.parametrize("harm", ["\x1b]0;owned\x07", "\x1b[2J", "\x9b2J", "\x00", "\x7f", "a\nb"])
@pytest.mark.parametrize("key", ["name", "created", "preset", "measured_on"])
def test_given_control_characters_in_a_description_when_imported_then_it_is_refused(import_, small, key, harm):
    point = json.loads(small[DESCRIPTION])["operating_point"]
    changes = {"operating_point": point | {key: harm}} if key == "measured_on" else {key: harm}
    assert_refused(import_, "description cannot be read", described(small, **changes))


@pytest.mark.parametrize("harm", ["\x1b[2J", "\x9b2J", "\x00", "\x07", "\x08", "\x7f"])
def test_given_control_characters_in_a_card_when_imported_then_it_is_refused(import_, small, harm):
    assert_refused(import_, "control characters", replaced(small, CARD, f"# Mine\n{harm}\n".encode()))


def test_given_a_card_of_another_system_and_script_when_imported_then_it_is_taken(import_, small):
    card = "# نموذج\r\n\tzero-width\u200cnon-joiner, 皮膚\u3000鏡\r\n".encode()
    below = card.decode().replace("\r\n", "\n").partition("\n")[2]
    imported = import_(replaced(small, CARD, card))
    assert imported.card == f"# {imported.info.name}\n{below}"


def test_given_a_card_that_is_no_text_when_imported_then_it_is_refused(import_, small):
    assert_refused(import_, "not a text", replaced(small, CARD, b"\xff\xfe\x00"))


@pytest.mark.parametrize("content", [b"", b"PK\3\4 not really a zip", b"GIF89a"])
def test_given_a_file_that_is_no_zip_when_imported_then_it_is_refused(store, tmp_path, content):
    path = tmp_path / "model.zip"
    path.write_bytes(content)
    with pytest.raises(ModelError, match="not a zip file"):
        store.import_(path)
    with pytest.raises(ModelError, match="no file other"):
        store.import_(tmp_path / "other.zip")
    with pytest.raises(ModelError, match="cannot be read"):
        store.import_(tmp_path)


FINDER = [
    ("__MACOSX/Mine/._model.json", b"\0\5\x16\7"),
    ("__MACOSX/._Mine", b"\0\5\x16\7"),
    ("__MACOSX/Mine/Icon\r", b""),
    ("Mine/.DS_Store", b"Bud1"),
]
EXPLORER = [("Mine/desktop.ini", b"[.ShellClassInfo]"), ("Mine/Thumbs.db", b"\xd0\xcf")]
SHARE = [("Mine/._model.json", b"\0\5\x16\7"), ("Mine/Desktop.ini", b""), ("Mine/.directory", b"[Dolphin]")]


@pytest.mark.parametrize(
    ("folder", "extra"),
    [("Mine/", []), ("Mine/", FINDER), ("Mein Modell ü/", []), ("Mine/", EXPLORER), ("Mine/", SHARE)],
)
@pytest.mark.parametrize("parted_by", ["/", "\\"])
@pytest.mark.parametrize("with_entry", [False, True])
def test_given_a_zip_that_a_file_manager_packed_again_when_imported_then_it_is_taken(
    import_, files, folder, extra, with_entry, parted_by
):
    def entry(name):  # ZipInfo's own constructor may change it
        info = zipfile.ZipInfo("x")
        info.filename = info.orig_filename = name.replace("/", parted_by)
        info.compress_type = zipfile.ZIP_DEFLATED
        return info

    packed = [(f"{folder}{name}", content) for name, content in files.items()]
    entries = [*([(folder, b"")] if with_entry else []), *packed, *extra]
    assert import_({}, [(entry(name), content) for name, content in entries]).info.name == "Mine"


@pytest.mark.parametrize(
    "folders", [("a/", "b/"), ("a/b/", "a/b/"), ("../", "../"), ("/", "/"), ("", "a/"), ("./", "./")]
)
def test_given_files_in_several_folders_or_outside_of_any_when_imported_then_they_are_refused(import_, small, folders):
    moved = {f"{folders[name == HEAD]}{name}": content for name, content in small.items()}
    assert_refused(import_, "not a file of a model", moved)


def test_given_any_changed_byte_of_the_texts_of_an_export_when_imported_then_the_file_is_named(
    store, make_model, tmp_path
):
    store.add(make_model(tmp_path / "staged", "Mine"))
    store.export("Mine", tmp_path / "mine.zip")
    with zipfile.ZipFile(tmp_path / "mine.zip") as archive:
        good = {name: archive.read(name) for name in archive.namelist()}
    check_files(good, {}, foreign=True)
    for name in (DESCRIPTION, CARD):
        for place in range(len(good[name])):
            changed = bytearray(good[name])
            changed[place] ^= 1 << (place % 7)
            with pytest.raises(ModelError, match=re.escape(name) + "|description"):
                check_files(good | {name: bytes(changed)}, {}, foreign=True)


def test_given_a_model_that_names_no_checksum_when_imported_then_it_is_refused(import_, small):
    description = json.loads(small[DESCRIPTION])
    del description["checksum"]
    unsealed = small | {DESCRIPTION: json.dumps(description).encode()}
    assert_refused(import_, "has no checksum of its own; export the model again", unsealed)
    without_card = description | {"files": {k: v for k, v in description["files"].items() if k != CARD}}
    assert_refused(import_, f"file {CARD} was changed or damaged", small | {DESCRIPTION: sealed(without_card)})


def test_given_a_threshold_changed_in_an_installed_model_then_it_is_found_when_verified(store, make_model, tmp_path):
    added = store.add(make_model(tmp_path / "staged", "Mine"))
    assert store.verify("Mine") == [("Mine", None)]
    description = added.path / DESCRIPTION
    description.write_bytes(description.read_bytes().replace(b'"threshold": 0.4', b'"threshold": 0.9'))
    [(name, problem)] = store.verify("Mine")
    assert name == "Mine"
    assert "model.json was changed or damaged: its checksum is wrong" in str(problem)
    with pytest.raises(ModelError, match=r"model\.json was changed or damaged"):
        Classifier.load(added.path)


def test_given_a_card_changed_in_an_installed_model_then_it_is_named_and_a_missing_one_is_not(
    store, make_model, tmp_path
):
    added = store.add(make_model(tmp_path / "staged", "Mine"))
    card = added.path / CARD
    card.write_bytes(card.read_bytes() + b"It is never wrong.\n")
    with pytest.raises(ModelError, match=re.escape(f"The file {CARD} of the model Mine was changed or damaged")):
        Classifier.load(added.path)
    card.unlink()
    assert store.verify("Mine") == [("Mine", None)]
