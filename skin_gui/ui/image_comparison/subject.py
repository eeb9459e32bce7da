"""What is compared: an image with what is known of it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from skin_gui.review.memberships import UNGROUPED, Membership
from skin_gui.ui.texts.formats import from_the_start, left_to_right
from skin_gui.ui.texts.lesions import lesion_caption, taken_text

if TYPE_CHECKING:
    from skin_gui.review.results import Result


MOST_SIDE_BY_SIDE = 4


@dataclass(frozen=True)
class Subject:
    """An image of a comparison."""

    path: Path
    membership: Membership = UNGROUPED
    probability: float | None = None
    """Of its row in the batch review; None where it has none."""
    row: "Callable[[], Result | None]" = lambda: None
    """Its row as it is labelled now; None where it has none."""
    name: str = ""
    """What tells its file from the others that are open; empty for the file's own name."""
    result_is_hidden: bool = False
    """Whether its result is kept from the reviewer until she has decided."""

    @property
    def caption(self) -> str:
        """When it was taken, whom it shows, and its file's name."""
        parts = (
            taken_text(self.membership),
            lesion_caption(self.membership),
            left_to_right(self.name or self.path.name),
        )
        return from_the_start("  ·  ".join(part for part in parts if part))
