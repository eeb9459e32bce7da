"""Headers of BMP that contradict themselves: the format has no checksum, and its decoders believe whatever it says."""

import struct

_FILE_HEADER, _OLDEST = 14, 12  # sizes; the oldest header tells no more than width, height and bits
_PLAIN = (0, 3)  # compressions: none, and none with masks of the colours
_RUNS = (1, 2)  # compressions: runs of pixels of 8 bits, and of 4
_ROW_ENDS, _SKIP = 0, 2  # what follows a run of no pixels; between them the end of all
_WITH_PROFILE = 124  # bytes of a header that may lead to one
_PADDING = 16  # bytes by which some writers fill the pixels up


def contradicts_itself(data: bytes) -> bool:
    """Whether pixels begin within the header, or have another length than width, height and bits give."""
    file_size, pixels = int.from_bytes(data[2:6], "little"), int.from_bytes(data[10:14], "little")
    (header,) = struct.unpack_from("<I", data, _FILE_HEADER)
    if 0 < pixels < _FILE_HEADER + header:
        return True
    if header == _OLDEST:
        return False
    fields: tuple[int, ...] = struct.unpack_from("<iiHHII", data, 18)
    width, height, _, bits, compression, stated = fields
    if compression not in _PLAIN:
        return False
    row = -(-width * bits // 8)
    # Some writers forget that rows are filled up to four bytes.
    least, most = row * abs(height), -(-row // 4) * 4 * abs(height) + _PADDING
    if stated in (0, file_size):
        # Only a profile may stand behind the pixels.
        return header < _WITH_PROFILE and file_size <= len(data) and file_size - pixels >= most + row
    return not least <= stated <= most


def leaves_out_pixels(data: bytes) -> bool:
    """Whether runs of a compressed bitmap end before their row does, skip pixels, or lead beyond the image.

    Zeros in the place of runs do nothing but end rows; decoders fill them up with the palette's first colour.
    """
    pixels, header = struct.unpack_from("<II", data, 10)
    if header == _OLDEST:
        return False
    fields: tuple[int, ...] = struct.unpack_from("<iiHHI", data, 18)
    width, height, _, _, compression = fields
    if compression not in _RUNS:
        return False
    # Some writers, ImageMagick among them, code rows that are filled up to four bytes.
    most = -(-width // (filled := 4 if compression == _RUNS[0] else 8)) * filled
    rows, column, at = 0, 0, pixels
    while at + 1 < len(data):
        count, value = data[at], data[at + 1]
        at += 2
        if count:
            column += count
        elif value > _SKIP:  # so many pixels one by one, filled up to an even number of bytes
            column += value
            size = value if compression == _RUNS[0] else -(-value // 2)
            at += size + size % 2
        elif value == _SKIP or (column < width and (value == _ROW_ENDS or column)):
            return True
        else:
            rows += column > 0
            column = 0
            if value != _ROW_ENDS:
                return rows != abs(height)
        if column > most or rows > abs(height):
            return True
    return rows + (column >= width) != abs(height)
