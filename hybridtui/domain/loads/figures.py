"""The numbers of load as they are shown, each with how it was made and the sessions behind it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from hybridtui.domain.balance import percents, run_percent
from hybridtui.domain.calendar import Period, Week
from hybridtui.domain.figures import UNKNOWN, Figure
from hybridtui.domain.load_models import CHRONIC_DAYS, USUAL_DAYS
from hybridtui.domain.loads import wording
from hybridtui.domain.loads.days import LoadSum, SideLoad
from hybridtui.domain.loads.state import LoadState
from hybridtui.domain.query.writing import COUNTED, WITH_OTHER, WITH_RUNNING, WITH_STRENGTH, behind, between
from hybridtui.domain.units import decimal, round_half_up


def sports(sums: LoadSum, period: Period) -> tuple[Figure, ...]:
    """Return the loads of a week or month: each sport first, then together."""
    sides = [
        ("load.run", "Run", sums.run, behind(period, WITH_RUNNING, COUNTED), "sessions with running"),
        ("load.strength", "Strength", sums.strength, behind(period, WITH_STRENGTH, COUNTED), "sessions with strength"),
        ("load.together", "Together", sums.together, behind(period, COUNTED), "sessions"),
    ]
    if sums.other.au:
        sessions = "sessions with other sports or recovery"
        sides.insert(2, ("load.other", "Other", sums.other, behind(period, WITH_OTHER, COUNTED), sessions))
    return (*(_side(*each) for each in sides), _share(sums, behind(period, COUNTED)))


def _side(definition: str, name: str, load: SideLoad, found_by: str, sessions: str) -> Figure:
    made = [f"effort × minutes of {load.sessions} {sessions}: {decimal(load.au, 1)} AU"]
    if load.estimated:
        made.append(f"{load.estimated} of them had no rating: the usual effort of their kind stands in")
    return Figure(
        definition=definition,
        name=name,
        value=wording.side(load),
        note=wording.rated(load),
        made=tuple(made),
        behind=found_by if load.sessions else "",
    )


def _share(sums: LoadSum, found_by: str) -> Figure:
    name = "Run share"
    if sums.run_share is None:
        return Figure(definition="load.share", name=name, value=UNKNOWN, note="no load of either sport")
    of_load = percents(sums.run_share)[0]
    of_minutes = sums.run_share_of_minutes
    note = f"of minutes {run_percent(of_minutes)}" if of_minutes is not None else ""
    return Figure(
        definition="load.share",
        name=name,
        value=f"{of_load} %",
        note=note,
        made=(
            f"load: {decimal(sums.run.au, 1)} / ({decimal(sums.run.au, 1)} + {decimal(sums.strength.au, 1)}) AU",
            f"minutes: {_minutes(sums.run_s)} / ({_minutes(sums.run_s)} + {_minutes(sums.strength_s)}) min",
        ),
        behind=found_by,
    )


def fitness(state: LoadState) -> tuple[Figure, ...]:
    """Return fitness, fatigue and form."""
    young = f"{state.days_known} days of log" if state.days_known < CHRONIC_DAYS else ""
    since = state.day - timedelta(days=CHRONIC_DAYS - 1)
    whole = round_half_up(state.form or 0.0)  # as it is shown: nothing leads a zero
    leads = "" if not whole else "fitness leads" if whole > 0 else "fatigue leads"
    return (
        _level("load.ctl", "Fitness", state.ctl, state, since, young),
        _level("load.atl", "Fatigue", state.atl, state, state.day - timedelta(days=6), ""),
        Figure(
            definition="load.form",
            name="Form",
            value=UNKNOWN if state.form is None else wording.signed(state.form),
            note=leads,
            made=("fitness less fatigue at the end of the day before",) if state.form is not None else (),
            behind=between(since, state.day, COUNTED),
        ),
    )


def _level(definition: str, name: str, value: float | None, state: LoadState, since: date, note: str) -> Figure:
    if value is None:
        return Figure(definition=definition, name=name, value=UNKNOWN, note="no session yet")
    made = [f"as of {state.day.isoformat()}: {decimal(value)} AU a day, from {state.days_known} days of log"]
    if state.seed_au:
        made.append(f"begun with {decimal(state.seed_au, 1)} AU a day: what you said to train before the log")
    return Figure(
        definition=definition,
        name=name,
        value=f"{round_half_up(value):.0f} a day",
        note=note,
        made=tuple(made),
        behind=between(since, state.day, COUNTED),
    )


def spread(state: LoadState) -> tuple[Figure, ...]:
    """Return monotony and strain of the last whole week."""
    week = Week.of(state.day)
    if state.monotony is None or state.strain is None:
        why = f"no load in week {week.iso_week}"
        return tuple(
            Figure(definition=f"load.{name.lower()}", name=name, value=UNKNOWN, note=why)
            for name in ("Monotony", "Strain")
        )
    rank = state.rank
    made = [f"load of {week} × {decimal(state.monotony)}", f"it lies {wording.ranked(rank)}"]
    if rank is not None:
        made[1] += f": percentile {decimal(rank.percentile, 0)}"
    return (
        Figure(
            definition="load.monotony",
            name="Monotony",
            value=wording.monotony(state.monotony),
            note=wording.sameness(state.monotony),
            made=(f"seven days of {week}, rest days 0: mean / deviation = {decimal(state.monotony, 4)}",),
            behind=behind(week, COUNTED),
        ),
        Figure(
            definition="load.strain",
            name="Strain",
            value=wording.au(state.strain),
            note=f"above {rank.below} of last {rank.of}" if rank is not None else "too few weeks yet",
            made=tuple(made),
            behind=behind(week, COUNTED),
        ),
    )


def usual(state: LoadState) -> Figure:
    """Return this week against usual."""
    name = "7 days"
    if state.acwr is None or state.usual_au is None:
        young = state.days_known < USUAL_DAYS
        return Figure(
            definition="load.usual",
            name=name,
            value=UNKNOWN,
            note=f"{state.days_known} of {USUAL_DAYS} days" if young else wording.no_comparison(state),
            made=(wording.no_comparison(state),),
        )
    return Figure(
        definition="load.usual",
        name=name,
        value=wording.ratio(state.acwr),
        note=wording.against_usual(state.acwr),
        made=tuple(_ways(state, state.acwr, state.usual_au)),
        behind=between(state.day - timedelta(days=USUAL_DAYS - 1), state.day, COUNTED),
    )


def _ways(state: LoadState, coupled: float, usual_au: float) -> Iterator[str]:
    yield f"7 days {decimal(state.week_au, 1)} AU / usual week {decimal(usual_au, 1)} AU = {decimal(coupled)}"
    yield f"against the 21 days before them alone (uncoupled): {wording.ratio(state.uncoupled)}"
    yield f"by exponentially weighted means of 7 and 28 days: {wording.ratio(state.weighted)}"


def _minutes(seconds: float) -> str:
    return decimal(seconds / 60, 1)
