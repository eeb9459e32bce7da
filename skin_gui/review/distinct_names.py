"""Names that tell files apart: of files named alike in different folders, as much of the path as they differ by."""

import os
from collections import Counter
from collections.abc import Callable, Iterable
from itertools import chain, count
from pathlib import Path

_Branch = dict[str, "str | _Branch"]

_END = ""
"""Stands before the first part of a path; no part of a path is empty."""


class DistinctNames:
    """The shortest end of each path that no other path has; for most files that is the file's name.

    A tree of the paths' parts from the last one backwards, which grows only where names meet: adding a path takes
    constant time in practice and changes the name of one other file at most.
    """

    def __init__(self, paths: Iterable[Path | str] = ()) -> None:
        self._tree: _Branch = {}
        self._depths: dict[str, int] = {}
        for path in paths:
            self.add(path)

    def add(self, file: Path | str) -> Path | None:
        """Tell a path from those that are there; returns the other path whose name is a longer one now, if any."""
        path = os.fspath(file)
        if path in self._depths:
            return None
        branch, depth = self._tree, 1
        while True:
            part = _part(path, depth)
            met = branch.get(part)
            if met is None:
                branch[part] = path
                self._depths[path] = depth
                return None
            if isinstance(met, dict):
                branch, depth = met, depth + 1
                continue
            return self._tell_apart(branch, part, met, path, depth)

    def _tell_apart(self, branch: _Branch, part: str, one: str, other: str, depth: int) -> Path:
        while True:
            depth += 1
            parts = _part(one, depth), _part(other, depth)
            if parts[0] != parts[1]:
                branch[part] = {parts[0]: one, parts[1]: other}
                self._depths[one] = self._depths[other] = depth
                return Path(one)
            deeper: _Branch = {}
            branch[part] = deeper
            branch, part = deeper, parts[0]

    def __contains__(self, file: object) -> bool:
        return isinstance(file, (str, Path)) and os.fspath(file) in self._depths

    def name(self, file: Path | str) -> str:
        """The name of a path; of one that was not added, the file's name."""
        path = os.fspath(file)
        depth = self._depths.get(path, 1)
        return _part(path, 1) if depth == 1 else str(Path(*Path(path).parts[-depth:]))


def short_names(paths: Iterable[Path], shorten: Callable[[Path], str]) -> dict[Path, str]:
    """A short name of each file, no two alike, with "/" between its parts.

    Args:
        shorten: a file's name without what need not be told, such as its suffix. Files of one folder that are alike
            then keep it.
    """
    files = list(dict.fromkeys(paths))
    short = {path: path.with_name(shorten(path)) for path in files}
    count = Counter(short.values())
    taken = set(files)
    short = {path: key if count[key] == 1 and key not in taken else path for path, key in short.items()}
    names = DistinctNames(short.values())
    return {path: Path(names.name(key)).as_posix() for path, key in short.items()}


def free_name(wanted: str, ending: str, is_taken: Callable[[str], bool]) -> str:
    """A name that nothing has yet: the one wanted, or that with the ending, in which a number from 2 on stands."""
    names = chain([wanted], (wanted + ending.format(number) for number in count(2)))
    return next(name for name in names if not is_taken(name))


def _part(path: str, depth: int) -> str:
    """A part of a path, counted from its end."""
    if depth == 1:
        return os.path.basename(path)  # noqa: PTH119 - a third of the time of `Path.name`, for 100,000 files
    parts = Path(path).parts
    return parts[-depth] if depth <= len(parts) else _END
