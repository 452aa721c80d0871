"""The main sets of quality runs, each as long as its limit and its room allow. Source: science.md C.7.

A main set that does not fit shrinks, never below two repeats or ten minutes (I.5).
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace

from hybridtui.domain.plan.pacing import Pacing
from hybridtui.domain.plan.run_limits import RunLimits
from hybridtui.domain.workout import Step, StepKind, Why

EASY_RPE = 3.0
FEWEST = 2
"""Repeats that a main set keeps however short it gets."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What a main set is made from."""

    room: int
    """Seconds between warm-up and cool-down."""
    limits: RunLimits
    pacing: Pacing
    week: int
    """Training week: lengths of repeats take turns."""


def main_set(subtype: str, order: Order) -> tuple[Step, ...]:
    """Return the main set of a quality run.

    Raises:
        KeyError: for a subtype that has none.
    """
    return _MAIN_SETS[subtype](order)


def steady(title: str, seconds: int, rpe: float, zone: str, pacing: Pacing, *why: Why) -> Step:
    """Return one stretch of even running."""
    return Step(
        kind=StepKind.INTERVAL,
        title=title,
        seconds=seconds,
        rpe=rpe,
        zone=zone,
        pace_s_per_km=pacing.pace(zone),
        why=(*why[:1], pacing.why(zone), *why[1:]),
    )


def alternating(on: Step, off_title: str, off_s: int) -> tuple[Step, ...]:
    """Return repeats, each followed by its recovery."""
    off = Step(kind=StepKind.RECOVERY, title=off_title, sets=on.sets, seconds=off_s, group=on.group, why=on.why[:1])
    return on, off


def by_effort(title: str, times: int, seconds: int, rpe: float, *why: Why) -> Step:
    """Return quick repeats that go by effort, not by pace."""
    return Step(kind=StepKind.INTERVAL, title=title, sets=times, seconds=seconds, rpe=rpe, group=1, why=why)


def _paced(title: str, times: int, seconds: int, rpe: float, zone: str, order: Order, *why: Why) -> Step:
    return Step(
        kind=StepKind.INTERVAL,
        title=title,
        sets=times,
        seconds=seconds,
        rpe=rpe,
        zone=zone,
        pace_s_per_km=order.pacing.pace(zone),
        group=1,
        why=(*why[:1], order.pacing.why(zone), *why[1:]),
    )


