"""Plans as lines and back: a line for each week, each workout and each step."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from hybridtui.domain.athlete import Athlete
from hybridtui.domain.calendar import Week, Weekday
from hybridtui.domain.codec import Codec
from hybridtui.domain.text import NOTE_LIMIT, clean
from hybridtui.domain.units import round_half_up
from hybridtui.domain.workout import Kind, Phase, Plan, PlannedWeek, Why, Workout
from hybridtui.formats import limits
from hybridtui.formats.daybook import amounts, pairs, run_words, step_words
from hybridtui.formats.daybook.complaints import Misread, misread
from hybridtui.formats.daybook.exercise_words import ExerciseWords
from hybridtui.formats.daybook.fields import Fields
from hybridtui.formats.daybook.session_reading import usual_title

PLAN: Final = "plan"
WEEK: Final = "week"
WHY: Final = "why"
DAYS: Final = tuple(day.short for day in Weekday)

OF_PLAN = Fields(Plan, without=("athlete", "start", "weeks"))
OF_WEEK = Fields(PlannedWeek, ("cost",))
OF_WORKOUT = Fields(Workout, without=("day", "steps", "purpose"))
ATHLETE: Final = "athlete"
KEYS: Final = (*OF_PLAN.names, ATHLETE)
"""What may stand after ``~`` below the line of a plan."""

_ATHLETE = Codec(Athlete)

_MOST_MINUTES = 24 * 60
_MORNING, _EVENING = "am", "pm"
_LONG = "long"
_MARKS = {"hard": "hard", "legs": "leg_heavy", _LONG: "long"}
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_RULE = re.compile(r"[^\s\"]+")

_PLAN_EXPECTED = "a plan begins like plan from 2026-03-02"
_WEEK_EXPECTED = "a week is written like week 1 2026-03-02 base, or week 4 2026-03-23 base deload"
_WORKOUT_EXPECTED = 'a workout is written like Mon run easy "Easy run" 45min, or Wed pm strength SF 50min'

Pairs = list[tuple[str, object]]


def write_plan(plan: Plan, of_log: Athlete | None) -> tuple[str, list[Pairs]]:
    """Write the line of a plan, and what it leaves unsaid in several lines; ``of_log`` is the athlete told before."""
    more: list[Pairs] = [[("id", plan.id)]]
    if plan.athlete != of_log:
        more.append([(ATHLETE, _ATHLETE.plain(plan.athlete))])
    told = Plan(id=plan.id, engine="", athlete=plan.athlete, start=plan.start, weeks=())
    more += [[each] for each in OF_PLAN.otherwise(told, plan)]
    return f"{PLAN} from {plan.start}", more


def read_plan(words: str) -> date:
    """Read the day on which a plan starts.

    Raises:
        Misread: if it is not understood.
    """
    first, _, day = words.strip().partition(" ")
    if first != "from":
        raise misread(words, _PLAN_EXPECTED)
    return _day(day.strip(), _PLAN_EXPECTED)


def plan_of(
    start: date, weeks: Sequence[PlannedWeek], held: Mapping[str, object], athlete: Athlete, fresh: str
) -> Plan:
    """Make a plan of its weeks and of what stands after ``~``.

    Raises:
        Misread: if that is not understood.
    """
    bare = Plan(id=fresh, engine="", athlete=athlete, start=start, weeks=tuple(weeks))
    if ATHLETE in held:
        bare = Fields(Plan, (ATHLETE,)).applied(bare, held)
    return OF_PLAN.applied(bare, held)


def write_week(week: PlannedWeek) -> tuple[str, Pairs]:
    """Write the line of a week, and what it leaves unsaid."""
    line = f"{WEEK} {week.number} {week.week.monday} {week.phase.value}" + (" deload" if week.deload else "")
    return line, OF_WEEK.otherwise(replace(week, cost=0.0), week)


def read_week(words: str) -> PlannedWeek:
    """Read the line of a week.

    Raises:
        Misread: if it is not understood.
    """
    number, monday, *rest = [*words.split(), "", ""][: max(2, len(words.split()))]
    phase = rest.pop(0) if rest and rest[0] in tuple(Phase) else Phase.GENERAL.value
    deload = bool(rest) and rest[0] == "deload"
    if not re.fullmatch(r"[0-9]{1,4}", number) or rest[1:] or (rest and not deload):
        raise misread(words, _WEEK_EXPECTED)
    week = Week.of(_day(monday, _WEEK_EXPECTED))
    return PlannedWeek(number=int(number), week=week, phase=Phase(phase), deload=deload, workouts=())


def write_workout(workout: Workout, week: Week, exercises: ExerciseWords) -> Iterator[str]:
    """Yield the lines of a workout: itself, what it is for, why, and its steps."""
    day = DAYS[workout.day.weekday()] if Week.of(workout.day) == week else workout.day.isoformat()
    line = " ".join([day, *_workout(workout)])
    plain = all(
        _RULE.fullmatch(why.rule) and why.text and clean(why.text, NOTE_LIMIT) == why.text for why in workout.why
    )
    told = replace(read_workout(line, week), why=workout.why if plain else ())
    yield line
    yield f"  {pairs.SIGN} {pairs.written(OF_WORKOUT.otherwise(told, workout))}"
    if workout.purpose:
        yield f"  | {workout.purpose}"
    if plain:
        yield from (f"  {WHY} {why.rule} {why.text}" for why in workout.why)
    yield from (f"  {step_words.SIGN} {step_words.write(step, exercises)}" for step in workout.steps)


def _workout(workout: Workout) -> list[str]:
    words = [_EVENING] if workout.slot == _EVENING else []
    words.append(workout.kind.value)
    if _is_subtype(workout.subtype):
        words.append(workout.subtype)
    words.append(pairs.text(workout.title))
    words.append(amounts.span(workout.minutes * 60))
    if (workout.run_minutes, workout.strength_minutes) != _halves(workout.kind, workout.minutes):
        words.append(f"run {workout.run_minutes} strength {workout.strength_minutes}")
    marks = {mark: name for mark, name in _MARKS.items() if mark != workout.subtype}
    words += [mark for mark, name in marks.items() if getattr(workout, name)]
    return words if workout.level is None else [*words, f"level {workout.level}"]


def _halves(kind: Kind, minutes: int) -> tuple[int, int]:
    """Return the minutes of running and of strength that a workout of a kind usually has."""
    run = {Kind.RUN: minutes, Kind.HYBRID: int(round_half_up(minutes / 2))}.get(kind, 0)
    return run, 0 if kind in (Kind.RECOVERY, Kind.OTHER) else minutes - run


def read_workout(words: str, week: Week) -> Workout:
    """Read the line of a workout, without its id and steps.

    Raises:
        Misread: if it is not understood.
        OutOfRangeError: if no day is as long.
    """
    named, *tokens = pairs.tokens(words)
    day = week.monday + timedelta(DAYS.index(named)) if named in DAYS else _day(named, _WORKOUT_EXPECTED)
    slot = tokens.pop(0) if tokens and tokens[0] in (_MORNING, _EVENING) else _MORNING
    kind = tokens.pop(0) if tokens else ""
    if kind not in tuple(Kind):
        raise misread(words, _WORKOUT_EXPECTED)
    subtype = tokens.pop(0) if tokens and _is_subtype(tokens[0]) else ""
    title = clean(pairs.unquoted(tokens.pop(0))) if tokens and tokens[0].startswith('"') else None
    held = _amounts(tokens)
    minutes = held.pop("minutes", 0)
    run, strength = _halves(Kind(kind), minutes)
    return Workout(
        id="",
        day=day,
        kind=Kind(kind),
        subtype=subtype,
        title=usual_title(Kind(kind), subtype, "") if title is None else title,
        minutes=minutes,
        run_minutes=held.pop("run", run),
        strength_minutes=held.pop("strength", strength),
        steps=(),
        slot=slot,
        hard="hard" in held,
        leg_heavy="leg_heavy" in held,
        long="long" in held or subtype == _LONG,
        level=held.pop("level", None),
    )


def _is_subtype(word: str) -> bool:
    return run_words.is_subtype(word) and (word == _LONG or word not in _MARKS)


def _amounts(tokens: Sequence[str]) -> dict[str, int]:
    held: dict[str, int] = {}
    rest = iter(tokens)
    for token in rest:
        if token in _MARKS:
            held[_MARKS[token]] = 1
        elif token in ("run", "strength", "level"):
            held[token] = _minutes(token, amounts.read_number(next(rest, "")))
        else:
            seconds = amounts.read_span(token)
            if seconds is None:
                raise misread(token, _WORKOUT_EXPECTED)
            held["minutes"] = _minutes("the minutes", seconds / 60)
    return held


def _minutes(what: str, value: float) -> int:
    return int(limits.within(what, value, (0, _MOST_MINUTES)))


def read_why(words: str) -> Why:
    """Read a reason: a rule, and a sentence."""
    rule, _, text = words.strip().partition(" ")
    return Why(clean(rule), clean(text, NOTE_LIMIT))


def as_planned(told: Workout, held: Mapping[str, object], fresh: str) -> Workout:
    """Return a workout with what stands after ``~``, or with a ``fresh`` id.

    Raises:
        Misread: if that is not understood.
        OutOfRangeError: if no day is as long.
    """
    planned = OF_WORKOUT.applied(told, held)
    for minutes in (planned.minutes, planned.run_minutes, planned.strength_minutes):
        limits.within("the minutes", minutes, (0, _MOST_MINUTES))
    if planned.level is not None:
        limits.within("the level", planned.level, (1, 3))
    return planned if planned.id else replace(planned, id=fresh)


def _day(word: str, expected: str) -> date:
    if not _DAY.fullmatch(word):
        raise misread(word, expected)
    try:
        return date.fromisoformat(word)
    except ValueError as error:
        raise Misread(f"there is no day {word}") from error
