"""What goes wrong when images are grouped."""


class GroupingError(Exception):
    """Images cannot be grouped this way. `str(error)` says why and what to do, in one sentence for the user."""
