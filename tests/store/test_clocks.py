"""The clock of the session that runs: in the log with what it led to, and never part of undo."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hybridtui.domain.change import Change, Noun, Ref
from hybridtui.domain.kept_clock import KeptClock
from hybridtui.domain.notes import ExerciseNote
from hybridtui.domain.pain import Pain, Part
from hybridtui.domain.phases import Phase, PhaseKind
from hybridtui.domain.problems import NotSaved
from hybridtui.domain.session import Pause, Side
from hybridtui.store import Store, clocks, codec
from hybridtui.store.ranges import RANGES
from tests.store.builders import NOW, any_value, logged, session

MINUTE = timedelta(minutes=1)
CLOCK = KeptClock(
    (Phase(PhaseKind.PREPARE, "Get ready", 5.0, step=0, set_number=1), Phase(PhaseKind.WORK, "Burpee", 40, ends=True)),
    NOW,
    (Pause(NOW + MINUTE, NOW + 2 * MINUTE), Pause(NOW + 3 * MINUTE)),
)
START = Change(label="start", session_id="s", sessions=(session(),))


def with_set(name: str = "a") -> Change:
    return Change(label=f"set {name}", session_id="s", sets=(("s", logged(name)),))


def test_a_clock_is_kept_with_the_change_it_came_from(store: Store, path: Path) -> None:
    store.apply(START, NOW)
    store.apply_with_clock(with_set(), NOW, CLOCK)
    with Store.open(path) as again:
        whole, clock = again.running("s")
        assert (again.clock("s"), clock) == (CLOCK, CLOCK)
        assert whole is not None
        assert [each.id for each in whole.sets] == ["a"]


def test_neither_is_kept_if_one_cannot_be(store: Store) -> None:
    store.apply(START, NOW)
    with pytest.raises(NotSaved, match=RANGES["reps"]):
        store.apply_with_clock(Change(label="x", session_id="s", sets=(("s", logged("a", 0, reps=-1)),)), NOW, CLOCK)
    assert store.clock("s") is None
    with pytest.raises(NotSaved, match="no longer in the log"):
        store.apply_with_clock(Change(label="x", session_id="gone"), NOW, CLOCK)


def test_a_clock_alone_is_nothing_to_undo_and_ends_no_redo(store: Store) -> None:
    store.apply(START, NOW)
    store.apply(with_set(), NOW)
    store.undo(NOW, "s")
    store.apply_with_clock(Change(label="", session_id="s"), NOW, CLOCK)
    assert store.undo_label("s") == "start"
    assert store.redo_label("s") == "set a"


@pytest.mark.parametrize("scope", ["s", None])
def test_undo_and_redo_put_the_clock_away(store: Store, scope: str | None) -> None:
    store.apply(START, NOW)
    store.apply_with_clock(with_set(), NOW, CLOCK)
    store.undo(NOW, scope)
    assert store.clock("s") is None
    store.apply_with_clock(Change(label="", session_id="s"), NOW, CLOCK)
    store.redo(NOW, scope)
    assert store.clock("s") is None


def test_where_nothing_is_undone_the_clock_runs_on(store: Store) -> None:
    store.apply(START, NOW)
    store.apply_with_clock(Change(label="", session_id="s"), NOW, CLOCK)
    assert store.redo(NOW, "s") is None
    assert store.clock("s") == CLOCK


def test_a_clock_goes_with_its_session(store: Store) -> None:
    store.apply(START, NOW)
    store.apply_with_clock(with_set(), NOW, CLOCK)
    store.apply(Change(label="gone", drop=(Ref(Noun.SESSION, "s"),)), NOW)
    assert store.clock("s") is None
    assert store.quick_check() is None
    store.undo(NOW)
    assert store.clock("s") is None


@settings(max_examples=60, deadline=None)
@given(clock=any_value(KeptClock), pauses=any_value(tuple[Pause, ...]))
def test_json_loses_nothing_of_a_clock(clock: KeptClock, pauses: tuple[Pause, ...]) -> None:
    assert clocks.CLOCK.loads(clocks.CLOCK.dumps(clock)) == clock
    assert codec.PAUSES.loads(codec.PAUSES.dumps(pauses)) == pauses


@pytest.mark.parametrize("pauses", [(), CLOCK.pauses])
def test_a_session_keeps_when_it_stood_still(store: Store, pauses: tuple[Pause, ...]) -> None:
    whole = session(pauses=pauses)
    store.apply(Change(label="start", sessions=(whole,)), NOW)
    assert store.session("s") == whole


KNEE = Pain(id="p", session_id="s", at=NOW, day=NOW.date(), part=Part.KNEE, side=Side.LEFT, level=4)


def test_pains_come_back_whole_from_a_day_on_and_can_be_taken_back(store: Store) -> None:
    older = Pain(id="o", at=NOW - timedelta(days=9), day=NOW.date() - timedelta(days=9), part=Part.NECK, level=0)
    store.apply(Change(label="pain", pains=(KNEE, older)), NOW)
    assert store.pains(date.min) == (older, KNEE)
    assert store.pains(KNEE.day) == (KNEE,)
    store.apply(Change(label="change", pains=(replace(KNEE, level=2),), drop=(Ref(Noun.PAIN, "o"),)), NOW)
    assert store.pains(date.min) == (replace(KNEE, level=2),)
    store.undo(NOW)
    assert store.pains(date.min) == (older, KNEE)
    store.undo(NOW)
    assert store.pains(date.min) == ()


def test_a_pain_stays_when_its_session_goes(store: Store) -> None:
    store.apply(START, NOW)
    store.apply(Change(label="pain", session_id="s", pains=(KNEE,)), NOW)
    store.apply(Change(label="gone", drop=(Ref(Noun.SESSION, "s"),)), NOW)
    assert store.pains(date.min) == (KNEE,)


@given(part=st.sampled_from(Part))
def test_every_part_fits_its_column(part: Part) -> None:
    assert len(part.value) <= 20


@pytest.mark.parametrize("level", [-1, 11])
def test_pain_is_0_to_10(store: Store, level: int) -> None:
    with pytest.raises(NotSaved, match=RANGES["pain"]):
        store.apply(Change(label="pain", pains=(replace(KNEE, level=level),)), NOW)


def test_a_note_of_an_exercise_is_replaced_removed_and_brought_back(store: Store) -> None:
    for text in ("feet wide", "feet a hand wider\nseat on 4"):
        store.apply(Change(label="note", notes=(ExerciseNote("back_squat", text),)), NOW)
    store.apply(Change(label="note", drop=(Ref(Noun.NOTE, "back_squat"),)), NOW)
    assert dict(store.exercise_notes()) == {}
    store.undo(NOW)
    assert dict(store.exercise_notes()) == {"back_squat": "feet a hand wider\nseat on 4"}
    store.undo(NOW)
    assert dict(store.exercise_notes()) == {"back_squat": "feet wide"}
    store.redo(NOW)
    assert store.exercise_notes()["back_squat"].startswith("feet a hand")


def test_a_note_has_at_most_2000_characters(store: Store) -> None:
    store.apply(Change(label="note", notes=(ExerciseNote("row", "x" * 2000),)), NOW)
    with pytest.raises(NotSaved, match=RANGES["note"]):
        store.apply(Change(label="note", notes=(ExerciseNote("row", "x" * 2001),)), NOW)
