"""The audit of sources: which clinics, cameras or archives the images come from, and whether they tell the label."""

from collections.abc import Iterator, Mapping

from skin_gui.classifier.prediction import Label
from skin_gui.training.audit.audit_report import Finding

_NAMED = 8  # sources that a message names before it only counts them


def source_findings(sources: Mapping[str, Mapping[Label, int]]) -> Iterator[Finding]:
    """How many sources there are with each one's share, and those whose images are all of one class.

    Args:
        sources: images by source and class, the largest source first.
    """
    if not sources:
        return
    if len(sources) == 1:
        yield Finding(
            "sources",
            "note",
            f"All images come from one source, {next(iter(sources))}; no figure measured on them can say how a model "
            "does in another clinic.",
        )
        return
    total = sum(sum(counts.values()) for counts in sources.values())
    shares = [
        f"{name} {counts['benign']} benign and {counts['malignant']} malignant "
        f"({100 * sum(counts.values()) / total:.0f} %)"
        for name, counts in sources.items()
    ]
    yield Finding("sources", "note", f"The images come from {len(sources)} sources: {_listed(shares)}.")
    one_class = [name for name, counts in sources.items() if min(counts.values()) == 0]
    if one_class:
        names = [f"{name} only {'benign' if sources[name]['benign'] else 'malignant'} ones" for name in one_class]
        images = sum(sum(sources[name].values()) for name in one_class)
        yield Finding(
            "sources",
            "warn",
            f"{'1 source has' if len(one_class) == 1 else f'{len(one_class)} sources have'} images of one class only "
            f"({_listed(names)}; {100 * images / total:.0f} % of all images). There the source alone tells the label, "
            "and a model may learn the source instead: add images of the other class from the same source, or leave "
            "it out.",
        )


def _listed(parts: list[str]) -> str:
    rest = len(parts) - _NAMED
    return "; ".join(parts[:_NAMED]) + (f"; and {rest} more" if rest > 0 else "")
