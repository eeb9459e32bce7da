import os
import signal
import subprocess
import sys

import pytest
from typer.testing import CliRunner

from skin_gui.classifier.store import ModelStore
from skin_gui.cli.commands import app


def run(*arguments):
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def test_train_prints_progress_and_ends_with_the_comparison(trainer_home, lesion_folder):
    result = run("train", lesion_folder, "--name", "Mine", "--epochs", 2, "--activate")
    assert result.exit_code == 0, result.output
    assert "features: 100%" in result.stderr
    assert "epoch 2/2: loss" in result.stderr
    for words in ("New model:    Mine (not validated)", "Sensitivity (SEN)", "(McNemar)", "Stored: Mine"):
        assert words in result.stdout
    assert ModelStore().active().info.name == "Mine"


def test_given_images_that_cannot_be_trained_on_then_one_sentence_and_exit_code_1(trainer_home, lesion_folder):
    result = run("train", lesion_folder / "benign")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "both classes are needed" in result.stderr.splitlines()[-1]


@pytest.mark.parametrize("arguments", [("train",), ("train", "no-such-folder"), ("train", ".", "--preset", "none")])
def test_given_wrong_usage_then_exit_code_2(arguments):
    assert run(*arguments).exit_code == 2


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_given_ctrl_c_then_exit_code_130_and_only_the_cache_is_kept(trainer_home, lesion_folder):
    command = [sys.executable, "-m", "skin_gui", "train", str(lesion_folder)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True) as process:
        for line in process.stderr:
            if line.startswith("features: 0%"):
                break
        process.send_signal(signal.SIGINT)
        rest = process.stderr.read()
    assert process.returncode == 130
    assert rest.splitlines()[-1].startswith("Interrupted.")
    assert len(ModelStore().list()) == 1


def test_cache_tells_its_size_and_is_cleared(isolated_home):
    file = isolated_home / "cache" / "features" / "space" / "ab" / "vector.npy"
    file.parent.mkdir(parents=True)
    file.write_bytes(bytes(2**20))
    assert "Size: 1.0 MiB of at most 8,192 MiB" in run("cache").stdout
    assert run("cache", "info").stdout == run("cache").stdout
    assert run("cache", "clear").stdout == "Freed: 1.0 MiB\n"
    assert not file.exists()
