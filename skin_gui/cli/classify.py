"""`skin-gui classify`: one line an image."""

import json as json_format
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

import typer

from skin_gui.cli.common import (
    INTERRUPTED,
    DecimalCommaOption,
    ModelOption,
    ThresholdOption,
    interruptible,
    load_classifier,
    progress_bar,
    refuse_early,
    tell,
    written,
)
from skin_gui.imaging.files import FoundFiles, find_images
from skin_gui.plain_text import printable
from skin_gui.progress import Cancelled
from skin_gui.review.batch import classify_files
from skin_gui.review.camera import CameraDoubt, Doubt, Tally, camera_doubt
from skin_gui.review.results import Result


def _line(result: Result) -> str:
    path = printable(str(result.path))
    if result.probability is None:
        return f"{path}\tfailed\t{printable(result.error)}"
    warnings = f"\t{'; '.join(result.warnings)}" if result.warnings else ""
    return f"{path}\t{result.label}\t{result.probability:.3f}{warnings}"


@dataclass
class _Done:
    """What became of the files so far."""

    kept: list[Result] = field(default_factory=list)
    count: int = 0
    failed: int = 0
    interrupted: bool = False
    tally: Tally = field(default_factory=Tally)


def _report(results: Iterable[Result], total: int, lines: bool, keep: bool) -> _Done:
    """Print as results come; Ctrl-C ends it with those that are finished."""
    done = _Done()
    try:
        with progress_bar(total) as advance:
            for result in results:
                done.count += 1
                done.failed += result.status == "failed"
                done.tally.add(result)
                if keep:
                    done.kept.append(result)
                if lines:
                    print(_line(result), flush=not sys.stdout.isatty())
                advance()
    except (Cancelled, KeyboardInterrupt):
        done.interrupted = True
    return done


def classify(
    paths: Annotated[list[Path], typer.Argument(help="Images and folders.")],
    recursive: Annotated[bool, typer.Option("--recursive", "-r", help="Sub-folders too.")] = False,
    csv: Annotated[Path | None, typer.Option(help="Write the results as a CSV file for Excel.")] = None,
    isic_csv: Annotated[Path | None, typer.Option(help="Write a CSV file in ISIC's format: image,malignant.")] = None,
    json: Annotated[bool, typer.Option("--json", help="Print a list of objects instead of lines.")] = False,
    model: ModelOption = None,
    threshold: ThresholdOption = None,
    jobs: Annotated[int | None, typer.Option(min=1, help="Cores to use; all by default.")] = None,
    decimal_comma: DecimalCommaOption = False,
) -> None:
    """Classify images: file, label, probability of malignancy.

    Ends with 0 when all were classified, 1 when some failed (each is named with its reason), 130 when interrupted; the
    files asked for then hold what was finished. Where the images as a whole seem to come from a camera that the model's
    figures do not hold for, a line says so once, on the error stream.
    """
    from skin_gui.review import export  # noqa: PLC0415 - only when something is written

    refuse_early(csv, isic_csv)
    found = find_images(paths, recursive)
    files = found.images
    if not files:
        if json:
            print("[]")
        typer.echo(_no_images(found), err=True)
        raise typer.Exit(1)
    classifier = load_classifier(model)
    keep = json or csv is not None or isic_csv is not None
    with interruptible() as interrupted:
        results = classify_files(classifier, files, jobs=jobs, threshold=threshold, cancelled=interrupted)
        done = _report(results, len(files), lines=not json, keep=keep)
    if json:
        print(json_format.dumps(export.results_json(done.kept), indent=2, ensure_ascii=False))
    complete = [
        csv is None or _write_csv(csv, done.kept, decimal_comma),
        isic_csv is None or _write_isic(isic_csv, done.kept),
    ]
    if doubt := camera_doubt(done.tally):
        typer.echo(_doubt_text(doubt), err=True)
    if found.others:
        typer.echo(_others(found.others), err=True)
    if done.failed:
        text = f"{done.failed} of {done.count} files could not be classified; the reasons stand beside them."
        typer.echo(text, err=True)
    if done.interrupted:
        typer.echo(f"Interrupted after {done.count} of {len(files)} files.", err=True)
        raise typer.Exit(INTERRUPTED)
    if done.failed or not all(complete):
        raise typer.Exit(1)


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


def _write_csv(target: Path, results: list[Result], decimal_comma: bool) -> bool:
    from skin_gui.review import export  # noqa: PLC0415

    style = export.DECIMAL_COMMA if decimal_comma else export.STANDARD
    return written(lambda: export.write_results_csv(target, results, style=style))


def _write_isic(target: Path, results: list[Result]) -> bool:
    from skin_gui.review import export  # noqa: PLC0415

    def write() -> None:
        summary = export.write_isic_csv(target, results)
        if summary.left_out or summary.repeated:
            note = f"{summary.left_out} failed files left out, {summary.repeated} file names occur more than once"
            tell(f"{target.name}: {note}.", err=True)

    return written(write)
