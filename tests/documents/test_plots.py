import numpy as np
import pytest
from PIL import Image, ImageChops

from skin_gui.documents.figures import counted, figure
from skin_gui.documents.plot_canvas import PALETTE, Panel, PlotCanvas, blend
from skin_gui.documents.plots import (
    Curve,
    confusion_plot,
    decision_plot,
    reliability_plot,
    roc_plot,
    write_plots,
)
from skin_gui.training.metrics.metrics import evaluate


def _curve(labels, probabilities, name="shipped", threshold=0.5):
    labels, probabilities = np.array(labels), np.array(probabilities)
    return Curve(name, labels, probabilities, evaluate(labels, probabilities, threshold))


def _colour(name):
    return tuple(int(name[place : place + 2], 16) for place in (1, 3, 5))


@pytest.fixture
def curve():
    rng = np.random.default_rng(1)
    labels = (rng.random(300) < 0.4).astype(int)
    return _curve(labels, 1 / (1 + np.exp(-(labels * 3 - 1.5 + rng.normal(size=300)))))


def test_given_a_classifier_when_plots_are_written_then_four_images_can_be_opened(curve, tmp_path):
    written = write_plots(curve, tmp_path / "new" / "plots")
    assert [path.name for path in written] == ["roc.png", "reliability.png", "confusion.png", "decision.png"]
    for path in written:
        with Image.open(path) as image:
            assert image.format == "PNG"
            assert image.width == 720
            assert image.getpixel((0, 0)) == (255, 255, 255)


def test_given_a_perfect_classifier_then_its_roc_curve_runs_along_the_top():
    image = roc_plot([_curve([0, 0, 1, 1], [0.1, 0.2, 0.8, 0.9])])
    x, y = (round(place) for place in Panel(92, 84, 688, 680).at(0.5, 1))
    assert image.getpixel((x, y)) == pytest.approx(_colour(PALETTE[0]), abs=40)


def test_given_an_operating_point_then_its_dot_lies_at_sensitivity_and_specificity():
    # SEN 1/2, SPE 1/2: the dot's centre is the centre of the panel, on no grid line.
    image = roc_plot([_curve([0, 0, 1, 1], [0.1, 0.7, 0.3, 0.9])])
    x, y = (round(place) for place in Panel(92, 84, 688, 680).at(0.5, 0.5))
    assert image.getpixel((x, y)) == _colour(PALETTE[0])


def test_figures_are_written_with_their_intervals_within_the_picture(curve, monkeypatch):
    written = {}
    draw = PlotCanvas.text

    def text(canvas, place, words, *more, **options):
        written[words] = place
        return draw(canvas, place, words, *more, **options)

    monkeypatch.setattr(PlotCanvas, "text", text)
    for plot in (reliability_plot(curve.metrics), confusion_plot(curve.metrics)):
        assert plot.width == 720
    measured = curve.metrics
    assert f"Brier score {figure(measured.brier)}" in written
    assert f"Accuracy {counted(measured.accuracy)}" in written
    assert f"Precision {counted(measured.precision)}" in written
    assert not [words for words in written if "=" in words.replace("n = ", "")]


def test_given_two_classifiers_then_both_colours_are_drawn(curve):
    other = _curve(curve.labels, 1 - curve.probabilities, "a retrained model with a name that is far too long")
    colours = {colour for _, colour in roc_plot([curve, other]).getcolors(1_000_000)}
    assert {_colour(PALETTE[0]), _colour(PALETTE[1])} <= colours


def test_given_one_class_or_one_image_then_the_plots_still_come(tmp_path):
    written = write_plots(_curve([0, 0], [0.0, 1.0]), tmp_path)
    assert [path.name for path in written] == ["reliability.png", "confusion.png"]
    single = evaluate([1], [0.4], 0.5)
    assert reliability_plot(single).size == (720, 900)
    assert confusion_plot(single).size == (720, 680)


def test_given_text_then_it_is_drawn_at_its_anchor_and_smooth():
    canvas = PlotCanvas(100, 40)
    canvas.text((50, 20), "n = 660")
    image = canvas.image()
    left, top, right, bottom = ImageChops.invert(image.convert("L")).getbbox()
    assert (left + right) / 2 == pytest.approx(50, abs=2)
    assert (top + bottom) / 2 == pytest.approx(20, abs=4)
    assert len(image.convert("L").getcolors()) > 20  # many greys: antialiased


def test_given_a_share_then_the_colour_goes_from_white_to_full():
    assert (blend(0, "#1f5fa8"), blend(1, "#1f5fa8")) == ("#ffffff", "#1f5fa8")


def test_given_a_perfect_classifier_then_its_net_benefit_is_the_prevalence_at_every_threshold():
    image = decision_plot(_curve([0, 0, 1, 1], [0.0, 0.0, 1.0, 1.0]), 0.2)
    x, y = (round(place) for place in Panel(92, 84, 688, 680, y_min=-0.23, y_max=0.23).at(0.7, 0.2))
    assert image.getpixel((x, y)) == pytest.approx(_colour(PALETTE[0]), abs=40)
    x, y = (round(place) for place in Panel(92, 84, 688, 680, y_min=-0.23, y_max=0.23).at(0.1, 0.2 - 0.8 / 9))
    assert image.getpixel((x, y)) == pytest.approx(_colour(PALETTE[1]), abs=40)


@pytest.mark.parametrize("prevalence", [0.001, 0.05, 0.9])
def test_given_a_harmful_classifier_then_its_curve_ends_at_the_edge(curve, prevalence):
    image = decision_plot(_curve(curve.labels, 1 - curve.probabilities), prevalence)
    below = image.crop((94, 684, 688, 686))
    assert _colour(PALETTE[0]) not in {colour for _, colour in below.getcolors()}
