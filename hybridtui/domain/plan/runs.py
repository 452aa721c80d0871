"""What a run holds, by effort: easy, long, run/walk, strides and the quality runs. Source: science.md C.7, C.8.

Without a race result effort is told by zone and RPE; paces come with results (C.2).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from hybridtui.domain.athlete import Athlete, Goal, Level
from hybridtui.domain.plan import c25k
from hybridtui.domain.plan.bookends import SHORT_SESSION, Bookends, run_cool_down, run_warm_up
from hybridtui.domain.plan.choice import Means
from hybridtui.domain.workout import Step, StepKind, Why

EASY_RPE, LONG_RPE, RUNWALK_RPE = 3.0, 4.0, 4.0
TALK = Why("C.7", "Easy enough to talk in sentences; slower is fine.")

STRIDES_FROM_WEEK = 3
"""Strides begin in this training week (C.7)."""

BASE_WEEKS = 4
"""Weeks whose quality is hills or fartlek, before anything steadier."""

_QUALITY_ENDS = Bookends(720, 300)
_RUNWALK_BEFORE, _RUNWALK_AFTER = 330, 180
_SHORT_BEFORE, _SHORT_AFTER = 180, 120
_LONGEST_COOL_DOWN = 300
_BUILD = {
    Goal.FIVE_K: ("vo2", "cruise"),
    Goal.TEN_K: ("cruise", "vo2"),
    Goal.HALF: ("cruise", "fartlek"),
    Goal.MARATHON: ("cruise", "cruise"),
}
_GENERAL_BUILD = ("fartlek", "tempo")
NAMES = {
    "easy": "Easy run",
    "strides": "Easy run with strides",
    "long": "Long run",
    "tempo": "Tempo run",
    "cruise": "Cruise intervals",
    "vo2": "Three-minute intervals",
    "hills": "Hill repeats",
    "fartlek": "Fartlek",
}
"""Titles for people, by subtype."""


def quality_subtype(athlete: Athlete, week: int) -> str:
    """Return the quality run of a training week: base first, then what the goal asks for (C.9)."""
    if athlete.level is Level.BEGINNER:
        return "fartlek"
    if week <= BASE_WEEKS:
        return "hills" if "hill" in athlete.equipment else "fartlek"
    return _BUILD.get(athlete.goal, _GENERAL_BUILD)[week % 2]


def runwalk_minutes(week: int, runs: int) -> int:
    """Return the length of a run/walk session, whole: the longest of its week, up to a multiple of five.

    >>> runwalk_minutes(1, 3), runwalk_minutes(6, 3), runwalk_minutes(9, 3)
    (30, 35, 40)
    """
    longest = max(c25k.seconds(structure) for structure in c25k.structures(week, runs))
    return -(-(longest + _RUNWALK_BEFORE + _RUNWALK_AFTER) // 300) * 5


@dataclass(frozen=True, slots=True)
class RunWalk:
    """A run/walk session fitted to its minutes."""

    steps: tuple[Step, ...]
    structure: c25k.Structure
    shortened: bool


def runwalk(week: int, structure: c25k.Structure, minutes: int, means: Means, *, then: int = 0) -> RunWalk:
    """Return a run/walk session of C.8; with minutes of strength ``then`` it is the run part of a combo."""
    short, cool = minutes + then <= SHORT_SESSION, not then
    before, after = (_SHORT_BEFORE, _SHORT_AFTER) if short else (_RUNWALK_BEFORE, _RUNWALK_AFTER)
    after = after if cool else 0
    room = minutes * 60 - before - after
    fitted = c25k.fitted(structure, room) if c25k.seconds(structure) > room else structure
    left = room - c25k.seconds(fitted)
    more_after = min(left, _LONGEST_COOL_DOWN - after) if cool else 0
    steps = (
        *run_warm_up(before + left - more_after, means, walk=True),
        *_runwalk_steps(week, fitted),
        *(run_cool_down(after + more_after, means) if cool else ()),
    )
    return RunWalk(steps, fitted, fitted != structure)


def _runwalk_steps(week: int, structure: c25k.Structure) -> tuple[Step, ...]:
    why = (Why("C.8", f"Run/walk week {week}: walking breaks let joints and lungs grow into running."),)
    steps: list[Step] = []
    for group, repeat in enumerate(c25k.repeats(structure), start=1):
        steps += [
            Step(
                kind=StepKind.INTERVAL if part.runs else StepKind.RECOVERY,
                title="Run" if part.runs else "Walk",
                sets=repeat.times,
                seconds=part.seconds,
                rpe=RUNWALK_RPE if part.runs else None,
                zone="E" if part.runs else None,
                group=group if len(repeat.parts) > 1 else None,
                why=why,
            )
            for part in repeat.parts
        ]
    return tuple(steps)


def easy(minutes: int, means: Means, *, walk: bool = False, strides: int = 0) -> tuple[Step, ...]:
    """Return an easy run (or walk, until a health question is cleared), with strides if asked."""
    ends = Bookends(_SHORT_BEFORE, _SHORT_AFTER) if minutes <= SHORT_SESSION else Bookends(300, 180)
    fast = _strides(strides) if strides else ()
    main = minutes * 60 - ends.seconds - sum(step.sets * (step.seconds or 0) for step in fast)
    return (
        *run_warm_up(ends.before, means, walk=walk),
        steady("Brisk walking" if walk else "Easy running", main, EASY_RPE, "E", TALK),
        *fast,
        *run_cool_down(ends.after, means),
    )


def combo_run(minutes: int, then: int, means: Means, *, walk: bool = False) -> tuple[Step, ...]:
    """Return the easy run that opens a combo, its warm-up included; ``then`` are its minutes of strength."""
    before = _SHORT_BEFORE if minutes + then <= SHORT_SESSION else 300
    return (
        *run_warm_up(before, means, walk=walk),
        steady("Brisk walking" if walk else "Easy running", minutes * 60 - before, EASY_RPE, "E", TALK),
    )


def long(minutes: int, means: Means) -> tuple[Step, ...]:
    """Return a long run: easy all the way."""
    ends = Bookends(300, 180 if minutes < 60 else 300)
    why = Why("C.6", "Time on the feet builds endurance; no part of it is fast.")
    return (
        *run_warm_up(ends.before, means),
        steady("Easy running", minutes * 60 - ends.seconds, LONG_RPE, "E", why),
        *run_cool_down(ends.after, means),
    )


def quality(subtype: str, minutes: int, week_minutes: int, means: Means) -> tuple[Step, ...]:
    """Return a quality run whose main set keeps to its share of the week's running (C.7, C.9)."""
    room = minutes * 60 - _QUALITY_ENDS.seconds
    main = _MAIN_SETS[subtype](room, week_minutes)
    spare = room - round(sum(step.sets * (step.seconds or 0) for step in main))
    settle = (steady("Easy running", spare, EASY_RPE, "E", TALK),) if spare >= 30 else ()
    return (
        *run_warm_up(_QUALITY_ENDS.before, means, drills=True),
        *settle,
        *main,
        *run_cool_down(_QUALITY_ENDS.after + (0 if settle else spare), means),
    )


