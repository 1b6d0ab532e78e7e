"""Reports that are not in English, read in part: figures of people moved and of houses hit, word by word.

There is no parse: numbers, nouns and what befell them are found by tables within a sentence.
"""

from warmonitor.coding.foreign.claims import Text, code
from warmonitor.coding.foreign.lexicon import ForeignLexicon, lexicon
from warmonitor.coding.foreign.whereabouts import Atlas, atlas

__all__ = ["Atlas", "ForeignLexicon", "Text", "atlas", "code", "lexicon"]
