"""`skin-gui measure`: the lesion's outline, the ABCD criteria and the dermoscopy score of images."""

import json as json_format
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from skin_gui.cli.common import (
    INTERRUPTED,
    JobsOption,
    PathsArgument,
    ending_with,
    interruptible,
    progress_bar,
    refuse_early,
    written,
)
from skin_gui.imaging.files import list_images
from skin_gui.plain_text import printable
from skin_gui.progress import Cancelled

if TYPE_CHECKING:
    from skin_gui.measures.files import MeasuredFile
    from skin_gui.review.measures_export import MaskFolder


def measure(
    paths: PathsArgument,
    recursive: Annotated[bool, typer.Option("--recursive", "-r", help="Sub-folders too.")] = False,
    json: Annotated[bool, typer.Option("--json", help="Print a list of objects instead of lines.")] = False,
    csv: Annotated[Path | None, typer.Option(help="Write the measures as a CSV file for Excel.")] = None,
    mask_dir: Annotated[
        Path | None,
        typer.Option(file_okay=False, help="Write each lesion's outline into this folder as STEM_mask.png."),
    ] = None,
    jobs: JobsOption = None,
) -> None:
    """Measure images: the lesion's outline, asymmetry, border, colours and the ABCD rule's dermoscopy score.

    For melanocytic lesions only. Structures (D) are not measured, so the score is a range; `tds` is its middle. None of
    it changes the classifier's probability.

    Ends with 0 when all were measured, 1 when some were not (each is named with its reason), 130 when interrupted.
    """
    from skin_gui.measures.files import measure_files  # noqa: PLC0415 - keeps --help fast
    from skin_gui.measures.measurer import Measurer  # noqa: PLC0415
    from skin_gui.review.measures_export import MaskFolder, measures_json, write_measures_csv  # noqa: PLC0415

    refuse_early(csv)
    files = list_images(paths, recursive)
    if not files:
        if json:
            print("[]")
        typer.echo("There are no images in what you named; name image files or a folder of them.", err=True)
        raise typer.Exit(1)
    with ending_with(2):
        masks = None if mask_dir is None else MaskFolder(mask_dir, files)
        measurer = Measurer.load()
    with interruptible() as interrupted:
        results = measure_files(measurer, files, jobs=jobs, cancelled=interrupted)
        done = _report(results, len(files), lines=not json, masks=masks)
    if json:
        print(json_format.dumps(measures_json(done.kept), indent=2, ensure_ascii=False))
    complete = csv is None or written(lambda: write_measures_csv(csv, done.kept))
    failed = sum(bool(result.error) for result in done.kept)
    if failed:
        text = f"{failed} of {len(done.kept)} files could not be measured; the reasons stand beside them."
        typer.echo(text, err=True)
    if done.interrupted:
        typer.echo(f"Interrupted after {len(done.kept)} of {len(files)} files.", err=True)
        raise typer.Exit(INTERRUPTED)
    if failed or done.unwritten or not complete:
        raise typer.Exit(1)


@dataclass
class _Done:
    """What became of the files so far."""

    kept: list["MeasuredFile"] = field(default_factory=list)
    unwritten: int = 0
    """Masks that could not be written."""
    interrupted: bool = False


def _report(results: Iterable["MeasuredFile"], total: int, lines: bool, masks: "MaskFolder | None") -> _Done:
    """Print and write masks as results come; Ctrl-C ends it with those that are finished."""
    done = _Done()
    try:
        with progress_bar(total) as advance:
            for result in results:
                # Masks have the image's size and go to the disk one by one; what is kept is small.
                if masks is not None and not written(lambda result=result: masks.write(result)):  # type: ignore[misc]
                    done.unwritten += 1
                done.kept.append(result.without_images())
                if lines:
                    print(_line(result), flush=not sys.stdout.isatty())
                advance()
    except (Cancelled, KeyboardInterrupt):
        done.interrupted = True
    return done


def _line(result: "MeasuredFile") -> str:
    path = printable(str(result.path))
    if result.score is None:
        return f"{path}\tfailed\t{printable(str(result.error))}"
    score = result.score
    criteria = f"A {score.asymmetry}\tB {score.border}\tC {score.colours}"
    verdicts = dict.fromkeys((score.verdicts[0], score.verdicts[-1]))  # both ends of the range, once if they agree
    part = ", of the part that the image shows" if result.is_cut else ""
    return f"{path}\t{criteria}\tscore {score.low:.1f} to {score.high:.1f}: {' to '.join(verdicts)}{part}"
