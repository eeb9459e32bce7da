#!/bin/sh
# Open the window on the sample images; without a display, classify them and take a picture of the window instead.
# Usage: run.sh PYTHON
set -eu

python=$1

if [ "$(uname -s)" != Linux ] || [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec "$python" -m skin_gui resources/samples
fi

echo "There is no display here: classifying the sample images and taking a picture of the window instead."
"$python" -m skin_gui classify resources/samples
QT_QPA_PLATFORM=offscreen "$python" -m tools.screenshot screenshot.png
