"""Runs the frozen program as on a machine that has nothing of it but its folder."""

import contextlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
WINDOWS, MACOS, LINUX = sys.platform == "win32", sys.platform == "darwin", sys.platform.startswith("linux")
_TIMEOUT = 900


def built_folder(variant: str) -> Path:
    """What `make package` made."""
    name = "skin-gui" if variant == "full" else f"skin-gui-{variant}"
    folder = ROOT / "dist" / name
    if not folder.is_dir():
        raise SystemExit(f"{folder} is not there: run `make package PACKAGE_VARIANT={variant}` first.")
    return folder


class FrozenProgram:
    """A copy of the frozen program in another folder, with an empty environment and a home of its own."""

    def __init__(self, built: Path, place: Path, variant: str) -> None:
        """Copy the program below `place`, into a folder whose name has a space and an accent."""
        self.variant = variant
        self.folder = place / "Skin GUI é"
        self.home = place / "home"
        self._empty = place / "empty"
        for folder in (self.home, self._empty):
            folder.mkdir(parents=True)
        shutil.copytree(built, self.folder, symlinks=True, copy_function=_link)
        suffix = "-cli.exe" if WINDOWS else ""
        self.command = self.folder / f"skin-gui{suffix}"

    def environment(self) -> dict[str, str]:
        """No Python on the path, no virtual environment, no variable of the caller's."""
        environment = {"HOME": str(self.home), "PATH": str(self._empty), "LANG": "C.UTF-8"}
        if WINDOWS:
            # Windows starts nothing without the first, and knows no HOME.
            kept = {name: os.environ[name] for name in ("SYSTEMROOT", "TEMP") if name in os.environ}
            environment |= kept | {"SKIN_GUI_HOME": str(self.home)}
        return environment

    def run(self, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
        """Run a command to its end."""
        return subprocess.run(
            [self.command, *arguments],
            env=self.environment(), cwd=self.home, stdin=subprocess.DEVNULL,
            capture_output=True, text=True, encoding="utf-8", timeout=_TIMEOUT, check=False,
        )  # fmt: skip

    def run_source(self, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
        """The same command from source, with the same user folders."""
        # Kernels of the linear algebra that the caller chooses change the last digits.
        kept = {name: value for name, value in os.environ.items() if not name.startswith("OPENBLAS_")}
        return subprocess.run(
            [sys.executable, "-m", "skin_gui", *arguments],
            env=kept | self.environment() | {"PATH": os.environ["PATH"]}, cwd=ROOT, stdin=subprocess.DEVNULL,
            capture_output=True, text=True, encoding="utf-8", timeout=_TIMEOUT, check=False,
        )  # fmt: skip

    def start_window(self, display: str, *arguments: Path) -> subprocess.Popen[bytes]:
        """Open the window on an X display."""
        environment = self.environment() | {"DISPLAY": display}
        return subprocess.Popen([self.command, *arguments], env=environment, cwd=self.home)

    def log(self) -> str:
        """What the program wrote into its log."""
        return "".join(path.read_text(encoding="utf-8") for path in self.home.rglob("skin-gui.log"))


def _link(source: str, target: str) -> str:
    """The same file under a second name, which costs no room; a copy where that cannot be."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)
    return target


def foreign_files(process: subprocess.Popen[bytes], *own: Path) -> list[str]:
    """Files of this checkout or of a Python installation that a process has mapped, beside those in its own folders."""
    maps = Path(f"/proc/{process.pid}/maps").read_text(encoding="utf-8")
    names = {line.split(maxsplit=5)[5] for line in maps.splitlines() if len(line.split(maxsplit=5)) == 6}
    suspicious = (str(ROOT), sys.prefix, sys.base_prefix.rstrip("/") + "/lib/python", "site-packages")
    others = (name for name in names if not name.startswith(tuple(map(str, own))))
    return sorted(name for name in others if any(part in name for part in suspicious))


@contextlib.contextmanager
def x_display() -> Iterator[str]:
    """A screen that is not there, for as long as the block runs."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x900x24", "-nolisten", "tcp"],
        pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(write)
    try:
        with os.fdopen(read) as pipe:
            yield f":{pipe.readline().strip()}"
    finally:
        server.terminate()
        server.wait(10)
