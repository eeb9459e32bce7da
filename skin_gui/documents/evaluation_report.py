"""An evaluation as text for reading."""

from collections.abc import Iterator, Mapping, Sequence

from skin_gui import about
from skin_gui.documents.figures import COMPARED, by_class, figure
from skin_gui.training.metrics.evaluation import Evaluation
from skin_gui.training.metrics.intervals import Estimate, Rate
from skin_gui.training.metrics.metrics import DiagnosisRow, GroupRow, Metrics
from skin_gui.training.metrics.net_benefit import net_benefit_of
from skin_gui.training.metrics.sources import SourceRow

_OTHER_PREVALENCE = 0.05
"""From this difference on it is said that probabilities are made for another prevalence."""
_SHOWN = 20  # failed files listed before the rest is only counted


def evaluation_text(
    evaluation: Evaluation, model: str, *, prevalence: float, made_for: float | None = None, by_source: bool = False
) -> str:
    """Figures with 95 % intervals, confusion matrix, diagnoses, subgroups, sources if wanted, files that failed.

    Args:
        prevalence: share of malignant lesions in the clinic, for the net benefit.
        made_for: that which the model's probabilities are made for; None where it does not say.
    """
    lines: list[str] = []
    if evaluation.metrics is None:
        lines.append("No image could be classified.")
    else:
        lines += [*_metrics(evaluation.metrics, model, made_for), "", *_confusion(evaluation.metrics)]
        lines += _net_benefit(evaluation.metrics, prevalence)
    if len(evaluation.sources) > 1 or (by_source and evaluation.sources):
        lines += ["", *_sources(evaluation.sources)]
    if evaluation.diagnoses:
        lines += ["", *_diagnoses(evaluation.diagnoses)]
    if evaluation.groups:
        lines += ["", *_groups(evaluation.groups)]
    if evaluation.failed:
        lines += ["", *_failed(evaluation)]
    lines += ["", f"{about.DISCLAIMER}."]
    return "\n".join(lines)


def _metrics(metrics: Metrics, model: str, made_for: float | None) -> Iterator[str]:
    yield f"Model {model}, threshold {metrics.threshold:.3f}"
    yield f"{metrics.n} images: {by_class(metrics)}"
    yield ""
    yield f"{'':<22}{'value':>7}   95 % interval"
    yield from (_line(kind.english, kind.of(metrics)) for kind in COMPARED)
    yield f"{'ECE':<22}{metrics.ece:>7.3f}   10 bins of equal width ({metrics.ece_adaptive:.3f} with equal counts)"
    if made_for is not None and abs(metrics.prevalence - made_for) >= _OTHER_PREVALENCE:
        yield (
            f"Brier score and ECE are for these images, of which {metrics.prevalence:.1%} are malignant. The model's "
            f"probabilities are made for {made_for:.1%}: elsewhere they are off, the more the further it is."
        )


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


def _net_benefit(metrics: Metrics, prevalence: float) -> Iterator[str]:
    rows = [("these images'", net_benefit_of(metrics)), ("the clinic's", net_benefit_of(metrics, prevalence))]
    if any(found is None for _, found in rows):
        return
    yield ""
    yield f"{'Net benefit':<22}{'prevalence':>12}{'model':>9}{'call all malignant':>21}"
    for name, found in rows:
        if found:
            yield f"{name:<22}{found.prevalence:>12.3f}{found.model:>9.3f}{found.treat_all:>21.3f}"
    yield (
        "True positives for each lesion seen, where one benign lesion called malignant costs "
        f"{metrics.threshold / (1 - metrics.threshold):.2f} of them; calling none malignant is worth 0."
    )


def _sources(rows: Sequence[SourceRow]) -> Iterator[str]:
    width = 2 + max(20, *(len(row.source) for row in rows))
    yield f"{'Source':<{width}}{'n':>6}  {''.join(f'{name:<23}' for name in ('AUC', 'SEN', 'SPE', 'Brier score'))}ECE"
    for row in rows:
        found = row.metrics
        estimates = (found.auc, found.sensitivity, found.specificity, found.brier)
        cells = "".join(f"{_plain(cell):<23}" for cell in estimates)
        yield f"{row.source:<{width}}{found.n:>6}  {cells}{found.ece:.3f}"
    yield ""
    yield f"{'Outside training data':<{width}}{'share of images':<25}{'the others: n':>13}  {'AUC':<23}ECE"
    for row in rows:
        rest = row.not_flagged
        figures = f"{rest.n:>13}  {_plain(rest.auc):<23}{rest.ece:.3f}" if rest else f"{0:>13}"
        yield f"{row.source:<{width}}{_plain(row.flagged):<25}{figures}"


def _diagnoses(rows: Sequence[DiagnosisRow]) -> Iterator[str]:
    width = 2 + max(20, *(len(row.diagnosis) for row in rows))
    yield f"{'Diagnosis':<{width}}{'class':<11}{'n':>6}   called malignant"
    for row in rows:
        found = "n too small" if row.called_malignant is None else _plain(row.called_malignant)
        yield f"{row.diagnosis:<{width}}{'malignant' if row.malignant else 'benign':<11}{row.n:>6}   {found}"


def _plain(found: Rate | Estimate) -> str:
    return "-" if found.value is None else figure(found)


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
        yield f"  {row.sample.path}: {row.scored.error}"
    if len(failed) > _SHOWN:
        yield f"  and {len(failed) - _SHOWN} more"
