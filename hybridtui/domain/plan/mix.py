"""How many runs, strength sessions, circuits and combos a week holds.

The table gives the mix that is wanted; where its sizes cannot be met, a ladder of
small steps leads to the nearest mix that can. Source: science.md F.3, E.6, R1, R7
with I.1, I.5, I.9, I.10.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from hybridtui.domain.athlete import Athlete, Goal, Level, Limit
from hybridtui.domain.workout import Phase

RUN_LED, STRENGTH_LED = 0.65, 0.35
"""From and up to these balances one sport leads the week."""

STARTING_WEEKS = 4
"""A beginner's first weeks, with the gentlest rules (R7, R8)."""

NO_DOUBLES_WEEKS = 6
"""Beginners' weeks without two sessions a day (R11)."""

MOST_RUNS_STRENGTH_LED = 3
"""Runs a week where strength leads (E.6)."""

BUSY_MINUTES = 25
"""Days this short like a circuit better than a third run (persona P6)."""

_STRENGTH_BEFORE_RACE = {Phase.PEAK: (2, 2), Phase.TAPER: (1, 2)}
"""Most strength sessions a week near a race: with running in the lead, and otherwise (C.9, persona P4)."""

OLDER = 65
"""From this age on balance is trained besides and lifts are slower (H.2); circuits stay at level 2."""

_MOST_STEPS = 6
_EDGE = 1e-9


@dataclass(frozen=True, slots=True)
class Mix:
    """Sessions of a week by kind."""

    runs: int = 0
    strengths: int = 0
    circuits: int = 0
    combos: int = 0

    @property
    def sessions(self) -> int:
        """All sessions; a combo is one."""
        return self.runs + self.strengths + self.circuits + self.combos

    @property
    def run_count(self) -> int:
        """Sessions with a run of its own: runs and combos."""
        return self.runs + self.combos

    @property
    def strength_count(self) -> int:
        """Sessions that count as strength (I.1)."""
        return self.strengths + self.circuits + self.combos

    def __str__(self) -> str:
        counted = (
            (self.runs, "run"),
            (self.strengths, "strength session"),
            (self.circuits, "circuit"),
            (self.combos, "combo"),
        )
        return ", ".join(f"{count} {name}{'s' if count > 1 else ''}" for count, name in counted if count)


@dataclass(frozen=True, slots=True)
class MixRules:
    """What decides which mixes are wanted and which allowed."""

    athlete: Athlete
    week: int
    """Training week, from 1."""
    phase: Phase = Phase.GENERAL

    @property
    def days(self) -> int:
        """Training days a week."""
        return self.athlete.days_used

    @property
    def run_led(self) -> bool:
        """True from a balance of 0.65 on."""
        return self.athlete.balance >= RUN_LED - _EDGE

    @property
    def strength_led(self) -> bool:
        """True up to a balance of 0.35."""
        return self.athlete.balance <= STRENGTH_LED + _EDGE

    @property
    def beginner(self) -> bool:
        """True for beginners."""
        return self.athlete.level is Level.BEGINNER

    @property
    def doubles(self) -> bool:
        """True if a run and a strength session may share a day (R11)."""
        return self.athlete.allow_doubles and not (self.beginner and self.week <= NO_DOUBLES_WEEKS)

    @property
    def two_slot_days(self) -> int:
        """Available days with a morning and an evening."""
        return sum(self.athlete.slots[day] > 1 for day in self.athlete.days) if self.doubles else 0

    @property
    def circuits(self) -> bool:
        """True if circuits may be planned: not before a health question is cleared (H.1)."""
        return not self.athlete.see_professional

    @property
    def strength_range(self) -> tuple[int, int]:
        """Fewest and most sessions that count as strength (R7, I.1)."""
        if self.beginner and self.week <= STARTING_WEEKS:
            return 1, 2
        if self.phase in _STRENGTH_BEFORE_RACE:
            led_by_runs, otherwise = _STRENGTH_BEFORE_RACE[self.phase]
            return 1, led_by_runs if self.run_led else otherwise
        most = 4 if self.athlete.level is Level.ADVANCED or self.strength_led else 3
        least = 1 if self.days <= 3 or self.run_led else 2
        return least, most

    def allows(self, mix: Mix) -> bool:
        """Return whether a mix keeps R1, R7, E.6 and the number of days."""
        least, most = self.strength_range
        if not least <= mix.strength_count <= most:
            return False
        if self.strength_led and mix.run_count > MOST_RUNS_STRENGTH_LED:
            return False
        if mix.circuits > (1 if self.beginner else 2) or (mix.circuits and not self.circuits):
            return False
        return self._fits_days(mix) and self._both_sports(mix)

    def _fits_days(self, mix: Mix) -> bool:
        doubled = min(mix.runs, mix.strengths) if self.doubles else 0
        return mix.sessions - doubled <= self.days

    def _both_sports(self, mix: Mix) -> bool:
        missing = (mix.run_count == 0) + (mix.strengths + mix.combos == 0)
        return missing <= mix.circuits or (self.days <= 2 and mix.circuits > 0)


