"""An evaluation as text for reading."""

from collections.abc import Iterator, Mapping, Sequence

from skin_gui import about
from skin_gui.training.metrics.evaluation import Evaluation
from skin_gui.training.metrics.intervals import Estimate, Rate
from skin_gui.training.metrics.metrics import DiagnosisRow, GroupRow, Metrics

_SHOWN = 20  # failed files listed before the rest is only counted


def report(evaluation: Evaluation, model: str) -> str:
    """The figures with their 95 % intervals, the confusion matrix, diagnoses, subgroups, and the files that failed."""
    lines: list[str] = []
    if evaluation.metrics is None:
        lines.append("No image could be classified.")
    else:
        lines += [*_metrics(evaluation.metrics, model), "", *_confusion(evaluation.metrics)]
    if evaluation.diagnoses:
        lines += ["", *_diagnoses(evaluation.diagnoses)]
    if evaluation.groups:
        lines += ["", *_groups(evaluation.groups)]
    if evaluation.failed:
        lines += ["", *_failed(evaluation)]
    lines += ["", f"{about.DISCLAIMER}."]
    return "\n".join(lines)


def _metrics(metrics: Metrics, model: str) -> Iterator[str]:
    counts = metrics.confusion
    malignant = counts.tp + counts.fn
    yield f"Model {model}, threshold {metrics.threshold:.3f}"
    yield f"{metrics.n} images: {metrics.n - malignant} benign, {malignant} malignant"
    yield ""
    yield f"{'':<22}{'value':>7}   95 % interval"
    yield _line("Accuracy (ACC)", metrics.accuracy)
    yield _line("Sensitivity (SEN)", metrics.sensitivity)
    yield _line("Specificity (SPE)", metrics.specificity)
    yield _line("Precision (PRE)", metrics.precision)
    yield _line("F score", metrics.f_score)
    yield _line("AUC", metrics.auc)
    yield _line("Brier score", metrics.brier)
    yield f"{'ECE':<22}{metrics.ece:>7.3f}   10 bins of equal width ({metrics.ece_adaptive:.3f} with equal counts)"


def _line(name: str, estimate: Rate | Estimate) -> str:
    if estimate.value is None:
        return f"{name:<22}{'-':>7}   not defined for these images"
    interval = "-" if estimate.low is None else f"{estimate.low:.3f} to {estimate.high:.3f}"
    counts = f"   {estimate.successes} of {estimate.total}" if isinstance(estimate, Rate) else ""
    return f"{name:<22}{estimate.value:>7.3f}   {interval}{counts}"


def _confusion(metrics: Metrics) -> Iterator[str]:
    counts = metrics.confusion
    yield f"{'Confusion matrix':<22}{'called benign':>15}{'called malignant':>19}"
    yield f"{'benign':<22}{counts.tn:>15}{counts.fp:>19}"
    yield f"{'malignant':<22}{counts.fn:>15}{counts.tp:>19}"


def _diagnoses(rows: Sequence[DiagnosisRow]) -> Iterator[str]:
    width = 2 + max(20, *(len(row.diagnosis) for row in rows))
    yield f"{'Diagnosis':<{width}}{'class':<11}{'n':>6}   called malignant"
    for row in rows:
        found = "n too small" if row.called_malignant is None else _plain(row.called_malignant)
        yield f"{row.diagnosis:<{width}}{'malignant' if row.malignant else 'benign':<11}{row.n:>6}   {found}"


def _plain(share: Rate) -> str:
    return str(Estimate(share.value, share.low, share.high))


def _groups(groups: Mapping[str, Sequence[GroupRow]]) -> Iterator[str]:
    width = 2 + max(20, *(len(name) + len(row.value) + 1 for name, rows in groups.items() for row in rows))
    yield f"{'Subgroup':<{width}}{'n':>6}{'ACC':>8}{'SEN':>8}{'SPE':>8}{'AUC':>8}   95 % interval of the AUC"
    for name, rows in groups.items():
        for row in rows:
            yield f"{f'{name} {row.value}':<{width}}{row.n:>6}{_group_figures(row.metrics)}"


def _group_figures(metrics: Metrics | None) -> str:
    if metrics is None:
        return "   n too small"
    auc = metrics.auc
    figures = (metrics.accuracy.value, metrics.sensitivity.value, metrics.specificity.value, auc.value)
    shown = "".join(f"{'-':>8}" if value is None else f"{value:>8.3f}" for value in figures)
    return shown if auc.low is None else f"{shown}   {auc.low:.3f} to {auc.high:.3f}"


def _failed(evaluation: Evaluation) -> Iterator[str]:
    failed = evaluation.failed
    yield f"{len(failed)} of {len(evaluation.rows)} files could not be classified and count nowhere:"
    for row in failed[:_SHOWN]:
        yield f"  {row.sample.path}: {row.outcome.error}"
    if len(failed) > _SHOWN:
        yield f"  and {len(failed) - _SHOWN} more"
