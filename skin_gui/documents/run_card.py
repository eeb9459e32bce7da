"""The card of a retrained model."""

from collections.abc import Mapping
from typing import Any

from skin_gui.classifier.model_folder import ModelInfo
from skin_gui.documents import card
from skin_gui.documents.card import Section
from skin_gui.documents.figures import figure, p_text
from skin_gui.training.fitting.calibrated import Calibrated
from skin_gui.training.reports.model_comparison import Comparison
from skin_gui.training.run.card_facts import RunFacts
from skin_gui.training.run.preparation import DatasetSplit
from skin_gui.vocabulary import ModelKey

_STAY_TOGETHER = {"lesion": "a lesion's images", "patient": "a patient's images", "picture": "copies of a picture"}


def run_card(facts: RunFacts) -> str:
    """The text of MODEL_CARD.md."""
    evaluation = facts.evaluation
    sections = [
        card.operating_point(facts.info),
        _held_out(facts.comparison),
        card.INTENDED_USE,
        _out_of_fold(facts.calibrated),
    ]
    if evaluation.diagnoses:
        sections.append(card.diagnoses(evaluation.diagnoses))
    if evaluation.groups:
        sections.append(card.subgroups(evaluation.groups, "Of the held-out images, at the operating point."))
    sections.append(Section("Limits", card.bullets([card.OWN_FIGURES, *card.LIMITS])))
    sections += [_data(facts.info, facts.split), _training(facts.info)]
    licence = card.SHIPPED_LICENCE if facts.shipped_base else "That of the base network, as its own card states it."
    sections.append(Section("Licence", f"{licence} The rights in the training images are their owners'."))
    return card.model_card(facts.info, sections)


def _data(info: ModelInfo, split: DatasetSplit) -> Section:
    data = info.data
    rows = [(name, str(counts["benign"]), str(counts["malignant"])) for name, counts in data[ModelKey.COUNTS].items()]
    found = [f"{finding.kind}: {finding.fact}" for finding in split.report.findings]
    sources = split.dataset.source_counts
    by_source = [(name, str(counts["benign"]), str(counts["malignant"])) for name, counts in sources.items()]
    text = [
        f"Folders: {', '.join(data['folders'])}. Different lesions, patients or pictures: {split.report.groups}.",
        card.table(("Images", "benign", "malignant"), rows),
        "By source (clinic, camera or archive), held-out images included:",
        card.table(("Source", "benign", "malignant"), by_source),
        f"Splits never part {_STAY_TOGETHER[split.grouped_by]}. Held out: {split.held_out_from}.",
        f"SHA-256 over the sorted hashes of the training images: {data['training_sha256']}; "
        f"of the held-out images: {data['held_out_sha256']}.",
        "What the audit of the folders found:",
        card.bullets(found or ["The audit found nothing."]),
    ]
    return Section("Data", "\n\n".join(text))


def _training(info: ModelInfo) -> Section:
    facts = info.training
    versions = ", ".join(f"{name} {version}" for name, version in facts["versions"].items())
    lines = [
        f"Base network: that of {facts['start']}, frozen. {_head(facts)}",
        f"Epochs kept of the head that was fitted to these images alone: {facts['epochs']} of "
        f"{facts['planned_epochs']}, chosen on a validation split; then fitted to all training images for as long.",
        f"Seed {facts['seed']}. Made with {versions}.",
    ]
    return Section("Training", card.bullets(lines))


def _head(facts: Mapping[str, Any]) -> str:
    """Where the head comes from, in a sentence."""
    drawn = facts["drawn_towards"]
    if drawn is None:
        begin = f"gone on from that of {facts['start']}" if facts["warm_start"] else "fitted from random weights"
        return f"Head: {begin}."
    areas = dict(drawn["out_of_fold_auc"])
    alone = areas.pop("alone")
    if drawn["strength"] is None:
        return (
            f"Head: fitted from random weights, which ranks images of held-out folds better (AUC {alone:.3f}) than "
            f"one drawn towards the head of {drawn['model']} (at best {max(areas.values()):.3f})."
        )
    strength = f"{drawn['strength']:g}"
    return (
        f"Head: that of {drawn['model']} with a linear correction, drawn towards it with strength {strength}, which "
        f"ranks images of held-out folds at least as well (AUC {areas[strength]:.3f}) as one that was fitted to these "
        f"images alone ({alone:.3f})."
    )


def _out_of_fold(calibrated: Calibrated) -> Section:
    columns = {"calibrated": calibrated.after, "before calibration, at 0.5": calibrated.before}
    return Section("Out of fold", card.figures(columns))


def _held_out(comparison: Comparison) -> Section:
    columns = {"this model": comparison.new, comparison.active_name: comparison.active}
    tests = (
        f"Difference of the AUC, new minus {comparison.active_name}: {figure(comparison.auc.difference)}, "
        f"{p_text(comparison.auc.p_value)} (DeLong). McNemar's test: {p_text(comparison.mcnemar.p_value)} on all "
        f"images, {p_text(comparison.sensitivity.p_value)} on the malignant ones, "
        f"{p_text(comparison.specificity.p_value)} on the benign ones."
    )
    unfamiliar = f" {comparison.unfamiliar.fact}" if comparison.unfamiliar else ""
    text = [
        f"{comparison.verdict} Measured on {comparison.held_out}. {comparison.unseen.why}{unfamiliar}",
        card.figures(columns),
        tests,
    ]
    return Section("Held-out images", "\n\n".join(text))
