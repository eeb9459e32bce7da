"""Headers of BMP that contradict themselves: the format has no checksum, and its decoders believe whatever it says."""

import struct

_FILE_HEADER, _OLDEST = 14, 12  # sizes; the oldest header tells no more than width, height and bits
_PLAIN = (0, 3)  # compressions: none, and none with masks of the colours
_PADDING = 16  # bytes by which some writers fill the pixels up


def contradicts_itself(data: bytes) -> bool:
    """Whether pixels begin within the header, or have another length than width, height and bits give."""
    file_size, pixels = struct.unpack_from("<I4xI", data, 2)
    (header,) = struct.unpack_from("<I", data, _FILE_HEADER)
    if 0 < pixels < _FILE_HEADER + header:
        return True
    if header == _OLDEST:
        return False
    width, height, _, bits, compression, stated = struct.unpack_from("<iiHHII", data, 18)
    if compression not in _PLAIN or stated in (0, file_size):
        return False
    row = -(-width * bits // 8)
    # Some writers forget that rows are filled up to four bytes.
    return not row * abs(height) <= stated <= -(-row // 4) * 4 * abs(height) + _PADDING
