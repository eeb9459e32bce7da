#!/bin/sh
# Build OpenCV with the modules that Skin GUI uses and nothing else, for the viewer edition: the wheel cannot be loaded
# without the OpenBLAS and FFmpeg that it brings along. Same version, same source archive as requirements.lock pins.
# Usage: build_opencv.sh PYTHON FOLDER; makes FOLDER/site, for the search path
set -eu

python=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
here=$(dirname "$0")
mkdir -p "$2"
folder=$(cd "$2" && pwd)
pinned=$folder/opencv.txt

# The lock file's entry: the line with the version, and its hashes on the lines continued after it.
awk '/^opencv-python-headless==/ { inside = 1 } inside { print; if (!/\\$/) exit }' requirements.lock >"$pinned"
made_of=$(cat "$pinned" "$0" | cksum)
[ "$(cat "$folder/made-of" 2>/dev/null)" != "$made_of" ] || exit 0

missing=
for package in g++:g++ cmake:cmake ninja:ninja-build; do
    command -v "${package%%:*}" >/dev/null || missing="$missing ${package##*:}"
done
include=$("$python" -c 'import sysconfig; print(sysconfig.get_path("include"))')
[ -e "$include/Python.h" ] || missing="$missing $(basename "$include")-dev"
# Word splitting is wanted: one package a word.
# shellcheck disable=SC2086
[ -z "$missing" ] || sh "$here/../apt_install.sh" "Building OpenCV needs tools that are missing." $missing

rm -rf "$folder/archive" "$folder/source" "$folder/build" "$folder/site"
mkdir "$folder/source"
"$python" -m pip --disable-pip-version-check --no-input --quiet download --no-deps --require-hashes \
    --no-binary opencv-python-headless --dest "$folder/archive" -r "$pinned"
tar -xzf "$folder"/archive/*.tar.gz -C "$folder/source" --strip-components 1

echo "Building OpenCV (once; about ten minutes on two cores) ..."
log=$folder/build.log
{
    # TIFF: what Pillow cannot decode goes through OpenCV. The rest of its decoders is not used.
    cmake -S "$folder/source/opencv" -B "$folder/build" -G Ninja -Wno-dev \
        -DCMAKE_BUILD_TYPE=Release -DCMAKE_INSTALL_PREFIX="$folder/site" -DBUILD_SHARED_LIBS=OFF \
        -DBUILD_LIST=core,imgproc,imgcodecs,features,video,python3 -DBUILD_opencv_apps=OFF -DBUILD_JAVA=OFF \
        -DBUILD_TESTS=OFF -DBUILD_PERF_TESTS=OFF -DBUILD_DOCS=OFF \
        -DPYTHON3_EXECUTABLE="$python" -DPYTHON_DEFAULT_EXECUTABLE="$python" \
        -DPYTHON3_INCLUDE_DIR="$include" \
        -DPYTHON3_NUMPY_INCLUDE_DIRS="$("$python" -c 'import numpy; print(numpy.get_include())')" \
        -DPYTHON3_LIMITED_API=ON -DOPENCV_PYTHON3_INSTALL_PATH=. \
        -DBUILD_ZLIB=ON -DBUILD_JPEG=ON -DBUILD_TIFF=ON -DWITH_PNG=OFF -DWITH_WEBP=OFF -DWITH_OPENJPEG=OFF \
        -DWITH_JASPER=OFF -DWITH_AVIF=OFF -DWITH_OPENEXR=OFF -DWITH_UNIFONT=OFF \
        -DWITH_FFMPEG=OFF -DWITH_GSTREAMER=OFF -DWITH_V4L=OFF -DWITH_1394=OFF -DWITH_GTK=OFF -DWITH_QT=OFF \
        -DWITH_LAPACK=OFF -DWITH_EIGEN=OFF -DWITH_IPP=OFF -DWITH_ITT=OFF -DWITH_OPENCL=OFF -DWITH_PROTOBUF=OFF \
        -DWITH_ADE=OFF &&
        cmake --build "$folder/build" --target opencv_python3 &&
        cmake --install "$folder/build" --component python --strip
} >"$log" 2>&1 || {
    tail -n 20 "$log" >&2
    echo "OpenCV could not be built; $log has everything that was said." >&2
    exit 1
}
# Licences go with every copy.
cp "$folder"/source/LICENSE*.txt "$folder/site/cv2/"
rm -rf "$folder/build" "$folder/source"
echo "$made_of" >"$folder/made-of"
