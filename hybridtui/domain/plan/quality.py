"""Quality runs from warm-up to cool-down. Source: science.md C.7, F.4, R14, R21."""

from __future__ import annotations

from hybridtui.domain.athlete import Limit
from hybridtui.domain.estimate import session_seconds
from hybridtui.domain.plan.bookends import SHORT_SESSION, WARM_UP_WHY, Bookends, run_cool_down, run_warm_up
from hybridtui.domain.plan.choice import Means
from hybridtui.domain.plan.main_sets import EASY_RPE, Order, main_set, steady
from hybridtui.domain.plan.pacing import Pacing
from hybridtui.domain.plan.run_limits import RunLimits
from hybridtui.domain.workout import Step, StepKind, Why

_LONG_FROM, _USUAL_FROM = 45, 35
"""Minutes from which a quality run has fifteen, or twelve, minutes to get ready in."""

_STRIDES_S = 120
_SETTLE_FROM_S = 60
"""Shorter stretches of spare time make the cool-down longer instead."""

_SETTLE_WHY = Why("C.7", "Easy on purpose: the main set needs fresh legs.")


def takes_strides(means: Means) -> bool:
    """Return whether quick steps suit the athlete: not where knee or ankle ask to be spared."""
    return not {Limit.ANKLE, Limit.KNEE} & means.limits


def quality(subtype: str, minutes: int, limits: RunLimits, pacing: Pacing, means: Means, week: int) -> tuple[Step, ...]:
    """Return a quality run: warm-up with drills and strides, main set within its limits, cool-down."""
    ends = _ends(minutes)
    room = minutes * 60 - ends.seconds
    main = main_set(subtype, Order(room=room, limits=limits, pacing=pacing, week=week))
    spare = room - round(session_seconds(main))
    settles = spare >= _SETTLE_FROM_S
    return (
        *_warm_up(ends.before, means),
        *((steady("Easy running", spare, EASY_RPE, "E", pacing, _SETTLE_WHY),) if settles else ()),
        *main,
        *run_cool_down(ends.after + (0 if settles else max(0, spare)), means),
    )


def _ends(minutes: int) -> Bookends:
    if minutes >= _LONG_FROM:
        return Bookends(900, 300)
    if minutes >= _USUAL_FROM:
        return Bookends(720, 300)
    return Bookends(300, 180) if minutes > SHORT_SESSION else Bookends(240, 120)


def _warm_up(seconds: int, means: Means) -> tuple[Step, ...]:
    """Easy running and drills; where they fit, a few strides to wake the legs."""
    strides = seconds >= 720 and takes_strides(means)
    drilled = run_warm_up(seconds - (_STRIDES_S if strides else 0), means, drills=True)
    return (*drilled, _STRIDES) if strides else drilled


_STRIDES = Step(
    kind=StepKind.WARMUP,
    title="Three strides of 15 s, walking back",
    exercise="stride",
    seconds=_STRIDES_S,
    why=(WARM_UP_WHY,),
)
