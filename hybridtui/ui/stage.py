"""What Today is about, and how it says no."""

from __future__ import annotations

from enum import StrEnum


class Stage(StrEnum):
    """What the day is about."""

    LOADING = "loading"
    TROUBLE = "trouble"
    """The log could not be opened."""
    READY = "ready"
    RESUME = "resume"
    """An interrupted session is offered."""
    GUIDE = "guide"
    SUMMARY = "summary"


class Doing(StrEnum):
    """What the clock of a session does: it decides what ``enter`` and ``space`` mean."""

    NOTHING = "nothing"
    """None runs."""
    TIMES = "times"
    """It times one set, which the athlete logs: a tempo, a stopwatch."""
    HOLDS = "holds"
    """It times one set and logs it when it is over: a hold."""
    WAITS = "waits"
    """It goes on when the athlete says so: a repeat by distance."""
    LEADS = "leads"
    """It goes on by itself."""
    ROUNDS = "rounds"
    """It runs while the athlete logs rounds: an AMRAP."""
    OVER = "over"
    """Its time is up: the athlete says what was done."""
    OVER_ROUNDS = "over-rounds"
    """The time of an AMRAP is up: the block is still to be ended."""


class UnreadableError(Exception):
    """An entry that cannot be logged, with the sentence that says why."""
