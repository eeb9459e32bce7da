"""What the program is made of: docs/licences.md, and a CycloneDX bill of materials for a build.

`python build_spec/dependencies.py licences FILE` and `... sbom FILE [VARIANT]`. Names and versions are those that are
installed, as the lock file pins them.
"""

import json
import re
import sys
import uuid
from importlib.metadata import Distribution, distribution
from pathlib import Path

sys.path[:0] = map(str, Path(__file__).resolve().parents[:2])
import contents  # noqa: E402 - the folder of this script

from skin_gui import __version__  # noqa: E402

_LONGEST_LICENCE = 60
# What a wheel brings along of others, and does not name in its own licence.
_INSIDE = {
    "opencv-python-headless": "FFmpeg (LGPL-2.1-or-later), OpenBLAS (BSD-3-Clause)",
    "pi-heif": "libheif and libde265 (LGPL-3.0-or-later), decoders alone",
    "pillow": "libjpeg-turbo, libtiff, OpenJPEG, libwebp, libavif, FreeType, Little CMS",
    "pyjpegls": "CharLS (BSD-3-Clause)",
    "simplejpeg": "libjpeg-turbo (IJG, BSD-3-Clause, Zlib)",
    "pyside6-essentials": "Qt (LGPL-3.0-only)",
}


def licence(package: Distribution) -> str:
    """The licence that a package states: its expression, its short name or its classifiers."""
    meta = package.metadata
    if expression := meta.get("License-Expression"):
        return expression
    classified = [line.split(" :: ")[-1] for line in meta.get_all("Classifier", []) if line.startswith("License ::")]
    stated = (meta.get("License") or "").strip()
    return stated if stated and len(stated) <= _LONGEST_LICENCE and "\n" not in stated else ", ".join(classified)


def packages(variant: contents.Edition) -> list[Distribution]:
    """The installed packages that an edition depends on, by name."""
    return [distribution(name) for name in contents.distributions(variant)]


def licences_page() -> str:
    """The text of docs/licences.md."""
    viewer = set(contents.distributions("viewer"))
    lines = [
        "# Licences",
        "",
        "Skin GUI is licensed under Apache-2.0 (`LICENSE`, `NOTICE`). It runs with these packages, which the frozen",
        "program holds with their own licence texts. `make licences` writes this page.",
        "",
        "| package | licence | brings along | in the viewer |",
        "|---|---|---|---|",
    ]
    for name, package in ((name, distribution(name)) for name in contents.distributions("full")):
        cells = (name, licence(package) or "see its files", _INSIDE.get(name, ""), "yes" if name in viewer else "")
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def bill_of_materials(variant: contents.Edition) -> dict[str, object]:
    """A CycloneDX 1.6 document (ECMA-424) of an edition's packages and of the dependencies between them."""
    found = {_key(package): package for package in packages(variant)}
    program = {"type": "application", "name": "skin-gui", "version": __version__, "bom-ref": "skin-gui"}
    needs = {name: sorted(_requirements(package) & found.keys()) for name, package in found.items()}
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid4()}",
        "version": 1,
        "metadata": {"component": program},
        "components": [_component(name, package) for name, package in found.items()],
        "dependencies": [
            {"ref": "skin-gui", "dependsOn": sorted(found)},
            *({"ref": name, "dependsOn": below} for name, below in needs.items()),
        ],
    }


def _component(name: str, package: Distribution) -> dict[str, object]:
    component: dict[str, object] = {
        "type": "library",
        "bom-ref": name,
        "name": name,
        "version": package.version,
        "purl": f"pkg:pypi/{name}@{package.version}",
    }
    if text := licence(package):
        component["licenses"] = [{"license": {"name": text}}]
    return component


def _requirements(package: Distribution) -> set[str]:
    return {_canonical(re.split(r"[^\w.-]", line, maxsplit=1)[0]) for line in package.requires or ()}


def _key(package: Distribution) -> str:
    return _canonical(package.metadata["Name"])


def _canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def main(arguments: list[str]) -> None:
    """Write what is asked for."""
    what, target, *variant = arguments
    if what == "licences":
        text = licences_page()
    else:
        text = json.dumps(bill_of_materials(contents.edition(*variant or ["full"])), indent=2) + "\n"
    Path(target).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
