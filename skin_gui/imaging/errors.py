"""What is wrong with an image file, in words for the user."""

from pathlib import Path


class ImageError(Exception):
    """An image file cannot be used. `str(error)` is one sentence: what happened, to which file, what to do."""

    def __init__(self, path: Path, reason: str) -> None:
        """Args: the file, and what is wrong with it, as a clause that follows the file's name."""
        super().__init__(f"{path.name} {reason}")
        self.path = path
        self.reason = reason

    def __reduce__(self) -> tuple[type["ImageError"], tuple[Path, str]]:
        return type(self), (self.path, self.reason)
