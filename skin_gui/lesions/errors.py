"""What goes wrong when images are grouped."""

from skin_gui.wording.fact import FactError


class GroupingError(FactError):
    """Images cannot be grouped this way. `str(error)` says why and what to do, in one sentence for the user."""
