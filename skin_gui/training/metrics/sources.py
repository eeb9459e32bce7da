"""How a classifier does in each clinic, camera or archive, and on those images there that it calls familiar."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from skin_gui.training.metrics.clusters import Groups, Labels, Probabilities, group_numbers, share
from skin_gui.training.metrics.intervals import Rate
from skin_gui.training.metrics.metrics import Metrics, evaluate


@dataclass(frozen=True)
class SourceRow:
    """One source's figures."""

    source: str
    metrics: Metrics
    flagged: Rate
    """The share that is warned of as unlike the training data."""
    not_flagged: Metrics | None
    """Of the other images; None where every one is flagged."""

    def to_json(self) -> dict[str, Any]:
        """`source`, the keys of `Metrics.to_json`, `flagged` (a share), and n, AUC and ECE of those not flagged."""
        values = self.metrics.to_json()
        rest = self.not_flagged
        return {
            "source": self.source,
            **values,
            "intervals": values["intervals"] | {"flagged": self.flagged.interval},
            "flagged": self.flagged.value,
            "not_flagged": {
                "n": rest.n if rest else 0,
                "auc": rest.auc.value if rest else None,
                "ece": rest.ece if rest else None,
                "intervals": {"auc": rest.auc.interval if rest else [None, None]},
            },
        }


def by_source(
    sources: Sequence[str],
    labels: Labels,
    probabilities: Probabilities,
    flagged: ArrayLike,
    threshold: float,
    groups: Groups = None,
) -> tuple[SourceRow, ...]:
    """The figures of each source, sorted by name, however few its images are: the intervals say what they are worth.

    Args:
        flagged: (n,) whether the image is warned of as unlike the training data.

    Raises:
        ValueError: lengths that differ, or what `evaluate` refuses.
    """
    names, warned = np.array(sources, dtype=object), np.asarray(flagged, dtype=bool)
    y, p = np.asarray(labels), np.asarray(probabilities, dtype=np.float64)
    if not names.shape == warned.shape == y.shape == p.shape:
        raise ValueError("sources, labels, probabilities and flags must be of one length")
    numbers = group_numbers(groups, len(y))

    def measured(inside: NDArray[np.bool_]) -> Metrics:
        return evaluate(y[inside], p[inside], threshold, numbers[inside])

    rows = []
    for name in sorted(set(sources)):
        inside = names == name
        rest = inside & ~warned
        flags = share(warned[inside], numbers[inside])
        rows.append(SourceRow(name, measured(inside), flags, measured(rest) if rest.any() else None))
    return tuple(rows)
