"""The card of the shipped model, with the sections that only it has."""

from collections.abc import Sequence

from skin_gui.classifier.model_folder import ModelInfo
from skin_gui.documents import card
from skin_gui.documents.card import Section
from skin_gui.documents.figures import counted, figure
from skin_gui.training.metrics.metrics import DiagnosisRow
from tools.train_model.measures_section import measures_section
from tools.train_model.shipped_report import Measured

SETS = {
    "paper": "the paper's training images",
    "paper_ham10000": "their HAM10000 part: nevi against melanomas of one source",
    "ham_extra": "further HAM10000 lesions of all seven diagnoses",
    "isic17": "ISIC 2017 without the paper's images",
    "bcn": "a hospital in Barcelona",
}
"""What is measured at home, by the folds by lesion."""

DIAGNOSES = {
    "akiec": "akiec: actinic keratosis, Bowen's disease",
    "bcc": "bcc: basal cell carcinoma",
    "bkl": "bkl: benign keratosis (seborrhoeic keratosis, solar lentigo, lichen planus-like keratosis)",
    "df": "df: dermatofibroma",
    "mel": "mel: melanoma",
    "nv": "nv: melanocytic nevus",
    "scc": "scc: squamous cell carcinoma",
    "vasc": "vasc: vascular lesion (angioma, angiokeratoma, pyogenic granuloma, haemorrhage)",
}
"""The diagnoses of HAM10000 and Barcelona in words."""

_FACTS = (
    "**Source shortcut.** All benign images of the paper's data are HAM10000 nevi; over half of its malignant ones "
    "come from other ISIC sources. A rule that only recognises the source scores about 78 % on the paper's test split, "
    "and a model that learnt it called 98 of 100 nevi of another clinic malignant. Here both classes of every source "
    "weigh the same, and the figures of an unseen clinic are from models that never saw an image of that source.",
    "**Lesion leakage.** 97 of the paper's 504 HAM10000 test images show a lesion that its training split shows too. "
    "Every figure here is from folds that never part the images of a lesion or copies of a picture.",
    "**Few benign kinds.** The paper's benign images are nevi only; seborrhoeic keratoses, dermatofibromas and "
    "vascular lesions came to the training images with the other folders.",
)


def shipped_card(info: ModelInfo, result: Measured, training_text: str) -> str:
    """The text of MODEL_CARD.md."""
    sections = [
        Section("What to expect", _expectations(result, info.metrics["prevalence"])),
        card.INTENDED_USE,
        Section("Where it fails", card.bullets(_failures(result))),
        Section("Each source at home, and held out", _ladder(result, info.metrics["prevalence"])),
        card.operating_point(info),
        Section("At home: folds by lesion", card.figures({SETS[name]: found for name, found in result.sets.items()})),
        Section("Share of each diagnosis called malignant (sources held out)", _diagnosis_table(result)),
        card.subgroups(result.subgroups, "HAM10000, by a model that never saw it, at the operating point."),
        Section("Data", _data_text(info)),
        Section("Training", training_text),
        Section("Three facts about the paper's data", card.bullets(_FACTS)),
        Section("Limits", card.bullets(card.LIMITS)),
        measures_section(),
        Section("Licence", f"{card.SHIPPED_LICENCE} VGG16's ImageNet weights: Oxford VGG, CC BY 4.0."),
    ]
    return card.model_card(info, sections)


def _expectations(result: Measured, prevalence: float) -> str:
    there, home = result.pooled, result.home
    return (
        f"In a clinic that is not in its training data it found {_of_100(there.sensitivity.value)} of 100 malignant "
        f"lesions and cleared {_of_100(there.specificity.value)} of 100 benign ones (AUC {figure(there.auc)}); "
        f"in those of its training data {_of_100(home.sensitivity.value)} and {_of_100(home.specificity.value)} "
        f"(AUC {figure(home.auc)}). "
        f"Its probabilities are for a clinic where {_of_100(prevalence)} of 100 lesions are malignant. "
        "Calibrate it on a few dozen labelled images of your own clinic before you rely on its numbers."
    )


def _of_100(value: float | None) -> str:
    return f"{100 * (value or 0):.0f}"


