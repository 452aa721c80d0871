"""A clock that outlives its process goes on by the wall clock, to the second."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from hybridtui.domain.engine.state import Now
from hybridtui.domain.kept_clock import KeptClock
from hybridtui.domain.phases import Phase, PhaseKind
from hybridtui.domain.timeline import Timeline, rounds, stopwatch

NOON = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)
BEFORE = Now(NOON, 1000.0)
ROUNDS = rounds(20, 10, 4, 990.0)
"""5 + 4 x 20 + 3 x 10 = 115 s, begun 10 s before noon."""


def later(seconds: float, ticks: float) -> Now:
    """So much later by the wall, in a process whose steady clock reads something else."""
    return Now(NOON + timedelta(seconds=seconds), ticks)


@pytest.mark.parametrize("passed", [0, 7.5, 60, 104, 500])
def test_the_next_process_reads_what_the_last_one_would(passed: float) -> None:
    now = later(passed, 5.0)
    assert KeptClock.of(ROUNDS, BEFORE).line(now).reading(5.0) == ROUNDS.reading(1000.0 + passed)


def test_a_clock_that_stands_still_stands_still_over_a_restart() -> None:
    halted = ROUNDS.paused(995.0).resumed(997.0).paused(1000.0)
    again = KeptClock.of(halted, BEFORE).line(later(3600, 5.0))
    assert again.is_paused
    assert again.running_s(5.0) == halted.running_s(1000.0) == 8.0
    assert again.resumed(5.0).running_s(15.0) == 18.0


def test_a_wall_clock_set_back_shows_the_beginning_and_nothing_below() -> None:
    assert KeptClock.of(ROUNDS, BEFORE).line(later(-3600, 5.0)).running_s(5.0) == 0.0


@pytest.mark.parametrize(("passed", "forgotten"), [(0, False), (105 + 899, False), (105 + 901, True)])
def test_what_ended_over_a_quarter_of_an_hour_ago_was_followed_by_nobody(passed: float, forgotten: bool) -> None:
    assert KeptClock.of(ROUNDS, BEFORE).is_forgotten(later(passed, 5.0)) is forgotten


def test_a_clock_that_cannot_end_is_never_forgotten() -> None:
    day = later(24 * 3600, 5.0)
    assert not KeptClock.of(stopwatch(1000.0), BEFORE).is_forgotten(day)
    assert not KeptClock.of(ROUNDS.paused(1000.0), BEFORE).is_forgotten(day)


def test_every_word_of_a_phase_is_kept() -> None:
    phase = Phase(PhaseKind.RUN, "400 m", None, 2, 5, step=0, set_number=2, ends=True)
    assert KeptClock.of(Timeline((phase,), 1000.0), BEFORE).line(later(1, 5.0)).phases == (phase,)
