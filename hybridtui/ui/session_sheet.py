"""One session in words: its facts, and a row for each set and run. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from textual.content import Content

from hybridtui.domain.dates import short_day
from hybridtui.domain.exercises import Exercise
from hybridtui.domain.flags import ZONE_ASSUMED
from hybridtui.domain.guide import Place, outcome
from hybridtui.domain.history import SessionLine
from hybridtui.domain.session import LoggedSet, MarkKind, RunEntry, Session, SetKind, Source
from hybridtui.domain.text import clean, clean_note
from hybridtui.domain.units import DistanceUnit, Load, WeightUnit, decimal, round_half_up
from hybridtui.domain.workout import Kind, Step, Workout
from hybridtui.ui import look, words
from hybridtui.ui.session_page import SessionPage
from hybridtui.ui.sources import origin, told_by

SET_WORDS = {SetKind.WARMUP: "warm-up", SetKind.DROP: "drop set", SetKind.FAILURE: "to failure"}
SKIPPED = "skipped"
GUESSED = "?"
"""Sign of an exercise that a watch guessed."""


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row: a heading, or a set or run that can be changed."""

    text: Content
    id: str | None = None
    """Of the set or run; None: a heading."""


def exercise_name(exercise_id: str, exercises: Mapping[str, Exercise]) -> str:
    """Return an exercise's name; its id if it is in no library any more."""
    exercise = exercises.get(exercise_id)
    return clean(exercise.name if exercise is not None else exercise_id)


def facts(page: SessionPage, session: Session) -> Content:
    """Return what is known of the session of a page as a whole, in a few lines."""
    weight, distance = page.athlete.weight_unit, page.athlete.distance_unit
    day = session.started.local
    kind = clean(session.sport) if session.kind is Kind.OTHER and session.sport else look.word(session.kind)
    when = [f"{short_day(day)} {day:%Y, %H:%M}", look.minutes(session.total_s), *_effort(session, page.lenders)]
    lines = [
        Content.assemble(
            (look.sign(session.kind), look.colour(session.kind)), f" {kind}{look.DOT}{look.DOT.join(when)}"
        )
    ]
    if amounts := look.DOT.join(_amounts(session, page.lenders, weight, distance)):
        lines.append(Content(amounts))
    if guessed := sum(each.unconfirmed for each in session.sets):
        lines.append(Content.assemble((f"{GUESSED} ", "$text-warning"), _guessed(guessed)))
    if page.counts_as is not None:
        lines.append(Content.assemble(("Planned: ", "$foreground-muted"), _planned_as(page.counts_as)))
    if origin := _origin(session):
        lines.append(Content(origin).stylize("$foreground-muted"))
    if page.others:
        lines.append(_told_again(session, page.others))
    if aches := look.DOT.join(pain.words for pain in page.pains):
        lines.append(Content.assemble(("Ache: ", "$foreground-muted"), aches))
    if session.note:
        lines.append(Content(clean_note(session.note)).stylize("italic"))
    return Content("\n").join(lines)


def _told_again(session: Session, others: Sequence[SessionLine]) -> Content:
    """Name the other records of the same workout: it counts once."""
    if session.same_as is not None:
        begin, named, end = "Same as ", others[:1], ": counts once, there"
    else:
        begin, named, end = "Also told by ", others, ": counts once, here"
    names = (f"{clean(o.title)} at {o.started_local:%H:%M} {told_by(o.source)}" for o in named)
    return Content.assemble((begin, "$foreground-muted"), " and ".join(names), end)


def _guessed(sets: int) -> str:
    return f"{look.count(sets, 'set')} with an exercise that the watch guessed: g confirms"


def _effort(session: Session, lenders: Sequence[Session]) -> Iterator[str]:
    if session.rpe is not None:
        yield f"RPE {decimal(session.rpe)}"
    elif session.lent_rpe is not None:
        lender = next((each.source for each in lenders if each.rpe == session.lent_rpe), None)
        yield f"RPE {decimal(session.lent_rpe)} {_lent_by(lender)}"
    if load := session.counted_load_au:
        yield f"load {round_half_up(load):,.0f}" + (" estimated" if session.counted_load_estimated else "")


def _lent_by(source: Source | None) -> str:
    """Say whose effort or heart rate it is that the session has from another record of the workout."""
    return "from the other record" if source is None else told_by(source)


def _amounts(session: Session, lenders: Sequence[Session], weight: WeightUnit, distance: DistanceUnit) -> Iterator[str]:
    metres = sum(run.distance.metres for run in session.runs if run.distance is not None)
    if metres:
        yield look.distance(metres, distance)
    if session.run_s and session.strength_s:
        yield f"{look.minutes(session.run_s)} run and {look.minutes(session.strength_s)} strength"
    if session.sets:
        yield look.count(len(session.sets), "set")
    if session.tonnage_kg:
        yield f"{round_half_up(Load(session.tonnage_kg).to(weight).value):,.0f} {weight}"
    if session.avg_hr is not None:
        yield f"heart rate {session.avg_hr}"
    elif session.lent_hr is not None:
        lender = next((each.source for each in lenders if each.avg_hr == session.lent_hr), None)
        yield f"heart rate {session.lent_hr} {_lent_by(lender)}"
    skipped = sum(mark.kind is MarkKind.SKIPPED for mark in session.marks)
    if skipped:
        yield f"{skipped} skipped"


def _origin(session: Session) -> str:
    flags = (f"time {flag}" if flag == ZONE_ASSUMED else flag for flag in session.flags)  # no zone of a heart rate
    parts = [origin(session.source), *map(clean, flags)]
    return look.DOT.join(part for part in parts if part)


