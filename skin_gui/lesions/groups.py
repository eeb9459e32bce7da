"""What is known of the patients and lesions of a folder, at one moment: for tables, thumbnails and comparisons."""

from collections.abc import ItemsView, Mapping
from dataclasses import dataclass
from pathlib import Path

from skin_gui.imaging.entries import natural_key
from skin_gui.lesions.standing import Standing, standings
from skin_gui.review.memberships import UNGROUPED, Membership
from skin_gui.review.session import Session

NO_STANDING = Standing()


@dataclass(frozen=True, slots=True)
class Place:
    """An image among the others."""

    membership: Membership = UNGROUPED
    standing: Standing = NO_STANDING
    order: int = -1
    """Its place when images are sorted by patient, then by lesion (the highest probability first), then by time; -1
    where neither patient nor lesion is known."""
    group: int = -1
    """Numbers the patients from 0 in that order; a lesion without a patient counts as one. -1 as above."""


NO_PLACE = Place()


class Groups:
    """Patients, lesions and how they stand. Not to be changed."""

    def __init__(self, places: Mapping[Path, Place] | None = None) -> None:
        """Args: the place of each image that has one, in their order."""
        self._places = places or {}
        self._of_lesion: dict[tuple[str, str], list[Path]] = {}
        for path, place in self._places.items():
            if place.membership.lesion:
                key = (place.membership.patient, place.membership.lesion)
                self._of_lesion.setdefault(key, []).append(path)

    def __len__(self) -> int:
        return len(self._places)

    def of(self, path: Path) -> Place:
        return self._places.get(path, NO_PLACE)

    def places(self) -> ItemsView[Path, Place]:
        """Each grouped image with its place, in their order."""
        return self._places.items()

    @property
    def memberships(self) -> dict[Path, Membership]:
        """What each grouped image shows."""
        return {path: place.membership for path, place in self._places.items()}

    @property
    def lesions(self) -> int:
        return len(self._of_lesion)

    def same_lesion(self, path: Path) -> list[Path]:
        """The images of an image's lesion by time, the image itself among them; alone where no lesion is known."""
        membership = self.of(path).membership
        return list(self._of_lesion.get((membership.patient, membership.lesion), [path]))


def find_groups(session: Session) -> Groups:
    """Patients and lesions as a session has them now, ranked by its results.

    Raises:
        SessionError: it cannot be read.
    """
    memberships = session.memberships.all()
    if not memberships:
        return Groups()
    probabilities = session.probabilities()
    found = standings(memberships, probabilities, session.components())
    keys = {path: _key(path, each, found.get(path, NO_STANDING)) for path, each in memberships.items()}
    places: dict[Path, Place] = {}
    group, last = -1, None
    for order, path in enumerate(sorted((path for path in keys if keys[path]), key=keys.__getitem__)):
        owner = keys[path][:2]
        group, last = group + (owner != last), owner
        places[path] = Place(memberships[path], found.get(path, NO_STANDING), order, group)
    return Groups(places)


def _key(path: Path, membership: Membership, standing: Standing) -> tuple[str | int, ...]:
    """What images are sorted by; empty for one that belongs nowhere. Lesions without a patient come last."""
    if not membership.patient and not membership.lesion:
        return ()
    owner = ("0", natural_key(membership.patient)) if membership.patient else ("1", natural_key(membership.lesion))
    time = membership.time
    return (
        *owner,
        standing.rank or 1 << 30,
        natural_key(membership.lesion),
        1 << 30 if time is None else time,
        str(path),
    )
