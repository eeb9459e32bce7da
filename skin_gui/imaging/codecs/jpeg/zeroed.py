"""Parts of a JPEG's coded data that were overwritten with zeros."""

from skin_gui.imaging.codecs.jpeg.structure import Scan, Structure

_HUFFMAN = (0xC0, 0xC1)  # frames
_RUN = bytes(16)


def has_zeroed_data(data: bytes, structure: Structure) -> bool:
    """Whether a part of the coded data was overwritten with zeros, as a disk or a transfer that fails does.

    Zeros are codes like others. But only where a 0 stands for "as the block before" and "nothing but that" do they make
    a long run, in areas of one colour; elsewhere they would be dozens of equal coefficients in succession.
    """
    if structure.frame not in _HUFFMAN:
        return False
    return any(
        not _is_flat(scan) and data.find(_RUN, scan.start, scan.end) >= 0 for scan in structure.scans if scan.components
    )


def _is_flat(scan: Scan) -> bool:
    tables = scan.components.values()
    return all(scan.first_symbols.get((0, dc), 0) == 0 and scan.first_symbols.get((1, ac), 0) == 0 for dc, ac in tables)
