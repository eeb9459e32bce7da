"""`skin-gui classify`: one line an image."""

import json as json_format
import sys
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from skin_gui.classifier.operating_curve import specificity_at
from skin_gui.cli.common import (
    INTERRUPTED,
    DecimalCommaOption,
    EngineOption,
    JobsOption,
    ModelOption,
    PathsArgument,
    SchedulerOption,
    ThresholdOption,
    cluster,
    interruptible,
    load_classifier,
    print_text,
    progress_bar,
    refuse_early,
    written,
)
from skin_gui.cluster.connection import ClusterError
from skin_gui.imaging.files import FoundFiles, find_images
from skin_gui.plain_text import printable
from skin_gui.progress import CancelCheck, Cancelled
from skin_gui.review.batch import classify_files
from skin_gui.review.camera import CameraDoubt, Doubt, Tally, camera_doubt
from skin_gui.review.results import Result

if TYPE_CHECKING:
    from distributed import Client

    from skin_gui.classifier import Classifier


def _line(result: Result) -> str:
    path = printable(str(result.path))
    if result.probability is None:
        return f"{path}\tfailed\t{printable(str(result.error))}"
    warnings = f"\t{'; '.join(result.all_warnings)}" if result.all_warnings else ""
    return f"{path}\t{result.label}\t{result.probability:.3f}{warnings}"


@dataclass
class _Done:
    """What became of the files so far."""

    count: int = 0
    failed: int = 0
    interrupted: bool = False
    problem: str = ""
    """Why it ended before its time."""
    tally: Tally = field(default_factory=Tally)


def _reported(results: Iterable[Result], total: int, lines: bool, done: _Done) -> Iterator[Result]:
    """The results, printed as they come; Ctrl-C and the loss of a cluster end them with those that are finished."""
    try:
        with progress_bar(total) as advance:
            for result in results:
                done.count += 1
                done.failed += result.status == "failed"
                done.tally.add(result)
                if lines:
                    print(_line(result), flush=not sys.stdout.isatty())
                advance()
                yield result
    except (Cancelled, KeyboardInterrupt):
        done.interrupted = True
    except ClusterError as error:
        done.problem = str(error)


def classify(
    paths: PathsArgument,
    recursive: Annotated[bool, typer.Option("--recursive", "-r", help="Sub-folders too.")] = False,
    csv: Annotated[Path | None, typer.Option(help="Write the results as a CSV file for Excel.")] = None,
    isic_csv: Annotated[Path | None, typer.Option(help="Write a CSV file in ISIC's format: image,malignant.")] = None,
    json: Annotated[bool, typer.Option("--json", help="Print a list of objects instead of lines.")] = False,
    model: ModelOption = None,
    threshold: ThresholdOption = None,
    jobs: JobsOption = None,
    scheduler: SchedulerOption = None,
    engine: EngineOption = "float32",
    decimal_comma: DecimalCommaOption = False,
) -> None:
    """Classify images: file, label, probability of malignancy.

    Ends with 0 when all were classified, 1 when some failed (each is named with its reason), 130 when interrupted; the
    files asked for then hold what was finished. Where the images as a whole seem to come from a camera that the model's
    figures do not hold for, a line says so once, on the error stream.
    """
    from skin_gui.review import export  # noqa: PLC0415 - only when something is written

    _refuse_on_cluster(scheduler, jobs)
    refuse_early(csv, isic_csv)
    found = find_images(paths, recursive)
    files = [*found.images, *found.unreadable]  # reading a folder that cannot be listed says why
    if not files:
        if json:
            print("[]")
        typer.echo(_no_images(found), err=True)
        raise typer.Exit(1)
    classifier = load_classifier(model, engine=engine)
    done, kept = _Done(), list[Result]()
    with interruptible() as interrupted, cluster(scheduler) as client:
        if client is None:
            results = classify_files(classifier, files, jobs=jobs, threshold=threshold, cancelled=interrupted)
        else:
            results = _on_cluster(client, classifier, files, model, threshold, interrupted)
        reported = _reported(results, len(files), lines=not json, done=done)
        if json or isic_csv is not None:
            reported = _keeping(reported, kept)
        # The table is written as rows come: memory does not grow with their number.
        complete = [csv is None or _write_csv(csv, reported, decimal_comma)]
        deque(reported, maxlen=0)  # where there is no table, or its disk is full
    if json:
        print(json_format.dumps(export.results_json(kept), indent=2, ensure_ascii=False))
    complete.append(isic_csv is None or _write_isic(isic_csv, kept))
    if doubt := camera_doubt(done.tally, specificity_at(classifier.info, threshold)):
        typer.echo(_doubt_text(doubt), err=True)
    if found.others:
        typer.echo(_others(found.others), err=True)
    if done.failed:
        text = f"{done.failed} of {done.count} files could not be classified; the reasons stand beside them."
        typer.echo(text, err=True)
    if done.interrupted:
        typer.echo(f"Interrupted after {done.count} of {len(files)} files.", err=True)
        raise typer.Exit(INTERRUPTED)
    if done.problem:
        print_text(f"{done.problem} {done.count} of {len(files)} files are finished.", err=True)
    if done.failed or done.problem or not all(complete):
        raise typer.Exit(1)


