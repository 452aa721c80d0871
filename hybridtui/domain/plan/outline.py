"""A week in outline: the first mix of sessions that can be sized and placed without breaking a rule.

The wanted mix comes first, then the ladder of I.10. Only where the whole ladder fails
is the balance loosened, and that is told. Source: science.md F.2 steps 2-4, E.2, E.6.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import product

from hybridtui.domain.athlete import Athlete
from hybridtui.domain.calendar import Weekday
from hybridtui.domain.plan import sizes
from hybridtui.domain.plan.budget import floor_to, long_run
from hybridtui.domain.plan.filling import LIGHTER_STRENGTH
from hybridtui.domain.plan.mix import Mix, MixRules, eased, ladder, wanted
from hybridtui.domain.plan.placement import Placement, border_agrees, cost_of, on_day, place
from hybridtui.domain.plan.runs import runwalk_minutes
from hybridtui.domain.plan.sizes import Room, Sizes
from hybridtui.domain.plan.sketch import Sketch
from hybridtui.domain.plan.sketching import selected, sketched
from hybridtui.domain.plan.week import Asked, Outline
from hybridtui.domain.workout import Kind, Phase, Why

_BALANCE_SETS = 35
"""Strength sessions up to this long shrink by the balance alone when running steps back."""

STRENGTH_FROM = {Phase.BASE: 25, Phase.BUILD: 25, Phase.PEAK: 20, Phase.TAPER: 20}
"""Minutes that strength sessions of a race plan should have at least (persona P4)."""

_SIMPLEST = Mix(2, 1)
"""From here down a week is looked for where the ladder of the wanted mix gives none."""

_ENOUGH_RUNNING = 0.8
"""A mix that holds this share of the running that was meant, or that another holds, is kept (a product decision)."""

_TOLERANCES = (0.05, 0.10, 0.15, 0.20, 0.30, 1.0)


def outline(asked: Asked) -> Outline:
    """Return the best week that these answers allow.

    Raises:
        AssertionError: never for validated answers; the last rungs of the ladder always fit.
    """
    for tolerance in _TOLERANCES:
        for shorten in (False, True) if asked.runwalk is not None else (False,):
            for mix in _mixes(asked):
                found = _with_mix(mix, asked, tolerance, shorten=shorten)
                if found is not None:
                    found = _roomiest(found, asked, tolerance)
                    return replace(found, notes=tuple(_notes(found, asked, shortened=shorten)))
    raise AssertionError(f"no week for {asked.athlete}")


def _roomiest(found: Outline, asked: Asked, tolerance: float) -> Outline:
    """Where F.3 leaves a runner a choice, take another of its mixes if much more of the week's running fits into it."""
    enough = found.sizes.run_minutes >= _ENOUGH_RUNNING * asked.minutes
    if enough or asked.runwalk is not None or not asked.rules.run_led:
        return found
    for mix in wanted(asked.rules):
        other = _with_mix(mix, asked, tolerance, shorten=False) if mix != found.mix else None
        if other is not None and found.sizes.run_minutes < _ENOUGH_RUNNING * other.sizes.run_minutes:
            found = other
    return found


def _mixes(asked: Asked) -> Iterator[Mix]:
    """The mix of the week before, those wanted, then rung by rung fewer or smaller sessions."""
    rules = asked.rules
    seen: set[Mix] = set()
    first = list(wanted(rules))
    kept = [eased(asked.before.mix, rules)] if asked.before is not None and (asked.keep or asked.set_share < 1) else []
    rungs = (mix for start in (*first[:1], _SIMPLEST) for _, mix in ladder(start))
    for mix in (*kept, *first, *rungs):
        if mix not in seen and rules.allows(mix):
            seen.add(mix)
            yield mix


def _with_mix(mix: Mix, asked: Asked, tolerance: float, *, shorten: bool) -> Outline | None:
    for qualities, least in product(range(asked.quality_runs, -1, -1), _strength_least(asked)):
        for cap in _caps(asked.athlete):
            room = _room(mix, asked, cap, tolerance, qualities=qualities, shorten=shorten)
            fitted = sizes.fit(mix, replace(room, strength_least=least))
            if fitted is not None and fitted.qualities == qualities:
                placed = _placed(mix, fitted, asked)
                if placed is not None:
                    return placed
    return None


def _caps(athlete: Athlete) -> list[int]:
    """Day caps from the longest down: what one day is too short for, another mix of lengths may fit."""
    return sorted({athlete.minutes[day] for day in athlete.days}, reverse=True)


def _room(mix: Mix, asked: Asked, cap: int, tolerance: float, *, qualities: int, shorten: bool) -> Room:
    athlete = asked.athlete
    runwalk = runwalk_minutes(asked.runwalk, max(1, mix.run_count)) if asked.runwalk is not None else None
    return Room(
        balance=asked.balance,
        minutes=asked.minutes,
        longest=asked.longest,
        cap=cap,
        long_cap=max(athlete.minutes[day] for day in athlete.days),
        strength_most=_strength_most(asked),
        runwalk=runwalk,
        marks_long=asked.marks_long,
        qualities=qualities,
        tolerance=tolerance,
        shorten=shorten,
        most_share=sizes.STRENGTH_LED_MOST if asked.rules.strength_led and tolerance < 1 else 1.0,
    )


