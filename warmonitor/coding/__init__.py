"""Documents to claims: who says what happened, where, when, to whom, how many, each value with its words.

Each sub-room answers one question (`times`, `places`, `parties`, `voices`, `tolls`, `events`) with mentions;
`claims` puts the answers together. `foreign` reads what it can of reports in other languages, without a parse.
"""

from warmonitor.coding.coder import Coder, Layer, annotate, code, code_in_part, coder, find
from warmonitor.coding.foreign import Text

__all__ = ["Coder", "Layer", "Text", "annotate", "code", "code_in_part", "coder", "find"]
