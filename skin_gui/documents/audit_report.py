"""An audit as text for reading."""

from collections.abc import Mapping

from skin_gui.classifier.prediction import Label
from skin_gui.training.audit.audit_report import AuditReport, Finding, Severity

_SEVERITIES: Mapping[Severity, str] = {
    "refuse": "To be mended before training",
    "warn": "Warnings: results may look better than they are",
    "note": "Good to know",
}
_SHOWN = 5  # groups of files listed in the text; the JSON has all


def audit_text(report: AuditReport) -> str:
    """The conclusion, the counts, then the findings with a few of their files."""
    lines = [
        str(report.verdict),
        "",
        *_counts_text(report.counts),
        f"Different lesions, patients or pictures: {report.groups}",
    ]
    for severity, heading in _SEVERITIES.items():
        found = [finding for finding in report.findings if finding.severity == severity]
        if found:
            lines += ["", heading]
            lines += [line for finding in found for line in _finding_text(finding, report)]
    return "\n".join(lines)


def _counts_text(counts: Mapping[str, Mapping[Label, int]]) -> list[str]:
    header = f"{'Images':<8}{'benign':>10}{'malignant':>12}"
    return [header, *(f"{split:<8}{n['benign']:>10}{n['malignant']:>12}" for split, n in counts.items())]


def _finding_text(finding: Finding, report: AuditReport) -> list[str]:
    lines = [f"- {finding.kind}: {finding.fact}"]
    for i, group in enumerate(finding.groups[:_SHOWN]):
        names = ", ".join(report.below_folder(path).as_posix() for path in group[:_SHOWN])
        names += f" and {len(group) - _SHOWN} more" if len(group) > _SHOWN else ""
        lines.append(f"    {names}" + (f" ({finding.reasons[i]})" if finding.reasons else ""))
    if len(finding.groups) > _SHOWN:
        lines.append(f"    and {len(finding.groups) - _SHOWN} more; --json lists all")
    return lines
