"""Patients and lesions in words."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from skin_gui.ui.texts.formats import left_to_right

if TYPE_CHECKING:
    from skin_gui.lesions.standing import Standing
    from skin_gui.review.memberships import Membership


def taken_text(membership: "Membership") -> str:
    """When a picture was taken: its date (ISO 8601), or the days since the patient's first one; empty if unknown."""
    if membership.taken is not None:
        return membership.taken.isoformat()
    if membership.day is None:
        return ""
    return QCoreApplication.translate("lesions", "day {day}").format(day=QLocale().toString(membership.day))


def lesion_caption(membership: "Membership") -> str:
    """Patient and lesion in a line, as far as they are known."""
    return " · ".join(left_to_right(part) for part in (membership.patient, membership.lesion) if part)


def standing_text(standing: "Standing") -> str:
    """A lesion's place among its patient's; empty where it has none."""
    if standing.rank is None:
        return ""
    locale = QLocale()
    return QCoreApplication.translate("lesions", "{rank} of {count}").format(
        rank=locale.toString(standing.rank), count=locale.toString(standing.lesions)
    )


def unlike_text(standing: "Standing") -> str:
    """How far a lesion is from its patient's others; empty where too few can be compared."""
    if standing.unlike is None:
        return ""
    times = QCoreApplication.translate("lesions", "{number} ×").format(
        number=QLocale().toString(standing.unlike, "f", 1)
    )
    return (
        QCoreApplication.translate("lesions", "{times}, stands out").format(times=times)
        if standing.stands_out
        else times
    )


def unlike_tool_tip(standing: "Standing") -> str | None:
    """What that number is and is not."""
    if standing.unlike is None:
        return None
    return QCoreApplication.translate(
        "lesions",
        "How much it differs from the patient's other lesions in what the classifier sees, as a multiple of what is "
        "usual among them. It says that the lesion looks different, not that it is malignant, and is no part of the "
        "probability.",
    )
