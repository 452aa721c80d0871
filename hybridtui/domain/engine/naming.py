"""What was done, in words for undo, and which places ended by it."""

from __future__ import annotations

from hybridtui.domain import guide
from hybridtui.domain.engine.state import Event, LogRun, LogSets, Longer, Skip, SkipStep, Split, Tick
from hybridtui.domain.guide import Place
from hybridtui.domain.session import MarkKind, Session
from hybridtui.domain.workout import Form, StepKind

_WHOLE = {StepKind.WARMUP: "the warm-up", StepKind.COOLDOWN: "the cool-down"}

_REST, _PAUSE = "rest", "pause"
"""Small things: undo takes them back with what they hang on."""


def whole_of(session: Session, step: int) -> range:
    """Return what is skipped with a step: of a warm-up, which may end in ramp sets, and a cool-down all of it."""
    kind = session.steps[step].kind
    if kind not in _WHOLE:
        return range(step, step + 1)
    first, stop = step, step + 1
    while first > 0 and session.steps[first - 1].kind is kind:
        first -= 1
    while stop < len(session.steps) and session.steps[stop].kind is kind:
        stop += 1
    return range(first, stop)


def ended(before: Session, after: Session) -> tuple[Place, ...]:
    """Return the places that ended between two states of a session, in walking order."""
    still = {*guide.to_do(before)}
    known = {*guide.places(before.steps)}
    left = {*guide.to_do(after)}
    return tuple(p for p in guide.places(after.steps) if p not in left and (p in still or p not in known))


def label(before: Session, caught: Session, after: Session, event: Event) -> tuple[str, bool]:
    """Return what was done, as undo names it, and whether undo takes it back only with what it hangs on.

    ``caught`` is the session after what the clock had led through before the event; an
    empty label: nothing was done that can be undone.
    """
    if after == before:
        return "", False
    by_clock = ended(before, caught)
    own = _own_label(caught, after, event) if after != caught else ""
    told = [guide.names(after, by_clock)] if by_clock else []
    if own and own != _REST:
        told.append(own)
    if told:
        return " and ".join(told), False
    return (own or _PAUSE), True


def _own_label(before: Session, after: Session, event: Event) -> str:
    match event:
        case LogSets(place, _, drafts):
            title = event.name or (before.steps[place.step].title if place is not None else "")
            if len(drafts) > 1:
                return f"{len(drafts)} sets of {title}"
            return guide.name(before, place) if place is not None else f"set of {title}"
        case LogRun(place):
            return guide.name(before, place) if place is not None else "run"
        case Tick(place):
            return guide.name(before, place)
        case Skip(place):
            return f"skip of {guide.name(before, place)}"
        case SkipStep(step):
            return _skip_label(before, step)
        case Split():
            return _split_label(before, after)
        case Longer():
            return _REST
        case _:
            return ""


def _skip_label(before: Session, step: int) -> str:
    asked = before.steps[step]
    if asked.form is Form.AMRAP:
        return "end of the AMRAP"
    whole = len(whole_of(before, step)) > 1
    return f"skip of {_WHOLE[asked.kind] if whole else asked.title}"


def _split_label(before: Session, after: Session) -> str:
    left_out = any(mark.kind is MarkKind.SKIPPED for mark in after.marks[len(before.marks) :])
    if left_out or sum(step.sets for step in after.steps) < sum(step.sets for step in before.steps):
        return "end of the AMRAP"
    places = ended(before, after)
    if places and before.steps[places[0].step].form is Form.AMRAP:
        return f"round {places[0].set_number} of the AMRAP"
    return guide.names(after, places) if places else ""
