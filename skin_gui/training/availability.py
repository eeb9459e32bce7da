"""Whether this program can train: its viewer edition comes without the libraries of this package."""

from importlib.util import find_spec

# What is imported here alone; the viewer edition leaves exactly these out.
LIBRARIES = ("tensorflow", "keras", "sklearn", "scipy")


def training_available() -> bool:
    """Whether retraining, evaluation and audit can run; nothing is imported to find out."""
    return not missing_libraries()


def missing_libraries() -> list[str]:
    """The libraries of `LIBRARIES` that are not there."""
    return [name for name in LIBRARIES if find_spec(name) is None]


def why_unavailable(what: str) -> str:
    """What to tell the user, e.g. of "Retraining"; empty when training is available."""
    missing = missing_libraries()
    if not missing:
        return ""
    return (
        f"{what} is not part of this viewer edition of Skin GUI, which comes without {', '.join(missing)}; "
        "install the full edition for it: your models, sessions and settings stay as they are."
    )
