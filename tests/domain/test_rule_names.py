"""Every rule has a name that a person understands."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import hybridtui.domain
from hybridtui.domain.rule_names import NAMES, named_rule, rule_name

OUTCOMES = {"hit", "miss"}


@pytest.mark.parametrize("rule", [*(f"R{n}" for n in range(1, 43)), *(f"H{n}" for n in range(1, 16))])
def test_every_rule_has_a_name_without_ids_in_it(rule):
    assert rule_name(rule)
    assert not re.search(r"\b[A-Z]\.?\d", rule_name(rule))


def test_every_id_that_the_domain_gives_as_a_reason_has_a_name():
    folder = Path(hybridtui.domain.__file__).parent
    given = {
        rule
        for path in folder.rglob("*.py")
        for rule in re.findall(r'(?:Why|Relaxed|Breach)\(\s*"([^"]+)"', path.read_text(encoding="utf-8"))
    }
    assert len(given) > 15
    assert sorted(rule for rule in given - OUTCOMES if not rule_name(rule)) == []


def test_a_part_of_a_rule_goes_by_its_own_name_or_by_that_of_the_whole():
    assert named_rule("C.6.4") == "C.6.4, no run far beyond the last month's longest"
    assert named_rule("C.6.2") == "C.6.2, running builds up gradually"
    assert named_rule("from a file") == "from a file"


def test_names_are_short_enough_for_a_line():
    assert all(len(name) <= 44 for name in NAMES.values())
