"""What easy runs hold: easy, long, run/walk, strides, the run of a combo. Source: science.md C.7, C.8, R12.

Quality runs have a module of their own.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from hybridtui.domain.plan import c25k
from hybridtui.domain.plan.bookends import SHORT_SESSION, Bookends, run_cool_down, run_warm_up
from hybridtui.domain.plan.choice import Means
from hybridtui.domain.plan.definitions import HILL_STRIDE
from hybridtui.domain.plan.main_sets import EASY_RPE, alternating, by_effort, steady
from hybridtui.domain.plan.pacing import Pacing
from hybridtui.domain.workout import Step, StepKind, Why

LONG_RPE, MARATHON_RPE, RUNWALK_RPE = 4.0, 5.0, 4.0

STRIDES_FROM_WEEK = 3
"""Strides begin in this training week (C.7)."""

_RUNWALK_BEFORE, _RUNWALK_AFTER = 330, 180
_SHORT_BEFORE, _SHORT_AFTER = 180, 120
_LONGEST_COOL_DOWN = 300
_TALK = Why("C.7", "Easy enough to talk in sentences; slower is fine.")
_LONG = Why("C.6", "Time on the feet builds endurance; easy enough to talk all the way.")
_LONG_OUTCOMES = (
    Why("hit", "the next long run may be a tenth longer, or five minutes."),
    Why("miss", "the next one is planned from the longest run of your last 30 days, never far beyond it."),
)
NAMES = {
    "easy": "Easy run",
    "strides": "Easy run with strides",
    "long": "Long run",
    "tempo": "Tempo run",
    "cruise": "Cruise intervals",
    "vo2": "Hard intervals",
    "reps": "Repetitions",
    "progression": "Progression run",
    "hills": "Hill repeats",
    "fartlek": "Fartlek",
}
"""Titles for people, by subtype."""

UPHILL_NAME = "Easy run with hill strides"
"""Title of an easy run whose strides go up a hill."""


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
    purpose = Why("C.8", f"Run/walk week {week}: walking breaks let joints and lungs grow into running.")
    following = f"run/walk week {week + 1} comes next" if week < c25k.LAST_WEEK else "easy runs come next"
    why = (
        purpose,
        Why("hit", f"two of three sessions of the week done at RPE 7 or less: {following}."),
        Why("miss", "this week comes once more; many take that way."),
    )
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
                why=why if part.runs else why[:1],
            )
            for part in repeat.parts
        ]
    return tuple(steps)


def easy(
    minutes: int, means: Means, pacing: Pacing, *, walk: bool = False, strides: int = 0, uphill: bool = False
) -> tuple[Step, ...]:
    """Return an easy run (or walk, until a health question is cleared), with strides if asked, ``uphill`` or not."""
    ends = Bookends(_SHORT_BEFORE, _SHORT_AFTER) if minutes <= SHORT_SESSION else Bookends(300, 180)
    fast = _strides(strides, uphill=uphill) if strides else ()
    main = minutes * 60 - ends.seconds - sum(step.sets * (step.seconds or 0) for step in fast)
    return (
        *run_warm_up(ends.before, means, walk=walk),
        _easy_stretch(main, pacing, walk=walk),
        *fast,
        *run_cool_down(ends.after, means),
    )


def combo_run(minutes: int, then: int, means: Means, pacing: Pacing, *, walk: bool = False) -> tuple[Step, ...]:
    """Return the easy run that opens a combo, its warm-up included; ``then`` are its minutes of strength."""
    before = _SHORT_BEFORE if minutes + then <= SHORT_SESSION else 300
    return (
        *run_warm_up(before, means, walk=walk),
        _easy_stretch(minutes * 60 - before, pacing, walk=walk),
    )


def long(minutes: int, means: Means, pacing: Pacing, *, marathon_minutes: int = 0) -> tuple[Step, ...]:
    """Return a long run: easy all the way, or with its last minutes at marathon effort."""
    ends = Bookends(300, 180 if minutes < 60 else 300)
    main = minutes * 60 - ends.seconds
    fast = marathon_minutes * 60
    finish = Why("C.9", f"The last {marathon_minutes} min steady, on legs that have run: that is what the race asks.")
    return (
        *run_warm_up(ends.before, means),
        steady("Easy running", main - fast, LONG_RPE, "E", pacing, _LONG, *_LONG_OUTCOMES),
        *((steady("Steady to the end", fast, MARATHON_RPE, "M", pacing, finish),) if fast else ()),
        *run_cool_down(ends.after, means),
    )


def _easy_stretch(seconds: int, pacing: Pacing, *, walk: bool) -> Step:
    if not walk:
        return steady("Easy running", seconds, EASY_RPE, "E", pacing, _TALK)
    return Step(kind=StepKind.INTERVAL, title="Brisk walking", seconds=seconds, rpe=EASY_RPE, zone="E", why=(_TALK,))


def _strides(times: int, *, uphill: bool) -> tuple[Step, ...]:
    if uphill:
        climb = Why("R30", "Up a gentle slope, tall and springy, and a walk down: hills without a hard session.")
        on, down = alternating(by_effort("Hill stride", times, 15, EASY_RPE, climb), "Walk down", 65)
        return replace(on, exercise=HILL_STRIDE), down
    why = Why("R20", "Relaxed and quick, never a sprint: good form for a few seconds.")
    return alternating(by_effort("Stride", times, 20, EASY_RPE, why), "Walk", 60)
