"""On which images a model's figures were measured: a fact, and the line that model.json keeps of it."""

import re
from dataclasses import dataclass
from enum import StrEnum


class StaysTogether(StrEnum):
    """What no fold parts."""

    LESION = "lesion"
    PATIENT = "patient"
    PICTURE = "picture"


@dataclass(frozen=True)
class OutOfFold:
    """Each image by a model that was fitted to the other folds."""

    folds: int
    stays_together: StaysTogether
    images: int

    def __str__(self) -> str:
        return f"out of fold, {self.folds} folds by {self.stays_together}, {self.images:,} images"


@dataclass(frozen=True)
class SourcesHeldOut:
    """The images of each source by a model that was fitted to the other sources."""

    sources: tuple[str, ...]
    images: int

    def __str__(self) -> str:
        return f"sources held out in turn ({', '.join(self.sources)}), {self.images:,} images"


@dataclass(frozen=True)
class OtherImages:
    """What the maker of an imported model says, in words of its own."""

    words: str

    def __str__(self) -> str:
        return self.words


MeasuredOn = OutOfFold | SourcesHeldOut | OtherImages

_COUNT = r"(\d{1,3}(?:,\d{3}){0,4}) images"
_OUT_OF_FOLD = re.compile(rf"out of fold, (\d{{1,9}}) folds by ({'|'.join(StaysTogether)}), {_COUNT}", re.ASCII)
_SOURCES_HELD_OUT = re.compile(rf"sources held out in turn \(([^()]+)\), {_COUNT}", re.ASCII)


def read_measured_on(line: str) -> MeasuredOn:
    """The fact that a line of model.json states, or the line itself where no training of ours wrote it.

    Raises:
        TypeError: it is no text.
    """
    found: MeasuredOn = OtherImages(line)
    if match := _OUT_OF_FOLD.fullmatch(line):
        found = OutOfFold(int(match[1]), StaysTogether(match[2]), _count(match[3]))
    elif match := _SOURCES_HELD_OUT.fullmatch(line):
        found = SourcesHeldOut(tuple(match[1].split(", ")), _count(match[2]))
    return found if str(found) == line else OtherImages(line)


def _count(digits: str) -> int:
    return int(digits.replace(",", ""))
