"""What is left of a session, one line a step, and where in it a step can go."""

from __future__ import annotations

from dataclasses import replace

from textual.content import Content

from hybridtui.domain import guide
from hybridtui.domain.engine.placing import block_of, left
from hybridtui.domain.ramp import is_ramp
from hybridtui.domain.session import Session
from hybridtui.domain.text import clean
from hybridtui.domain.units import DistanceUnit
from hybridtui.ui import words
from hybridtui.ui.look import CURRENT_SIGN


def to_do(session: Session) -> tuple[int, ...]:
    """Return the steps of which something is still to do, by their indexes; ramp sets go without saying."""
    open_ = {place.step for place in guide.places(session.steps) if guide.outcome(session, place) is None}
    return tuple(index for index in sorted(open_) if not is_ramp(session.steps[index]) or not _leads_up(session, index))


def now(session: Session) -> int | None:
    """Return which of them is the one to do now: at a ramp set its lift."""
    here = guide.current(session)
    if here is None or here.step in to_do(session):
        return None if here is None else here.step
    return next((i for i in to_do(session) if i in block_of(session.steps, here.step)), None)


def beyond(session: Session, index: int, by: int) -> int | None:
    """Return the step to go past for one place later or sooner, among those that are listed; None at the end.

    Within its group a step goes past its neighbour, and from the end of it the whole group
    goes on, past all of the next.
    """
    shown = to_do(session)
    at = shown.index(index) + by if index in shown else -1
    return shown[at] if 0 <= at < len(shown) else None


def _leads_up(session: Session, index: int) -> bool:
    """True for a ramp set whose lift is still to do."""
    return any(left(session, i) for i in block_of(session.steps, index) if not is_ramp(session.steps[i]))


def line_of(session: Session, index: int, unit: DistanceUnit, room: int) -> Content:
    """Write a step in a line: whether it is the one to do now, its group, its name in ``room`` cells, what is left."""
    step, current = session.steps[index], now(session) == index
    shown = [i for i in to_do(session) if i in guide.group_of(session.steps, index)]
    edge = " " if step.group is None else "╭" if index == shown[0] else "╰" if index == shown[-1] else "│"
    places = [place for place in guide.places(session.steps) if place.step == index]
    sets = sum(guide.outcome(session, place) is None for place in places)
    name = Content.assemble(
        f" {CURRENT_SIGN if current else ' '} ",
        f"{edge} ",
        (clean(step.title, 60), "bold" if current else ""),
    )
    amount = words.amount(replace(step, sets=sets), unit)
    return Content.assemble(name.truncate(room, ellipsis=True, pad=True), " ", amount)
