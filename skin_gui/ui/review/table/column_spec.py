"""What makes a column of the table of results, and what the cells of a row are made of."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from skin_gui.imaging.entries import natural_key
from skin_gui.lesions.groups import NO_PLACE, Place
from skin_gui.review.measurements import Measurement
from skin_gui.review.results import Result
from skin_gui.ui.review.table.result_filter import RowArrays


class TableRow(NamedTuple):
    """What the cells of a row are made of."""

    result: Result
    label: str | None = None
    """The model's, at the operating point in force; None for a failed row."""
    place: Place = NO_PLACE
    name: str = ""
    """Tells its file from the others."""
    measured: Measurement | None = None
    """What was measured in it; None: nothing yet."""
    by_other: bool = False
    """Whether another model than the one in use has made it."""


@dataclass(frozen=True)
class ColumnSpec:
    """All that makes a column."""

    title: Callable[[], str]
    width: int
    """Pixels at first."""
    value: Callable[[TableRow], Any]
    """A number or a plain text; None or "" where there is none."""
    text: Callable[[TableRow], str] | None = None
    """What stands in the cell; None: the value does."""
    numbers: Callable[[RowArrays, float | None], NDArray[np.float64]] | None = None
    """A number for each row at an operating point, to sort by (NaN: none). None: rows are sorted by text."""
    sort_text: Callable[[TableRow], str] | None = None
    """Another text to sort by than the value's natural order; "" comes last."""
    tool_tip: Callable[[TableRow], str | None] = lambda _row: None
    """What there is to say beyond the text."""
    icon: Callable[[TableRow], str | None] = lambda _row: None
    """A shape for each label and each kind of trouble: colour is never the only difference."""
    colour: Callable[[TableRow], str | None] = lambda _row: None
    """Of the theme's, for the text; None for the ordinary one."""
    shown: bool = True
    """Before the user chooses."""
    trailing: bool = False
    """Whether it stands on the right, as numbers do."""
    of_groups: bool = False
    """Whether there is something in it only once the images have been grouped."""
    shown_once_grouped: bool = False
    measured: bool = False
    """Whether it shows a measure, which is made once somebody wants to see it."""

    def cell_text(self, row: TableRow) -> str:
        return str(self.value(row)) if self.text is None else self.text(row)

    def key(self, row: TableRow) -> str:
        """The text a row is sorted by: without case, and with img2 before img10."""
        return natural_key(self.value(row)) if self.sort_text is None else self.sort_text(row)
