"""A week in outline: the first mix of sessions that can be sized and placed without breaking a rule.

The wanted mix comes first, then the ladder of I.10. Only where the whole ladder fails
is the balance loosened, and that is told. Source: science.md F.2 steps 2-4, E.2, E.6.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from hybridtui.domain.athlete import Athlete, Goal, Level
from hybridtui.domain.calendar import Weekday
from hybridtui.domain.plan import sizes
from hybridtui.domain.plan.budget import STEP_BACK, floor_to, long_run
from hybridtui.domain.plan.choice import YOUTH
from hybridtui.domain.plan.limits import spares_legs
from hybridtui.domain.plan.mix import Mix, MixRules, circuit_level, ladder, wanted
from hybridtui.domain.plan.placement import Frame, Placement, cost_of, on_day, place
from hybridtui.domain.plan.runs import runwalk_minutes
from hybridtui.domain.plan.sizes import Room, Sizes
from hybridtui.domain.plan.sketch import Sketch
from hybridtui.domain.plan.templates import FULL, HEAVY, SHORT_MINUTES, TEMPLATES, Selection, selections
from hybridtui.domain.workout import Kind, Why

RACE_GOALS = frozenset({Goal.FIVE_K, Goal.TEN_K, Goal.HALF, Goal.MARATHON})
QUALITY_FROM_WEEK = 7
"""A beginner's first week with a quality run (I.5)."""

_BALANCE_SETS = 35
"""Strength sessions up to this long shrink by the balance alone when running steps back."""

_SIMPLEST = Mix(2, 1)
"""From here down a week is looked for where the ladder of the wanted mix gives none."""

