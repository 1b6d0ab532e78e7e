"""A sieve that tells, without a look into the file, that no place is kept under a key."""

from __future__ import annotations

import zlib

BITS = 1 << 26
"""8 MB. Of two million keys each sets one bit, so that three in a hundred unknown keys pass and are looked for."""
MASK = BITS - 1
"""Of a key's CRC-32: the number of its bit."""


class Sieve:
    """A bit for each key's hash; keys that were taken out leave theirs, which costs a look and nothing else."""

    def __init__(self, kept: bytes | None = None) -> None:
        """As it was kept, or empty."""
        self.bits = bytearray(kept) if kept else bytearray(BITS >> 3)

    def add(self, key: str) -> None:
        """Lets a key pass from now on."""
        bit = zlib.crc32(key.encode()) & MASK
        self.bits[bit >> 3] |= 1 << (bit & 7)

    def passes(self, key: str) -> bool:
        """False if the key was never added."""
        bit = zlib.crc32(key.encode()) & MASK
        return bool(self.bits[bit >> 3] & 1 << (bit & 7))
