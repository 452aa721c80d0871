"""The sets and runs of a session, line by line, with what stands after ``~`` below each line.

An entry follows the one before it, and is done at the next place of the session's steps
that asks for it; where that is not so, it is told.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Final

from hybridtui.domain.session import LoggedSet, RunEntry, Session, SetKind, Side
from hybridtui.domain.text import clean
from hybridtui.domain.workout import Step
from hybridtui.formats import limits
from hybridtui.formats.daybook import pairs
from hybridtui.formats.daybook.complaints import Misread
from hybridtui.formats.daybook.fields import Fields
from hybridtui.formats.daybook.set_words import SetWords

RUN_FIELDS = Fields(RunEntry, without=("logged_at",))
AT: Final = "at"
"""When it was logged: seconds since the session began."""

RUN_KEYS: Final = (*RUN_FIELDS.names, AT)
"""What may stand after ``~`` below a line of a run."""

COLUMNS: Final = ("ids", AT, "rest", "places", "positions")
"""Below a line of sets: a list for each, a value for each set."""

_FARTHEST = 1e9
_HIGHEST = 1_000_000


@dataclass(slots=True, kw_only=True)
class SetLine:
    """The sets of one line, and what stands after ``~`` below it."""

    exercise: str
    sets: Sequence[SetWords]
    more: dict[str, object] = field(default_factory=dict)


@dataclass(slots=True, kw_only=True)
class RunLine:
    """One stretch of its own line, and what stands after ``~`` below it."""

    run: RunEntry
    more: dict[str, object] = field(default_factory=dict)


class Places:
    """Where the next entry of a session belongs, if nothing else is told."""

    def __init__(self, steps: Sequence[Step], first: int) -> None:
        """Begin with the position ``first``."""
        self._steps = steps
        self._done: Counter[tuple[int, Side | None]] = Counter()
        self.position = first

    def of_set(self, exercise: str, kind: SetKind, side: Side | None) -> tuple[int | None, int | None]:
        """Return step and number of the next set of an exercise; warm-up sets belong to no step.

        What is done on one side is counted for that side.
        """
        if not self._steps or kind is SetKind.WARMUP:
            return None, None
        return self._next(lambda step: step.logs_sets and step.exercise == exercise, side)

    def of_run(self) -> tuple[int | None, int | None]:
        """Return step and number of the next run."""
        return self._next(lambda step: step.is_run) if self._steps else (None, None)

    def _next(self, fits: Callable[[Step], bool], side: Side | None = None) -> tuple[int | None, int | None]:
        for index, step in enumerate(self._steps):
            if fits(step) and self._done[index, side] < step.sets:
                return index, self._done[index, side] + 1
        return None, None

    def took(self, entry: LoggedSet | RunEntry) -> None:
        """Go on behind an entry."""
        self.position = entry.position + 1
        if entry.step is not None:
            self._done[entry.step, entry.side if isinstance(entry, LoggedSet) else None] += 1


def placed(
    bare: Session, first: int, entries: Iterable[SetLine | RunLine]
) -> tuple[tuple[LoggedSet, ...], tuple[RunEntry, ...]]:
    """Return the sets and runs of lines, in their order; those of which no id is told have an empty one.

    Raises:
        Misread: if something after ``~`` is not understood.
    """
    places, began = Places(bare.steps, first), bare.started.utc
    sets: list[LoggedSet] = []
    runs: list[RunEntry] = []
    for line in entries:
        if isinstance(line, RunLine):
            runs.append(_run(line, places, began))
        else:
            sets += _sets(line, places, began)
    return tuple(sets), tuple(runs)


def _run(line: RunLine, places: Places, began: datetime) -> RunEntry:
    step, number = places.of_run()
    run = replace(line.run, position=places.position, step=step, set_number=number)
    if line.more:
        pairs.only(line.more, RUN_KEYS)
        run = RUN_FIELDS.applied(run, line.more)
        for value in (run.position, run.step, run.set_number, run.rest_s):
            limits.within("a number after ~", value or 0, (0, _HIGHEST))
        if line.more.get(AT) is not None:
            run = replace(run, logged_at=_later(began, line.more[AT]))
    places.took(run)
    return run


def _sets(line: SetLine, places: Places, began: datetime) -> list[LoggedSet]:
    columns = {key: _column(key, value) for key, value in line.more.items()}
    found = []
    for index, words in enumerate(line.sets):
        known = {key: column[index] for key, column in columns.items() if index < len(column)}
        done = _set(line.exercise, words, places, known, began)
        places.took(done)
        found.append(done)
    return found


def _set(exercise: str, words: SetWords, places: Places, known: Mapping[str, object], began: datetime) -> LoggedSet:
    at, rest, position = known.get(AT), known.get("rest"), known.get("positions")
    step, number = _place(known["places"]) if "places" in known else places.of_set(exercise, words.kind, words.side)
    return LoggedSet(
        id=_id(known.get("ids")),
        position=places.position if position is None else whole_number(position),
        exercise=exercise,
        kind=words.kind,
        load=words.load,
        bodyweight=words.bodyweight,
        reps=words.reps,
        seconds=words.seconds,
        distance=words.distance,
        rpe=words.rpe,
        side=words.side,
        per_side=words.per_side,
        step=step,
        set_number=number,
        logged_at=None if at is None else _later(began, at),
        rest_s=None if rest is None else whole_number(rest),
        unconfirmed=words.unconfirmed,
        note=words.note,
    )


def _column(key: str, value: object) -> list[object]:
    if not isinstance(value, list):
        raise Misread(f"{key} needs a list with a value for each set")
    return value


def table(value: object) -> dict[str, object]:
    """Return keys and values that stand in place of one value.

    Raises:
        Misread: if it is something else.
    """
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise Misread("'run' needs a table of keys and values")
    return value


def whole_number(value: object) -> int:
    """Return a whole number that is not below 0.

    Raises:
        Misread: if it is something else.
    """
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= _HIGHEST:
        raise Misread(f"'{clean(str(value), 40)}' is no whole number from 0 on")
    return value


def _later(began: datetime, value: object) -> datetime:
    if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) < _FARTHEST:
        raise Misread(f"at '{clean(str(value), 40)}' is no number of seconds since the start")
    try:
        return began + timedelta(seconds=value)
    except OverflowError as error:
        raise Misread(f"at {value} is no time") from error


def _id(value: object) -> str:
    if value is None:
        return ""
    if not isinstance(value, str) or clean(value) != value:
        raise Misread(f"'{clean(str(value), 40)}' is no id")
    return value


def _place(value: object) -> tuple[int | None, int | None]:
    if value is None:
        return None, None
    if not isinstance(value, list) or len(value) != 2:
        raise Misread(f"'{clean(str(value), 40)}' is no place: [step, set]")
    step, number = (None if each is None else whole_number(each) for each in value)
    return step, number
