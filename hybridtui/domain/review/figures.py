"""The numbers beside the sentences of a review, each with how it was made and the sessions behind it."""

from __future__ import annotations

from collections.abc import Iterator

from hybridtui.domain.balance import run_percent, split
from hybridtui.domain.days.adherence import SideKept
from hybridtui.domain.figures import UNKNOWN, Figure
from hybridtui.domain.loads import wording
from hybridtui.domain.query.writing import COUNTED, WITH_EITHER, WITH_RUNNING, WITH_STRENGTH, behind, between
from hybridtui.domain.review.change import RULES, rule_of
from hybridtui.domain.review.facts import USUAL_WEEKS, Side, WeekFacts
from hybridtui.domain.review.month import WeekOfMonth
from hybridtui.domain.review.week import WeekReview
from hybridtui.domain.review.words import count, done_of, minutes, named, reason
from hybridtui.domain.units import decimal

MOST_MUSCLES = 6
"""So many are listed; the tab of strength has all."""


def against_plan(facts: WeekFacts) -> tuple[Figure, ...]:
    """Return what was done of what was planned, or usual: each side, workouts, rest days."""
    return tuple(_against_plan(facts))


def _against_plan(facts: WeekFacts) -> Iterator[Figure]:
    for side, definition, condition in (
        (Side.RUN, "days.run", WITH_RUNNING),
        (Side.STRENGTH, "days.strength", WITH_STRENGTH),
    ):
        part = facts.side(side)
        yield Figure(
            definition=definition,
            name="Run" if side is Side.RUN else "Strength",
            value=done_of(part) if part.planned else minutes(part.kept.done_s),
            note=_sessions(part.kept) if part.planned else f"usual {minutes(part.usual_s)}" if part.usual_s else "",
            made=(f"{count(part.kept.done, 'session')} with {side}: {decimal(part.kept.done_s / 60, 1)} min",),
            behind=behind(facts.week, condition, COUNTED),
        )
    kept = facts.kept
    if kept.planned:
        yield Figure(
            definition="days.kept",
            name="Workouts",
            value=f"{kept.kept} of {kept.workouts}",
            note=f"{kept.due} to come" if kept.due else "",
            made=tuple(f"not done: {named(each.workout)}; {reason(each) or 'no reason known'}" for each in kept.missed),
            behind=behind(facts.week, COUNTED),
        )
        yield Figure(
            definition="days.rest", name="Rest days", value=f"{kept.rest_kept} of {kept.rest_planned}", note="so far"
            if facts.runs else "",
        )  # fmt: skip


def _sessions(side: SideKept) -> str:
    return f"{side.kept} of {count(side.planned, 'session')}"


def balance(facts: WeekFacts) -> tuple[Figure, ...]:
    """Return the run share of the week, and of four."""
    target = "" if facts.target is None else f"target {split(facts.target)}"
    run, strength = facts.totals.run_minutes, facts.totals.strength_minutes
    week = _share(
        "balance.share", "Run share", facts.totals.run_share, target, behind(facts.week, WITH_EITHER, COUNTED)
    )
    made = f"{decimal(run, 1)} / ({decimal(run, 1)} + {decimal(strength, 1)}) min"
    figures = [week if facts.totals.run_share is None else _made(week, made)]
    if facts.before:
        four = (*facts.before[1 - USUAL_WEEKS :], facts.totals)
        found_by = between(four[0].period.first, facts.week.last, WITH_EITHER, COUNTED)
        figures.append(_share("balance.four", f"{len(four)} weeks", facts.share_of_weeks, "", found_by))
    return tuple(figures)


def _share(definition: str, name: str, share: float | None, note: str, found_by: str) -> Figure:
    value = UNKNOWN if share is None else run_percent(share)
    return Figure(definition=definition, name=name, value=value, note=note, behind="" if share is None else found_by)


def _made(figure: Figure, how: str) -> Figure:
    return Figure(
        definition=figure.definition, name=figure.name, value=figure.value, note=figure.note, made=(how,),
        behind=figure.behind,
    )  # fmt: skip


def hard_sets(review: WeekReview) -> tuple[Figure, ...]:
    """Return the muscles that worked most: hard sets, and what running cost them beside."""
    worked = sorted(review.muscles.items(), key=lambda each: (-each[1].hard, -each[1].from_running, each[0]))
    return tuple(
        Figure(
            definition="strength.muscle",
            name=muscle.replace("_", " ").capitalize(),
            value=f"{decimal(sets.hard, 1)} sets",
            note=f"+ {decimal(sets.from_running, 1)} running" if sets.from_running else "",
            made=(f"{decimal(sets.hard, 2)} hard, {decimal(sets.unrated, 2)} unrated, by halves for helping muscles",),
            behind=behind(review.facts.week, WITH_EITHER, COUNTED),
        )
        for muscle, sets in worked[:MOST_MUSCLES]
        if sets.hard
    )


def one_change(facts: WeekFacts) -> Figure:
    """Return which rule speaks in the last sentence."""
    spoken = rule_of(facts)
    names = list(RULES.values())
    return Figure(
        definition="review.change",
        name="One change",
        value=spoken,
        note=f"rule {names.index(spoken) + 1} of {len(names)}",
        made=(*(f"{name}: no" for name in names[: names.index(spoken)]), f"{spoken}: yes"),
    )


def week_of_month(week: WeekOfMonth) -> Figure:
    """Return one week as a line of its month."""
    totals, kept = week.totals, week.kept
    name = f"Week {kept.week.iso_week}"
    if not week.load.known:
        planned = f"{count(kept.workouts, 'workout')} planned" if kept.planned else ""
        return Figure(definition="minutes.together", name=name, value=UNKNOWN, note=planned)
    parts = (
        f"{kept.kept}/{kept.workouts}" if kept.planned else "",
        run_percent(totals.run_share) if totals.run_share is not None else "",
        wording.side(week.load.sums.together),
    )
    return Figure(
        definition="minutes.together",
        name=name,
        value=minutes(totals.run_s + totals.strength_s),
        note=" · ".join(filter(None, parts)),
        made=(f"run {decimal(totals.run_minutes, 1)} + strength {decimal(totals.strength_minutes, 1)} min",),
        behind=behind(kept.week, WITH_EITHER, COUNTED),
    )
