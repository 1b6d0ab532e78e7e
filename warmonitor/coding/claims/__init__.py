"""What all finders found, made into claims."""

from warmonitor.codebook import codebook
from warmonitor.coding.claims.build import Tables, build
from warmonitor.coding.claims.candidates import light_verbs
from warmonitor.coding.claims.confidence import reliance
from warmonitor.coding.claims.frames import role_verbs
from warmonitor.coding.claims.layers import Layers, layers
from warmonitor.coding.claims.realis import governors
from warmonitor.coding.claims.selection import selection


def tables() -> Tables:
    """Reads the word tables that the assembly needs."""
    verbs = role_verbs()
    return Tables(
        light=light_verbs(),
        governors=governors(verbs.control),
        selection=selection(),
        reliance=reliance(),
        verbs=verbs,
        codebook=codebook(),
    )


__all__ = ["Layers", "Tables", "build", "layers", "tables"]
