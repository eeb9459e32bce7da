"""What a person says of images: that they show one lesion, or each another."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from skin_gui.lesions.errors import GroupingError
from skin_gui.review.distinct_names import free_name
from skin_gui.review.memberships import UNGROUPED, Membership
from skin_gui.wording.review import GroupingFact

Known = Mapping[Path, Membership]


def same_lesion(images: Sequence[Path], known: Known) -> dict[Path, Membership]:
    """The memberships of images that show one lesion; sites, dates and the patient are kept, or taken from another.

    Raises:
        GroupingError: fewer than two images, or they are of different patients.
    """
    if len(images) < 2:
        raise GroupingError(GroupingFact.ONE_IMAGE())
    now = [known.get(image, UNGROUPED) for image in images]
    patients = {membership.patient for membership in now} - {""}
    if len(patients) > 1:
        raise GroupingError(GroupingFact.DIFFERENT_PATIENTS())
    patient = patients.pop() if patients else ""
    lesion = next((each.lesion for each in now if each.lesion), "")
    if not lesion:
        [lesion] = _new_names(images[:1], _names(known, patient))
    return {
        image: replace(membership, patient=patient, lesion=lesion, by_hand=True)
        for image, membership in zip(images, now, strict=True)
    }


def different_lesions(images: Sequence[Path], known: Known) -> dict[Path, Membership]:
    """The memberships of images that each show a lesion of their own, of the patient they had."""
    now = [known.get(image, UNGROUPED) for image in images]
    taken = {name for patient in {each.patient for each in now} for name in _names(known, patient)}
    names = _new_names(images, taken)
    return {
        image: replace(membership, lesion=name, by_hand=True)
        for image, membership, name in zip(images, now, names, strict=True)
    }


def _names(known: Known, patient: str) -> set[str]:
    return {membership.lesion for membership in known.values() if membership.patient == patient}


def _new_names(images: Sequence[Path], taken: set[str]) -> list[str]:
    """A lesion is called after its first picture: a name that the user knows."""
    names: list[str] = []
    used = set(taken)
    for image in images:
        name = free_name(image.stem, " ({})", used.__contains__)
        used.add(name)
        names.append(name)
    return names