def _refuse_on_cluster(scheduler: str | None, jobs: int | None) -> None:
    if scheduler is not None and jobs is not None:
        typer.echo("--jobs is for this machine; the workers of a scheduler have threads of their own.", err=True)
        raise typer.Exit(2)


def _keeping(results: Iterable[Result], kept: list[Result]) -> Iterator[Result]:
    for result in results:
        kept.append(result)
        yield result


def _on_cluster(
    client: "Client",
    classifier: "Classifier",
    files: Sequence[Path],
    model: str | None,
    threshold: float | None,
    cancelled: CancelCheck,
) -> Iterator[Result]:
    from skin_gui.cluster.classify import classify_on_cluster  # noqa: PLC0415

    folder = Path(model) if model and Path(model).is_dir() else None
    return classify_on_cluster(client, classifier, files, folder=folder, threshold=threshold, cancelled=cancelled)


def _doubt_text(doubt: CameraDoubt) -> str:
    """Why the model's figures are to be doubted for these images, and what to do."""
    seen = {
        Doubt.UNFAMILIAR: "are unlike the model's training data",
        Doubt.NEARLY_ALL_MALIGNANT: "are called malignant",
        Doubt.NEARLY_ALL_BENIGN: "are called benign",
    }[doubt.doubt]
    return (
        f"{doubt.count} of {doubt.total} images {seen}: the model's figures do not seem to hold for this camera or "
        "clinic. Calibrate it with labelled images of your own: skin-gui calibrate FOLDER --name NAME"
    )


def _others(count: int) -> str:
    return f"{'1 other file is' if count == 1 else f'{count} other files are'} no image and left out."


def _no_images(found: FoundFiles) -> str:
    sentences = ["There are no images in what you named; name image files or a folder of them."]
    if found.others:
        sentences.append(_others(found.others))
    if found.folders_left_out:
        sentences.append("The folders within were not looked into; --recursive does.")
    return " ".join(sentences)


def _write_csv(target: Path, results: Iterable[Result], decimal_comma: bool) -> bool:
    from skin_gui.review import export  # noqa: PLC0415

    style = export.DECIMAL_COMMA if decimal_comma else export.STANDARD
    return written(lambda: export.write_results_csv(target, results, style=style))


def _write_isic(target: Path, results: list[Result]) -> bool:
    from skin_gui.review import export  # noqa: PLC0415

    def write() -> None:
        summary = export.write_isic_csv(target, results)
        if summary.models:
            print_text(f"{target.name}: the scores are those of {', '.join(summary.models)}.", err=True)
        if summary.left_out or summary.lengthened:
            note = f"{summary.left_out} failed files left out, {summary.lengthened} image names with their folder"
            print_text(f"{target.name}: {note}.", err=True)

    return written(write)
