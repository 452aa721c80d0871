"""As many rounds as possible: a block whose rounds grow while its clock runs, and are cut back when it ends."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime

from hybridtui.domain import guide
from hybridtui.domain.engine.leading import place_now
from hybridtui.domain.engine.writing import Ids, marked
from hybridtui.domain.guide import Place
from hybridtui.domain.session import MarkKind, Session
from hybridtui.domain.timeline import Timeline
from hybridtui.domain.workout import Form


def block_at(session: Session, step: int) -> range | None:
    """Return the steps of the AMRAP that a step belongs to; None: it belongs to none."""
    return guide.group_of(session.steps, step) if session.steps[step].form is Form.AMRAP else None


def open_round(session: Session, block: Collection[int]) -> tuple[Place, ...]:
    """Return what is still to do of the first round of a block that is not complete."""
    left = [place for place in guide.to_do(session) if place.step in block]
    return tuple(place for place in left if place.set_number == left[0].set_number)


def is_over(line: Timeline | None, block: Collection[int], ticks: float) -> bool:
    """Return whether the clock of a block ran out; one that does not run, did not."""
    here = place_now(line, ticks) if line is not None else None
    return line is not None and here is not None and here.step in block and line.reading(ticks).finished


def grown(session: Session, block: range) -> Session:
    """Return the session with one more round of a block of which nothing is left to do."""
    while not open_round(session, block):
        rounds = 1 + max(session.steps[index].sets for index in block)
        session = _with_sets(session, dict.fromkeys(block, rounds))
    return session


def ended(session: Session, block: range, at: datetime, ids: Ids) -> Session:
    """Return the session with a block's rounds cut back to what was done; of what was never begun, one is skipped."""
    left = guide.to_do(session)
    places = [place for place in guide.places(session.steps) if place.step in block and place not in left]
    rounds = {index: max((p.set_number for p in places if p.step == index), default=1) for index in block}
    cut = _with_sets(session, rounds)
    still = tuple(place for place in guide.to_do(cut) if place.step in block)
    return marked(cut, still, MarkKind.SKIPPED, at, ids)


def closed(session: Session, at: datetime, ids: Ids) -> Session:
    """Return a session that ends with the rounds of its AMRAPs cut back to what was done; one not begun stays to do."""
    for index in range(len(session.steps)):
        block = block_at(session, index)
        if block is None or index != block[0]:
            continue
        places = {place for place in guide.places(session.steps) if place.step in block}
        if any(guide.outcome(session, place) == "done" for place in places) and places & {*guide.to_do(session)}:
            session = ended(session, block, at, ids)
    return session


def _with_sets(session: Session, sets: dict[int, int]) -> Session:
    steps = (replace(step, sets=sets.get(index, step.sets)) for index, step in enumerate(session.steps))
    return replace(session, steps=tuple(steps))