def _failures(result: Measured) -> list[str]:
    worst = min(result.sources, key=lambda name: result.sources[name].held_out.auc.value or 0)
    row = result.sources[worst]
    missed = [
        line for line in result.diagnoses if line.malignant and line.called_malignant and line.called_malignant.value
    ]
    missed.sort(key=lambda line: (line.called_malignant.value or 0) if line.called_malignant else 0)
    over = [line for line in result.diagnoses if not line.malignant and line.called_malignant]
    over.sort(key=lambda line: -((line.called_malignant.value or 0) if line.called_malignant else 0))
    lines = [
        f"In an unseen clinic: on {worst}, held out, its AUC is {figure(row.held_out.auc)}; of 100 malignant lesions "
        f"it misses {_of_100(1 - (row.held_out.sensitivity.value or 0))}, and of 100 benign ones it calls "
        f"{_of_100(1 - (row.held_out.specificity.value or 0))} malignant.",
        "Where another share of the lesions is malignant its probabilities are wrong, the more the further it is: "
        "where not even the calibration had seen the source, they were off by "
        + ", ".join(f"{found.ece_never_seen:.2f} on {name}" for name, found in result.sources.items())
        + " (expected calibration error); at the share "
        "that they are made for they would be off by "
        + ", ".join(f"{found.ece_at_prevalence:.2f}" for found in result.sources.values())
        + ". Calibrate it, and say how many of your lesions are malignant.",
        "A warning is no safety net: the model flags "
        + ", ".join(f"{100 * found.flagged:.0f} % of {name}" for name, found in result.sources.items())
        + " as unlike its training data when it never saw that source; most images of an unseen camera carry none.",
    ]
    if missed:
        lines.append(f"Malignant lesions it misses most: {_named(missed[:2])} called malignant.")
    if over:
        lines.append(f"Benign lesions it calls malignant most: {_named(over[:2])}.")
    return lines


def _named(rows: Sequence[DiagnosisRow]) -> str:
    return ", ".join(
        f"{row.diagnosis} ({_of_100(row.called_malignant.value if row.called_malignant else None)} of 100)"
        for row in rows
    )


def _ladder(result: Measured, prevalence: float) -> str:
    rows = []
    for name, row in result.sources.items():
        for where, found in (
            ("at home", row.home),
            ("held out", row.held_out),
            ("held out, no warning", row.unflagged),
        ):
            if found is not None:
                rows.append(
                    (
                        f"{name}, {where}",
                        str(found.n),
                        figure(found.auc),
                        counted(found.sensitivity),
                        counted(found.specificity),
                        f"{found.ece:.3f}",
                        f"{row.ece_never_seen:.3f}" if found is row.held_out else "",
                        f"{row.ece_at_prevalence:.3f}" if found is row.held_out else "",
                    )
                )
    note = (
        '"At home" is measured by five folds by lesion over all sources, "held out" by a model that never saw an image '
        "of the source. Both at the operating point and with the calibration of the shipped model, whose two numbers "
        "and threshold were fitted to all sources held out. "
        '"ECE, new" is with a calibration that never saw the source either: as in a clinic that nobody has measured. '
        "Both are for the source's own share of malignant images; the last column is the latter weighed as if "
        f"{100 * prevalence:.0f} % of them were malignant, which the probabilities are made for."
    )
    columns = ("Source", "n", "AUC", "Sensitivity", "Specificity", "ECE", "ECE, new", f"at {100 * prevalence:.0f} %")
    return f"{note}\n\n{card.table(columns, rows)}"


def _data_text(info: ModelInfo) -> str:
    counts = ", ".join(f"{n:,} images of {name}" for name, n in info.data["sources"].items())
    return (
        f"{counts}. HAM10000: the paper's images of it and 1,446 further lesions of all seven diagnoses (Tschandl, "
        "Rosendahl and Kittler 2018, CC BY-NC 4.0). ISIC archive: the paper's malignant images that are not HAM10000, "
        "and ISIC 2017 (Codella et al. 2018, CC-0). Barcelona: BCN20000 as in ISIC 2019 (Combalia et al. 2019, "
        f"CC BY-NC 4.0). SHA-256 over the sorted hashes of the images: {info.data['images_sha256']}."
    )


def _diagnosis_table(result: Measured) -> str:
    rows = [
        (
            DIAGNOSES.get(row.diagnosis, row.diagnosis),
            "malignant" if row.malignant else "benign",
            str(row.n),
            card.called_malignant(row),
        )
        for row in result.diagnoses
    ]
    return card.table(("Diagnosis", "Class", "n", "Called malignant"), rows)
