"""How large the frozen program is, which parts are the largest, and why they are there."""

from pathlib import Path

_SHOWN = 16
_WHY = {
    "tensorflow": "fits the head in retraining; 770 MB of it are one library (libtensorflow_cc)",
    "PySide6": "Qt: the window; the Unicode tables (ICU) are 39 MB",
    "opencv_python_headless.libs": "what OpenCV links: OpenBLAS 39 MB, FFmpeg 27 MB, AV1 and VP9 12 MB",
    "cv2": "OpenCV: decoding, resizing, lesion marks",
    "scipy": "intervals and tests of the evaluation, optimisers of scikit-learn",
    "scipy.libs": "SciPy's own OpenBLAS and Fortran",
    "sklearn": "metrics, splits, calibration, audit",
    "numpy": "arrays",
    "numpy.libs": "NumPy's own OpenBLAS and Fortran",
    "ncnn": "runs the network",
    "ncnn.libs": "ncnn's own OpenMP",
    "skin_gui": "the model (38 MB), icons, styles, samples",
    "pillow.libs": "codecs of Pillow: TIFF, WebP, JPEG 2000, fonts",
    "PIL": "Pillow: decoding, colour profiles",
    "keras": "the layer on TensorFlow that the head is written in",
    "h5py": "imported by Keras",
    "h5py.libs": "HDF5, imported by Keras",
    "grpc": "imported by TensorFlow",
    "executable": "the program itself with all Python modules, compressed",
    "lib-dynload": "Python's compiled modules",
    "pydicom": "DICOM tables",
}


def bytes_below(path: Path) -> int:
    """The size of a file, or of all files below a folder; what two names share counts once."""
    files = [path] if path.is_file() else [one for one in path.rglob("*") if one.is_file() and not one.is_symlink()]
    sizes = {(one.stat().st_dev, one.stat().st_ino or id(one)): one.stat().st_size for one in files}
    return sum(sizes.values())


def table(program: Path) -> str:
    """The largest parts with their size in MB (of 10^6 bytes) and their reason, and the sum."""
    inside = program / "_internal"
    libraries = [path for path in inside.iterdir() if path.is_file()]
    parts = {path.name: bytes_below(path) for path in inside.iterdir() if path.is_dir()}
    parts["executable"] = sum(bytes_below(path) for path in program.iterdir() if path.is_file())
    parts["system libraries and Python"] = sum(path.stat().st_size for path in libraries if not path.is_symlink())
    total = sum(parts.values())
    largest = sorted(parts.items(), key=lambda part: part[1], reverse=True)
    rows = [(name, size, _WHY.get(name, "")) for name, size in largest[:_SHOWN]]
    rows += [("everything else", sum(size for _, size in largest[_SHOWN:]), ""), ("sum", total, "")]
    return "\n".join(f"{name:<30} {size / 1e6:8.1f} MB  {why}".rstrip() for name, size, why in rows)
