"""`skin-gui evaluate`: how good the model is on labelled images."""

import json as json_format
import os
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from skin_gui.cli.common import (
    EngineOption,
    ModelOption,
    ThresholdOption,
    ending_with,
    load_classifier,
    print_text,
    progress_bar,
    refuse_early,
    written,
)
from skin_gui.imaging.entries import is_folder, is_there
from skin_gui.preferences import current_preferences
from skin_gui.preferences.declared import PREVALENCE

if TYPE_CHECKING:
    from skin_gui.review.results import Result
    from skin_gui.training.data.dataset import Dataset
    from skin_gui.training.metrics.evaluation import Evaluation, ScoredImage


def evaluate(
    folders: Annotated[
        list[Path],
        typer.Argument(
            exists=True, file_okay=False, metavar="FOLDER", help="Folders with benign and malignant, one a source."
        ),
    ],
    by_source: Annotated[
        bool, typer.Option("--by-source", help="Show a row for each source, even if there is one only.")
    ] = False,
    csv: Annotated[Path | None, typer.Option(help="Write the table of results as a CSV file for Excel.")] = None,
    json: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
    model: ModelOption = None,
    engine: EngineOption = "float32",
    threshold: ThresholdOption = None,
    metadata: Annotated[
        Path | None, typer.Option(exists=True, dir_okay=False, help="A CSV with what is known of the images.")
    ] = None,
    plots: Annotated[
        Path | None,
        typer.Option(
            file_okay=False,
            help="Write ROC curve, reliability diagram, confusion matrix and decision curve into this folder.",
        ),
    ] = None,
    prevalence: Annotated[
        float | None,
        typer.Option(min=0.001, max=0.999, help="Malignant among your lesions, for the net benefit (as in Settings)."),
    ] = None,
) -> None:
    """Evaluate the model on FOLDER/{benign,malignant}: metrics with 95 % intervals, diagnoses and subgroups.

    Several folders, or a table with a column source, give a row for each source (clinic, camera or archive) too, with
    the share of its images that the model finds unlike its training data.

    A line says how many of the images the model was trained on: on those it looks better than it is.

    Ends with 0 when all images were classified, 1 when some failed (each is named with its reason).
    """
    from skin_gui.documents.evaluation_report import evaluation_text  # noqa: PLC0415
    from skin_gui.review.batch import classify_files  # noqa: PLC0415 - keeps --help fast
    from skin_gui.training.data.images_seen import known_to  # noqa: PLC0415
    from skin_gui.training.metrics.evaluation import evaluate_predictions  # noqa: PLC0415

    refuse_early(csv)
    _refuse_plots(plots)
    dataset = _load(folders, metadata)
    seen = current_preferences()[PREVALENCE] if prevalence is None else prevalence
    classifier = load_classifier(model, engine=engine)
    used = classifier.threshold if threshold is None else threshold
    results = classify_files(classifier, dataset.paths, threshold=used)
    hashes: list[str] = []
    evaluation = evaluate_predictions(dataset.samples, _scores(results, len(dataset), hashes), used)
    known = known_to(classifier.info, hashes)
    if text := _known_text(known, evaluation, classifier.name):
        print_text(text, err=True)
    if json:
        content = evaluation.to_json() | {
            "model": classifier.name,
            "training_images": known,
            "prevalence": {"images": _own_prevalence(evaluation), "probabilities": classifier.info.prevalence},
            "net_benefit": _net_benefit(evaluation, seen),
        }
        print(json_format.dumps(content, indent=2, ensure_ascii=False))
    else:
        made_for = classifier.info.prevalence
        text = evaluation_text(evaluation, classifier.name, prevalence=seen, made_for=made_for, by_source=by_source)
        print_text(text)
    table_written = csv is None or _write_table(evaluation, csv)
    plots_written = plots is None or _write_plots(evaluation, classifier.name, plots, seen)
    if evaluation.failed or not table_written or not plots_written:
        raise typer.Exit(1)


def _refuse_plots(plots: Path | None) -> None:
    """A folder that cannot be made or written to is said before the work, not after it; exit code 2."""
    if plots is None:
        return
    nearest = next(path for path in (plots, *plots.parents) if is_there(path))
    if not is_folder(nearest) or not os.access(nearest, os.W_OK | os.X_OK):
        print_text(
            f"The plots could not be written to {plots}: {nearest} is no folder that may be written to.", err=True
        )
        raise typer.Exit(2)


def _load(folders: list[Path], metadata: Path | None) -> "Dataset":
    """The labelled images; one clear line and exit code 2 when there are none."""
    from skin_gui.training.data.dataset import load_dataset  # noqa: PLC0415

    with ending_with(2):
        return load_dataset(folders, metadata, require_both_classes=False)


def _scores(results: Iterable["Result"], total: int, hashes: list[str]) -> Iterator["ScoredImage"]:
    """What was said of each file; the SHA-256 of those that could be read are added to `hashes`."""
    from skin_gui.training.metrics.evaluation import ScoredImage  # noqa: PLC0415
    from skin_gui.vocabulary import ImageWarning  # noqa: PLC0415

    with progress_bar(total) as advance:
        for result in results:
            if result.sha256:
                hashes.append(result.sha256)
            yield ScoredImage(
                result.probability, str(result.error or ""), ImageWarning.OUTSIDE_TRAINING_DATA in result.warnings
            )
            advance()


def _own_prevalence(evaluation: "Evaluation") -> float | None:
    return evaluation.metrics.prevalence if evaluation.metrics else None


def _net_benefit(evaluation: "Evaluation", prevalence: float) -> dict[str, Any] | None:
    """At the images' own prevalence and at the clinic's; None where it is not defined."""
    from skin_gui.training.metrics.net_benefit import net_benefit_of  # noqa: PLC0415

    if evaluation.metrics is None:
        return None
    own, clinic = net_benefit_of(evaluation.metrics), net_benefit_of(evaluation.metrics, prevalence)
    if own is None or clinic is None:
        return None
    return {"threshold": evaluation.metrics.threshold, "images": asdict(own), "clinic": asdict(clinic)}


def _known_text(known: int | None, evaluation: "Evaluation", model: str) -> str:
    """How far the figures can be trusted, where the model may have learnt from these images."""
    if known is None:
        return f"The model {model} keeps no list of its training images: if these are among them, it looks too good."
    if known == 0:
        return ""
    count = len(evaluation.rows)
    return f"The model {model} was trained on {known} of these {count} images, so its figures look too good."


def _write_table(evaluation: "Evaluation", csv: Path) -> bool:
    from skin_gui.review.export_file import exporting  # noqa: PLC0415
    from skin_gui.training.metrics.evaluation import paper_table  # noqa: PLC0415

    def write() -> None:
        # A file name need not be valid Unicode; such a character is written as its escape.
        content = paper_table(evaluation.rows).encode("utf-8-sig", errors="backslashreplace")
        with exporting(csv) as temporary:
            temporary.write_bytes(content)

    return written(write)


def _write_plots(evaluation: "Evaluation", model: str, plots: Path, prevalence: float) -> bool:
    from skin_gui.documents.plots import Curve, write_plots  # noqa: PLC0415

    if evaluation.metrics is None:
        return True
    try:
        curve = Curve(model, evaluation.labels, evaluation.probabilities, evaluation.metrics)
        write_plots(curve, plots, prevalence)
    except OSError as error:
        print_text(f"The plots could not be written to {plots} ({error.strerror or error}).", err=True)
        return False
    return True