def steady(title: str, seconds: int, rpe: float, zone: str, why: Why) -> Step:
    """Return one stretch of even running."""
    return Step(kind=StepKind.INTERVAL, title=title, seconds=seconds, rpe=rpe, zone=zone, why=(why,))


def _alternating(times: int, on: Step, off_title: str, off_s: int) -> tuple[Step, ...]:
    off = Step(kind=StepKind.RECOVERY, title=off_title, sets=times, seconds=off_s, group=1, why=on.why)
    return on, off


def _fast(title: str, times: int, seconds: int, rpe: float, zone: str | None, why: Why) -> Step:
    return Step(
        kind=StepKind.INTERVAL, title=title, sets=times, seconds=seconds, rpe=rpe, zone=zone, group=1, why=(why,)
    )


def _strides(times: int) -> tuple[Step, ...]:
    why = Why("R20", "Relaxed and quick, never a sprint: good form for a few seconds.")
    return _alternating(times, _fast("Stride", times, 20, EASY_RPE, "R", why), "Walk", 60)


def _times(room: int, one: int, most: int, limit_s: float, work: int) -> int:
    return max(2, min(most, room // one, int(limit_s // work)))


def _tempo(room: int, week_minutes: int) -> tuple[Step, ...]:
    seconds = int(min(25, max(10, 0.085 * week_minutes), room // 60)) * 60
    return (steady("Tempo running", seconds, 6.0, "T", Why("C.7", "Comfortably hard: you could say a short phrase.")),)


def _cruise(room: int, week_minutes: int) -> tuple[Step, ...]:
    times = _times(room, 375, 6, max(10, 0.085 * week_minutes) * 60, 300)
    on = _fast("Cruise", times, 300, 7.0, "T", Why("C.7", "Five minutes at the effort you could hold for an hour."))
    return _alternating(times, on, "Easy jog", 75)


def _vo2(room: int, week_minutes: int) -> tuple[Step, ...]:
    times = _times(room, 300, 6, max(8, 0.065 * week_minutes) * 60, 180)
    on = _fast("Three minutes hard", times, 180, 8.0, "I", Why("C.7", "Hard but even: the last like the first."))
    return _alternating(times, on, "Easy jog", 120)


def _hills(room: int, week_minutes: int) -> tuple[Step, ...]:
    times = _times(room, 150, 10, 0.20 * week_minutes * 60, 60)
    on = _fast("Uphill", times, 60, 7.0, None, Why("R30", "Hills build strength for running; go by effort, not pace."))
    return _alternating(times, on, "Walk or jog down", 90)


def _fartlek(room: int, week_minutes: int) -> tuple[Step, ...]:
    times = _times(room, 120, 12, 0.20 * week_minutes * 60, 60)
    on = _fast("Quick minute", times, 60, 6.0, "I", Why("C.7", "A minute quick, a minute easy: play with speed."))
    return _alternating(times, on, "Easy minute", 60)


_MAIN_SETS: dict[str, Callable[[int, int], tuple[Step, ...]]] = {
    "tempo": _tempo,
    "cruise": _cruise,
    "vo2": _vo2,
    "hills": _hills,
    "fartlek": _fartlek,
}
