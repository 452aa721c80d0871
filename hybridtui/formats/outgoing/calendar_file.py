"""The plan as a calendar (iCalendar, RFC 5545): an event for each planned workout. Source: formats.md 1.14.

A workout keeps its UID as long as the plan keeps the workout, moved or redrafted, so that
a calendar that imports the file again changes its events and doubles none. Nothing of an
earlier export is kept, so the sequence number counts seconds: every later export is newer
than any earlier one, whether a workout changed or not. What earlier plans asked for in the
days of this one, and it does not, is told as cancelled (RFC 5545 3.8.1.11): calendars strike
it out or take it away. What one plan dropped is not known any more: a calendar of its own
for the plan can be emptied before it is read anew.

A plan knows days and no hours: events are of the whole day. Of two on one day the earlier
and the later one (science.md E.3) begin at hours of our choice, on whatever clock the
calendar runs: such times have no zone, and the file needs none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256
from itertools import groupby
from typing import TYPE_CHECKING

from hybridtui.domain.dates import full_day
from hybridtui.domain.session import Status
from hybridtui.domain.step_words import asked, form
from hybridtui.domain.text import NOTE_LIMIT, clean, clean_note
from hybridtui.domain.units import DistanceUnit
from hybridtui.domain.workout import Kind, Plan, Step, StepKind, Workout
from hybridtui.formats.writing import Exported, OutFile

if TYPE_CHECKING:
    from icalendar import Event

NAME = "plan.ics"

PRODUCT = "-//hybridtui//training plan//EN"

BEGINS = {"am": time(7), "pm": time(17)}
"""When the workouts of a day with two of them begin: ten hours apart (a product decision)."""

_FIRST_SEQUENCE = datetime(2020, 1, 1, tzinfo=UTC)
"""From which sequence numbers count seconds; they have room until 2088."""

_PLAIN_ID = re.compile(r"[0-9A-Za-z._-]{1,64}")

_CATEGORIES = {Kind.RUN: ("Run",), Kind.STRENGTH: ("Strength",), Kind.COMBO: ("Run", "Strength"),
               Kind.HYBRID: ("Run", "Strength"), Kind.RECOVERY: ("Recovery",), Kind.OTHER: ("Other",)}  # fmt: skip
_ENDS = {StepKind.WARMUP: "Warm-up", StepKind.COOLDOWN: "Cool-down"}


def write(exported: Exported) -> Iterator[OutFile]:
    """Yield the plan that is followed as one file; nothing without a workout: a calendar of no event is none."""
    if not exported.contents.plans:
        return
    plan = exported.contents.plans[-1]
    first = exported.since or date.min
    workouts = [each for each in plan.workouts if each.day >= first]
    if not workouts:
        return
    done = {each.workout_id for each in exported.sessions() if each.status is Status.FINISHED}
    former = _former(exported.contents.plans[:-1], plan, max(first, plan.start), done)
    yield OutFile(NAME, _parts(plan, workouts, former, done, exported.now))


def _former(
    earlier: Iterable[Plan], plan: Plan, first: date, done: Collection[str | None]
) -> tuple[tuple[Workout, Plan], ...]:
    """Return what earlier plans asked for from a day on that this one does not, and nobody did; the newest of each."""
    kept = {uid(workout) for workout in plan.workouts}
    found = {
        uid(workout): (workout, each)
        for each in earlier
        for workout in each.workouts
        if workout.day >= first and workout.id not in done
    }
    return tuple(each for known_by, each in found.items() if known_by not in kept)


def uid(workout: Workout) -> str:
    """Return what a calendar knows a workout by: printable ASCII, whatever its id is."""
    plain = _PLAIN_ID.fullmatch(workout.id)
    return f"{workout.id if plain else sha256(workout.id.encode('utf-8', 'replace')).hexdigest()[:32]}@hybridtui"


def sequence(now: datetime) -> int:
    """Return the number of an export: higher than that of every earlier one."""
    return max(0, int((now - _FIRST_SEQUENCE).total_seconds()))


def _parts(
    plan: Plan,
    workouts: list[Workout],
    former: Iterable[tuple[Workout, Plan]],
    done: Collection[str | None],
    now: datetime,
) -> Iterator[bytes]:
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", "Training plan")
    at = now.astimezone(UTC).replace(microsecond=0)
    unit, on_day = plan.athlete.distance_unit, Counter(workout.day for workout in plan.workouts)
    for workout in workouts:
        alone = on_day[workout.day] == 1
        calendar.add_component(_event(workout, unit, done=workout.id in done, alone=alone, now=at))
    for workout, of in former:
        event = _event(workout, of.athlete.distance_unit, done=False, alone=True, now=at)
        event["status"] = "CANCELLED"
        calendar.add_component(event)
    yield calendar.to_ical()


def _event(workout: Workout, unit: DistanceUnit, *, done: bool, alone: bool, now: datetime) -> Event:
    from icalendar import Event

    event = Event()
    event.add("uid", uid(workout))
    event.add("dtstamp", now)
    event.add("last-modified", now)
    event.add("sequence", sequence(now))
    event.add("summary", _summary(workout, done=done))
    event.add("description", _description(workout, unit, done=done))
    event.add("categories", [*_CATEGORIES[workout.kind], *(["Race"] if workout.is_race else [])])
    event.add("status", "CONFIRMED")
    event.add("transp", "TRANSPARENT" if alone else "OPAQUE")
    if alone or workout.slot not in BEGINS:
        event.add("dtstart", workout.day)
        event.add("dtend", workout.day + timedelta(days=1))
    else:
        begins = datetime.combine(workout.day, BEGINS[workout.slot])
        event.add("dtstart", begins)
        event.add("dtend", begins + timedelta(minutes=max(1, workout.minutes)))
    return event


def _summary(workout: Workout, *, done: bool) -> str:
    title, length = clean(workout.title), f"{workout.minutes} min"
    told = title if title.endswith(length) else f"{title}, {length}"
    return f"✓ {told}" if done else told


def _description(workout: Workout, unit: DistanceUnit, *, done: bool) -> str:
    """Return what there is to do and why, a line each."""
    lines = ["Done.", ""] if done else []
    for kind, steps in groupby(workout.steps, key=lambda step: step.kind if step.kind in _ENDS else None):
        if kind is not None:
            lines.append(f"{_ENDS[kind]}: {'; '.join(clean(step.title) for step in steps)}")
        else:
            lines += _lines(tuple(steps), unit)
    reasons = [clean(workout.purpose, 400), *(f"{clean(why.text, 400)} ({clean(why.rule)})" for why in workout.why)]
    if workout.moved_from is not None:
        because = f": {clean(workout.because, 400)}" if workout.because else ""
        reasons.append(f"Moved from {full_day(workout.moved_from)}{because}")
    lines += ["", *(reason for reason in reasons if reason)]
    return clean_note("\n".join(lines), NOTE_LIMIT * 2)


def _lines(steps: tuple[Step, ...], unit: DistanceUnit) -> Iterator[str]:
    """Yield a line for each step; before a group that the clock leads through, how it does."""
    for group, members in groupby(steps, key=lambda step: (step.group, step.form, step.block_s)):
        parts = list(members)
        if group[1] is not None and (how := form(parts[0])):
            yield how[:1].upper() + how[1:] + ":"
        for step in parts:
            what = asked(step, unit)
            yield f"- {clean(step.title)}: {what}" if what else f"- {clean(step.title)}"
