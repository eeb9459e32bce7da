import os
import subprocess
import sys

HEAVY = ("numpy", "cv2", "PIL", "ncnn", "pydicom", "sklearn", "tensorflow", "keras", "typer")

PAINT = f"""
import sys
from skin_gui.app import build_application
app, window = build_application(["skin-gui"])
window.painted.disconnect()
window.painted.connect(lambda: print([name for name in {HEAVY} if name in sys.modules]))
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
    assert done.stdout.strip() == "[]"


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
