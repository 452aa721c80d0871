"""What Today's right pane says at one step: what to do, how, with which plates, and how it went the last time."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hybridtui.domain import guide
from hybridtui.domain.dates import day_and_month
from hybridtui.domain.effort import TECHNIQUE, Effort
from hybridtui.domain.plates import told
from hybridtui.domain.recording import rest_after
from hybridtui.domain.session import RunEntry, Session
from hybridtui.domain.today import TodayPage
from hybridtui.domain.units import DistanceUnit, clock, pace
from hybridtui.domain.workout import Form, Step, StepKind
from hybridtui.ui import words
from hybridtui.ui.look import DOT, RUN_COLOUR, STRENGTH_COLOUR, TIMES, distance, minutes
from hybridtui.ui.widgets.step_focus import Card

if TYPE_CHECKING:
    from hybridtui.ui.spot import Spot

TOO_HARD = "Two sets were much harder than asked: less weight for the rest."

NEW = "New to your log: this first set is for the form."

ASKS = {
    Effort.RPE: ("RPE?", "how hard, of 10"),
    Effort.RIR: ("RIR?", "reps left in reserve"),
}
"""What the card asks for where the athlete wants to tell the effort of every set."""


NOTE_SHOWN = 100
"""So much of a note is told at the step, in characters: a longer one would take the room of everything else."""

RECOVERS = "then "
"""Before what follows a repeat of a run."""


def at_step(spot: Spot, page: TodayPage, effort: Effort) -> Card:
    """Say what to do now, and ask for the effort on a scale, if one is wanted."""
    step, place, expected = spot.step, spot.place, spot.expected
    assert step is not None  # noqa: S101 - only called at a step
    assert place is not None  # noqa: S101
    unit = page.distance_unit
    repeat = _repeat(spot, unit)
    asked = words.big_target(step, place.set_number, expected.load, expected.target_reps, unit)
    return Card(
        name=step.title,
        colour=_colour(step),
        big=asked,
        manner="\n".join(line for line in (repeat, words.manner(_on_this_set(spot, step), unit), _form(step)) if line),
        facts=(
            ("Now", _wanted(spot)),
            ("Plates", plates(spot, page)),
            ("Note", _brief(spot.note)),
            ("Today", words.done_sets(spot.sets_here)),
            ("Last", _last(spot, unit)),
            _effort(spot, effort),
            ("Why", TOO_HARD if spot.eased else step.why[0].text if step.why else NEW if spot.technique else ""),
            ("Cues", "\n".join(spot.exercise.cues) if spot.exercise else ""),
            ("Next", "" if RECOVERS in repeat else _next(spot, unit)),
        ),
    )


def plates(spot: Spot, page: TodayPage) -> str:
    """Say how the bar is loaded for the next set; empty where no barbell is lifted."""
    if spot.exercise is None or page.athlete is None:
        return ""
    return told(spot.expected.load, spot.exercise, page.athlete)


def step_line(session: Session, place: guide.Place, unit: DistanceUnit) -> str:
    """Write a place with what it asks for: ``set 3 of Back squat · 80 kg × 8``."""
    step = session.steps[place.step]
    before = next((done.load for done in reversed(session.sets) if done.exercise == step.exercise), None)
    asked = words.target(step, place.set_number, unit, before)
    return DOT.join(part for part in (guide.name(session, place), asked) if part)


def _wanted(spot: Spot) -> str:
    """Say what has to be typed at a set that ``enter`` alone cannot log: its first load."""
    if not spot.logs_sets:
        return ""
    words_, fine = spot.understood("")
    return "" if fine else words_


def _brief(note: str) -> str:
    return note if len(note) <= NOTE_SHOWN else f"{note[:NOTE_SHOWN].rstrip()} …"


def _effort(spot: Spot, scale: Effort) -> tuple[str, str]:
    name, question = ASKS.get(scale, ("", ""))
    return name, f"{question}: {spot.example}" if spot.example else ""


def _on_this_set(spot: Spot, step: Step) -> Step:
    """Return the step as this set has it: rest short within a round and full after it, easy if it is for the form."""
    if spot.place is None or not step.logs_sets:
        return step
    rpe = min(step.rpe or TECHNIQUE, TECHNIQUE) if spot.technique else step.rpe
    return replace(step, rest_s=rest_after(spot.session, spot.place), rpe=rpe)


def _colour(step: Step) -> str:
    """Running has its colour and strength its own; what warms up or cools down has none."""
    return RUN_COLOUR if step.is_run else STRENGTH_COLOUR if step.logs_sets else "foreground"


def _repeat(spot: Spot, unit: DistanceUnit) -> str:
    """Say which repeat of a run it is and what follows: ``5 of 11, 400 m, then 90 s jog``."""
    step, place = spot.step, spot.place
    if step is None or place is None or not step.is_run or step.sets == 1:
        return ""
    last = place.set_number == step.sets
    told_ = [f"{place.set_number} of {step.sets}{', the last one' if last else ''}"]
    told_ += [asked for asked in (words.target(step, place.set_number, unit),) if asked]
    after = guide.following(spot.session, place)
    easy = spot.session.steps[after.step] if after is not None else None
    if easy is not None and easy.kind is StepKind.RECOVERY and easy.seconds:
        told_.append(f"{RECOVERS}{words.pause(easy.seconds)} {easy.title[:1].lower()}{easy.title[1:]}")
    elif step.rest_s and not last:
        told_.append(f"{RECOVERS}{words.pause(step.rest_s)} of rest")
    return ", ".join(told_)


def _form(step: Step) -> str:
    if step.form is Form.AMRAP:
        return f"As many rounds as you can in {words.pause(step.block_s)}: space starts"
    return f"A start every {words.pause(step.block_s)}, rest until the next: space starts" if step.form else ""


def _last(spot: Spot, unit: DistanceUnit) -> str:
    if spot.step is not None and spot.step.is_run:
        return last_run(spot.last_run, spot.step, unit) if spot.last_run is not None else ""
    return words.last_time(spot.last) if spot.last else ""


def last_run(before: Session, step: Step, unit: DistanceUnit) -> str:
    """Write the last run of the same kind: its repeats of this step if it had them, else the whole.

    ``25 Feb · 6 × 400 m in 1:44 (4:21/km)``, ``25 Feb · 8 km · 44 min · 5:30/km``.
    """
    day = day_and_month(before.started.local)
    same = [run for run in before.runs if _is_repeat(before, run, step)]
    if step.sets > 1 and same and all(run.seconds for run in same):
        return DOT.join((day, _repeats(same, step, unit)))
    metres = sum(run.distance.metres for run in before.runs if run.distance is not None)
    seconds = sum(run.seconds for run in before.runs)
    with_distance = sum(run.seconds for run in before.runs if run.distance is not None)
    parts = (
        day,
        distance(metres, unit) if metres else "",
        minutes(seconds) if seconds else "",
        pace(with_distance, metres, unit) if metres and with_distance else "",
    )
    return DOT.join(part for part in parts if part)


def _is_repeat(session: Session, run: RunEntry, step: Step) -> bool:
    if run.step is None or run.step >= len(session.steps):
        return False
    done = session.steps[run.step]
    return (done.distance_m, done.seconds) == (step.distance_m, step.seconds) and done.sets > 1


def _repeats(runs: list[RunEntry], step: Step, unit: DistanceUnit) -> str:
    metres = sum(run.distance.metres for run in runs if run.distance is not None)
    seconds = sum(run.seconds for run in runs)
    one = distance(step.distance_m, unit) if step.distance_m else words.pause(step.seconds or 0)
    told_ = f"{len(runs)} {TIMES} {one}"
    if step.distance_m:
        told_ += f" in {clock(seconds / len(runs))}"
    every = all(run.distance is not None for run in runs)
    return f"{told_} ({pace(seconds, metres, unit)})" if metres and every else told_


def _next(spot: Spot, unit: DistanceUnit) -> str:
    after = guide.following(spot.session, spot.place) if spot.place is not None else None
    return step_line(spot.session, after, unit) if after is not None else "then you are done"
