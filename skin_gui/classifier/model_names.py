"""Names of models: what a user may call one, and the folder that holds it."""

import re
import secrets
import unicodedata

from skin_gui.classifier.model_folder import ModelError
from skin_gui.wording.models import ModelFact

MAX_LENGTH = 60
_PUNCTUATION = " ._-"
_RESERVED = {"CON", "PRN", "AUX", "NUL", *(f"{port}{digit}" for port in ("COM", "LPT") for digit in "0123456789")}


def name_key(name: str) -> str:
    """What two names are compared by: neither case nor Unicode composition tells models apart."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def check_name(name: str) -> str:
    """The name, trimmed and composed, if it may be a model's.

    Raises:
        ModelError: it is empty, too long, reserved on Windows, or has other characters than
            letters and digits of any script, space, dot, underscore and hyphen.
    """
    name = unicodedata.normalize("NFC", name).strip()
    if not name or not _is_letter_or_digit(name[0]) or name.endswith("."):
        raise ModelError(ModelFact.NAME_BEGINS_BADLY())
    if len(name) > MAX_LENGTH:
        raise ModelError(ModelFact.NAME_TOO_LONG(limit=MAX_LENGTH))
    if not all(_is_allowed(character) for character in name):
        raise ModelError(ModelFact.NAME_HAS_ODD_CHARACTERS())
    if name.split(".")[0].strip().upper() in _RESERVED:
        raise ModelError(ModelFact.NAME_RESERVED(name=name))
    return name


def clean_name(text: str) -> str:
    """The nearest name that `check_name` accepts, e.g. of an imported model."""
    text = unicodedata.normalize("NFC", text)
    kept = "".join(character if _is_allowed(character) else " " for character in text)
    start = next((index for index, character in enumerate(kept) if _is_letter_or_digit(character)), len(kept))
    name = " ".join(kept[start:].split())[:MAX_LENGTH].rstrip(" .") or "model"
    reserved = name.split(".")[0].strip().upper() in _RESERVED
    return f"model {name}"[:MAX_LENGTH].rstrip(" .") if reserved else name


def numbered(name: str, number: int) -> str:
    """The name with a number after it, cut so that it stays a valid name."""
    suffix = f" {number}"
    return name[: MAX_LENGTH - len(suffix)].rstrip(" .") + suffix


def folder_name(name: str) -> str:
    """A new folder's name: plain ASCII for every file system, and random so that no two clash."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:40] or "model"
    return f"{slug}-{secrets.token_hex(4)}"


def _is_letter_or_digit(character: str) -> bool:
    category = unicodedata.category(character)
    return category.startswith("L") or category == "Nd"


def _is_allowed(character: str) -> bool:
    # Marks too: many scripts write their vowels with them.
    is_mark = unicodedata.category(character).startswith("M")
    return character in _PUNCTUATION or is_mark or _is_letter_or_digit(character)
