"""A thin bar that says that something works."""

from PySide6.QtWidgets import QProgressBar, QWidget

_HEIGHT = 4


class BusyBar(QProgressBar):
    """Without a number: it moves, or fills up to a number of steps."""

    def __init__(self, steps: int = 0, *, keeps_place: bool = True, parent: QWidget | None = None) -> None:
        """Args: the steps, 0 for none; whether its place stays while it is hidden."""
        super().__init__(parent)
        self.setRange(0, steps)
        self.setFixedHeight(_HEIGHT)
        self.setTextVisible(False)
        self.setAccessibleName(self.tr("Working"))
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(keeps_place)
        self.setSizePolicy(policy)
