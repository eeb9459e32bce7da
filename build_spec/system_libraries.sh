#!/bin/sh
# Find the system libraries that Qt needs and this machine lacks, and install them (see apt_install.sh).
# Usage: system_libraries.sh PYTHON (one that has PySide6)
set -eu

python=$1
here=$(dirname "$0")
[ "$(uname -s)" = Linux ] || exit 0

# The Debian package that holds a library.
package_of() {
    case $1 in
        libEGL.so.1) echo libegl1 ;;
        libGL.so.1) echo libgl1 ;;
        libGLX.so.0) echo libglx0 ;;
        libOpenGL.so.0) echo libopengl0 ;;
        libX11.so.6) echo libx11-6 ;;
        libX11-xcb.so.1) echo libx11-xcb1 ;;
        libSM.so.6) echo libsm6 ;;
        libICE.so.6) echo libice6 ;;
        libbrotlicommon.so.1 | libbrotlidec.so.1) echo libbrotli1 ;;
        libdbus-1.so.3) echo libdbus-1-3 ;;
        libfontconfig.so.1) echo libfontconfig1 ;;
        libfreetype.so.6) echo libfreetype6 ;;
        libglib-2.0.so.0 | libgthread-2.0.so.0) echo libglib2.0-0 ;;
        libgomp.so.1) echo libgomp1 ;;
        libgssapi_krb5.so.2) echo libgssapi-krb5-2 ;;
        libxcb.so.1) echo libxcb1 ;;
        libxcb-cursor.so.0) echo libxcb-cursor0 ;;
        libxcb-icccm.so.4) echo libxcb-icccm4 ;;
        libxcb-image.so.0) echo libxcb-image0 ;;
        libxcb-keysyms.so.1) echo libxcb-keysyms1 ;;
        libxcb-randr.so.0) echo libxcb-randr0 ;;
        libxcb-render.so.0) echo libxcb-render0 ;;
        libxcb-render-util.so.0) echo libxcb-render-util0 ;;
        libxcb-shape.so.0) echo libxcb-shape0 ;;
        libxcb-shm.so.0) echo libxcb-shm0 ;;
        libxcb-sync.so.1) echo libxcb-sync1 ;;
        libxcb-util.so.1) echo libxcb-util1 ;;
        libxcb-xfixes.so.0) echo libxcb-xfixes0 ;;
        libxcb-xinerama.so.0) echo libxcb-xinerama0 ;;
        libxcb-xkb.so.1) echo libxcb-xkb1 ;;
        libxkbcommon.so.0) echo libxkbcommon0 ;;
        libxkbcommon-x11.so.0) echo libxkbcommon-x11-0 ;;
        libz.so.1) echo zlib1g ;;
        libzstd.so.1) echo libzstd1 ;;
        *) echo "$1" ;;
    esac
}

# What the loader cannot find for the Qt modules in use and for windows on X11 (Wayland desktops have it too).
missing_libraries() {
    qt=$("$python" -c 'import importlib.util as u, os; print(os.path.dirname(u.find_spec("PySide6").origin))')/Qt
    for module in Core Gui Widgets Svg SvgWidgets PrintSupport Network DBus OpenGL OpenGLWidgets; do
        file="$qt/lib/libQt6$module.so.6"
        [ ! -e "$file" ] || ldd "$file"
    done 2>/dev/null | sed -n 's/^[[:space:]]*\(lib[^ ]*\) => not found.*/\1/p'
    for plugin in "$qt"/plugins/platforms/libqxcb.so "$qt"/plugins/platforms/libqoffscreen.so; do
        ldd "$plugin" 2>/dev/null | sed -n 's/^[[:space:]]*\(lib[^ ]*\) => not found.*/\1/p'
    done
}

missing_packages() {
    missing_libraries | sort -u | while read -r library; do
        package_of "$library"
    done | sort -u
    # One font that has Latin, Greek, Cyrillic and Arabic letters; without any, every text is a row of boxes.
    if ! find /usr/share/fonts /usr/local/share/fonts "${HOME:-/root}/.fonts" "${HOME:-/root}/.local/share/fonts" \
        -name '*.[ot]t[fc]' 2>/dev/null | grep -q .; then
        echo fonts-dejavu-core
    fi
}

packages=$(missing_packages)
[ -z "$packages" ] || {
    # Word splitting is wanted: one package a word.
    # shellcheck disable=SC2086
    sh "$here/apt_install.sh" "Qt needs system libraries that are missing." $packages
}

QT_QPA_PLATFORM=offscreen "$python" -c 'from PySide6.QtWidgets import QApplication; QApplication([])' || {
    echo "Qt does not start on this machine; the lines above say why." >&2
    exit 1
}
