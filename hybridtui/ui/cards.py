"""What Today's right pane says in each state of the day: values in, a card out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from textual.content import Content

from hybridtui.domain.dates import short_day
from hybridtui.domain.history import SessionLine
from hybridtui.domain.problems import Problem
from hybridtui.domain.session import Session
from hybridtui.domain.text import clean
from hybridtui.domain.today import TodayPage
from hybridtui.domain.units import Load, round_half_up
from hybridtui.domain.workout import Kind, Workout
from hybridtui.ui import frames, steps, words
from hybridtui.ui.look import (
    COLOURS,
    DOT,
    STRENGTH_COLOUR,
    colour,
    count,
    distance,
    minutes,
    sign,
    signed,
)
from hybridtui.ui.stage import Stage
from hybridtui.ui.step_card import at_step, step_line
from hybridtui.ui.widgets.step_focus import Card
from hybridtui.ui.widgets.step_list import StepLine

if TYPE_CHECKING:
    from hybridtui.domain.effort import Effort
    from hybridtui.ui.guided import Guided
    from hybridtui.ui.spot import Spot

FREE_HINT = "n starts a free session: a run, or any exercises"


def card(guided: Guided) -> Card:
    """Return what the pane says now."""
    page, session, here = guided.page, guided.session, guided.spot
    if guided.trouble is not None:
        return trouble(guided.trouble)
    if page is None:
        return Card(name="")
    match guided.stage:
        case Stage.SUMMARY if guided.finished is not None:
            from hybridtui.ui import summary  # only where a session has just ended

            return summary.card(guided.finished, page, guided.records)
        case Stage.RESUME if session is not None:
            return to_resume(session, page)
        case Stage.GUIDE if here is not None:
            return doing(here, page, guided.effort)
    return to_start(guided.workout, page) if guided.workout else nothing_due(page)


def doing(spot: Spot, page: TodayPage, effort: Effort) -> Card:
    """Say what to do now in the open session."""
    if spot.session.is_paused:
        return paused(spot, page)
    if spot.place is not None:
        return at_step(spot, page, effort)
    return _free(spot, page) if spot.free else _all_done(spot, page)


def paused(spot: Spot, page: TodayPage) -> Card:
    """Say that the session stands still, and since when."""
    session = spot.session
    moment = session.started.later(session.pauses[-1].began - session.started.utc).local
    after = step_line(session, spot.place, page.distance_unit) if spot.place is not None else ""
    return Card(
        name="Paused",
        colour="warning",
        manner=f"since {moment:%H:%M}; clock and rest stand still",
        facts=(
            ("Logged", logged(session, page)),
            ("Next", after),
            ("Keys", "enter goes on; what you log goes on too"),
        ),
    )


def step_lines(guided: Guided) -> list[StepLine]:
    """Return the steps that the list shows now: of the session, else of the workout that comes next."""
    page, session = guided.page, guided.session or guided.finished
    if page is None:
        return []
    if session is not None and session.steps:
        return steps.followed(session, page.distance_unit)
    if session is not None:
        return steps.done_freely(session, page.exercises, guided.chosen)
    workout = guided.workout or page.next_workout
    return steps.planned(workout.steps, page.distance_unit) if workout else []


def to_start(workout: Workout, page: TodayPage) -> Card:
    """Say what a workout of today is for, before it is started."""
    others = [other.title for other in page.workouts if other.id != workout.id]
    return Card(
        name=workout.title,
        colour=COLOURS[workout.kind],
        big=((str(workout.minutes), "min"),),
        manner=_nature(workout),
        facts=(
            ("For", workout.purpose),
            ("Why", workout.why[0].text if workout.why else ""),
            ("Also", ", ".join(others) + ("  (down)" if others else "")),
            ("Done", done_lines(page.done)),
            ("Start", "press enter"),
        ),
    )


def nothing_due(page: TodayPage) -> Card:
    """Say what comes next on a day with nothing (more) to do."""
    if page.plan is None:
        return Card(
            name="No plan yet", facts=(("Plan", "P, then g: set goal and days, and look at a plan"), ("Or", FREE_HINT))
        )
    rests = any(each.workout is None for each in page.adjusted)
    name = "Done for today" if page.done else "Resting today" if rests else "A day without training"
    text = "" if page.done else "Rest is part of training." if rests else "Rest is part of the plan."
    left_out = "\n".join(change for each in page.adjusted for change in each.changes)
    facts = (("Today", left_out), ("Done", done_lines(page.done)), ("Next", coming(page)), ("Or", FREE_HINT))
    return Card(name=name, manner=text, facts=facts)


def to_resume(session: Session, page: TodayPage) -> Card:
    """Offer a session that was interrupted."""
    here = steps.progress(session)
    began = session.started.local
    empty = is_empty(session)
    return Card(
        name=session.title,
        colour=COLOURS[session.kind],
        big=((str(here.done), f"of {here.total} done"),) if here.total else (),
        manner="This session is still open",
        facts=(
            ("Began", f"{_day(began.date(), page.day)} at {began:%H:%M}"),
            ("Logged", logged(session, page)),
            ("Keys", "enter goes on where you were" + (", d discards it" if empty else ", f finishes it as it is")),
        ),
    )


def _free(spot: Spot, page: TodayPage) -> Card:
    so_far = ("Logged", logged(spot.session, page))
    if spot.needs_exercise:
        return Card(name="Which exercise?", facts=(("Keys", "n chooses one, f finishes"), so_far))
    if spot.exercise is None:
        typing = ("Type", f"distance and time: 8{page.distance_unit} 44:10, or 30min")
        return Card(name="A run", facts=(typing, ("Keys", "space starts a stopwatch, f finishes"), so_far))
    last = spot.expected.last
    big = words.big_of_set(last) if last is not None else ()
    return Card(
        name=spot.exercise.name,
        colour=STRENGTH_COLOUR,
        big=big,
        manner="as the last set" if big else "",
        facts=(
            ("Today", words.done_sets(spot.sets_here)),
            ("Last", words.last_time(spot.last) if spot.last else ""),
            ("Cues", "\n".join(spot.exercise.cues)),
        ),
    )


def _all_done(spot: Spot, page: TodayPage) -> Card:
    here = steps.progress(spot.session)
    skipped = f", {here.skipped} skipped" if here.skipped else ""
    facts = (("Logged", logged(spot.session, page)), ("End", "enter finishes the session"))
    return Card(name="All steps done", big=((str(here.done), f"of {here.total}{skipped}"),), facts=facts)


def is_empty(session: Session) -> bool:
    """Return whether nothing was logged or ticked in a session."""
    return not (session.sets or session.runs or session.marks)


def logged(session: Session, page: TodayPage) -> str:
    """Write what a session holds so far, in the athlete's units: ``9 sets · 4,320 kg lifted · 5 km``."""
    metres = sum(run.distance.metres for run in session.runs if run.distance is not None)
    lifted = Load(sum(s.volume_kg for s in session.sets)).to(page.weight_unit)
    parts = (
        count(len(session.sets), "set") if session.sets else "",
        f"{round_half_up(lifted.value):,.0f} {lifted.unit} lifted" if lifted.value else "",
        distance(metres, page.distance_unit) if metres else "",
        minutes(sum(run.seconds for run in session.runs)) + " run" if any(run.seconds for run in session.runs) else "",
    )
    return DOT.join(part for part in parts if part) or "nothing yet"


