"""Why: each workout's purpose and reasons, in plain sentences with the ids of the rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hybridtui.domain.athlete import Limit
from hybridtui.domain.calendar import Weekday
from hybridtui.domain.plan.circuits import Circuit
from hybridtui.domain.plan.sketch import Sketch
from hybridtui.domain.plan.week import Asked, Outline
from hybridtui.domain.workout import Kind, Why

PURPOSES = {
    "easy": "Endurance at an effort that costs little and adds up.",
    "strides": "Endurance, and a few quick steps for good form.",
    "long": "Staying on your feet longer: the base of every distance.",
    "runwalk": "Growing into half an hour of running, a little more each week.",
    "tempo": "Holding a comfortably hard effort for longer.",
    "cruise": "Much time at a comfortably hard effort, in bites.",
    "vo2": "A bigger engine: short, hard, even repeats.",
    "reps": "Speed and good form, with full rests.",
    "progression": "Starting easy and ending brisk: patience at the start of a run.",
    "hills": "Strength and form for running, without the impact of speed.",
    "fartlek": "Getting used to changes of speed, by feel.",
    "SF": "The whole body strong in one session.",
    "SL": "Strong legs and hips, which runners lack first.",
    "SU": "A strong upper body and trunk, while the legs rest.",
    "SA": "The most useful strength in a short time: squat and push.",
    "SB": "The most useful strength in a short time: hinge and pull.",
    "SC": "A trunk that stays still while arms and legs work.",
    "circuit": "Running and strength in one go, by the clock.",
}
"""One sentence by subtype."""

LIMIT_WORDS = {
    Limit.KNEE: "your knee",
    Limit.BACK: "your back",
    Limit.SHOULDER: "your shoulder",
    Limit.ANKLE: "your ankle",
    Limit.HIP: "your hip",
    Limit.WRIST: "your wrist",
    Limit.NO_JUMP: "no jumping",
    Limit.NO_OVERHEAD: "nothing overhead",
    Limit.PREGNANCY: "pregnancy",
}
"""Limits as a sentence names them."""


def of_workout(sketch: Sketch, day: Weekday, asked: Asked, found: Outline, *, deload: bool) -> tuple[Why, ...]:
    """Return the reasons for a workout: what it is for, why so long, why on this day."""
    return (
        *_of_kind(sketch, asked),
        balance(asked, found),
        *_of_day(sketch, day, asked, found),
        *_of_week(sketch, asked, deload=deload),
    )


def balance(asked: Asked, found: Outline) -> Why:
    """Return how the week's minutes answer the balance that was asked for."""
    share = round(100 * found.sizes.run_share)
    wanted = round(100 * asked.athlete.balance)
    return Why("R2", f"Running takes {share} % of the minutes of a full week; you asked for {wanted} %.")


def _of_kind(sketch: Sketch, asked: Asked) -> Iterator[Why]:
    if sketch.kind is Kind.RUN:
        yield _of_run(sketch, asked)
    elif sketch.kind is Kind.COMBO:
        yield Why("R12", "One session for both: the easy run first, short strength right after.")
    elif sketch.kind is Kind.HYBRID:
        yield Why("R13", f"A circuit of level {sketch.level} counts half as running, half as strength.")
    else:
        yield Why("R7", "Strength at a frequency that suits your level, so that it grows and the runs stay fresh.")


def _of_run(sketch: Sketch, asked: Asked) -> Why:
    if sketch.subtype == "runwalk":
        return Why("C.8", "You start from zero: run/walk is the proven way into running.")
    if sketch.long:
        return Why(
            "C.6", f"Not much beyond the {asked.longest} min of your longest run lately: single runs grow gently."
        )
    if sketch.quality:
        if asked.athlete.quality_runs > 1:
            return Why("I.5", "Two faster runs a week at most, as you chose; the others stay easy.")
        return Why("I.5", "One faster run a week is enough beside strength; the others stay easy.")
    if not asked.athlete.run_minutes:
        return Why("I.3", f"A careful start: about {asked.minutes} min of running this week.")
    return Why("C.6", f"From your {asked.athlete.run_minutes} min a week, running grows by a tenth at most.")


