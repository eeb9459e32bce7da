"""The figures of docs/measures.md, as tables in Markdown."""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from skin_gui.documents.figures import counted, figure
from skin_gui.measures.reliability import CHANCE
from skin_gui.measures.score import MALIGNANT_ABOVE, SUSPICIOUS_FROM, WEIGHTS, DermoscopyScore
from skin_gui.measures.similar import nearest
from skin_gui.training.metrics.auc import auc
from skin_gui.training.metrics.intervals import Estimate, rate
from tools.validate_measures.cases import SOURCES, Case
from tools.validate_measures.run import MEASURES, Measured

NEAREST = 5
NAMES = {
    "asymmetry": "A, asymmetry",
    "border": "B, border",
    "colours": "C, colours",
    "score": "score without D",
}


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table in Markdown."""
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"


def separation(cases: list[Case], measured: Measured) -> dict[str, dict[str, Estimate]]:
    """By criterion and by source: AUC for melanoma against nevi, its interval grouped by lesion."""
    columns = {name: measured.column(name) for name in ("asymmetry", "border", "colours")}
    total = sum(weight * column for weight, column in zip(WEIGHTS, columns.values(), strict=False))
    scores = {**columns, "score": np.asarray(total)}
    chosen = {source: _melanoma_or_nevus(cases, measured, source) for source in SOURCES}
    return {
        name: {source: _auc(cases, values, chosen[source]) for source in SOURCES} for name, values in scores.items()
    }


def score_table(cases: list[Case], measured: Measured, network: Mapping[str, Estimate]) -> str:
    """AUC of each criterion, their score and the classifier, by source.

    Args:
        cases: what was measured.
        measured: in them.
        network: the classifier's AUC for malignant against benign by source, each held out of its training.
    """
    header = ["", *(f"{source}: {_counts(cases, _melanoma_or_nevus(cases, measured, source))}" for source in SOURCES)]
    rows = [
        [NAMES[name], *(f"{figure(estimate)}{_remark(estimate)}" for estimate in by_source.values())]
        for name, by_source in separation(cases, measured).items()
    ]
    rows.append(["classifier, malignant against benign, source held out", *(figure(network[name]) for name in SOURCES)])
    return table(header, rows)


def limits_table(cases: list[Case], measured: Measured) -> str:
    """Sensitivity for melanoma and specificity for nevi at the rule's limits, by source."""
    totals = np.array([_middle(row) for row in measured.values])
    rows = []
    for source in SOURCES:
        chosen = _melanoma_or_nevus(cases, measured, source)
        melanoma = np.array([bool(cases[number].melanoma) for number in chosen])
        for name, positive in (
            ("suspicious or malignant", totals[chosen] >= SUSPICIOUS_FROM),
            ("malignant", totals[chosen] > MALIGNANT_ABOVE),
        ):
            found = rate(int(positive[melanoma].sum()), int(melanoma.sum()))
            spared = rate(int((~positive[~melanoma]).sum()), int((~melanoma).sum()))
            rows.append([source, name, counted(found), counted(spared)])
    return table(["source", "called positive", "sensitivity for melanoma", "specificity for nevi"], rows)


def _middle(row: NDArray[np.float32]) -> float:
    asymmetry, border, colours = (int(row[MEASURES.index(name)]) for name in ("asymmetry", "border", "colours"))
    return DermoscopyScore(asymmetry, border, colours).value


def _remark(estimate: Estimate) -> str:
    return "; no better than chance" if estimate.low is None or estimate.low <= CHANCE else ""


def _melanoma_or_nevus(cases: list[Case], measured: Measured, source: str) -> NDArray[np.int64]:
    wanted = [case.source == source and case.melanoma is not None for case in cases]
    return np.flatnonzero(np.array(wanted) & measured.found)


def _counts(cases: list[Case], chosen: NDArray[np.int64]) -> str:
    melanomas = sum(bool(cases[number].melanoma) for number in chosen)
    return f"{melanomas} melanomas, {len(chosen) - melanomas} nevi"


def _auc(cases: list[Case], values: NDArray[np.float32], chosen: NDArray[np.int64]) -> Estimate:
    labels = [bool(cases[number].melanoma) for number in chosen]
    return auc(labels, values[chosen], [cases[number].lesion for number in chosen])


def similar_table(cases: list[Case], measured: Measured) -> str:
    """Share of the nearest 5 that have the query's diagnosis, against the share that chance would give."""
    rows = []
    for source in SOURCES:
        known = np.array([number for number, case in enumerate(cases) if case.source == source and case.diagnosis])
        diagnoses = np.array([cases[number].diagnosis for number in known])
        if len(set(diagnoses)) < 2:
            continue
        lesions = np.array([cases[number].lesion for number in known])
        vectors = measured.vectors[known]
        hits = np.array([_hits(vectors, lesions, diagnoses, row) for row in range(len(known))])
        for diagnosis in sorted(set(diagnoses)):
            inside = diagnoses == diagnosis
            count = int(inside.sum())
            chance = (count - 1) / (len(known) - 1)
            rows.append([source, diagnosis, f"{count:,}", f"{hits[inside].mean():.2f}", f"{chance:.2f}"])
    return table(["source", "diagnosis", "images", f"share of the nearest {NEAREST}", "by chance"], rows)


def _hits(vectors: NDArray[np.float32], lesions: NDArray[np.str_], diagnoses: NDArray[np.str_], row: int) -> float:
    same = lesions == lesions[row]
    found = nearest(vectors, vectors[row], NEAREST, without=np.asarray(same))
    return float(np.mean([diagnoses[neighbour.row] == diagnoses[row] for neighbour in found]))


def found_table(cases: list[Case], measured: Measured) -> str:
    """In how many images of each source a lesion was found."""
    sources = np.array([case.source for case in cases])
    rows = []
    for source in SOURCES:
        found = measured.found[sources == source]
        confidence = measured.column("confidence")[(sources == source) & measured.found]
        rows.append([source, f"{len(found):,}", f"{100 * found.mean():.1f} %", f"{np.median(confidence):.2f}"])
    return table(["source", "images", "lesion found", "median confidence"], rows)


def confidence_table(figures: Mapping[str, Mapping[str, float]]) -> str:
    """What the confidence makes of lesions and of skin beside them, by source; see tools/confidence.

    Args:
        figures: of `confidence.json`, each source's from a fit without it.
    """
    header = ["source", "lesions found", "skin found", "median confidence", "AUC", "AUC of the overlap", "lesions"]
    rows = [
        [
            source,
            f"{part['lesions_found']:,} of {part['lesions']:,}",
            f"{part['skin_found']:,} of {part['skin']:,}; {part['skin_that_could_be']:,} without the limit",
            f"{part['median_confidence_lesions']:.2f} of lesions, {part['median_confidence_skin']:.2f} of skin",
            f"{part['auc_confidence']:.3f}",
            f"{part['auc_overlap']:.3f}",
            f"{100 * part['expected_share_of_lesions']:.1f} %, {100 * part['share_of_lesions']:.1f} % are",
        ]
        for source, part in figures.items()
    ]
    return table(header, rows)
