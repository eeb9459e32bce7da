"""Proves that the wheel carries all it needs: installed into an empty virtual environment, it classifies and paints.

    python tests/packaging/wheel_smoke.py

It takes what `make wheel` built, installs it with its dependencies (about 500 MB are downloaded unless pip has them
cached), and works outside the checkout. Ends with 1 when anything fails. pytest does not collect it.
"""

import json
import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image

from skin_gui import __version__

ROOT = Path(__file__).resolve().parents[2]
TOLERANCE = 1e-6
NEEDED = (
    "model/model.json",
    "model/network.bin",
    "model/network.param",
    "model/head.npz",
    "model/MODEL_CARD.md",
    "docs/user-guide.md",
    "resources/styles/base.qss",
    "resources/icons/skin-gui.svg",
    "resources/measures/outline.npz",
    "resources/translations/skin_gui_ar.qm",
    "resources/samples/synthetic-01-nevus-like.jpg",
)
IN_ARCHIVE = (
    "tests/conftest.py",
    "tools/train_model/__main__.py",
    "pyproject.toml",
    "Makefile",
    "requirements.lock",
    "LICENSE",
    "NOTICE",
)


def main() -> int:
    """Run every check; 0 when all hold."""
    wheel = ROOT / "dist" / f"skin_gui-{__version__}-py3-none-any.whl"
    archive = ROOT / "dist" / f"skin_gui-{__version__}.tar.gz"
    with zipfile.ZipFile(wheel) as content:
        _require_all(f"{wheel.name} lacks", [f"skin_gui/{name}" for name in NEEDED], content.namelist())
    with tarfile.open(archive) as content:
        wanted = [f"skin_gui-{__version__}/{name}" for name in (*NEEDED, *IN_ARCHIVE)]
        _require_all(f"{archive.name} lacks", wanted, content.getnames())
    print(f"contents ok: wheel {wheel.stat().st_size / 1e6:.1f} MB, archive {archive.stat().st_size / 1e6:.1f} MB")
    with TemporaryDirectory() as place:
        _use(wheel, Path(place))
    print("4 passed, 0 failed")
    return 0


def _require_all(complaint: str, wanted: list[str], present: list[str]) -> None:
    if missing := sorted(set(wanted) - set(present)):
        raise SystemExit(f"{complaint} {missing}")


def _use(wheel: Path, place: Path) -> None:
    """Install, classify, and take a picture of the window, in a folder where nothing else is."""
    subprocess.run([sys.executable, "-m", "venv", place / "venv"], check=True)
    scripts = place / "venv" / ("Scripts" if sys.platform == "win32" else "bin")
    subprocess.run([scripts / "python", "-m", "pip", "install", "--quiet", wheel], check=True)
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    environment |= {"SKIN_GUI_HOME": str(place / "home"), "QT_QPA_PLATFORM": "offscreen"}

    def run(*command: str | Path) -> str:
        done = subprocess.run(
            command, env=environment, cwd=place, capture_output=True, text=True, encoding="utf-8", check=False
        )
        if done.returncode:
            raise SystemExit(f"{command} ended with {done.returncode}:\n{done.stderr}")
        return done.stdout

    said = run(scripts / "skin-gui", "--version").strip()
    if said != f"skin-gui {__version__}":
        raise SystemExit(f"--version says {said!r}")
    print(f"{said} installed")
    samples = ROOT / "resources" / "samples"
    installed = _probabilities(run(scripts / "skin-gui", "classify", samples, "--json"))
    environment["PYTHONPATH"] = str(ROOT)
    source = _probabilities(run(sys.executable, "-m", "skin_gui", "classify", samples, "--json"))
    del environment["PYTHONPATH"]
    difference = max(abs(installed[name] - source[name]) for name in source)
    if installed.keys() != source.keys() or difference > TOLERANCE:
        raise SystemExit(f"The installed program classifies differently: {installed} {source}")
    print(f"{len(installed)} images classified, probabilities differ from source by {difference:.1g} at most")
    picture = place / "window.png"
    run(scripts / "python", ROOT / "tools" / "screenshot.py", picture)
    with Image.open(picture) as painted:
        colours = len(painted.convert("RGB").getcolors(maxcolors=painted.width * painted.height) or ())
    if colours < 5_000:
        raise SystemExit("The window shows no image.")
    print("window painted")


def _probabilities(text: str) -> dict[str, float]:
    return {row["file"]: row["probability"] for row in json.loads(text)}


if __name__ == "__main__":
    sys.exit(main())
