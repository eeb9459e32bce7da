"""A thin bar that says that something works."""

from PySide6.QtWidgets import QProgressBar

_HEIGHT = 4
_STEPS = 1000


class BusyBar(QProgressBar):
    """Without a number: it moves, or fills up."""

    def __init__(self, name: str = "", *, part: float | None = None, keeps_place: bool = True) -> None:
        """Args: what a screen reader calls it; as `show_part` has it; whether its place stays while it is hidden."""
        super().__init__(textVisible=False)
        self.show_part(part)
        self.setFixedHeight(_HEIGHT)
        self.setAccessibleName(name or self.tr("Working"))
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(keeps_place)
        self.setSizePolicy(policy)

    def show_part(self, part: float | None) -> None:
        """How much is done, from 0 to 1; None where that is not known."""
        self.setRange(0, 0 if part is None else _STEPS)
        if part is not None:
            self.setValue(round(part * _STEPS))
