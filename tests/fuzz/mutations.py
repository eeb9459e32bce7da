"""Changes to the bytes of a file, as plain data: what is found can be told, kept and made smaller."""

from collections.abc import Iterable

import numpy as np

Change = tuple[str, float, int]
"""What is done, where (as a part of the file, from 0 to below 1), and with which number (from 0 to below 2^32)."""

HEADER = 700
"""Bytes at a file's start where most changes are made: there they do most."""

# Sizes and offsets that lie: none, one, around the limits of signs, all.
_NUMBERS = (0, 1, 2, 0x7F, 0xFF, 0x100, 0x7FFF, 0xFFFF, 30_000, 65_500, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFE, 0xFFFFFFFF)


def _flip(data: bytearray, at: int, number: int) -> None:
    data[at] ^= 1 << number % 8


def _byte(data: bytearray, at: int, number: int) -> None:
    data[at] = number % 256


def _number(data: bytearray, at: int, number: int) -> None:
    value, size, order = _NUMBERS[number % len(_NUMBERS)], (2, 4)[number // 16 % 2], ("little", "big")[number // 32 % 2]
    data[at : at + size] = (value % (1 << 8 * size)).to_bytes(size, order)


def _offset(data: bytearray, at: int, number: int) -> None:
    """A place in the file: of a directory, a strip, a box, which may hold itself then."""
    data[at : at + 4] = (number % (len(data) + 8)).to_bytes(4, ("little", "big")[number % 2])


def _cut(data: bytearray, at: int, _number: int) -> None:
    del data[max(at, 1) :]


def _drop(data: bytearray, at: int, number: int) -> None:
    del data[at : at + 1 + number % 64]


def _zero(data: bytearray, at: int, number: int) -> None:
    size = min(1 + number % 4096, len(data) - at)
    data[at : at + size] = bytes(size)


def _copy(data: bytearray, at: int, number: int) -> None:
    """A piece of the file a second time, in another place: chunks out of order, twice or within each other."""
    start = number % len(data)
    data[at:at] = data[start : start + 8 + number // 7 % 256]


CHANGES = {
    "flip": _flip, "byte": _byte, "number": _number, "offset": _offset,
    "cut": _cut, "drop": _drop, "zero": _zero, "copy": _copy,
}  # fmt: skip


def mutated(sound: bytes, changes: Iterable[tuple[Change, bool]]) -> bytes:
    """A file after changes, each with whether it is to be in the header."""
    data = bytearray(sound)
    for (name, part, number), in_header in changes:
        reach = min(len(data), HEADER) if in_header else len(data)
        CHANGES[name](data, int(part * reach), number)
        if not data:
            data = bytearray(1)
    return bytes(data)


def drawn(rng: np.random.Generator) -> list[tuple[Change, bool]]:
    """One to six changes."""
    names = sorted(CHANGES)
    return [
        ((names[rng.integers(len(names))], float(rng.random()), int(rng.integers(1 << 32))), bool(rng.random() < 0.6))
        for _ in range(rng.integers(1, 7))
    ]