_TOLERANCES = (0.05, 0.10, 0.15, 0.20, 0.30, 1.0)
_MOST_HARD_DAYS = {Level.BEGINNER: 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a week is made from."""

    athlete: Athlete
    week: int
    """Training week, from 1."""
    minutes: int
    """Run minutes, at most; unused while run/walk sets them."""
    longest: int
    """Longest run of the last 30 days."""
    runwalk: int | None = None
    """Week of the run/walk programme, if the runs are its sessions."""
    deload: bool = False
    before: Outline | None = None
    """The week before."""
    keep: bool = False
    """True within a training block: mix and days of the week before are wanted again."""

    @property
    def rules(self) -> MixRules:
        """The rules for mixes this week."""
        return MixRules(self.athlete, self.week)

    @property
    def frame(self) -> Frame:
        """What the days allow."""
        return Frame(
            available=self.athlete.days,
            caps=self.athlete.minutes,
            slots=self.athlete.slots,
            doubles=self.rules.doubles,
            beginner=self.athlete.level is Level.BEGINNER,
            rest_days=1 if self.athlete.days_used >= 6 else 2,
            hard_days=self.hard_days,
            long_day=self.athlete.long_run_day,
        )

    @property
    def hard_days(self) -> int:
        """Most hard days of a week (R23)."""
        return _MOST_HARD_DAYS.get(self.athlete.level, 3)

    @property
    def wants_quality(self) -> bool:
        """True if a quality run may be planned at all (I.5, H.1)."""
        beginning = self.athlete.level is Level.BEGINNER and self.week < QUALITY_FROM_WEEK
        if beginning or self.runwalk is not None or self.athlete.see_professional:
            return False
        # Mid-block quality would move the days that the athlete has settled into (R32).
        return not self.keep or self.before is None or self.before.quality_block

    @property
    def marks_long(self) -> bool:
        """True if a run may be marked long (I.6)."""
        led = self.athlete.balance >= 0.5 or self.athlete.goal in RACE_GOALS
        return led and self.runwalk is None and not self.athlete.see_professional


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """A week's sessions with their lengths and days."""

    mix: Mix
    sizes: Sizes
    selection: Selection
    sketches: tuple[Sketch, ...]
    days: tuple[Weekday, ...]
    cost: float
    quality_block: bool
    """True if this training block has quality runs."""
    notes: tuple[Why, ...] = ()
    """What had to be bent, in words."""

    @property
    def sunday(self) -> tuple[Sketch, ...]:
        """What the next Monday has to respect."""
        return on_day(self.sketches, self.days, Weekday.SUN)


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
                    return replace(found, notes=tuple(_notes(found, asked, shortened=shorten)))
    raise AssertionError(f"no week for {asked.athlete}")


def _mixes(asked: Asked) -> Iterator[Mix]:
    """The mix of the week before, those wanted, then rung by rung fewer or smaller sessions."""
    rules = asked.rules
    seen: set[Mix] = set()
    first = list(wanted(rules))
    kept = [asked.before.mix] if asked.keep and asked.before is not None else []
    rungs = (mix for start in (*first[:1], _SIMPLEST) for _, mix in ladder(start))
    for mix in (*kept, *first, *rungs):
        if mix not in seen and rules.allows(mix):
            seen.add(mix)
            yield mix


def _with_mix(mix: Mix, asked: Asked, tolerance: float, *, shorten: bool) -> Outline | None:
    for quality in (True, False) if asked.wants_quality else (False,):
        for cap in _caps(asked.athlete):
            room = _room(mix, asked, cap, tolerance, quality=quality, shorten=shorten)
            fitted = sizes.fit(mix, room) if room is not None else None
            if fitted is not None and (fitted.quality or not quality):
                placed = _placed(mix, fitted, asked)
                if placed is not None:
                    return placed
    return None


def _caps(athlete: Athlete) -> list[int]:
    """Day caps from the longest down: what one day is too short for, another mix of lengths may fit."""
    return sorted({athlete.minutes[day] for day in athlete.days}, reverse=True)


def _room(mix: Mix, asked: Asked, cap: int, tolerance: float, *, quality: bool, shorten: bool) -> Room | None:
    athlete = asked.athlete
    runwalk = runwalk_minutes(asked.runwalk, max(1, mix.run_count)) if asked.runwalk is not None else None
    return Room(
        balance=athlete.balance,
        minutes=asked.minutes,
        longest=asked.longest,
        cap=cap,
        long_cap=max(athlete.minutes[day] for day in athlete.days),
        strength_most=_strength_most(asked),
        runwalk=runwalk,
        marks_long=asked.marks_long,
        quality=quality,
        tolerance=tolerance,
        shorten=shorten,
        most_share=sizes.STRENGTH_LED_MOST if asked.rules.strength_led and tolerance < 1 else 1.0,
    )


def _strength_most(asked: Asked) -> int:
    """In a lighter week strength steps back with the running, also where balance did not set its length."""
    before = asked.before.sizes.strengths if asked.deload and asked.before is not None else ()
    if not before or max(before) <= _BALANCE_SETS:
        return sizes.STRENGTH_LONGEST
    return max(sizes.SHORTEST, floor_to(STEP_BACK * max(before)))


def _placed(mix: Mix, fitted: Sizes, asked: Asked) -> Outline | None:
    for selection in _selections(mix, fitted, asked):
        sketches = _sketches(fitted, selection, asked)
        placement = _placement(sketches, asked)
        if placement is not None:
            return Outline(
                mix=mix,
                sizes=fitted,
                selection=selection,
                sketches=sketches,
                days=placement.days,
                cost=placement.cost,
                quality_block=fitted.quality or (asked.keep and asked.wants_quality),
            )
    return None


def _placement(sketches: tuple[Sketch, ...], asked: Asked) -> Placement | None:
    before, frame = asked.before, asked.frame
    sunday = before.sunday if before is not None else ()
    if asked.keep and before is not None and len(before.days) == len(sketches):
        kept = cost_of(sketches, before.days, frame, sunday)
        if kept is not None:
            return Placement(before.days, kept)
    grown = _as_it_will_be(sketches, asked)
    if grown != sketches:
        later = place(grown, frame, sunday)
        now = cost_of(sketches, later.days, frame, sunday) if later is not None else None
        if later is not None and now is not None:
            return Placement(later.days, now)
    return place(sketches, frame, sunday)


def _as_it_will_be(sketches: tuple[Sketch, ...], asked: Asked) -> tuple[Sketch, ...]:
    """The week with the long run it will have within the block, so that its day need not move."""
    runs = sum(s.kind in (Kind.RUN, Kind.COMBO) for s in sketches)
    if not asked.marks_long or runs < 2 or sketches[0].kind is not Kind.RUN or sketches[0].long:
        return sketches
    if long_run(round(asked.minutes * 1.3), runs, round(asked.longest * 1.3)) < sizes.LONG_FROM:
        return sketches
    return (replace(sketches[0], long=True), *sketches[1:])


def _selections(mix: Mix, fitted: Sizes, asked: Asked) -> Iterator[Selection]:
    lengths = (*fitted.strengths, *fitted.combo_strengths)
    return (
        selections(
            mix.strengths,
            mix.combos,
            heavy=_heavy(fitted, asked),
            endurance_first=asked.athlete.balance >= 0.5,
            short=bool(fitted.strengths) and max(fitted.strengths) <= SHORT_MINUTES,
            circuits=mix.circuits > 0,
            week=asked.week,
        )
        if lengths
        else iter((Selection((), ()),))
    )


def _heavy(fitted: Sizes, asked: Asked) -> int:
    """How many strength sessions may be leg-heavy (I.11, E.6)."""
    athlete = asked.athlete
    young = athlete.age is not None and athlete.age < YOUTH
    if athlete.level is Level.BEGINNER or athlete.see_professional or young or spares_legs(athlete.limits):
        return 0
    hard_circuits = len(fitted.circuits) if circuit_level(athlete) > 1 else 0
    free = asked.hard_days - fitted.long - fitted.quality - hard_circuits
    return max(0, min(1 if athlete.balance >= 0.5 else 2, free))


def _sketches(fitted: Sizes, selection: Selection, asked: Asked) -> tuple[Sketch, ...]:
    """Long run, quality run, strength, circuits, combos, easy runs: an order that stays."""
    runs = _run_sketches(fitted, asked)
    return (
        *runs[:2],
        *(_strength_sketch(t, minutes) for t, minutes in zip(selection.strengths, fitted.strengths, strict=True)),
        *(_circuit_sketch(minutes, asked, fitted) for minutes in fitted.circuits),
        *(
            replace(_strength_sketch(t, strength), kind=Kind.COMBO, run_minutes=run)
            for t, run, strength in zip(selection.combos, fitted.combo_runs, fitted.combo_strengths, strict=True)
        ),
        *runs[2:],
    )


def _run_sketches(fitted: Sizes, asked: Asked) -> list[Sketch]:
    plain = "runwalk" if asked.runwalk is not None else "easy"
    runs = [Sketch(kind=Kind.RUN, subtype=plain, run_minutes=minutes) for minutes in fitted.runs]
    if fitted.long:
        runs[0] = replace(runs[0], subtype="long", long=True)
    if fitted.quality:
        # Its kind changes from week to week; for placing all quality runs are alike.
        runs[1] = replace(runs[1], subtype="tempo")
    return runs


def _strength_sketch(template: str, minutes: int) -> Sketch:
    plain = template.removesuffix(HEAVY)
    return Sketch(
        kind=Kind.STRENGTH,
        subtype=plain,
        strength_minutes=minutes,
        leg_heavy=template.endswith(HEAVY),
        regions=TEMPLATES[plain].regions,
    )


def _circuit_sketch(minutes: int, asked: Asked, fitted: Sizes) -> Sketch:
    level = circuit_level(asked.athlete)
    if fitted.long + fitted.quality >= asked.hard_days:
        level = 1
    return Sketch(
        kind=Kind.HYBRID,
        subtype="circuit",
        run_minutes=minutes // 2,
        strength_minutes=minutes // 2,
        level=level,
        regions=FULL,
    )


def _notes(found: Outline, asked: Asked, *, shortened: bool) -> Iterator[Why]:
    if shortened:
        yield Why("C.8", "The run/walk sessions are shorter than the programme's, so that the balance holds.")
    if abs(found.sizes.run_share - asked.athlete.balance) > _TOLERANCES[0] + 1e-9:
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
