import cv2
import numpy as np
import pytest
from PySide6.QtGui import QImage, QPainter, QPdfWriter, QPicture

from skin_gui.ui.report.page_canvas import PageCanvas, TextStyle

pytestmark = pytest.mark.usefixtures("qapp")
_INCH = 0.0254  # metres


@pytest.mark.parametrize(
    ("text", "right_to_left"),
    [("١ من ٢: ٥٠٪ (فاصل الثقة ٩٥٪ ٩٫٥٪ – ٩٠٫٥٪).", True), ("1 sur 2 : 50 % (« naevus » عمر).", False)],
)
def test_a_preview_shows_text_as_it_is_printed(tmp_path, text, right_to_left):
    """A preview keeps a page as a picture, as `QPicture` does, and draws it when it is looked at."""
    kept = QPicture()
    device = QPdfWriter(str(tmp_path / "page.pdf"))
    device.setResolution(kept.logicalDpiX())

    def write(painter):
        PageCanvas(painter, device, right_to_left=right_to_left).text(text, 10, 5, 180, TextStyle(points=16))

    def drawn(draw):
        image = QImage(800, 80, QImage.Format.Format_Grayscale8)
        image.setDotsPerMeterX(round(kept.logicalDpiX() / _INCH))
        image.setDotsPerMeterY(round(kept.logicalDpiY() / _INCH))
        image.fill(255)
        painter = QPainter(image)
        draw(painter)
        painter.end()
        return np.array(image.constBits()).reshape(80, image.bytesPerLine())[:, :800] < 128

    painter = QPainter(kept)
    write(painter)
    painter.end()

    printed, previewed = drawn(write), drawn(lambda painter: painter.drawPicture(0, 0, kept))
    assert printed.sum() > 500
    for ink, other in ((printed, previewed), (previewed, printed)):
        near = cv2.dilate(other.astype(np.uint8), np.ones((3, 3), np.uint8)) > 0
        assert (ink & near).sum() > 0.98 * ink.sum()
