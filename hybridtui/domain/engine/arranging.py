"""The steps of a running session in another order, exchanged, added, joined: what was done keeps its place.

Pure functions from session to session. Sets, runs and ticks belong to a step by its
index and to a set of it by its number: both follow when steps move. What was logged is
never lost and never becomes a set of another exercise.

Sets of a superset or circuit go round by round, so a group is moved as one; the ramp
sets of a lift go with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from hybridtui.domain import guide
from hybridtui.domain.engine.placing import (
    Spot,
    begun,
    block_of,
    blocks,
    entries,
    in_order,
    left,
    new_group,
    rearranged,
    removed,
    renumbered,
)
from hybridtui.domain.guide import group_of
from hybridtui.domain.problems import Problem
from hybridtui.domain.ramp import is_ramp
from hybridtui.domain.session import Session
from hybridtui.domain.workout import Form, Step


def moved(session: Session, step: int, to: int) -> Session:
    """Return the session with a step put where the step ``to`` stands, after it if it moves down.

    Within its own group a step moves by itself; beyond it the whole group moves, past
    the whole of what stands there. Moved there and back is the same session.
    """
    steps, order = session.steps, list(range(len(session.steps)))
    mine, other = block_of(steps, step), block_of(steps, to)
    if mine == other:
        if steps[step].group is None or steps[step].group != steps[to].group:
            return session
        order.insert(to, order.pop(step))
        return in_order(session, order)
    rest = [index for index in order if index not in mine]
    at = rest.index(other[0]) if to < step else rest.index(other[-1]) + 1
    return in_order(session, [*rest[:at], *mine, *rest[at:]])


def exchanged(session: Session, step: int, new_step: Step, ramp: Sequence[Step] = ()) -> Session:
    """Return the session with another step in place of what is left of one.

    Sets already begun stay with the old step, as a step of their own; the rest, as many
    as were left, come after it. A group is then cut in two: the rounds done so far, and
    those to come with the new step. The new step takes the place and the group of the old
    one; ``ramp`` takes the place of ramp sets that are not begun.

    Raises:
        Problem: if nothing is left of the step, or it belongs to an AMRAP that has begun.
    """
    old, numbers = session.steps[step], begun(session, step)
    remaining = old.sets - len(numbers)
    if not remaining:
        raise Problem(f"All sets of {old.title} are done: there is nothing left to exchange.")
    aims = new_step.aims[:remaining]
    new = replace(new_step, sets=remaining, aims=aims, group=old.group, form=old.form, block_s=old.block_s)
    if not numbers:
        session, step = _with_ramp(session, step, ramp)
        steps = _with(session.steps, step, new)
        return rearranged(session, steps, lambda index, number: (None, None) if index == step else (index, number))
    if old.form is Form.AMRAP:
        raise Problem("This AMRAP has begun: its exercises stay. Log what you do instead, or skip the step.")
    return _split_group(session, step, new) if old.group is not None else _split(session, step, new)


def added(session: Session, step: Step, at: int) -> Session:
    """Return the session with a step more, at an index; never within a group or a ramp, but after it."""
    place = next((block.stop for block in blocks(session.steps) if block.start < at < block.stop), at)
    place = max(0, min(place, len(session.steps)))
    steps = (*session.steps[:place], step, *session.steps[place:])
    return rearranged(session, steps, lambda index, number: (index + (index >= place), number))


def extra_set(session: Session, step: int, by: int = 1) -> Session:
    """Return the session with one set more of a step, or with ``by`` -1 one less; of a circuit with a round.

    Raises:
        Problem: if the last set is begun already, or the only one, or it belongs to an AMRAP.
    """
    asked = session.steps[step]
    if asked.form is Form.AMRAP:
        raise Problem("The rounds of an AMRAP are as many as fit: there are none to add or to take away.")
    members = group_of(session.steps, step) if _goes_by_rounds(asked) else range(step, step + 1)
    rounds = max(session.steps[index].sets for index in members)
    steps = session.steps
    for index in members:
        if steps[index].sets == rounds:
            steps = _with(steps, index, _resized(session, index, by))
    return replace(session, steps=steps)


def dropped(session: Session, step: int) -> Session:
    """Return the session without what is left of a step and of its ramp; what was begun of it stays.

    Raises:
        Problem: if nothing is left of it.
    """
    old, numbers = session.steps[step], begun(session, step)
    if len(numbers) == old.sets:
        raise Problem(f"All sets of {old.title} are done: there is nothing left to take out.")
    if numbers:
        return rearranged(session, _with(session.steps, step, _chosen(old, numbers)), renumbered(step, numbers))
    session, step = _with_ramp(session, step, ())
    return removed(session, step)


def joined(session: Session, step: int) -> Session:
    """Return the session with a step and the next one that is not begun as one superset.

    The next one comes to stand right after it; its ramp sets go before both.

    Raises:
        Problem: if either cannot be part of a superset, or there is no next one.
    """
    steps = session.steps
    if not steps[step].is_lift or steps[step].form is not None or not left(session, step):
        raise Problem(f"{steps[step].title} cannot begin a superset: choose sets that are still to do.")
    mine = block_of(steps, step)
    partner = next((i for i in range(mine.stop, len(steps)) if _can_join(session, i)), None)
    if partner is None:
        raise Problem(f"There are no sets after {steps[step].title} to make a superset with: add an exercise first.")
    other = block_of(steps, partner)
    rest = [index for index in range(len(steps)) if index not in mine and index not in other]
    at = sum(index < mine.start for index in rest)
    order = [*rest[:at], *other[:-1], *mine, partner, *rest[at:]]
    joint = in_order(session, order)
    group = joint.steps[order.index(step)].group or new_group(joint.steps)
    together = {order.index(step), order.index(partner)}
    return replace(
        joint,
        steps=tuple(replace(s, group=group) if index in together else s for index, s in enumerate(joint.steps)),
    )


def parted(session: Session, step: int) -> Session:
    """Return the session with the members of a superset one after another again.

    Raises:
        Problem: if the step is in no superset.
    """
    if session.steps[step].group is None or _goes_by_rounds(session.steps[step]):
        raise Problem(f"{session.steps[step].title} is not part of a superset.")
    members = group_of(session.steps, step)
    steps = tuple(replace(s, group=None) if index in members else s for index, s in enumerate(session.steps))
    return replace(session, steps=steps)


def _with_ramp(session: Session, step: int, ramp: Sequence[Step]) -> tuple[Session, int]:
    """The session with other ramp sets before a lift, and the lift's index; a ramp that has begun stays as it is."""
    exercise, before = session.steps[step].exercise, range(block_of(session.steps, step).start, step)
    ramps = [i for i in before if is_ramp(session.steps[i]) and session.steps[i].exercise == exercise]
    if not ramps or any(begun(session, index) for index in ramps):
        return session, step
    for index in reversed(ramps):
        session = removed(session, index)
    steps = (*session.steps[: ramps[0]], *ramp, *session.steps[ramps[0] :])
    grown = rearranged(session, steps, lambda index, number: (index + len(ramp) * (index >= ramps[0]), number))
    return grown, step - len(ramps) + len(ramp)


