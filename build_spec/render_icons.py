"""Render the application's icon from its two SVG drawings into what the systems want.

    python build_spec/render_icons.py

writes PNG files of 16 to 512 pixels, skin-gui.ico (Windows) and skin-gui.icns (macOS) beside the drawings
in resources/icons. Up to 32 pixels the small drawing is used: it has fewer and bolder parts.
"""

import io
import os
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ICONS = Path(__file__).resolve().parent.parent / "resources" / "icons"
SIZES = (16, 20, 24, 32, 48, 64, 128, 256, 512)
ICO_SIZES = (16, 20, 24, 32, 48, 64, 256)
LARGEST_SMALL = 32


def render(size: int) -> Image.Image:
    """The icon on a transparent square of ``size`` pixels."""
    drawing = ICONS / ("skin-gui-small.svg" if size <= LARGEST_SMALL else "skin-gui.svg")
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(drawing)).render(painter)
    painter.end()
    encoded = QByteArray()
    buffer = QBuffer(encoded)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return Image.open(io.BytesIO(encoded.data()))


def main() -> None:
    """Write every file."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QGuiApplication.instance() or QGuiApplication([])
    images = {size: render(size) for size in SIZES}
    for size, image in images.items():
        image.save(ICONS / f"skin-gui-{size}.png", optimize=True)
    ico = [images[size] for size in ICO_SIZES]
    ico[-1].save(ICONS / "skin-gui.ico", sizes=[image.size for image in ico], append_images=ico[:-1])
    large = render(1024)
    large.save(ICONS / "skin-gui.icns", append_images=[images[size] for size in SIZES if size not in (20, 24, 48)])
    del app


if __name__ == "__main__":
    main()
