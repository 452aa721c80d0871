"""What a daybook says otherwise than the log, beside sessions: weights, check-ins, notes, the plan that is followed.

As with sessions, what the file says takes the place of what the log said; what it does not
mention stays. Answers and plan change only by a daybook of this log: one that tells the
plan that is followed. Nothing is written here.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, fields, replace
from typing import TypeVar

from hybridtui.domain.change import Change
from hybridtui.domain.contents import Contents
from hybridtui.domain.workout import Plan
from hybridtui.logbook.imports.sorting import Sorted
from hybridtui.store import Store

T = TypeVar("T")

OTHERS_KEPT = "a plan that you do not follow any more, or never did, stays as it is: that of the file was left out"
"""Warning of a daybook with such plans that are not as the log has them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What one file says otherwise than the log."""

    place: int
    """Of the file."""
    before: Contents
    after: Contents
    """The same entries, as the log has them and as the file tells them."""
    answers_kept: bool
    """True if its answers or plans are other ones, and left out."""
    others_kept: bool
    """True if it tells of an earlier plan otherwise, and that is left out."""

    @property
    def lines(self) -> tuple[str, ...]:
        """What differs, line by line."""
        from hybridtui.formats.daybook.differences import beside

        return beside(self.before, self.after)

    @property
    def words(self) -> tuple[str, ...]:
        """How many entries change, if any."""
        entries = [getattr(self.after, field.name) for field in fields(Contents)]
        count = sum(len(each) if isinstance(each, tuple) else each is not None for each in entries)
        return (f"{count:,} {'entry' if count == 1 else 'entries'} changed",) if count else ()

    @property
    def change(self) -> Change:
        """What is written."""
        after = self.after
        return Change(
            label="import",
            athlete=after.athlete,
            plan=after.plans[0] if after.plans else None,
            exercises=after.exercises,
            names=after.names,
            readiness=after.readiness,
            pains=after.pains,
            notes=after.notes,
            weights=after.weights,
            skips=after.skips,
        )


def corrections(found: Sorted, store: Store) -> tuple[Correction, ...]:
    """Return what the daybooks among the files say otherwise than the log; of several, the first by its hash counts."""
    telling = [file for file in found.files if file.file.replaces and file.read.contents is not None]
    if not telling:
        return ()
    has = store.everything.contents()
    corrected: list[Correction] = []
    for file in sorted(telling, key=lambda each: each.file.digest):
        told = file.read.contents or Contents()
        corrected.append(_correction(file.file.place, told, has))
        has = _without_keys(has, corrected[-1].before)
    return tuple(corrected)


def _correction(place: int, told: Contents, has: Contents) -> Correction:
    followed = has.plans[-1] if has.plans else None
    plan = next((each for each in told.plans if followed is not None and each.id == followed.id), None)
    ours = followed is not None and plan is not None
    answers = told.athlete if ours and has.athlete is not None and told.athlete != has.athlete else None
    after = Contents(
        athlete=answers,
        plans=(plan,) if plan is not None and plan != followed else (),
        **{
            name: _otherwise(getattr(told, name), getattr(has, name), key)
            for name, key in _KEYS.items()
            if name != "plans"
        },
    )
    others = _others(told.plans, has.plans, plan)
    return Correction(
        place=place,
        before=_as_before(after, has),
        after=after,
        answers_kept=not ours and (others or told.athlete not in (None, has.athlete)),
        others_kept=ours and others,
    )


def _others(told: Iterable[Plan], has: Iterable[Plan], but: Plan | None) -> bool:
    """Return whether plans are told that the log has not like this.

    The answers that one was made for are told once for all where they are those of today.
    """
    known = {each.id: each for each in has}
    return any(
        each != replace(known.get(each.id, each), athlete=each.athlete) or each.id not in known
        for each in told
        if each is not but
    )


def _otherwise(told: Sequence[T], has: Iterable[T], key: Callable[[T], Hashable]) -> tuple[T, ...]:
    """Return the entries that the log has, but not like this."""
    known = {key(each): each for each in has}
    return tuple(each for each in told if key(each) in known and known[key(each)] != each)


def _as_before(after: Contents, has: Contents) -> Contents:
    """Return the entries of ``after`` as the log has them."""
    keys = {name: set(map(key, getattr(after, name))) for name, key in _KEYS.items()}
    kept = {name: tuple(each for each in getattr(has, name) if key(each) in keys[name]) for name, key in _KEYS.items()}
    return Contents(athlete=has.athlete if after.athlete is not None else None, **kept)


def _without_keys(has: Contents, corrected: Contents) -> Contents:
    """Return what another daybook may still say otherwise."""
    left = {name: tuple(each for each in getattr(has, name) if each not in getattr(corrected, name)) for name in _KEYS}
    return replace(has, athlete=None if corrected.athlete is not None else has.athlete, **left)


_KEYS: dict[str, Callable[..., Hashable]] = {
    "plans": lambda each: each.id,
    "exercises": lambda each: each.id,
    "names": lambda each: each.folded,
    "readiness": lambda each: each.day,
    "pains": lambda each: each.id,
    "notes": lambda each: each.exercise,
    "weights": lambda each: each.day,
    "skips": lambda each: each.workout_id,
}
