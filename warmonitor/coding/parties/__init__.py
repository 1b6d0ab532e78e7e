"""Who acts, suffers and supports: names, descriptions, metonyms and pronouns of parties."""

from warmonitor.coding.parties.finding import Parties, find
from warmonitor.coding.parties.lexicon import ActorLexicon, lexicon

__all__ = ["ActorLexicon", "Parties", "find", "lexicon"]
