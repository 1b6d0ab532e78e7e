"""Who acts, suffers and supports: names, descriptions, metonyms and pronouns of parties."""

from warmonitor.coding.parties.finding import find
from warmonitor.coding.parties.lexicon import ActorLexicon, lexicon
from warmonitor.coding.parties.result import Parties

__all__ = ["ActorLexicon", "Parties", "find", "lexicon"]
