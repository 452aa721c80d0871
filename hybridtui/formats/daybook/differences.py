"""What one session says otherwise than another, line by line, as their daybooks write them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import unified_diff

from hybridtui.domain.calendar import Weekday
from hybridtui.domain.contents import Contents
from hybridtui.domain.exercises import Exercise
from hybridtui.domain.session import Session
from hybridtui.formats.daybook import moments, pairs, session_writing, step_words
from hybridtui.formats.daybook.exercise_words import ExerciseWords

_HEADS = 2
"""Lines of a unified difference that name its files."""

_STEP = re.compile(rf"[-+] (?:[0-9-]{{10}} )?{step_words.SIGN} ")
_AFTER_DAY = len("- 2026-03-02 ~ ")
"""Characters within which a line of the program says that it is one."""


def differences(before: Session, after: Session, own: Iterable[Exercise] = ()) -> tuple[str, ...]:
    """Return day and name, and the lines that differ: ``- `` as it was, ``+ `` as it is.

    ``own`` are the athlete's exercises.

    Empty if a daybook would say the same of both.
    """
    words = ExerciseWords(own)
    found = _different(_lines(before, words), _lines(after, words))
    return (f"{_day(before)} {before.title}", *found) if found else ()


def beside(before: Contents, after: Contents) -> tuple[str, ...]:
    """Return the lines that differ of what stands beside sessions, each with its day, or what it belongs to."""
    return _different(_told(before), _told(after))


def _different(before: list[str], after: list[str]) -> tuple[str, ...]:
    """Return the lines that differ; those of the program only where nothing else does."""
    told = list(unified_diff(before, after, n=0, lineterm=""))
    lines = [f"{line[0]} {line[1:].strip()}" for line in told[_HEADS:] if not line.startswith("@@")]
    return tuple(_shortly([line for line in lines if f" {pairs.SIGN} " not in line[:_AFTER_DAY]] or lines))


def _shortly(lines: list[str]) -> list[str]:
    """Return lines without what stands after ``~`` behind a step, where people see a difference without it."""
    short = [line.partition(f" {pairs.SIGN} ")[0] if _STEP.match(line) else line for line in lines]
    gone, new = ({line[1:] for line in short if line[0] == sign} for sign in "-+")
    return short if gone.isdisjoint(new) else lines


def _told(contents: Contents) -> list[str]:
    from hybridtui.formats.daybook import writing

    return list(writing.beside(contents))


def _day(session: Session) -> str:
    day = session.started.local.date()
    return f"{day} {Weekday(day.weekday()).short}"


def _lines(session: Session, words: ExerciseWords) -> list[str]:
    zone = moments.zone(session.started.zone) if session.started.zone is not None else None
    return [_day(session), *session_writing.lines(session, words, zone)]
