"""What one session says otherwise than another, line by line, as their daybooks write them."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import unified_diff

from hybridtui.domain.calendar import Weekday
from hybridtui.domain.exercises import Exercise
from hybridtui.domain.session import Session
from hybridtui.formats.daybook import moments, session_writing
from hybridtui.formats.daybook.exercise_words import ExerciseWords

_HEADS = 2
"""Lines of a unified difference that name its files."""


def differences(before: Session, after: Session, own: Iterable[Exercise] = ()) -> tuple[str, ...]:
    """Return the lines that differ: ``- `` as it was, ``+ `` as it is; ``own`` are the athlete's exercises.

    Empty if a daybook would say the same of both.
    """
    words = ExerciseWords(own)
    told = list(unified_diff(_lines(before, words), _lines(after, words), n=0, lineterm=""))
    return tuple(f"{line[0]} {line[1:].strip()}" for line in told[_HEADS:] if not line.startswith("@@"))


def _lines(session: Session, words: ExerciseWords) -> list[str]:
    day = session.started.local.date()
    zone = moments.zone(session.started.zone) if session.started.zone is not None else None
    return [f"{day} {Weekday(day.weekday()).short}", *session_writing.lines(session, words, zone)]
