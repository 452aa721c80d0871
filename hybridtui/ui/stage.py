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


class UnreadableError(Exception):
    """An entry that cannot be logged, with the sentence that says why."""
