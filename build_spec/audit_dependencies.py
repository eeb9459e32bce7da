"""Whether what the lock file pins can be trusted: `make audit-deps`.

What needs no network is always checked: that each package is pinned to one version with the hashes of its files, and
that the environment has those versions. Known faults are looked up in a copy of the advisories of osv.dev for PyPI
(`--advisories all.zip`, to be carried to a machine without a network), or else asked of the public databases by
pip-audit. What could not be checked is said; with `--strict` it is a failure.
"""

import argparse
import json
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterable, Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from packaging.markers import Marker
from packaging.utils import canonicalize_name
from packaging.version import InvalidVersion, Version

ROOT = Path(__file__).resolve().parents[1]
LOCK = ROOT / "requirements.lock"
_ENTRY = re.compile(
    r"^(?P<name>[\w.-]+)(?:\[[\w,.-]+\])?==(?P<version>[^\s;\\]+)(?:\s*;\s*(?P<marker>[^\\\n]+))?", re.M
)
_HASH = "--hash=sha256:"
_ALL_PINS_TIMEOUT = 600

Pin = tuple[str, str]
"""A package's canonical name and its version."""


def pins(lock: str) -> Iterator[tuple[Pin, bool, bool]]:
    """Each pin of a lock file, whether it has hashes, and whether this system needs it."""
    entries = list(_ENTRY.finditer(lock))
    for entry, following in zip(entries, [*entries[1:], None], strict=True):
        text = lock[entry.start() : following.start() if following else len(lock)]
        marker = (entry["marker"] or "").strip()
        needed = not marker or Marker(marker).evaluate()
        yield (canonicalize_name(entry["name"]), entry["version"]), _HASH in text, needed


def differences(needed: Iterable[Pin]) -> Iterator[str]:
    """What the environment has otherwise than the lock file says."""
    for name, pinned in needed:
        try:
            installed = version(name)
        except PackageNotFoundError:
            yield f"{name} {pinned} is not installed"
        else:
            if Version(installed) != Version(pinned):
                yield f"{name} is pinned to {pinned} and installed as {installed}"


def affects(affected: dict[str, Any], pinned: str) -> bool:
    """Whether an entry of an advisory (OSV schema, `affected`) covers a version."""
    if pinned in affected.get("versions", ()):
        return True
    found = Version(pinned)
    for limits in affected.get("ranges", ()):
        if limits.get("type") != "ECOSYSTEM":
            continue
        inside = False
        for event in limits.get("events", ()):  # in order of their versions
            try:
                if "introduced" in event:
                    inside = inside or event["introduced"] == "0" or found >= Version(event["introduced"])
                elif ("fixed" in event and found >= Version(event["fixed"])) or (
                    "last_affected" in event and found > Version(event["last_affected"])
                ):
                    inside = False
            except InvalidVersion:
                continue
        if inside:
            return True
    return False


def from_advisories(path: Path, wanted: Iterable[Pin]) -> list[str]:
    """The known faults of pins by a zip of advisories, one JSON file each."""
    found = set()
    versions: dict[str, set[str]] = {}
    for name, pinned in wanted:
        versions.setdefault(name, set()).add(pinned)
    with zipfile.ZipFile(path) as archive:
        for member in archive.namelist():
            if not member.endswith(".json"):
                continue
            advisory = json.loads(archive.read(member))
            for affected in advisory.get("affected", ()) if not advisory.get("withdrawn") else ():
                package = affected.get("package", {})
                name = canonicalize_name(package.get("name", ""))
                if package.get("ecosystem") == "PyPI":
                    hit = (pinned for pinned in versions.get(name, ()) if affects(affected, pinned))
                    found.update(f"{name} {pinned}: {advisory['id']}" for pinned in hit)
    return sorted(found)


def from_databases(lock: Path) -> tuple[list[str], set[str]]:
    """The known faults by pip-audit, and the names of the packages that the databases answered for."""
    command = [sys.executable, "-m", "pip_audit", "--disable-pip", "--require-hashes", "--requirement", str(lock)]
    command += ["--format", "json", "--progress-spinner", "off"]
    try:
        ran = subprocess.run(command, capture_output=True, text=True, check=False, timeout=_ALL_PINS_TIMEOUT)
        answered = [one for one in json.loads(ran.stdout)["dependencies"] if "version" in one]
    except (subprocess.TimeoutExpired, ValueError, KeyError):  # no pip-audit, no network: it ends without a table
        return [], set()
    faults = [f"{one['name']} {one['version']}: {fault['id']}" for one in answered for fault in one.get("vulns", ())]
    return faults, {canonicalize_name(one["name"]) for one in answered}


def main() -> int:
    """Print what was found and what could not be checked; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--advisories", type=Path, help="a zip of OSV advisories for PyPI")
    parser.add_argument("--lock", type=Path, default=LOCK, help="the lock file (requirements.lock)")
    parser.add_argument("--strict", action="store_true", help="fail where something could not be checked")
    arguments = parser.parse_args()
    locked = list(pins(arguments.lock.read_text(encoding="utf-8")))
    every = [pin for pin, _, _ in locked]
    names = {name for name, _ in every}
    problems = [f"{name} {pinned} has no hash" for (name, pinned), hashed, _ in locked if not hashed]
    hashed = len(every) - len(problems)
    print(f"{len(names)} packages, {len(every)} pinned versions, {hashed} of these with the SHA-256 of their files.")
    here = [pin for pin, _, needed in locked if needed]
    wrong = list(differences(here))
    print(f"{len(here)} versions are for this system; {len(here) - len(wrong)} are installed in the pinned version.")
    problems += wrong
    if arguments.advisories:
        faults, answered = from_advisories(arguments.advisories, every), names
        print(f"Known faults were looked up in {arguments.advisories.name}, which may be older than today.")
    else:
        faults, answered = from_databases(arguments.lock)
    unknown = names - answered
    for line in (*(f"PROBLEM: {problem}" for problem in problems), *(f"KNOWN FAULT: {fault}" for fault in faults)):
        print(line)
    if unknown:
        print(
            f"NOT CHECKED: whether {len(unknown)} of {len(names)} packages have known faults: the public databases "
            f"could not be asked. Give a copy of their advisories (ADVISORIES=all.zip), or run this with a network."
        )
    return 1 if problems or faults or (unknown and arguments.strict) else 0


if __name__ == "__main__":
    sys.exit(main())
