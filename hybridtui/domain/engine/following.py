"""How the clock follows what happens: it goes on to the next place, or keeps its phase and writes the rest anew.

What lies behind stays in the clock, so that every edge is still told once; but it ends
nothing any more.
"""

from __future__ import annotations

from dataclasses import replace

from hybridtui.domain import guide
from hybridtui.domain.engine.leading import goes_on, leads, phases_from, place_now, place_of
from hybridtui.domain.guide import Place
from hybridtui.domain.phases import Phase
from hybridtui.domain.session import Session
from hybridtui.domain.timeline import BLUR, Timeline
from hybridtui.domain.workout import Form

JUST_NOW_S = 30.0
"""A repeat by distance whose end is taken back so soon still runs; later it was told wrongly, and is over."""


def followed(session: Session, line: Timeline, ticks: float, *, done: bool) -> Timeline | None:
    """Return the clock after something ended, or was rearranged; None: it is put away.

    If the place of the running phase ended, the clock goes on to the next one: after a
    rest if it was ``done``, at once if it was left out. The minute of an EMOM and the
    time of an AMRAP run on.
    """
    here = place_now(line, ticks)
    if here is None:
        return None
    step, is_open = session.steps[here.step], here in guide.to_do(session)
    if step.form is Form.AMRAP:
        return _at_round(session, line, ticks)
    if not leads(step):
        return line if is_open else None
    if is_open or step.form is Form.EMOM:
        return rewritten(session, line, ticks)
    return gone_on(session, line, ticks, here, done=done)


def rewritten(session: Session, line: Timeline, ticks: float) -> Timeline:
    """Return the clock with its running place kept as it is, and what follows written anew."""
    index = line.reading(ticks).phase_index
    here = place_of(line.phases[index])
    if here is None:
        return line
    stop = index + 1
    while stop < len(line.phases) and place_of(line.phases[stop]) == here:
        stop += 1
    return _with_tail(line, (*_spent(line.phases[:index]), *line.phases[index:stop]), _after(session, here, here))


def gone_on(session: Session, line: Timeline, ticks: float, ended: Place, *, done: bool) -> Timeline | None:
    """Return the clock with its running phase cut short, going on after the place that ended; None: nothing follows."""
    tail = _after(session, ended, ended if done else None)
    if not tail:
        return None
    now = line.reading(ticks)
    if now.finished:
        return Timeline(tail, ticks)
    cut = _cut_short(line, ticks)
    return _with_tail(cut, _spent(cut.phases[: now.phase_index + 1]), tail)


def not_ended(session: Session, line: Timeline, ticks: float) -> Timeline | None:
    """Return the clock as it runs had the last thing it led through not been ended early; None: that is no more to be.

    So an end that is taken back, as one pressed by mistake, costs no second of what it ended.
    """
    index = line.reading(ticks).phase_index
    here = place_of(line.phases[index])
    while index >= 0 and place_of(line.phases[index]) == here:
        index -= 1
    ended = place_of(line.phases[index]) if index >= 0 else None
    if ended is None or ended not in guide.to_do(session) or session.steps[ended.step].form is not None:
        return None
    step, began = session.steps[ended.step], sum(phase.seconds or 0.0 for phase in line.phases[:index])
    gone, cut = line.running_s(ticks) - began, line.phases[index].seconds or 0.0
    if gone - BLUR >= (step.seconds or cut + JUST_NOW_S):
        return None
    phase = replace(line.phases[index], seconds=float(step.seconds) if step.seconds else None, ends=True)
    return _with_tail(line, (*_spent(line.phases[:index]), phase), _after(session, ended, ended))


def skipped(line: Timeline, ticks: float) -> Timeline:
    """Return the clock with its running phase cut short, on to the next; it ends nothing by that."""
    index = line.reading(ticks).phase_index
    cut = _cut_short(line, ticks)
    return replace(cut, phases=(*_spent(cut.phases[: index + 1]), *cut.phases[index + 1 :]))


def _cut_short(line: Timeline, ticks: float) -> Timeline:
    """End the running phase now, by less than shows: who listened just now, or while all stood still, hears it yet."""
    now, cut = line.reading(ticks), line.skipped_to_next(ticks)
    if now.finished:
        return cut
    phase = replace(cut.phases[now.phase_index], seconds=now.elapsed_s + BLUR / 100)
    return replace(cut, phases=(*cut.phases[: now.phase_index], phase, *cut.phases[now.phase_index + 1 :]))


def _spent(phases: tuple[Phase, ...]) -> tuple[Phase, ...]:
    return tuple(replace(phase, ends=False) for phase in phases)


def _after(session: Session, here: Place, before: Place | None) -> tuple[Phase, ...]:
    """What the clock of a place leads on to."""
    upcoming = guide.following(session, here)
    if upcoming is None or not goes_on(session, here, upcoming):
        return ()
    return phases_from(session, upcoming, before)


def _with_tail(line: Timeline, kept: tuple[Phase, ...], tail: tuple[Phase, ...]) -> Timeline:
    return replace(line, phases=(*kept, *tail))


def _at_round(session: Session, line: Timeline, ticks: float) -> Timeline | None:
    """The clock of an AMRAP stands at the first open place of its block; without one it is put away."""
    here = place_now(line, ticks)
    if here is None:
        return None
    group = guide.group_of(session.steps, here.step)
    upcoming = next((place for place in guide.to_do(session) if place.step in group), None)
    if upcoming is None:
        return None
    tied = (replace(phase, step=upcoming.step, set_number=upcoming.set_number) for phase in line.phases)
    return replace(line, phases=tuple(tied))
