"""The day and the week in hand, in words. What is not said is not asked for twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from textual.content import Content

from hybridtui.domain.body_weight import BodyWeight
from hybridtui.domain.calendar import Week
from hybridtui.domain.dates import short_day
from hybridtui.domain.days import Day, Did, Missed, State, WeekKept
from hybridtui.domain.skips import SkipReason
from hybridtui.domain.text import clean
from hybridtui.domain.units import DistanceUnit, WeightUnit, decimal, pace, round_half_up, whole_minutes
from hybridtui.domain.workout import Workout
from hybridtui.ui import look
from hybridtui.ui.dialogs.skip_reason import WORDS as REASON_WORDS
from hybridtui.ui.history.calendar_signs import DUE_SIGNS, MUTED, STATE_WORDS, colour_of, sign_of

NOTE_CELLS = 120
"""Most characters of a note here; the dialog shows all of it."""


@dataclass(frozen=True, slots=True)
class Units:
    """What distances and weights are told in."""

    distance: DistanceUnit = DistanceUnit.KM
    weight: WeightUnit = WeightUnit.KG


def day_lines(day: Day, week: WeekKept, in_hand: int, units: Units) -> Iterator[Content]:
    """Tell a day: its state, its sessions (``in_hand`` the index of the one to open), what was planned, and why not."""
    head = Content.assemble((f"{day.day:%A} {day.day.day} {day.day:%B %Y}", "bold"))
    words = STATE_WORDS[day.state]
    yield head + Content.assemble("  ", (sign_of(day), colour_of(day)), f" {words}") if words else head
    for number, did in enumerate(day.done):
        yield _done(did, units, held=len(day.done) > 1 and number == in_hand)
    yield from _planned(day, week)


def week_lines(week: WeekKept, today: date, *, tight: bool) -> Iterator[Content]:
    """Tell a week against its plan, and what of it was not done; ``tight``: on as few lines as can be."""
    first, last = week.week.first, week.week.last
    span = (
        f"{first.day}-{last.day} {last:%B %Y}"
        if first.month == last.month
        else f"{short_day(first)} - {short_day(last)}"
    )
    yield Content.assemble((f"Week {week.week.iso_week}", "bold"), f"  {span}")
    if not week.planned:
        yield Content.styled("No plan covered this week.", MUTED)
        return
    to_come = f", {week.due} to come" if week.due else ""
    told = [f"{week.kept} of {week.workouts} workouts kept{to_come}"]
    if week.rest_planned:
        so_far = " so far" if week.week == Week.of(today) else ""
        told.append(f"{week.rest_kept} of {week.rest_planned} planned rest days kept{so_far}")
    yield from map(Content, (look.DOT.join(told),) if tight else told)
    yield from _missed(week.missed)
    for each in week.dropped:
        out = f"{look.SKIPPED_SIGN} {short_day(each.day)}: {look.word(each.kind)}, taken out by you"
        yield Content.styled(out if each.said is None else f"{out}: {_said(each.said)}", MUTED)


def _missed(missed: Sequence[Missed]) -> Iterator[Content]:
    """Tell what was not done, days with the same reason together."""
    days: dict[Content, list[date]] = {}
    for each in missed:
        days.setdefault(_why(each), []).append(each.workout.day)
    for why, of in days.items():
        named = ", ".join([*(f"{day:%a} {day.day}" for day in of[:-1]), short_day(of[-1])])
        yield Content.assemble((look.MISSED_SIGN, "$text-warning"), f" {named}: ", why)


def weight_line(weights: Sequence[BodyWeight], units: Units) -> Content | None:
    """Tell the newest body weight, and how far it is from the first of those shown; None: none was logged."""
    if not weights:
        return None
    newest, oldest = weights[-1], weights[0]
    told = [f"{_weight(newest, units)}, {short_day(newest.day)}"]
    change = newest.weight.to(units.weight).value - oldest.weight.to(units.weight).value
    if len(weights) > 1:
        told.append(f"{_signed(change)} {units.weight} since {short_day(oldest.day)} {oldest.day.year}")
    return Content.assemble(("Body weight ", "bold"), look.DOT.join(told))


def _signed(change: float) -> str:
    """Write a change with its sign, a true minus; none is none."""
    tenths = round_half_up(abs(change) * 10) / 10
    return f"{'−' if change < 0 else '+'}{tenths:.1f}" if tenths else "0.0"


def _weight(weight: BodyWeight, units: Units) -> str:
    return f"{decimal(weight.weight.to(units.weight).value, 1)} {units.weight}"


def _done(did: Did, units: Units, *, held: bool) -> Content:
    facts = [f"{whole_minutes(did.total_s)} min" if did.total_s else "time unknown"]
    if did.distance_m:
        facts.append(look.distance(did.distance_m, units.distance))
        if did.run_s and not did.strength_s and not did.other_s:  # else some of the distance was not run
            facts.append(pace(did.run_s, did.distance_m, units.distance))
    if did.total_s:
        facts.append(f"load {'~' if did.load_estimated else ''}{decimal(did.load_au, 0)}")
    name = clean(did.title) or clean(did.sport) or look.word(did.kind)
    return Content.assemble(
        (look.CURRENT_SIGN if held else " ", "bold"),
        (look.sign(did.kind), look.colour(did.kind)),
        f" {name}  ",
        (look.DOT.join(facts), MUTED),
    )


def _planned(day: Day, week: WeekKept) -> Iterator[Content]:
    explained = {missed.workout.id: missed for missed in week.missed}
    elsewhere = {workout.id: on for workout, on in day.elsewhere}
    open_ = day.state is State.DUE or any(each not in day.missed for each in day.asked)
    for workout in day.asked:
        if workout.id in explained:
            yield _of(workout, look.MISSED_SIGN, "$text-warning", "planned")
            yield Content.assemble("   ", _why(explained[workout.id]))
        elif workout.id in elsewhere:
            yield _of(workout, look.DONE_SIGN, "$text-success", f"counts by {short_day(elsewhere[workout.id])}: ")
        elif day.state is State.DUE:
            yield _of(workout, DUE_SIGNS.get(workout.kind, " "), look.colour(workout.kind), "planned")
    if not open_ and not day.asked and day.planned_rest and day.done and not day.rested:
        yield Content.styled("  Rest was planned for this day; another day of the week may stand for it.", MUTED)
    dropped = [each for each in week.dropped if each.day == day.day]
    if dropped:
        why = [_said(each.said) for each in dropped if each.said is not None]
        told = f" taken out of the plan by you{': ' if why else ''}{', '.join(why)}"
        yield Content.styled(f" {look.SKIPPED_SIGN}{told}", MUTED)
    elif day.state is State.FREE and not week.planned:
        yield Content.styled("  No plan covered this day.", MUTED)


def _of(workout: Workout, sign: str, colour: str, how: str) -> Content:
    return Content.assemble((f" {sign}", colour), f" {how} ".replace(":  ", ": "), clean(workout.title))


def _why(missed: Missed) -> Content:
    """Say why something was not done: in the athlete's words, else what the log knows, else that nothing is."""
    if missed.said is not None:
        return Content(_said(missed.said))
    if missed.known:
        return Content(", ".join(map(clean, missed.known)))
    return Content.styled("no reason known", MUTED)


def _said(reason: SkipReason) -> str:
    note = clean(reason.note, NOTE_CELLS)
    return f"{REASON_WORDS[reason.reason]}{f' · {note}' if note else ''}"
