"""Make a Debian package of the frozen program.

    python build_spec/linux/build_deb.py [full|viewer]

puts dist/skin-gui (or dist/skin-gui-viewer) below /opt, and adds what a desktop wants: a command, a menu entry with
file types, icons, AppStream data and the licence. Debian's own triggers refresh menus and icon caches, so the package
runs no script of its own. Needs dpkg-deb and dpkg-shlibdeps (package dpkg-dev).
"""

import gzip
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from skin_gui import __version__  # noqa: E402

HERE = Path(__file__).resolve().parent
ICONS = ROOT / "resources" / "icons"
MAINTAINER = "The Skin GUI authors <skin-gui@localhost>"
# Loaded by name at run time, so that no library of the program names them: OpenGL for Qt, and a font.
_LOADED_AT_RUN_TIME = "libegl1, libgl1"
_RECOMMENDS = "fonts-dejavu-core | fonts-liberation | fonts-noto-core"

_DESCRIPTIONS = {
    "full": "classify dermoscopic images as benign or malignant",
    "viewer": "classify dermoscopic images as benign or malignant (without retraining)",
}
_LONG = """\
 Skin GUI shows benign or malignant with a calibrated probability for a dermoscopic image, classifies folders
 into tables, and exports them. Everything happens on this machine; the network is never used.
 .
 For research and education; not a medical device."""


def package_name(edition: str) -> str:
    """The name of the package, which is also that of its folder in dist/ and below /opt."""
    return "skin-gui" if edition == "full" else f"skin-gui-{edition}"


def build(edition: str) -> Path:
    """Make the package from what `make package` built; returns its file."""
    name = package_name(edition)
    program = ROOT / "dist" / name
    if not (program / "skin-gui").is_file():
        raise SystemExit(f"{program} is not there: run `make package PACKAGE_VARIANT={edition}` first.")
    with tempfile.TemporaryDirectory(dir=ROOT / "dist") as temporary:
        tree = Path(temporary) / "tree"
        _lay_out(tree, program, name)
        _write_control(tree, edition, name)
        file = ROOT / "dist" / f"{name}_{__version__}_{_architecture()}.deb"
        subprocess.run(["dpkg-deb", "--root-owner-group", "-Zxz", "-z6", "--build", str(tree), str(file)], check=True)
    return file


def _lay_out(tree: Path, program: Path, name: str) -> None:
    """Every file of the package where it will lie."""
    (tree / "opt").mkdir(parents=True)
    shutil.copytree(program, tree / "opt" / name, symlinks=True)
    command = tree / "usr/bin/skin-gui"
    command.parent.mkdir(parents=True)
    command.symlink_to(f"/opt/{name}/skin-gui")
    _copy(HERE / "skin-gui.desktop", tree / "usr/share/applications/skin-gui.desktop")
    metainfo = (HERE / "org.skingui.SkinGui.metainfo.xml").read_text(encoding="utf-8")
    _write(tree / "usr/share/metainfo/org.skingui.SkinGui.metainfo.xml", _dated(metainfo))
    hicolor = tree / "usr/share/icons/hicolor"
    for icon in sorted(ICONS.glob("skin-gui-*.png")):
        size = icon.stem.rpartition("-")[2]
        _copy(icon, hicolor / f"{size}x{size}/apps/skin-gui.png")
    _copy(ICONS / "skin-gui.svg", hicolor / "scalable/apps/skin-gui.svg")
    documents = tree / "usr/share/doc" / name
    notice = (ROOT / "NOTICE").read_text(encoding="utf-8")
    where = f"The licences of the libraries in it lie in /opt/{name}/_internal/*.dist-info.\n"
    _write(
        documents / "copyright", f"{notice}\nThe Apache License is in /usr/share/common-licenses/Apache-2.0.\n{where}"
    )
    _normalise(tree)


def _dated(metainfo: str) -> str:
    return metainfo.replace("@VERSION@", __version__).replace("@DATE@", _build_day())


def _build_day() -> str:
    """Today, or what a reproducible build asks for."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    moment = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    return moment.date().isoformat()


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def _write(target: Path, text: str) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")


def _normalise(tree: Path) -> None:
    """The permissions that packages have, whatever the umask of this machine."""
    for path in tree.rglob("*"):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path.stat().st_mode & 0o100 else 0o644)


def _write_control(tree: Path, edition: str, name: str) -> None:
    files = sorted(path for path in tree.rglob("*") if path.is_file() and not path.is_symlink())
    other = package_name("viewer" if edition == "full" else "full")
    kilobytes = sum(-(-path.stat().st_size // 1024) for path in files)
    sums = [f"{hashlib.md5(path.read_bytes()).hexdigest()}  {path.relative_to(tree)}\n" for path in files]  # noqa: S324
    _write(
        tree / "DEBIAN/control",
        f"Package: {name}\nVersion: {__version__}\nArchitecture: {_architecture()}\nMaintainer: {MAINTAINER}\n"
        f"Installed-Size: {kilobytes}\nSection: science\nPriority: optional\n"
        f"Depends: {_depends(tree / 'opt' / name)}\nRecommends: {_RECOMMENDS}\n"
        f"Conflicts: {other}\nReplaces: {other}\nDescription: {_DESCRIPTIONS[edition]}\n{_LONG}\n",
    )
    _write(tree / "DEBIAN/md5sums", "".join(sums))
    changelog = f"{name} ({__version__}) unstable; urgency=medium\n\n  * See CHANGELOG.md of the project.\n"
    with gzip.GzipFile(tree / "usr/share/doc" / name / "changelog.gz", "wb", mtime=0) as file:
        file.write(changelog.encode())


def _depends(program: Path) -> str:
    """The packages of this system whose libraries the program uses and does not bring along."""
    with tempfile.TemporaryDirectory() as temporary:
        control = Path(temporary) / "debian/control"
        _write(control, "Source: skin-gui\n\nPackage: skin-gui\nArchitecture: any\n")
        own = sorted({str(path.parent) for path in program.rglob("*.so*")})
        binaries = [str(program / "skin-gui"), *(str(path) for path in _libraries(program))]
        done = subprocess.run(
            ["dpkg-shlibdeps", "-O", "--ignore-missing-info", *(f"-l{folder}" for folder in own)]
            + [f"-e{binary}" for binary in binaries],
            cwd=temporary, capture_output=True, text=True, check=False,
        )  # fmt: skip
    found = re.search(r"shlibs:Depends=(.*)", done.stdout)
    if not found:
        raise SystemExit(f"dpkg-shlibdeps failed:\n{done.stderr}")
    return f"{found[1]}, {_LOADED_AT_RUN_TIME}"


def _libraries(program: Path) -> list[Path]:
    return sorted(path for path in program.rglob("*.so*") if path.is_file() and not path.is_symlink())


def _architecture() -> str:
    return subprocess.run(
        ["dpkg", "--print-architecture"],
        capture_output=True, text=True, check=True,
    ).stdout.strip()  # fmt: skip


if __name__ == "__main__":
    print(build(sys.argv[1] if len(sys.argv) > 1 else "full"))
