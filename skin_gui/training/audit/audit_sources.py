"""The audit of sources: which clinics, cameras or archives the images come from, and whether they tell the label."""

from collections.abc import Iterator, Mapping

from skin_gui.classifier.prediction import Label
from skin_gui.training.audit.audit_report import Finding
from skin_gui.wording.audit import AuditFact
from skin_gui.wording.fact import Fact

_NAMED = 8  # sources that a message names before it only counts them


def source_findings(sources: Mapping[str, Mapping[Label, int]]) -> Iterator[Finding]:
    """How many sources there are with each one's share, and those whose images are all of one class.

    Args:
        sources: images by source and class, the largest source first.
    """
    if not sources:
        return
    if len(sources) == 1:
        yield Finding("sources", "note", AuditFact.ONE_SOURCE(source=next(iter(sources))))
        return
    total = sum(sum(counts.values()) for counts in sources.values())
    shares = [
        AuditFact.SOURCE_SHARE(
            source=name,
            benign=counts["benign"],
            malignant=counts["malignant"],
            share=sum(counts.values()) / total,
        )
        for name, counts in sources.items()
    ]
    yield Finding("sources", "note", AuditFact.SOURCES(count=len(sources), sources=_listed(shares)))
    one_class = {name: counts for name, counts in sources.items() if min(counts.values()) == 0}
    if one_class:
        images = sum(sum(counts.values()) for counts in one_class.values())
        names = [
            AuditFact.ONLY_BENIGN(source=name) if counts["benign"] else AuditFact.ONLY_MALIGNANT(source=name)
            for name, counts in one_class.items()
        ]
        fact = AuditFact.ONE_CLASS_SOURCES(count=len(one_class), sources=_listed(names), share=images / total)
        yield Finding("sources", "warn", fact)


def _listed(parts: list[Fact]) -> tuple[Fact, ...]:
    rest = len(parts) - _NAMED
    return (*parts[:_NAMED], *((AuditFact.MORE_SOURCES(count=rest),) if rest > 0 else ()))
