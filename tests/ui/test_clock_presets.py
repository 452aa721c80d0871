"""Clocks that need no session: how often, how long, which is the last, and that they end and fall silent."""

from __future__ import annotations

import pytest

from hybridtui.domain.phases import EdgeKind, PhaseKind
from hybridtui.ui.alarm import Cue, cue
from hybridtui.ui.clock_face import clock_face
from hybridtui.ui.presets import PRESETS, Preset
from hybridtui.ui.running import Running, face

BEGAN = 1000.0
BY_NAME = {preset.name: preset for preset in PRESETS}


def started(name: str, **changed: int) -> Running:
    preset = BY_NAME[name]
    own = Preset(name=name, about="", **changed) if changed else preset
    return Running(timeline=own.started(BEGAN), origin="own", label=name)


def efforts(running: Running) -> list[tuple[int, int]]:
    return [(phase.number, phase.of) for phase in running.timeline.phases if phase.kind is PhaseKind.WORK]


def said(running: Running, after: float) -> str:
    return clock_face(running, BEGAN + after, 76, 20).plain


@pytest.mark.parametrize(
    ("name", "times", "seconds"),
    [("Tabata", 8, 8 * 20 + 7 * 10), ("EMOM", 10, 600), ("AMRAP", 1, 720), ("Rounds", 5, 5 * 40 + 4 * 20)],
)
def test_each_has_as_many_efforts_as_chosen_and_lasts_as_long_as_said(name, times, seconds):
    running = started(name)
    assert len(efforts(running)) == times
    assert running.timeline.length_s == 5 + seconds


@pytest.mark.parametrize("rounds", [1, 2, 7, 99])
def test_there_is_no_round_too_many_and_no_rest_after_the_last(rounds):
    running = started("Rounds", work=30, rest=15, rounds=rounds)
    assert efforts(running) == [(number, rounds) for number in range(1, rounds + 1)]
    assert running.timeline.phases[-1].kind is PhaseKind.WORK
    edges = running.timeline.edges(float("-inf"), BEGAN + 10_000)
    assert sum(cue(running, edge) is Cue.END for edge in edges) == rounds
    assert [edge.kind for edge in edges].count(EdgeKind.FINISHED) == 1


def test_the_last_round_is_announced_and_named():
    running = started("Tabata")
    assert "then 20 s work, the last one" in said(running, 5 + 7 * 30 - 5)
    assert "Tabata · Work 8 of 8 · last one" in said(running, 5 + 7 * 30 + 1)
    assert "Tabata · Work 7 of 8\\n" in said(running, 5 + 6 * 30 + 1).replace("\n", "\\n")
    assert "last one" not in said(started("Rounds", work=30, rest=0, rounds=1), 10)


def test_an_emom_counts_its_minutes_and_says_which():
    running = started("EMOM")
    assert "EMOM · Minute 3 of 10" in said(running, 5 + 2 * 60 + 1)
    assert "EMOM · Minute 10 of 10 · last one" in said(running, 5 + 9 * 60 + 1)
    starts = [edge.at for edge in running.timeline.edges(float("-inf"), BEGAN + 900) if cue(running, edge) is Cue.START]
    assert starts == [5 + 60 * minute for minute in range(10)]


@pytest.mark.parametrize("name", ["Tabata", "EMOM", "AMRAP", "Rounds", "Countdown"])
def test_each_ends_says_so_and_tells_nothing_more(name):
    running = started(name)
    whole = running.timeline.length_s
    assert whole is not None
    assert "done" in said(running, whole + 1)
    assert running.timeline.edges(BEGAN + whole, BEGAN + whole + 100_000) == ()


def test_a_stopwatch_counts_up_and_never_shows_that_nothing_is_left():
    running = started("Stopwatch")
    faces = [face(running.timeline.reading(BEGAN + seconds)) for seconds in (0, 1, 59, 60, 3599, 3600)]
    assert faces == ["0:00", "0:01", "0:59", "1:00", "59:59", "1:00:00"]
    assert not running.timeline.reading(BEGAN + 100_000).finished


@pytest.mark.parametrize("name", ["Tabata", "EMOM", "AMRAP", "Rounds", "Countdown", "Stopwatch"])
def test_a_sleep_in_between_does_not_let_it_drift(name):
    running = started(name)
    watched = [running.timeline.reading(BEGAN + tenths / 10) for tenths in range(3000)]
    assert running.timeline.reading(BEGAN + 299.9) == watched[-1]
    seen = [
        edge
        for tenths in range(3000)
        for edge in running.timeline.edges(BEGAN + tenths / 10, BEGAN + tenths / 10 + 0.1)
    ]
    assert len(seen) == len(set(seen))
    slept = running.timeline.edges(BEGAN, BEGAN + 300)
    assert [(edge.kind, edge.phase) for edge in seen] == [(edge.kind, edge.phase) for edge in slept]