def wanted(rules: MixRules) -> Iterator[Mix]:
    """Yield the mixes of F.3 for these days and balance, best first."""
    for mix in (*_with_two_slots(rules), *_table(rules)):
        fitted = eased(mix, rules) if rules.phase in _STRENGTH_BEFORE_RACE else _within_frequency(mix, rules)
        if rules.allows(fitted):
            yield fitted


def _table(rules: MixRules) -> tuple[Mix, ...]:
    if rules.run_led:
        return _run_led(rules)
    if rules.strength_led:
        return _STRENGTH_LED[rules.days]
    if rules.days == 5:
        with_circuit = Mix(2, 2, circuits=1)
        return (with_circuit, Mix(3, 2)) if _busy(rules.athlete) else (Mix(3, 2), with_circuit)
    return _EVEN[rules.days]


def _run_led(rules: MixRules) -> tuple[Mix, ...]:
    if rules.days == 5:
        if rules.beginner:
            return (Mix(3, 2),)
        return (Mix(4, 2), Mix(3, 1, combos=1)) if rules.doubles else (Mix(3, 1, combos=1),)
    return _RUN_LED[rules.days]


_RUN_LED = {
    2: (Mix(1, combos=1),),
    3: (Mix(2, combos=1), Mix(2, 1)),
    4: (Mix(2, 1, combos=1),),
    6: (Mix(4, 2),),
}
_EVEN = {
    2: (Mix(strengths=1, combos=1), Mix(1, 1)),
    3: (Mix(1, 1, circuits=1),),
    4: (Mix(2, 2),),
    6: (Mix(3, 3),),
}
_STRENGTH_LED = {
    2: (Mix(strengths=1, combos=1),),
    3: (Mix(1, 2),),
    4: (Mix(1, 3),),
    5: (Mix(2, 3),),
    6: (Mix(2, 4),),
}


def _with_two_slots(rules: MixRules) -> tuple[Mix, ...]:
    """One run and one strength session more where mornings and evenings are free (I.9)."""
    if rules.two_slot_days < 2 or rules.days > 5:
        return ()
    base = _table(rules)[0]
    if rules.days == 4 and rules.two_slot_days == 4 and not rules.strength_led:
        return (Mix(4, 3), replace(base, runs=base.runs + 1, strengths=base.strengths + 1))
    return (replace(base, runs=base.runs + 1, strengths=base.strengths + 1),)


def _busy(athlete: Athlete) -> bool:
    return athlete.goal is Goal.TIME_SAVER or max(athlete.minutes[day] for day in athlete.days) <= BUSY_MINUTES


def eased(mix: Mix, rules: MixRules) -> Mix:
    """Return the same runs with no more strength than a week near a race holds: circuits go first (C.9)."""
    surplus = max(0, mix.strength_count - rules.strength_range[1])
    circuits = min(surplus, mix.circuits)
    strengths = min(surplus - circuits, mix.strengths)
    combos = surplus - circuits - strengths
    return Mix(mix.runs + combos, mix.strengths - strengths, mix.circuits - circuits, mix.combos - combos)


def _within_frequency(mix: Mix, rules: MixRules) -> Mix:
    """Surplus strength becomes easy runs within E.6, else rest (I.1)."""
    surplus = max(0, min(mix.strengths, mix.strength_count - rules.strength_range[1]))
    room = MOST_RUNS_STRENGTH_LED - mix.run_count if rules.strength_led else surplus
    return replace(mix, strengths=mix.strengths - surplus, runs=mix.runs + max(0, min(surplus, room)))


def ladder(start: Mix) -> Iterator[tuple[int, Mix]]:
    """Yield the mix and what becomes of it, with the number of steps taken, fewest first (I.10)."""
    seen, level = {start}, [start]
    for steps in range(_MOST_STEPS + 1):
        for mix in level:
            yield steps, mix
        following: list[Mix] = []
        for mix in level:
            for smaller in _smaller(mix):
                if smaller not in seen:
                    seen.add(smaller)
                    following.append(smaller)
        level = following


def _smaller(mix: Mix) -> Iterator[Mix]:
    if mix.circuits:
        yield replace(mix, circuits=mix.circuits - 1)
        yield replace(mix, circuits=mix.circuits - 1, runs=mix.runs + 1)
    if mix.runs:
        yield replace(mix, runs=mix.runs - 1)
    if mix.strengths:
        yield replace(mix, strengths=mix.strengths - 1)
    if mix.runs:
        yield replace(mix, runs=mix.runs - 1, combos=mix.combos + 1)
    if mix.strengths:
        yield replace(mix, strengths=mix.strengths - 1, combos=mix.combos + 1)
    if mix.runs and mix.strengths:
        yield replace(mix, runs=mix.runs - 1, strengths=mix.strengths - 1, combos=mix.combos + 1)


def circuit_level(athlete: Athlete) -> int:
    """Return the level of circuits at which an athlete is asked to work (F.4, R13)."""
    if athlete.level is Level.BEGINNER or Limit.PREGNANCY in athlete.limits:
        return 1
    seasoned = athlete.level is Level.ADVANCED and (athlete.age or 0) < OLDER
    return 3 if seasoned else 2