def rows(
    session: Session,
    exercises: Mapping[str, Exercise],
    distance: DistanceUnit,
    counts_as: Workout | None = None,
) -> tuple[SheetRow, ...]:
    """Return runs, then sets by exercise in the order they were done, then what was planned but not done.

    Each exercise stands under its name, beside which is what was planned of it: by the
    steps of the session, or by the workout that it counts as, if it did not follow that.
    """
    replaced = counts_as is not None and (not session.steps or counts_as.title != session.title)
    planned = counts_as.steps if counts_as is not None and replaced else session.steps
    return (
        *_run_rows(session, planned, distance),
        *_set_rows(session, planned, exercises),
        *_left_rows(session, planned, exercises, distance, replaced=replaced),
    )


def _planned_as(workout: Workout) -> Content:
    day = short_day(workout.day)
    length = "" if workout.title.endswith(" min") else f", {workout.minutes} min"
    return Content(f"{clean(workout.title)}{length}, {day}")


def _heading(name: str, planned: str) -> SheetRow:
    beside = (f"  planned {planned}", "not bold $foreground-muted") if planned else ""
    return SheetRow(Content.assemble((name, "bold"), beside))


def _planned(steps: Iterable[Step], distance: DistanceUnit = DistanceUnit.KM) -> str:
    """Write what steps ask for: ``3 × 6–8 at 80 kg``, of one after another with commas."""
    parts = (
        " ".join(part for part in (words.amount(step, distance), f"at {step.load}" if step.load else "") if part)
        for step in steps
    )
    return ", ".join(part for part in parts if part)


def _left_rows(
    session: Session,
    planned: Sequence[Step],
    exercises: Mapping[str, Exercise],
    distance: DistanceUnit,
    *,
    replaced: bool,
) -> Iterator[SheetRow]:
    """Yield what was planned and of which nothing was done, with whether it was skipped."""
    left: list[SheetRow] = []
    for index, step in enumerate(planned):
        ended = set() if replaced else {outcome(session, Place(index, n)) for n in range(1, step.sets + 1)}
        if "done" in ended or (replaced and _was_done(session, step)):
            continue
        name = exercise_name(step.exercise, exercises) if step.logs_sets and step.exercise else clean(step.title)
        left.append(SheetRow(_row(0, name, [_planned([step], distance), SKIPPED if "skipped" in ended else ""])))
    if left:
        yield SheetRow(Content("Planned, not done").stylize("bold"))
        yield from left


def _was_done(session: Session, step: Step) -> bool:
    """Return whether a session that did not follow the plan holds what one of its steps asks for."""
    if step.is_run:
        return bool(session.runs)
    if not step.logs_sets:
        return True  # warm-up and cool-down leave no trace of their own
    return any(logged.exercise == step.exercise for logged in session.sets)


def _run_rows(session: Session, planned: Sequence[Step], distance: DistanceUnit) -> Iterator[SheetRow]:
    runs = sorted(session.runs, key=lambda run: run.position)
    if runs:
        name = "Runs" if all(run.sport == "run" for run in runs) else "Distance"
        yield _heading(name, _planned((step for step in planned if step.is_run), distance))
    for number, run in enumerate(runs, 1):
        yield SheetRow(_run(number, run, _stretch(run, session), distance), run.id)


def _stretch(run: RunEntry, session: Session) -> str:
    """Name a stretch as its step does; without a step by what kind of run or sport it was."""
    if run.step is not None and run.step < len(session.steps):
        return session.steps[run.step].title
    return run.subtype if run.sport == "run" else run.sport


def _run(number: int, run: RunEntry, name: str, distance: DistanceUnit) -> Content:
    heart = f"heart rate {run.avg_hr}" if run.avg_hr is not None else ""
    if heart and run.max_hr is not None:
        heart += f", highest {run.max_hr}"
    more = [
        clean(name),
        heart,
        f"up {run.ascent_m:.0f} m" if run.ascent_m else "",
        f"RPE {decimal(run.rpe)}" if run.rpe is not None else "",
        clean(run.note),
    ]
    return _row(number, words.done_run(run, distance), more)


def _set_rows(session: Session, planned: Sequence[Step], exercises: Mapping[str, Exercise]) -> Iterator[SheetRow]:
    ordered = sorted(session.sets, key=lambda logged: logged.position)
    order = list(dict.fromkeys(logged.exercise for logged in ordered))
    ordered.sort(key=lambda logged: order.index(logged.exercise))
    for exercise, sets in groupby(ordered, key=lambda logged: logged.exercise):
        asked = (step for step in planned if step.logs_sets and step.exercise == exercise)
        yield _heading(exercise_name(exercise, exercises), _planned(asked))
        for number, logged in enumerate(sets, 1):
            yield SheetRow(_set(number, logged), logged.id)


def _set(number: int, logged: LoggedSet) -> Content:
    more = [
        "each side" if logged.sides == 2 else "",
        f"RPE {decimal(logged.rpe)}" if logged.rpe is not None else "",
        SET_WORDS.get(logged.kind, ""),
        f"rest {words.pause(logged.rest_s)}" if logged.rest_s else "",
        f"{GUESSED} exercise guessed by the watch" if logged.unconfirmed else "",
        clean(logged.note),
    ]
    return _row(number, words.done_set(logged), more)


def _row(number: int, main: str, more: list[str]) -> Content:
    return Content.assemble(
        (f"{number or '':>4}  ", "$foreground-muted"),
        f"{main:<24}",
        ("  " + look.DOT.join(part for part in more if part), "$foreground-muted"),
    )
