"""Nothing that a terminal would obey survives cleaning (reliability.md 2.5)."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hybridtui.domain.text import NAME_LIMIT, NOTE_LIMIT, clean, clean_note, harmless
from tests.hostile import FAMILY, HOSTILE

BIDI = {chr(c) for c in (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C)}
ANYTHING = st.text(st.characters(), max_size=300)


def obeyed(text: str, but: str = "") -> list[str]:
    """Return the characters that a terminal would act on or that cannot be encoded."""
    return [c for c in text if c not in but and (unicodedata.category(c) in ("Cc", "Cs") or c in BIDI)]


def test_there_are_enough_hostile_texts_and_no_two_are_the_same() -> None:
    assert len(HOSTILE) >= 30
    assert len(set(HOSTILE)) == len(HOSTILE)


@pytest.mark.parametrize("text", HOSTILE, ids=lambda t: ascii(t[:24]))
def test_hostile_text_is_made_harmless(text: str) -> None:
    name, note = clean(text), clean_note(text)
    assert obeyed(name) == []
    assert obeyed(note, but="\n") == []
    assert obeyed(harmless(text)) == []
    assert len(name) <= NAME_LIMIT
    assert len(note) <= NOTE_LIMIT
    name.encode("utf-8")
    note.encode("utf-8")


@given(ANYTHING)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert clean_note(clean_note(text)) == clean_note(text)


@given(ANYTHING)
def test_any_text_is_made_harmless(text: str) -> None:
    assert obeyed(clean(text)) == []
    assert obeyed(clean_note(text), but="\n") == []


@pytest.mark.parametrize("text", ["Bulgarian split squat (left)", "Kniebeuge, schräg", "深蹲", FAMILY, "[heavy]"])
def test_harmless_text_stays_as_it_is(text: str) -> None:
    assert clean(text) == text


def test_names_are_one_line_and_notes_keep_theirs() -> None:
    assert clean("Back\nsquat\t 5") == "Back squat 5"
    assert clean_note("felt good\r\n\r\nnext time 85") == "felt good\n\nnext time 85"


def test_the_same_name_in_two_encodings_becomes_one() -> None:
    assert clean("Bru\u0308cke") == clean("Br\u00fccke")
