"""Documents to claims: who says what happened, where, when, to whom, how many, each value with its words.

Each sub-room answers one question (`times`, `places`, `parties`, `voices`, `tolls`, `events`) with mentions;
`claims` puts the answers together.
"""

from warmonitor.coding.coder import Coder, Layer, annotate, code, coder, find

__all__ = ["Coder", "Layer", "annotate", "code", "coder", "find"]
