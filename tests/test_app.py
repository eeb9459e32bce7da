import os
import subprocess
import sys

HEAVY = ("numpy", "cv2", "PIL", "ncnn", "pydicom", "sklearn", "tensorflow", "keras", "typer")

# Rooms that the first paint does without, and what they alone bring along.
LATER = (
    *("skin_gui.classifier", "skin_gui.lesions", "skin_gui.measures", "skin_gui.cluster"),
    *("skin_gui.ui.image_comparison", "skin_gui.ui.model_comparison", "skin_gui.ui.lesions", "skin_gui.ui.report"),
    *("skin_gui.ui.settings_dialog", "skin_gui.ui.measures.panel", "skin_gui.ui.measures.similar"),
    *("skin_gui.ui.review.review_table", "skin_gui.ui.window.window_help", "importlib.metadata", "email"),
)
MOST_MODULES = 112
"""Of the package: as many are there before the first paint today, the tools of the image view, the listing of a
folder, what opens files and names those that were left out, and what makes buttons, labels and questions among them.
Whoever needs more says here what for."""

PAINT = f"""
import sys
from skin_gui.app import build_application
app, window = build_application(["skin-gui"])
window.painted.disconnect()
window.painted.connect(lambda: print([name for name in {HEAVY + LATER} if name in sys.modules]))
window.painted.connect(lambda: print(sum(name.startswith("skin_gui.") for name in sys.modules)))
window.painted.connect(window.close)
window.show()
app.exec()
"""


def run(script):
    command = [sys.executable, "-c", script]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, env=os.environ, check=False)


def test_nothing_heavy_is_imported_before_the_window_is_painted(isolated_home):
    done = run(PAINT)

    assert done.returncode == 0, done.stderr
    found, modules = done.stdout.splitlines()
    assert found == "[]"
    assert int(modules) <= MOST_MODULES


def test_the_window_never_imports_tensorflow(shipped_model, isolated_home, synthetic_image, tmp_path):
    from PIL import Image

    file = tmp_path / "image.png"
    Image.fromarray(synthetic_image).save(file)
    script = f"""
import sys
from pathlib import Path
from skin_gui import paths
paths.shipped_model = lambda: Path({str(shipped_model)!r})
from skin_gui.app import build_application
app, window = build_application(["skin-gui", {str(file)!r}])
window.worker.predicted.connect(lambda outcome: (print("tensorflow" in sys.modules), window.close()))
window.show()
app.exec()
"""
    done = run(script)

    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "False"
