"""The comparison of two models as text for reading."""

from skin_gui.documents.figures import COMPARED, by_class, figure, p_text, side_by_side
from skin_gui.training.metrics.comparison import McNemar
from skin_gui.training.reports.model_comparison import Comparison

_SHOWN = 20  # disagreements in the text; the JSON has all


def comparison_text(comparison: Comparison) -> str:
    """The verdict, the figures side by side, the tests, and the images on which the models disagree."""
    new, active, auc = comparison.new, comparison.active, comparison.auc
    lines = [
        str(comparison.verdict),
        "",
        f"New model:    {comparison.new_name}, threshold {new.threshold:.3f}",
        f"Active model: {comparison.active_name}, threshold {active.threshold:.3f}",
        f"Compared on {comparison.held_out}: {new.n} images, {by_class(new)}",
        *([str(comparison.unseen.why)] if comparison.unseen.guaranteed else []),
        *map(str, comparison.cautions),
        *([str(comparison.unfamiliar.fact)] if comparison.unfamiliar else []),
        "",
        *side_by_side(("new", "active"), (new, active), COMPARED),
        "",
        f"AUC, new minus active: {figure(auc.difference, '+.3f')}, {p_text(auc.p_value)} (DeLong)",
        _test_line("images", comparison.mcnemar),
        _test_line("malignant images", comparison.sensitivity),
        _test_line("benign images", comparison.specificity),
        "",
        *_disagreement_lines(comparison),
    ]
    return "\n".join(lines) + "\n"


def _test_line(which: str, test: McNemar) -> str:
    return (
        f"Right on {which} that the other gets wrong: new {test.only_b_right}, active {test.only_a_right}, "
        f"{p_text(test.p_value)} (McNemar)"
    )


def _disagreement_lines(comparison: Comparison) -> list[str]:
    apart = comparison.disagreements
    if not apart:
        return ["The models agree on every image."]
    lines = [f"The models disagree on {len(apart)} images (probability by new, active; truth):"]
    lines += [f"  {image.new:.3f}  {image.active:.3f}  {image.label:<10} {image.path}" for image in apart[:_SHOWN]]
    return lines + ([f"  and {len(apart) - _SHOWN} more"] if len(apart) > _SHOWN else [])
