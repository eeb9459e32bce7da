"""What is wrong with an image file."""

from pathlib import Path

from skin_gui.wording.fact import Fact, FactError
from skin_gui.wording.images import ImageFact


class ImageError(FactError):
    """An image file cannot be used. `str(error)` is one sentence: what happened, to which file, what to do."""

    def __init__(self, path: Path, reason: Fact) -> None:
        """Args: the file, and what is wrong with it, as a clause that follows the file's name."""
        super().__init__(ImageFact.NAMED(name=path.name, reason=reason))
        self.path = path
        self.reason = reason

    def __reduce__(self) -> tuple[type["ImageError"], tuple[Path, Fact]]:
        return type(self), (self.path, self.reason)