def _split(session: Session, step: int, new: Step) -> Session:
    """The sets begun as one step, the new one after it."""
    old, numbers = session.steps[step], begun(session, step)
    steps = (*session.steps[:step], _chosen(old, numbers), new, *session.steps[step + 1 :])
    renumber = renumbered(step, numbers)

    def where(index: int, number: int | None) -> Spot:
        return renumber(index, number) if index <= step else (index + 1, number)

    return rearranged(session, steps, where)


def _split_group(session: Session, step: int, new: Step) -> Session:
    """The rounds so far as one group, those to come, with the new step, as another."""
    members, numbers = group_of(session.steps, step), begun(session, step)
    cut, fresh = max(numbers), new_group(session.steps)
    first = [
        _chosen(each, numbers if index == step else range(1, min(cut, each.sets) + 1))
        for index, each in zip(members, session.steps[members.start : members.stop], strict=True)
    ]
    later = [index for index in members if index == step or session.steps[index].sets > cut]
    group = fresh if len(later) > 1 or new.form is not None else None
    second = [replace(_to_come(session.steps[i], cut) if i != step else new, group=group) for i in later]
    steps = (*session.steps[: members.start], *first, *second, *session.steps[members.stop :])
    after = {index: members.stop + position for position, index in enumerate(later)}
    renumber = renumbered(step, numbers)

    def where(index: int, number: int | None) -> Spot:
        if index not in members:
            return index + (len(second) if index >= members.stop else 0), number
        if index != step and index in after and number is not None and number > cut:
            return after[index], number - cut
        return renumber(index, number)

    return rearranged(session, steps, where)


# steps by themselves


def _chosen(step: Step, numbers: Sequence[int]) -> Step:
    """Some sets of a step, with what was aimed at in them."""
    return replace(step, sets=len(numbers), aims=_aims(step, numbers))


def _to_come(step: Step, cut: int) -> Step:
    """The sets of a step after the first ``cut``."""
    return _chosen(step, range(cut + 1, step.sets + 1))


def _aims(step: Step, numbers: Iterable[int]) -> tuple[int, ...]:
    if not step.aims:
        return ()
    return tuple(reps for number in numbers if (reps := guide.target_reps(step, number)) is not None)


def _resized(session: Session, index: int, by: int) -> Step:
    step = session.steps[index]
    done = {s.set_number for s in entries(session) if s.step == index}
    sets = step.sets + by
    while by > 0 and sets in done:  # sets beyond the plan were logged already
        sets += 1
    if sets < 1:
        raise Problem(f"{step.title} has only one set left: skip it instead.")
    if by < 0 and not done.isdisjoint(range(sets + 1, step.sets + 1)):
        raise Problem(f"Set {step.sets} of {step.title} is begun already: it stays.")
    return _chosen(step, range(1, sets + 1))


def _with(steps: tuple[Step, ...], index: int, step: Step) -> tuple[Step, ...]:
    return (*steps[:index], step, *steps[index + 1 :])


def _goes_by_rounds(step: Step) -> bool:
    """True in a circuit, AMRAP or EMOM, whose rounds are the same for all; a superset is looser."""
    return step.group is not None and (step.form is not None or not step.is_lift)


def _can_join(session: Session, index: int) -> bool:
    step = session.steps[index]
    return step.is_lift and step.group is None and not begun(session, index)