def _strength_least(asked: Asked) -> tuple[int, ...]:
    """The shortest strength sessions wanted, then the shortest there are."""
    wanted = STRENGTH_FROM.get(asked.phase) if not asked.deload else None
    return (wanted, sizes.SHORTEST) if wanted is not None else (sizes.SHORTEST,)


def _strength_most(asked: Asked) -> int:
    """In a lighter week strength steps back with the running, also where balance did not set its length."""
    before = asked.before.sizes.strengths if asked.deload and asked.before is not None else ()
    if not before or max(before) <= _BALANCE_SETS:
        return sizes.STRENGTH_LONGEST
    return max(sizes.SHORTEST, floor_to(LIGHTER_STRENGTH * max(before)))


def _placed(mix: Mix, fitted: Sizes, asked: Asked) -> Outline | None:
    for selection in selected(mix, fitted, asked):
        sketches = sketched(fitted, selection, asked)
        placement = _placement(sketches, asked)
        if placement is not None:
            return Outline(
                mix=mix,
                sizes=fitted,
                selection=selection,
                sketches=sketches,
                days=placement.days,
                cost=placement.cost,
                quality_block=fitted.quality or (asked.keep and asked.quality_runs > 0),
            )
    return None


def opening(found: Outline, asked: Asked, first: Weekday) -> Outline | None:
    """Return a first week cut short by the calendar, with the sessions its pattern begins with (I.17).

    For beginners: what comes first should be what a full week begins with. None where
    the days left do not allow it; then they hold what the pattern has for them.
    """
    order = sorted(range(len(found.days)), key=lambda i: found.days[i])
    left = sorted(day for day in found.days if day >= first)
    chosen = order[: len(left)]
    sketches = tuple(found.sketches[i] for i in chosen)
    if not left or cost_of(sketches, left, asked.frame) is None:
        return None
    mondays = on_day(found.sketches, found.days, Weekday.MON)
    sundays = on_day(sketches, left, Weekday.SUN)
    if not border_agrees(sundays, mondays, beginner=asked.frame.beginner):
        return None
    return replace(found, sketches=sketches, days=tuple(left))


def _placement(sketches: tuple[Sketch, ...], asked: Asked) -> Placement | None:
    before, frame = asked.before, asked.frame
    sunday = before.sunday if before is not None else ()
    settled = _settled(sketches, before) if before is not None and (asked.keep or asked.set_share < 1) else None
    if settled is not None:
        kept = cost_of(sketches, settled, frame, sunday)
        if kept is not None:
            return Placement(settled, kept)
    grown = _as_it_will_be(sketches, asked)
    if grown != sketches:
        later = place(grown, frame, sunday)
        now = cost_of(sketches, later.days, frame, sunday) if later is not None else None
        if later is not None and now is not None:
            return Placement(later.days, now)
    return place(sketches, frame, sunday)


def _settled(sketches: tuple[Sketch, ...], before: Outline) -> tuple[Weekday, ...] | None:
    """The days that these sessions have had, if each had one: fewer sessions keep their days too (R32)."""
    if len(before.days) == len(sketches):
        return before.days
    left = list(zip(before.sketches, before.days, strict=True))
    days = []
    for sketch in sketches:
        found = next((entry for entry in left if _alike(entry[0], sketch)), None)
        if found is None:
            return None
        left.remove(found)
        days.append(found[1])
    return tuple(days)


def _alike(one: Sketch, other: Sketch) -> bool:
    return (one.kind, one.long, one.quality) == (other.kind, other.long, other.quality)


def _as_it_will_be(sketches: tuple[Sketch, ...], asked: Asked) -> tuple[Sketch, ...]:
    """The week with the long run it will have within the block, so that its day need not move."""
    runs = sum(s.kind in (Kind.RUN, Kind.COMBO) for s in sketches)
    if not asked.marks_long or runs < 2 or sketches[0].kind is not Kind.RUN or sketches[0].long:
        return sketches
    if long_run(round(asked.minutes * 1.3), runs, round(asked.longest * 1.3)) < sizes.LONG_FROM:
        return sketches
    return (replace(sketches[0], long=True), *sketches[1:])


def _notes(found: Outline, asked: Asked, *, shortened: bool) -> Iterator[Why]:
    if shortened:
        yield Why("C.8", "The run/walk sessions are shorter than the programme's, so that the balance holds.")
    if abs(found.sizes.run_share - asked.balance) > _TOLERANCES[0] + 1e-9:
        wanted_share = round(100 * asked.athlete.balance)
        yield Why(
            "R2", f"These days and lengths do not allow {wanted_share} % running; the week comes as near as it can."
        )
    yield from _unused_days(found.mix, asked.rules)


def _unused_days(mix: Mix, rules: MixRules) -> Iterator[Why]:
    free = rules.days - mix.sessions
    if free > 0:
        stays = "one of your days stays free" if free == 1 else f"{free} of your days stay free"
        yield Why("I.10", f"The week holds {mix}, and {stays}: more sessions would break the balance or a cap.")
