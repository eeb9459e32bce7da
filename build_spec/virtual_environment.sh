#!/bin/sh
# Make the virtual environment unless it is there, and get Debian's venv package first where it is missing.
# Usage: virtual_environment.sh PYTHON FOLDER
set -eu

python=$1
folder=$2
here=$(dirname "$0")
recent_enough='import sys; sys.exit(sys.version_info < (3, 11))'

if "$folder/bin/python" -c "import pip; $recent_enough" 2>/dev/null; then
    exit 0
fi

if [ -z "$python" ] || ! "$python" -c "$recent_enough" 2>/dev/null; then
    echo "Skin GUI needs Python 3.11 or newer; install it, or name it: make PYTHON=/path/to/python ..." >&2
    exit 1
fi

# Debian and Ubuntu ship Python without ensurepip, which venv needs for its pip.
if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    version=$("$python" -c 'import sys; print("python%d.%d" % sys.version_info[:2])')
    sh "$here/apt_install.sh" "Python's venv module is missing." "$version-venv"
fi

"$python" -m venv --clear "$folder"