def coming(page: TodayPage) -> str:
    """Write what is planned next: ``Thu 5 Mar · ▲ run · Easy run · 30 min``."""
    workout = page.next_workout
    if workout is None:
        return ""
    told = () if workout.title.endswith(" min") else (f"{workout.minutes} min",)
    return DOT.join((_day(workout.day, page.day), signed(workout.kind), workout.title, *told))


def done_lines(lines: Sequence[SessionLine]) -> str:
    """Write the sessions of a day, one a line."""
    return "\n".join(DOT.join((line.title, minutes(line.total_s))) for line in lines)


def _nature(workout: Workout) -> str:
    parts = [signed(workout.kind)]
    if workout.kind in (Kind.HYBRID, Kind.COMBO):
        parts.append(f"{workout.run_minutes} min run, {workout.strength_minutes} min strength")
    if workout.hard:
        parts.append("hard")
    return DOT.join(parts)


def _day(day: date, today: date) -> str:
    days = (day - today).days
    if days in (-1, 0, 1):
        return ("yesterday", "today", "tomorrow")[days + 1]
    return short_day(day)


def trouble(problem: Problem) -> Card:
    """Say why the log cannot be opened."""
    facts = (("What", str(problem)), ("Keys", "enter tries again, ctrl+q leaves"))
    return Card(name="The log cannot be opened", facts=facts)


def heading(guided: Guided) -> tuple[Content, Content]:
    """Return title and subtitle of the list of steps."""
    page, session = guided.page, guided.session or guided.finished
    if session is not None:
        return _titled(session.kind, session.title), Content(str(steps.progress(session)))
    workout = guided.workout
    if workout is not None:
        place = f"{guided.place_name} · " if guided.place_name else ""
        return _titled(workout.kind, workout.title), Content(f"{place}{workout.minutes} min")
    if page is not None and page.next_workout is not None:
        coming_next = page.next_workout
        return _titled(coming_next.kind, coming_next.title), Content(_day(coming_next.day, page.day))
    return Content("Steps"), Content("")


def place_title(spot: Spot | None) -> str:
    """Return where in its step or group the athlete is: ``Set 2 of 3``."""
    return frames.where(spot.session, spot.place) if spot is not None and spot.place is not None else ""


def _titled(kind: Kind, title: str) -> Content:
    return Content.assemble((sign(kind), colour(kind)), " ", clean(title))
