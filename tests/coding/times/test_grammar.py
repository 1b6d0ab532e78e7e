from __future__ import annotations

import pytest

from warmonitor.codebook.tables import read_table
from warmonitor.coding.times.finding import READERS
from warmonitor.coding.times.grammar import RuleRow, TimeGrammar, WordRow, compiled
from warmonitor.coding.times.pairs import SPLITTERS
from warmonitor.coding.times.words import Kind, read_words
from warmonitor.errors import CodebookError

RULES = [row for row in read_table("time_rules", RuleRow) if not row.rule.isupper()]
BEHIND = {"the_unit": "in the week", "month_days": "March 3-5"}


@pytest.mark.parametrize("row", RULES, ids=lambda row: row.rule)
def test_every_rule_matches_its_own_example(row: RuleRow, time_grammar: TimeGrammar) -> None:
    text = f"{row.example}, they said"
    words = read_words(text, time_grammar.words)
    found = time_grammar.pattern.search(words.kinds)
    assert found is not None
    assert found.lastgroup == row.rule


def test_every_rule_has_a_reader() -> None:
    assert {row.rule for row in RULES} == set(READERS) | set(SPLITTERS)


def test_every_kind_has_a_letter_of_its_own() -> None:
    assert len(Kind.__members__) == len(set(Kind))
    assert all(len(kind) == 1 for kind in Kind)


def test_no_word_stands_twice_in_the_table() -> None:
    words = [row.word for row in read_table("time_words", WordRow)]
    assert len(words) == len(set(words))


def test_a_pattern_that_names_no_kind_is_refused() -> None:
    rows = [RuleRow(rule="JOINED", pattern="YEAR", example="", source="t"),
            RuleRow(rule="odd", pattern="YEAR EON", example="", source="t")]  # fmt: skip
    with pytest.raises(CodebookError, match="'odd' names 'EON'"):
        compiled(rows)