def _of_day(sketch: Sketch, day: Weekday, asked: Asked, found: Outline) -> Iterator[Why]:
    if sketch.long:
        wanted = day is asked.athlete.long_run_day
        yield Why("H3", f"{_name(day)}{', your day for it,' if wanted else ''} has no heavy legs on the day before.")
    elif sketch.leg_heavy:
        yield Why("R6", f"{_name(_next(day))} is for rest or easy work, so heavy legs fit {_name(day)}.")
    elif sketch.kind is not Kind.RUN and (gap := _nearest_same(sketch, day, found)) is not None:
        yield Why(
            "R5", f"{gap - 1} day{'s' if gap > 2 else ''} without it before or after: muscles get their 48 hours."
        )
    elif sketch.quality:
        yield Why("H4", "Fast running never follows a day of heavy legs.")
    elif _rests(_next(day), found):
        yield Why("R3", f"{_name(_next(day))} is a rest day: that is when training works.")


def _of_week(sketch: Sketch, asked: Asked, *, deload: bool) -> Iterator[Why]:
    if deload:
        yield Why("B.6", "Lighter week for both sports: you come out of it stronger.")
    if asked.athlete.see_professional:
        yield Why("H.1", "Easy only, until a professional has said that more is fine.")
    if asked.week == 1 and sketch.run_minutes and asked.athlete.strength_sessions == 0 and asked.athlete.run_minutes:
        yield Why("R9", "Strength is new, so the first week holds a little less running than you are used to.")


def left_out(impossible: Sequence[str], limits: frozenset[Limit]) -> Iterator[Why]:
    """Yield why movements are missing that the session would have had."""
    words = {"push_v": "overhead presses", "pull_v": "pull-downs", "pull_h": "rows", "push_h": "presses"}
    for pattern in impossible:
        name = words.get(pattern, pattern.replace("core_", "core: ").replace("_", " "))
        because = " and ".join(LIMIT_WORDS[limit] for limit in sorted(limits)) or "your equipment"
        yield Why("R26", f"Left out: {name}. Nothing that suits {because} takes its place.")


def of_circuit(made: Circuit) -> Why:
    """Return what a circuit is made of."""
    rounds = f"{made.rounds} rounds" if made.rounds > 1 else "one round"
    return Why("R13", f"{len(made.exercises)} stations, {rounds}: no two neighbours work the same muscle.")


WEAK_PULL = Why(
    "R18", "Pulling is light without something to pull on, so pushing stays light too; a band or a bar would help."
)
"""What is told where there is no equipment for pulls."""

BENT = {
    "R22": "More sets for some muscles than two above the weeks before: nothing else fills the time gently enough.",
    "B.6": "More hard sets for some muscles than a week usually holds: the time asked for needs them.",
}
"""What is told where the sets of a muscle could not be kept down, by rule."""


def bent(rules: Sequence[str]) -> Iterator[Why]:
    """Yield the rules about sets that a session could not keep."""
    for rule in rules:
        yield Why(rule, BENT[rule])


def _nearest_same(sketch: Sketch, day: Weekday, found: Outline) -> int | None:
    """Days to the nearest other session that works the same muscles, around the week."""
    gaps = [
        min((day - other) % 7, (other - day) % 7)
        for s, other in zip(found.sketches, found.days, strict=True)
        if other is not day and s.regions & sketch.regions
    ]
    return min(gaps, default=None)


def _rests(day: Weekday, found: Outline) -> bool:
    return day not in found.days


def _next(day: Weekday) -> Weekday:
    return Weekday((day + 1) % 7)


_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def _name(day: Weekday) -> str:
    return _NAMES[day]