def _times(one: float, most: int, work: float, limit_s: float, room: int) -> int:
    return max(FEWEST, min(most, int(room // one), int((limit_s + 1e-9) // work)))


def _limit(share: str, seconds: float, zone: str) -> Why:
    return Why("C.7", f"In one run at most {share} of the week's running at {zone}: about {round(seconds / 60)} min.")


def _outcomes(rpe: str, grows: str, most: str) -> tuple[Why, Why]:
    return (
        Why("hit", f"at RPE {rpe} or less, {grows} as the week's running does, up to {most}."),
        Why("miss", "end it there and jog home; what is left is not made up later."),
    )


def _tempo(order: Order) -> tuple[Step, ...]:
    minutes = max(10, min(25, order.limits.threshold_s // 60, order.room // 60))
    seconds = min(int(minutes) * 60, order.room)
    purpose = Why("C.7", "Comfortably hard: you could say a short phrase. It teaches you to hold an effort.")
    limit = _limit("10 %", order.limits.threshold_s, "T")
    outcomes = _outcomes("7", "the tempo grows", "25 min")
    return (steady("Tempo running", seconds, 6.0, "T", order.pacing, purpose, limit, *outcomes),)


def _cruise(order: Order) -> tuple[Step, ...]:
    minutes, times, jog = _cruise_shape(order)
    purpose = Why("C.7", "The effort you could hold for an hour, in bites: more of it than in one go.")
    limit = _limit("10 %", order.limits.threshold_s, "T")
    outcomes = _outcomes("7", "repeats are added or grow", "8 min each")
    on = _paced(f"Cruise {minutes} min", times, minutes * 60, 7.0, "T", order, purpose, limit, *outcomes)
    return alternating(on, "Easy jog", jog)


def _cruise_shape(order: Order) -> tuple[int, int, int]:
    """Minutes of a repeat, repeats, seconds of jog: three or more if they fit, then as much as fits."""
    shapes: list[tuple[int, int, int]] = []
    for minutes, jog in ((5, 60), (6, 75), (7, 90), (8, 90)):
        times = min(6, int(order.limits.threshold_s // (60 * minutes)), order.room // (60 * minutes + jog))
        if times >= FEWEST:
            shapes.append((minutes, times, jog))
    return max(shapes, key=lambda s: (s[1] > FEWEST, s[0] * s[1], s[1]), default=(5, FEWEST, 60))


def _vo2(order: Order) -> tuple[Step, ...]:
    long_ones = order.week // 2 % 2 == 1 and order.limits.interval_s >= 3 * 240 and order.room >= 3 * 420
    work, jog, most = (240, 180, 5) if long_ones else (180, 120, 6)
    times = _times(work + jog, most, work, order.limits.interval_s, order.room)
    title = "Four minutes hard" if long_ones else "Three minutes hard"
    purpose = Why("C.7", "Hard but even, the last like the first: it asks the most of heart and lungs.")
    limit = _limit("8 %", order.limits.interval_s, "I")
    outcomes = _outcomes("8", "repeats are added", f"{most} of them")
    return alternating(_paced(title, times, work, 8.0, "I", order, purpose, limit, *outcomes), "Easy jog", jog)


def _reps(order: Order) -> tuple[Step, ...]:
    metres = 400 if order.week % 2 == 0 else 200
    known = order.pacing.pace("R")
    work = metres / 1000 * known if known is not None else metres * 0.225
    # Full rest: as long as the repeat and a little more, on a round number.
    rest = max(60, math.ceil(work * 1.25 / 15) * 15)
    most = 8 if metres == 400 else 10
    times = _times(work + rest, most, work, order.limits.repetition_s, order.room)
    purpose = Why("C.7", "Fast and relaxed with a full rest: speed and good form, not breathlessness.")
    limit = _limit("5 %", order.limits.repetition_s, "R")
    outcomes = _outcomes("8", "repeats are added", f"{most} of them")
    on = _paced(f"Fast {metres} m", times, round(work), 8.0, "R", order, purpose, limit, *outcomes)
    if known is not None:
        on = replace(on, seconds=None, distance_m=float(metres))
    else:
        on = replace(on, title=f"{on.seconds} seconds fast")
    return alternating(on, "Walk or jog slowly", rest)


def _hills(order: Order) -> tuple[Step, ...]:
    work, down = _hill(order)
    times = _times(work + down, 10, work, order.limits.above_easy_s, order.room)
    purpose = Why("R30", "Up a slope of 4 to 8 % by effort, not pace: strength and form for running.")
    outcomes = _outcomes("7", "climbs are added or grow", "75 s each")
    return alternating(by_effort(f"Uphill {work} s", times, work, 7.0, purpose, *outcomes), "Walk or jog down", down)


def _hill(order: Order) -> tuple[int, int]:
    """Seconds up and down: longer climbs in big weeks, shorter ones where six of a minute do not fit."""
    limit, room = order.limits.above_easy_s, order.room
    if limit >= 750 and room >= 8 * 180:
        return 75, 105
    return (60, 90) if limit >= 360 and room >= 6 * 150 else (45, 75)


def _fartlek(order: Order) -> tuple[Step, ...]:
    times = _times(120, 12, 60, order.limits.above_easy_s, order.room)
    purpose = Why("C.7", "A minute quick, about as fast as for 5 km, a minute easy: play with speed, by feel.")
    outcomes = _outcomes("7", "minutes are added", "12 quick ones")
    return alternating(by_effort("Quick minute", times, 60, 6.0, purpose, *outcomes), "Easy minute", 60)


def _progression(order: Order) -> tuple[Step, ...]:
    third = int(min(order.room / 3, order.limits.threshold_s, order.limits.above_easy_s / 2) // 60) * 60
    purpose = Why("C.7", "Easy, then steady, then comfortably hard: it teaches patience at the start.")
    outcomes = _outcomes("7", "the thirds grow", "what the run has room for")
    return (
        steady("Easy third", third, EASY_RPE, "E", order.pacing, purpose),
        steady("Steady third", third, 5.0, "M", order.pacing, purpose, *outcomes),
        steady("Brisk third", third, 6.0, "T", order.pacing, purpose, _limit("10 %", order.limits.threshold_s, "T")),
    )


_MAIN_SETS: dict[str, Callable[[Order], tuple[Step, ...]]] = {
    "tempo": _tempo,
    "cruise": _cruise,
    "vo2": _vo2,
    "reps": _reps,
    "hills": _hills,
    "fartlek": _fartlek,
    "progression": _progression,
}
