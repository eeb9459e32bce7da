"""What the audit found, as data and as JSON."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from skin_gui.classifier.prediction import Label
from skin_gui.wording.audit import AuditFact
from skin_gui.wording.fact import Fact

Severity = Literal["refuse", "warn", "note"]
Trouble = Literal[
    "unreadable",
    "duplicate",
    "contradicting labels",
    "train/test overlap",
    "lesion leakage",
    "imbalance",
    "too few images",
    "sources",
    "source shortcut",
    "left out",
]

_VERDICTS: Mapping[Severity | None, Fact] = {
    "refuse": AuditFact.TO_BE_MENDED(),
    "warn": AuditFact.READ_WARNINGS(),
    "note": AuditFact.USABLE(),
    None: AuditFact.NOTHING_FOUND(),
}


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong, or worth knowing."""

    kind: Trouble
    severity: Severity
    fact: Fact
    groups: tuple[tuple[Path, ...], ...] = ()
    """The files behind it; those that belong together (copies, one lesion's images) in one group."""
    reasons: tuple[Fact, ...] = ()
    """Why each group is there, or nothing."""

    @property
    def files(self) -> tuple[Path, ...]:
        return tuple(path for group in self.groups for path in group)


@dataclass(frozen=True)
class Shortcut:
    """How well properties that have nothing to do with the lesion tell malignant from benign."""

    auc: float
    """All properties together, out of fold, folds by lesion."""
    low: float
    """95 % interval, as `high`."""
    high: float
    picture_auc: float
    """Properties of the picture file alone."""
    metadata_auc: float
    """Gaps in the metadata alone."""
    bytes_per_pixel_auc: float
    """Not a part of `auc`: the lesion has a share in it."""
    picture: tuple[tuple[Fact, float], ...]
    """AUC of each property of the picture file, the most telling first."""
    metadata: tuple[tuple[Fact, float], ...]
    """The same for the gaps in the metadata."""
    groups_benign: int
    """Lesions (or what stands for them) that the interval counts, as `groups_malignant`."""
    groups_malignant: int


@dataclass(frozen=True)
class AuditReport:
    """The whole audit of one data set."""

    folders: tuple[Path, ...]
    counts: Mapping[str, Mapping[Label, int]]
    """Images by split (and "unsplit"; "all" where there are no splits) and class."""
    groups: int
    """Different lesions, patients or pictures: what the splits keep together."""
    findings: tuple[Finding, ...]
    """The gravest first."""
    shortcut: Shortcut | None
    """None when there are too few lesions to say."""
    sources: Mapping[str, Mapping[Label, int]] = field(default_factory=dict)
    """Images by clinic, camera or archive, and class."""

    @property
    def severity(self) -> Severity | None:
        """The gravest finding's; None without findings."""
        return next((level for level in _VERDICTS if any(f.severity == level for f in self.findings)), None)

    @property
    def verdict(self) -> Fact:
        return _VERDICTS[self.severity]

    def below_folder(self, path: Path) -> Path:
        """A file's path from the folder that the user gave, that folder's name first."""
        folder = next((folder for folder in self.folders if path.is_relative_to(folder)), None)
        return Path(folder.name, path.relative_to(folder)) if folder and folder.name else path

    def to_json(self) -> str:
        """Everything, with all files."""
        return json.dumps(
            {
                "folders": [str(folder) for folder in self.folders],
                "severity": self.severity,
                "verdict": str(self.verdict),
                "counts": self.counts,
                "groups": self.groups,
                "sources": self.sources,
                "findings": [_finding_json(finding) for finding in self.findings],
                "source_shortcut": _shortcut_json(self.shortcut),
            },
            indent=2,
            ensure_ascii=False,
        )


def _finding_json(finding: Finding) -> dict[str, Any]:
    return {
        "kind": finding.kind,
        "severity": finding.severity,
        "message": str(finding.fact),
        "files": [str(path) for path in finding.files],
        "groups": [[str(path) for path in group] for group in finding.groups],
        "reasons": list(map(str, finding.reasons)),
    }


def _shortcut_json(shortcut: Shortcut | None) -> dict[str, Any] | None:
    if shortcut is None:
        return None
    return {
        "auc": shortcut.auc,
        "interval": [shortcut.low, shortcut.high],
        "picture": {"auc": shortcut.picture_auc, "properties": _properties_json(shortcut.picture)},
        "metadata": {
            "auc": shortcut.metadata_auc,
            "properties": _properties_json(shortcut.metadata),
        },
        "bytes_per_pixel_auc": shortcut.bytes_per_pixel_auc,
        "groups": {"benign": shortcut.groups_benign, "malignant": shortcut.groups_malignant},
    }


def _properties_json(properties: tuple[tuple[Fact, float], ...]) -> dict[str, float]:
    return {str(name): value for name, value in properties}
