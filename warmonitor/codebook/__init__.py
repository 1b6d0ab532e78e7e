"""The vocabulary as data: what each code means, and the tables that the other rooms read."""

from warmonitor.codebook.definitions import Codebook, Entry, codebook
from warmonitor.codebook.tables import Row, read_table

__all__ = ["Codebook", "Entry", "Row", "codebook", "read_table"]
