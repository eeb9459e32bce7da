"""What is wrong with a training folder, before anybody trains on it."""

from dataclasses import dataclass

import numpy as np

from skin_gui.imaging.errors import ImageError
from skin_gui.progress import CancelCheck, Progress, ignore_progress, never_cancel, part_of
from skin_gui.training.audit import audit_checks
from skin_gui.training.audit.audit_report import AuditReport, Finding, Severity
from skin_gui.training.audit.audit_shortcut import source_shortcut
from skin_gui.training.data.dataset import Dataset
from skin_gui.training.data.duplicates import find_duplicates
from skin_gui.training.data.file_traits import FileTraits, read_traits
from skin_gui.training.data.splits import Indices, group_ids

_ORDER: tuple[Severity, ...] = ("refuse", "warn", "note")
_READ, _COMPARED = 0.8, 0.9  # parts of the whole that are done after reading and after comparing


@dataclass(frozen=True, eq=False)
class Inspection:
    """The audit with what a training needs of it, so that the files are read once."""

    report: AuditReport
    traits: tuple[FileTraits | ImageError, ...]
    """Of each image of the data set."""
    groups: Indices
    """(n,) of `group_ids`: what a split keeps together."""


def audit(dataset: Dataset, progress: Progress = ignore_progress, cancelled: CancelCheck = never_cancel) -> AuditReport:
    """Read every file once and look for what would spoil a training or its figures."""
    return inspect(dataset, progress, cancelled).report


def inspect(
    dataset: Dataset, progress: Progress = ignore_progress, cancelled: CancelCheck = never_cancel
) -> Inspection:
    """As `audit`, with the files' traits and groups."""
    traits = read_traits(dataset.paths, part_of(progress, 0.0, _READ), cancelled)
    duplicates = find_duplicates(traits, progress=part_of(progress, _READ, _COMPARED), cancelled=cancelled)
    groups = group_ids(dataset, duplicates)
    readable = [(i, trait) for i, trait in enumerate(traits) if isinstance(trait, FileTraits)]
    kept = np.array([i for i, _ in readable], dtype=np.int64)
    shortcut = source_shortcut(
        [dataset.samples[i] for i in kept],
        [trait for _, trait in readable],
        groups[kept],
        part_of(progress, _COMPARED, 1.0),
        cancelled,
    )
    findings: list[Finding] = [
        *audit_checks.amounts(dataset, traits, duplicates),
        *audit_checks.unreadable(traits),
        *audit_checks.repeated(dataset, duplicates),
        *audit_checks.leakage(dataset),
        *audit_checks.source_findings(dataset.source_counts),
        audit_checks.shortcut_finding(shortcut),
        *audit_checks.left_out(dataset),
    ]
    progress(1.0)
    no_split = "unsplit" if any(sample.split for sample in dataset) else "all"
    report = AuditReport(
        folders=dataset.folders,
        counts={split or no_split: classes for split, classes in dataset.counts.items()},
        groups=len(np.unique(groups)),
        findings=tuple(sorted(findings, key=lambda finding: _ORDER.index(finding.severity))),
        shortcut=shortcut,
        sources=dataset.source_counts,
    )
    return Inspection(report, tuple(traits), groups)
