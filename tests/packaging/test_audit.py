"""The audit of what is pinned, with advisories at hand and without a way to any."""

import json
import subprocess
import sys
import zipfile
from importlib.metadata import version
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
HASH = " \\\n    --hash=sha256:" + "a" * 64 + "\n"


def audited(tmp_path, lock, *arguments):
    path = tmp_path / "requirements.lock"
    path.write_text(lock, encoding="utf-8")
    command = [sys.executable, "build_spec/audit_dependencies.py", "--lock", path, *arguments]
    # Without the way to a database that a network may give.
    environment = {"PATH": "", "HTTPS_PROXY": "http://127.0.0.1:9", "HTTP_PROXY": "http://127.0.0.1:9"}
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=120, env=environment)


def advisories(tmp_path, **affected):
    path = tmp_path / "all.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for number, (name, entry) in enumerate(affected.items()):
            package = {"package": {"ecosystem": "PyPI", "name": name}, **entry}
            archive.writestr(f"{number}.json", json.dumps({"id": f"PYSEC-{number}", "affected": [package]}))
    return path


def pinned(name):
    return f"{name}=={version(name)}"


def events(*pairs):
    return {"ranges": [{"type": "ECOSYSTEM", "events": [dict([pair]) for pair in pairs]}]}


def test_without_a_database_it_says_what_could_not_be_checked(tmp_path):
    lock = pinned("pytest") + HASH

    lenient, strict = audited(tmp_path, lock), audited(tmp_path, lock, "--strict")

    assert "1 packages, 1 pinned versions, 1 of these with the SHA-256" in lenient.stdout
    assert "NOT CHECKED: whether 1 of 1 packages have known faults" in lenient.stdout
    assert (lenient.returncode, strict.returncode) == (0, 1)


@pytest.mark.parametrize(
    ("affected", "known"),
    [
        ({"versions": ["1.2.0"]}, True),
        ({"versions": ["1.1"]}, False),
        (events(("introduced", "0"), ("fixed", "1.2.1")), True),
        (events(("introduced", "0"), ("fixed", "1.2")), False),
        (events(("introduced", "1.3")), False),
        (events(("introduced", "0"), ("fixed", "1.0"), ("introduced", "1.1"), ("last_affected", "1.2.0")), True),
        (events(("introduced", "0"), ("last_affected", "1.1.9")), False),
    ],
)
def test_advisories_at_hand_tell_known_faults(tmp_path, affected, known):
    lock = "Some_Package==1.2.0 ; python_version < '3'" + HASH

    ran = audited(tmp_path, lock, "--advisories", advisories(tmp_path, **{"some.package": affected}))

    assert ("KNOWN FAULT: some-package 1.2.0: PYSEC-0" in ran.stdout) == known, ran.stdout + ran.stderr
    assert "NOT CHECKED" not in ran.stdout
    assert ran.returncode == known


def test_what_is_not_as_pinned_is_a_problem(tmp_path):
    lock = "pytest==1.0" + HASH + "nowhere-to-be-found==1.0" + HASH + "bare==2.0\n"

    ran = audited(tmp_path, lock, "--advisories", advisories(tmp_path))

    assert "PROBLEM: pytest is pinned to 1.0 and installed as" in ran.stdout
    assert "PROBLEM: nowhere-to-be-found 1.0 is not installed" in ran.stdout
    assert "PROBLEM: bare 2.0 has no hash" in ran.stdout
    assert ran.returncode == 1


def test_the_lock_file_itself_has_a_hash_for_every_package():
    ran = subprocess.run(
        [
            sys.executable,
            "-c",
            "import audit_dependencies as a; print([p for p, h, _ in a.pins(a.LOCK.read_text()) if not h])",
        ],
        cwd=ROOT / "build_spec",
        capture_output=True,
        text=True,
        check=True,
    )

    assert ran.stdout.strip() == "[]"
