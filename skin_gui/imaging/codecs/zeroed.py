"""Parts of coded pixels that were overwritten: with zeros by a disk or transfer that fails, or as erased flash (255).

Arithmetic coders (JPEG 2000, lossy WebP, AVIF, HEIC) write bytes that look random: a long run of these is not theirs,
and their decoders draw something for it without a word. In lossless WebP zeros may be an area of one colour; there only
what its decoder cannot follow is noticed.
"""

from skin_gui.imaging.codecs.ends import webp_pictures
from skin_gui.imaging.codecs.heif import read_picture

# The longest runs of zeros in sound files: 251 in JPEG 2000 of checks drawn by a program, 7 in AVIF and HEIC. WebP
# writes a zero for some 40 blocks of 16 x 16 pixels of one colour: 470 in a photograph of 4000 x 3000 pixels with a
# black frame. HEIC and AVIF carry metadata and padding beside the pixels, which may hold zeros; they are left out.
_RUNS = {"JPEG 2000": 1024, "WebP": 64, "AVIF": 64, "HEIC": 64}
_WEBP_PIXELS_A_ZERO = 32 * 16 * 16
_FILLINGS = (b"\0", b"\xff")


def has_zeroed_pixels(name: str, data: bytes, pixels: int) -> bool:
    """Whether the coded pixels of a file have a run of zeros or of 255 that no encoder writes."""
    if name not in _RUNS:
        return False
    length = _RUNS[name] + (pixels // _WEBP_PIXELS_A_ZERO if name == "WebP" else 0)
    runs = [run for filling in _FILLINGS if (run := filling * length) in data]
    if not runs:  # nearly always; what follows takes time
        return False
    coded = _coded(name, data)
    return any(run in coded for run in runs)


def _coded(name: str, data: bytes) -> bytes:
    if name == "JPEG 2000":
        return data[max(data.find(b"\xff\x93"), 0) :]  # from the first tile's data on
    if name == "WebP":
        return b"".join(coded for kind, coded in webp_pictures(data) if kind == b"VP8 ")
    return read_picture(data).coded or data[max(data.find(b"mdat"), 0) :]
