"""Where things lie: what travels with the program, and the user's own folders."""

import os
from pathlib import Path

import platformdirs

_PACKAGE = Path(__file__).resolve().parent


def _bundled(name: str) -> Path:
    """A folder that lies beside the package in a checkout and inside it once installed or frozen."""
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


def resources() -> Path:
    """Icons, styles, translations and sample images."""
    return _bundled("resources")


def samples() -> Path:
    return resources() / "samples"


def shipped_model() -> Path:
    return _bundled("model")


def user_guide() -> Path:
    return _bundled("docs") / "user-guide.md"


def _user_folder(kind: str) -> Path:
    """One of the user's folders; all of them lie below SKIN_GUI_HOME where that is set (tests, kiosks)."""
    home = os.environ.get("SKIN_GUI_HOME")
    if home:
        return Path(home) / kind
    folders = platformdirs.PlatformDirs("skin-gui", appauthor=False)
    return Path(getattr(folders, f"user_{kind}_dir"))


def data_dir() -> Path:
    """Retrained models and review sessions."""
    return _user_folder("data")


def config_dir() -> Path:
    """Preferences."""
    return _user_folder("config")


def cache_dir() -> Path:
    """Thumbnails and training features: what can be made again."""
    return _user_folder("cache")


def log_dir() -> Path:
    return _user_folder("log")
