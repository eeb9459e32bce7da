"""The images of a folder, those of them that are shown, and their order: 100,000 sort and filter without a wait."""

from pathlib import Path
from typing import TYPE_CHECKING

from skin_gui.review.distinct_names import DistinctNames
from skin_gui.ui.browser.browser_state import UNKNOWN, FileState, Order
from skin_gui.ui.browser.name_cuts import NameCuts

if TYPE_CHECKING:
    from skin_gui.imaging.scan import FoundImage


class FileListing:
    """Files by path and by where they are shown, with what is known of each; whoever shows them is told by its owner.

    None of the lists is to be changed from outside.
    """

    def __init__(self) -> None:
        self.files: list[FoundImage] = []
        """All files in natural order, those that the filter hides included."""
        self.shown: list[FoundImage] = []
        """The files shown, in the order shown."""
        self.states: dict[str, FileState] = {}
        """What is known of files, by path; also of some that are not listed yet."""
        self.unreadable: set[str] = set()
        """Files that are known to be unreadable so far."""
        self.order = Order.NAME
        self.words: list[str] = []
        """Only files whose path below the folder contains all of them are shown, in any case."""
        self._rows: dict[str, int] = {}
        self._names: DistinctNames | None = None
        self._cuts: NameCuts | None = None
        self._paths: list[Path] | None = None

    @property
    def paths(self) -> list[Path]:
        """The files shown as paths; made when first asked for."""
        if self._paths is None:
            self._paths = [Path(file.path) for file in self.shown]
        return self._paths

    def name(self, path: str | Path) -> str:
        """The name that tells a file from the others: as much of the path as is needed for that."""
        if self._names is None:  # not before somebody asks: a folder is handed over bit by bit
            is_deep = any(file.name != file.relative for file in self.files)
            self._names = DistinctNames((file.path for file in self.files) if is_deep else ())
        return self._names.name(path)

    def telling(self, path: str | Path) -> list[int]:
        """Where in its name a file differs from others, as `NameCuts.telling` has it."""
        if self._cuts is None:
            self._cuts = NameCuts(self.name(file.path) for file in self.files)
        return self._cuts.telling(self.name(path))

    def row(self, path: str | Path) -> int:
        """The row that shows a file; -1 when none does."""
        return self._rows.get(str(path), -1)

    def state(self, path: str | Path) -> FileState:
        """What is known of a file; not to be changed."""
        return self.states.get(str(path), UNKNOWN)

    def find_name(self, start: str, first: int) -> int:
        """The first row, from `first` on and round, whose file name begins with a text; -1 when none does."""
        start = start.casefold()
        rows = len(self.shown)
        for step in range(rows):
            row = (first + step) % rows
            if self.shown[row].name.casefold().startswith(start):
                return row
        return -1

    def set_files(self, files: list["FoundImage"]) -> None:
        """List these files, which are in natural order; what is known of those that have not changed is kept."""
        # A decision is about the picture that was there: another content in the same place is a new picture.
        content = {file.path: (file.modified_ns, file.size) for file in files}
        for file in self.files:
            if content.get(file.path) != (file.modified_ns, file.size):
                self.states.pop(file.path, None)
                self.unreadable.discard(file.path)
        self.files, self._names, self._cuts = files, None, None

    def arrange(self) -> None:
        """Filter and sort anew."""
        shown = self.files
        for word in self.words:
            shown = [file for file in shown if word in file.relative.casefold()]
        key = self.order.key
        if key is not None:
            # sorted() keeps the natural order among equals.
            shown = sorted(shown, key=lambda file: key(file, self.state(file.path)))
        self.shown, self._paths = shown, None
        self._rows = {file.path: row for row, file in enumerate(shown)}
