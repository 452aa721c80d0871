"""One session in words: its facts, and a row for each set and run. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from textual.content import Content

from hybridtui.domain.exercises import Exercise
from hybridtui.domain.session import LoggedSet, MarkKind, RunEntry, Session, SetKind, Source
from hybridtui.domain.text import clean, clean_note
from hybridtui.domain.units import DistanceUnit, Load, WeightUnit, decimal
from hybridtui.domain.workout import Kind
from hybridtui.ui import look, words

SET_WORDS = {SetKind.WARMUP: "warm-up", SetKind.DROP: "drop set", SetKind.FAILURE: "to failure"}
SOURCES = {Source.STRONG: "from Strong", Source.FIT: "from a FIT file"}


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


def facts(session: Session, weight: WeightUnit, distance: DistanceUnit) -> Content:
    """Return what is known of a session as a whole, in two or three lines."""
    day = session.started.local
    kind = clean(session.sport) if session.kind is Kind.OTHER and session.sport else look.word(session.kind)
    when = [f"{day:%a} {day.day} {day:%b} {day:%Y, %H:%M}", look.minutes(session.total_s), *_effort(session)]
    lines = [
        Content.assemble(
            (look.sign(session.kind), look.colour(session.kind)), f" {kind}{look.DOT}{look.DOT.join(when)}"
        )
    ]
    if amounts := look.DOT.join(_amounts(session, weight, distance)):
        lines.append(Content(amounts))
    if origin := _origin(session):
        lines.append(Content(origin).stylize("$foreground-muted"))
    if session.note:
        lines.append(Content(clean_note(session.note)).stylize("italic"))
    return Content("\n").join(lines)


def _effort(session: Session) -> Iterator[str]:
    if session.rpe is not None:
        yield f"RPE {decimal(session.rpe)}"
    if session.load_au:
        yield f"load {session.load_au:,.0f}" + (" estimated" if session.load_estimated else "")


def _amounts(session: Session, weight: WeightUnit, distance: DistanceUnit) -> Iterator[str]:
    metres = sum(run.distance.metres for run in session.runs if run.distance is not None)
    if metres:
        yield look.distance(metres, distance)
    if session.run_s and session.strength_s:
        yield f"{look.minutes(session.run_s)} run and {look.minutes(session.strength_s)} strength"
    if session.sets:
        yield look.count(len(session.sets), "set")
    if session.tonnage_kg:
        yield f"{Load(session.tonnage_kg).to(weight).value:,.0f} {weight}"
    if session.avg_hr is not None:
        yield f"heart rate {session.avg_hr}"
    skipped = sum(mark.kind is MarkKind.SKIPPED for mark in session.marks)
    if skipped:
        yield f"{skipped} skipped"


def _origin(session: Session) -> str:
    parts = [SOURCES.get(session.source, ""), *(clean(flag) for flag in session.flags)]
    return look.DOT.join(part for part in parts if part)


def rows(session: Session, exercises: Mapping[str, Exercise], distance: DistanceUnit) -> tuple[SheetRow, ...]:
    """Return runs, then sets by exercise in the order they were done; each exercise under its name."""
    return (*_run_rows(session, distance), *_set_rows(session, exercises))


def _run_rows(session: Session, distance: DistanceUnit) -> Iterator[SheetRow]:
    runs = sorted(session.runs, key=lambda run: run.position)
    if runs:
        yield SheetRow(Content("Runs" if all(run.sport == "run" for run in runs) else "Distance").stylize("bold"))
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


def _set_rows(session: Session, exercises: Mapping[str, Exercise]) -> Iterator[SheetRow]:
    ordered = sorted(session.sets, key=lambda logged: logged.position)
    order = list(dict.fromkeys(logged.exercise for logged in ordered))
    ordered.sort(key=lambda logged: order.index(logged.exercise))
    for exercise, sets in groupby(ordered, key=lambda logged: logged.exercise):
        yield SheetRow(Content(exercise_name(exercise, exercises)).stylize("bold"))
        for number, logged in enumerate(sets, 1):
            yield SheetRow(_set(number, logged), logged.id)


def _set(number: int, logged: LoggedSet) -> Content:
    more = [
        "each side" if logged.sides == 2 else "",
        f"RPE {decimal(logged.rpe)}" if logged.rpe is not None else "",
        SET_WORDS.get(logged.kind, ""),
        f"rest {words.pause(logged.rest_s)}" if logged.rest_s else "",
        "exercise guessed by the watch" if logged.unconfirmed else "",
        clean(logged.note),
    ]
    return _row(number, words.done_set(logged), more)


def _row(number: int, main: str, more: list[str]) -> Content:
    return Content.assemble(
        (f"{number:>4}  ", "$foreground-muted"),
        f"{main:<24}",
        ("  " + look.DOT.join(part for part in more if part), "$foreground-muted"),
    )
