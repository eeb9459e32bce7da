"""How often reviewer, model and histology say the same, each share with its 95 % interval."""

from collections.abc import Iterable
from dataclasses import dataclass

from skin_gui.proportions import wilson
from skin_gui.review.assessment.terms import implied_label
from skin_gui.review.results import Result


@dataclass(frozen=True)
class Share:
    """So many of so many lesions."""

    count: int
    total: int

    @property
    def value(self) -> float | None:
        """In [0, 1]; None where there is nothing to count."""
        return self.count / self.total if self.total else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """The 95 % Wilson interval; None where there is nothing to count."""
        return None if self.value is None else wilson(self.value, self.total)


@dataclass(frozen=True)
class Agreement:
    """Each counts the lesions on which both say benign or malignant; "unsure" is neither."""

    reviewer_model: Share
    first_read_model: Share
    """First readings: decided while the result was hidden."""
    reviewer_histology: Share
    first_read_histology: Share
    model_histology: Share


def agreement(results: Iterable[Result], threshold: float | None = None) -> Agreement:
    """Count the rows that did not fail, labelled at a threshold; None for the one each was classified at."""
    says = [
        (
            result.label_at(threshold),
            result.reviewer_label,
            result.assessment.first_read,
            implied_label(result.assessment.histology),
        )
        for result in results
        if result.reviewer_label or result.assessment
    ]
    model, reviewer, first_read, histology = range(4)

    def share(one: int, other: int) -> Share:
        both = [row[one] == row[other] for row in says if _is_clear(row[one]) and _is_clear(row[other])]
        return Share(sum(both), len(both))

    return Agreement(
        reviewer_model=share(reviewer, model),
        first_read_model=share(first_read, model),
        reviewer_histology=share(reviewer, histology),
        first_read_histology=share(first_read, histology),
        model_histology=share(model, histology),
    )


def _is_clear(label: str | None) -> bool:
    return label in ("benign", "malignant")
