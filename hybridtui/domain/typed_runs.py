"""A run, or another sport, as it is typed into a shell: in any order, and refused where it can be misread.

What is read is the line of a free session (:mod:`hybridtui.domain.blocks.done`). No screen
shows here what was understood before it is kept, so what is likelier meant otherwise is
asked about: hours typed as minutes, a pace typed as a time.
"""

from __future__ import annotations

import re

from hybridtui.domain.blocks import Known
from hybridtui.domain.blocks.done import SPORTS, SUBTYPES, Done, read_done
from hybridtui.domain.odd_pace import odd_pace
from hybridtui.domain.problems import Problem
from hybridtui.domain.text import clean

_RUN_WORDS = "run|ran|running|jog|jogging|jogged|treadmill|parkrun"
_KINDS = "|".join(SUBTYPES)
_RUN = re.compile(
    rf"(?:(?P<kind>{_KINDS})\s+)?(?:(?:trail|treadmill)\s+)?(?:{_RUN_WORDS})\b(?!\s+[a-z]{{3,}} [a-z])\s*",
    re.IGNORECASE,
)
_KIND_ALONE = re.compile(rf"(?P<kind>{_KINDS})\s+(?=[0-9])(?=.*[0-9]\s?(?:km|k|mi|miles?)\b)", re.IGNORECASE)
_ROWED = re.compile(
    r"row\s+(?=.*[0-9](?::[0-9]{2}|\s?min\b))(?:(?=.*[0-9]\s?(?:k?m|k)\b)|(?=[0-9.,]+\s?min\b))", re.IGNORECASE
)

_COURSES = (
    (re.compile(r"\b(?:half[ -]?marathon|half)\b", re.IGNORECASE), "21.0975km"),
    (re.compile(r"\bmarathon\b", re.IGNORECASE), "42.195km"),
)
_IS_A_COURSE = re.compile(r"(?:half[ -]?)?marathon\b", re.IGNORECASE)
_RATED = re.compile(r"(?:^|\s)(?:rpe\s?|@\s?)(?P<rpe>[0-9]+(?:[.,][0-9]+)?)(?=\s|$)", re.IGNORECASE)
_KIND_SAID = re.compile(rf"(?:^|\s)(?P<kind>{_KINDS})(?:\s+run)?(?=\s|$)", re.IGNORECASE)
_MEAN_HEART = re.compile(r"\b(?:avg|average|mean)\s+(?=hr\b|[0-9]+\s?bpm\b)", re.IGNORECASE)
_COMMA_BETWEEN = re.compile(r",(?=\s|$)")
_AT_A_PACE = re.compile(r"@\s?(?=[0-9]+:)")
_BY_CLOCK_ALONE = re.compile(r"(?<![0-9:])(?P<big>[0-9]):(?P<small>[0-9]{2})(?![0-9:])")
"""``1:30`` without a distance: a minute and a half by the clock, and hours were likelier meant. ``30:00`` is clear."""

_WORD = re.compile(r"(?<![0-9a-z])(?!(?:in|km|k|mi|miles?|m|h|min(?:utes|s)?|s|sec|hr|bpm|rpe|today|yesterday)\b)"
                   r"[a-z][a-z'-]*(?:\s.*)?$|(?<=[0-9])[ap]m\b.*$")  # fmt: skip


def spoken_run(line: str) -> str | None:
    """Return the line of a run in the order in which it is read; None if it does not begin like a run.

    >>> spoken_run("easy run 8km 44:10"), spoken_run("5k 22:30 race"), spoken_run("squat 80x5")
    ('run easy 8km 44:10', 'run race 5k 22:30', None)
    """
    begins = line[:1].isdigit() or _IS_A_COURSE.match(line) is not None
    for course, typed in _COURSES:
        line = course.sub(typed, line)
    found = _RUN.match(line) or _KIND_ALONE.match(line)
    if found is None and not begins:
        return None
    if found is not None:
        line = f"{found['kind'] or ''} {line[found.end() :]}"
    kind = _KIND_SAID.search(line)
    if kind is not None:
        line = f"{kind['kind']} {line[: kind.start()]} {line[kind.end() :]}"
    return " ".join(f"run {_rated_last(line)}".split())


def spoken_sport(line: str) -> str | None:
    """Return the line of another sport in the order in which it is read; None if it does not begin like one."""
    if _ROWED.match(line):
        line = _ROWED.sub("rowing ", line)
    first, _, rest = line.partition(" ")
    return f"{first} {_rated_last(rest)}".strip() if first.casefold() in SPORTS else None


def _rated_last(words: str) -> str:
    """Move an effort to the end, and leave out signs that say nothing."""
    words = _AT_A_PACE.sub("", _MEAN_HEART.sub("", _COMMA_BETWEEN.sub(" ", words)))
    rated = _RATED.search(words)
    if rated is None:
        return words
    return f"{words[: rated.start()]} {words[rated.end() :]} rpe{rated['rpe']}".strip()


def read_spoken(line: str, known: Known) -> Done:
    """Read a run or another sport from a line in order.

    Raises:
        Problem: if it cannot be read, or if it is likelier to mean something else; it says what to type.
    """
    first, _, rest = line.partition(" ")
    is_run = first.casefold() == "run"
    try:
        done = read_done(f"done {rest}" if is_run else line, known.distance_unit)
    except Problem as problem:
        raise Problem(_not_understood(rest) or str(problem)) from problem
    if done is None:
        raise Problem(
            _not_understood(rest)
            or f"How long did it take? Type {clean(first)} 30min{', or run 8km 44:10' if is_run else ''}."
        )
    if (odd := odd_pace(done.draft, done.sport)) is not None:
        raise Problem(odd)
    if done.draft.distance is None and (short := _BY_CLOCK_ALONE.search(rest)) is not None:
        big, small = short["big"], short["small"]
        raise Problem(f"{short[0]}: hours, or minutes? Type {big}h{small}, or {big}min {small}s.")
    return done


def _not_understood(words: str) -> str:
    """Name the words that are none of a run, and where they belong; empty if there are none."""
    found = _WORD.search(_KIND_SAID.sub("", words.casefold(), count=1))
    if found is None:
        return ""
    return (
        f"'{clean(found[0])}' is not understood. "
        "A note goes with --note, the day with --date, when it began with --at 7:30."
    )
