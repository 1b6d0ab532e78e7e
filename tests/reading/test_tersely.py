"""Headlines whose verb the parser takes for a noun."""

from __future__ import annotations

import pytest
from spacy.language import Language

from warmonitor.reading.tersely import mend


@pytest.mark.parametrize(("line", "doer", "verb", "said"), [
    ("Turkish drone wounds civilian in Kobani", "drone", "wound", "civilian"),
    ("Army shelling wounds child in Idlib", "shelling", "wound", "child"),
    ("Russian air strike targets outskirts of Idlib", "strike", "target", "outskirts"),
])
def test_the_verb_of_a_headline_has_its_doer_and_object(
    nlp: Language, line: str, doer: str, verb: str, said: str
) -> None:
    parse = nlp(line)
    mend(parse)
    root = next(parse.sents).root
    assert (root.lemma_, root.tag_) == (verb, "VBZ")
    assert [child.text for child in root.children if child.dep_ == "nsubj"] == [doer]
    assert [child.text for child in root.children if child.dep_ == "dobj"] == [said]


@pytest.mark.parametrize("line", ["Doctors treated the wounds of two men.", "Military targets in Idlib"])
def test_nouns_stay_nouns(nlp: Language, line: str) -> None:
    parse = nlp(line)
    before = [(token.tag_, token.dep_) for token in parse]
    mend(parse)
    assert [(token.tag_, token.dep_) for token in parse] == before
