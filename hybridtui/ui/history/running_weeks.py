"""The numbers of a week or month of running: how much, how hard, how fast when easy. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from hybridtui.domain.calendar import By
from hybridtui.domain.figures import UNKNOWN, Figure
from hybridtui.domain.mileage.effort import USUAL_EASY, Effort
from hybridtui.domain.mileage.long_run import long_share
from hybridtui.domain.mileage.page import MileagePage, RunPeriod
from hybridtui.domain.units import DistanceUnit, decimal, round_half_up
from hybridtui.ui import look
from hybridtui.ui.charts.small import Reach
from hybridtui.ui.history import running_words as words
from hybridtui.ui.history.running_words import Section, Told


def sections(page: MileagePage) -> Iterator[Section]:
    """Yield what the newest week or month says, and the newest with running where it says nothing."""
    yield Section(heading=f"This {page.by}", told=tuple(_volume(page)))
    yield Section(heading="Effort", told=tuple(_effort(page)), note=_of(page, _ran(page)))
    yield Section(heading="Easy running", told=tuple(_easy(page)))


def _volume(page: MileagePage) -> Iterator[Told]:
    now, unit = page.now, page.unit
    found = words.runs_of(now.period) if now.sessions else ""
    yield Told(
        figure=Figure(
            definition="run.distance", name="Distance", value=words.far(now.metres, unit),
            made=(f"{look.count(now.sessions, 'session')} with running: {words.exactly(now.metres, unit)}",),
            behind=found,
        ),
        chart="distance",
        trend=_trend(page, lambda one: one.metres),
    )  # fmt: skip
    yield Told(
        figure=Figure(
            definition="minutes.run", name="Time", value=look.minutes(now.seconds),
            made=(f"{look.count(now.sessions, 'session')} with running: {decimal(now.seconds / 60, 1)} min",),
            behind=found,
        ),
        chart="minutes",
        trend=_trend(page, lambda one: one.seconds),
    )  # fmt: skip
    yield Told(
        figure=Figure(definition="run.sessions", name="Runs", value=str(now.sessions), behind=found),
        chart="runs",
        trend=_trend(page, lambda one: float(one.sessions)),
    )
    yield Told(figure=_long(now, unit), chart="long", trend=_trend(page, lambda one: one.longest_s or None))
    if page.by is By.WEEK:
        yield Told(figure=_long_share(now), chart="long_share", trend=_trend(page, lambda one: one.long_share))


def _long(now: RunPeriod, unit: DistanceUnit) -> Figure:
    if not now.longest_s:
        return Figure(definition="run.long", name="Long run", value=UNKNOWN, note="no run yet")
    note = words.far(now.longest_m, unit) if now.longest_m else ""
    made = f"the longest of {look.count(now.sessions, 'run')}: {decimal(now.longest_s / 60, 1)} min"
    return Figure(
        definition="run.long", name="Long run", value=look.minutes(now.longest_s), note=note, made=(made,),
        behind=words.runs_of(now.period),
    )  # fmt: skip


def _long_share(now: RunPeriod) -> Figure:
    share = now.long_share
    if share is None:
        return Figure(definition="run.long_share", name="Long run share", value=UNKNOWN, note="no run yet")
    usual = long_share(now.sessions)
    return Figure(
        definition="run.long_share",
        name="Long run share",
        value=words.percent(share),
        note=f"usual {words.percent(usual)}",
        made=(
            f"{decimal(now.longest_s / 60, 1)} of {decimal(now.seconds / 60, 1)} min",
            f"{look.count(now.sessions, 'run')} a week: usually {words.percent(usual)}",
        ),
        behind=words.runs_of(now.period),
    )


def _ran(page: MileagePage) -> RunPeriod:
    """Return the newest period with run time; the newest of all without any."""
    return _newest(page, lambda one: bool(one.split.total))


def _newest(page: MileagePage, holds: Callable[[RunPeriod], bool]) -> RunPeriod:
    return next((one for one in reversed(page.periods) if holds(one)), page.now)


def _of(page: MileagePage, period: RunPeriod) -> str:
    return "" if period is page.now else f"of {words.named(period.period)}"


def _effort(page: MileagePage) -> Iterator[Told]:
    shown = _ran(page)
    split, whole = shown.split, _whole_percents(shown)
    ways = (("rating", split.by_rating), ("heart rate", split.by_heart_rate), ("kind of run", split.by_kind))
    told = "told by " + ", ".join(f"{way} {_min(part)}" for way, part in ways if part)
    seconds = {Effort.EASY: split.easy, Effort.MODERATE: split.moderate, Effort.HARD: split.hard}
    notes = {
        Effort.EASY: f"usual from {words.percent(USUAL_EASY)}",
        Effort.MODERATE: "",
        Effort.HARD: "" if split.by_rating == split.total else _rated(shown),
    }
    for effort, share in zip(Effort, whole, strict=True):
        made = (f"{_min(seconds[effort])} of {_min(split.total)}", told)
        yield Told(
            figure=Figure(
                definition="run.effort",
                name=str(effort).capitalize(),
                value=UNKNOWN if share is None else f"{share} %",
                note=notes[effort] if share is not None else "no running",
                made=made if share is not None else (),
                behind=words.runs_of(shown.period) if share is not None else "",
            ),
            chart="effort",
            trend=tuple(one.split.share(effort) for one in page.periods),
        )


def _rated(period: RunPeriod) -> str:
    rated = period.split.by_rating
    return f"{words.percent(rated / period.split.total)} rated" if rated else "none rated"


def _whole_percents(period: RunPeriod) -> tuple[int | None, ...]:
    """Return the three shares in whole percent that sum to 100 (H.5): the largest remainders are rounded up."""
    split = period.split
    if not split.total:
        return (None, None, None)
    exact = [100 * seconds / split.total for seconds in (split.easy, split.moderate, split.hard)]
    floors = [int(share) for share in exact]
    order = sorted(range(3), key=lambda index: floors[index] - exact[index])
    for index in order[: 100 - sum(floors)]:
        floors[index] += 1
    return tuple(floors)


def _easy(page: MileagePage) -> Iterator[Told]:
    unit = page.unit
    shown = _newest(page, lambda one: one.easy is not None and one.easy.s_per_km is not None)
    easy = shown.easy
    where = _of(page, shown)
    found = words.runs_of(shown.period) if easy is not None else ""
    pace = easy.s_per_km if easy is not None else None
    yield Told(
        figure=Figure(
            definition="run.easy_pace",
            name="Pace",
            value=words.paced(pace, unit) if pace is not None else UNKNOWN,
            note=where if pace is not None else "no easy run with a distance",
            made=_made_pace(easy.metres, easy.seconds, unit) if easy is not None and pace is not None else (),
            behind=found,
        ),
        chart="easy",
        trend=_trend(page, lambda one: -one.easy.s_per_km if one.easy and one.easy.s_per_km else None),
        reach=Reach.LOWEST,
    )
    yield from _on_the_flat(page)
    yield _beats(page)


def _on_the_flat(page: MileagePage) -> Iterator[Told]:
    shown = _newest(page, lambda one: one.easy is not None and one.easy.flat_s_per_km is not None)
    easy = shown.easy
    flat = easy.flat_s_per_km if easy is not None else None
    if easy is not None and flat is not None:
        known = f"{easy.known_climbs} of {look.count(easy.stretches, 'stretch', 'stretches')} with a known ascent"
        yield Told(
            figure=Figure(
                definition="run.easy_flat_pace", name="Flat pace", value=words.paced(flat, page.unit),
                note=_of(page, shown), made=(known, *_made_pace(easy.metres, easy.flat_seconds, page.unit)),
                behind=words.runs_of(shown.period),
            ),
            chart="easy",
            trend=_trend(page, lambda one: -one.easy.flat_s_per_km if one.easy and one.easy.flat_s_per_km else None),
            reach=Reach.LOWEST,
        )  # fmt: skip


def _beats(page: MileagePage) -> Told:
    shown = _newest(page, lambda one: one.easy is not None and one.easy.bpm is not None)
    easy = shown.easy
    bpm = easy.bpm if easy is not None else None
    made = (
        (f"mean over {_min(easy.beating_s)} of easy running with a heart rate: {decimal(bpm, 1)} bpm",)
        if easy is not None and bpm is not None
        else ()
    )
    return Told(
        figure=Figure(
            definition="run.easy_bpm",
            name="Heart rate",
            value=f"{round_half_up(bpm):.0f} bpm" if bpm is not None else UNKNOWN,
            note=_of(page, shown) if bpm is not None else "no easy run with one",
            made=made,
            behind=words.runs_of(shown.period) if bpm is not None else "",
        ),
        chart="heart",
        trend=_trend(page, lambda one: one.easy.bpm if one.easy else None),
        reach=Reach.LOWEST,
    )


def _made_pace(metres: float, seconds: float, unit: DistanceUnit) -> tuple[str, ...]:
    return (f"{words.exactly(metres, unit)} in {words.time(seconds)}: {words.paced(seconds * 1000 / metres, unit)}",)


def _min(seconds: float) -> str:
    return f"{decimal(seconds / 60, 1)} min"


def _trend(page: MileagePage, value: Callable[[RunPeriod], float | None]) -> tuple[float | None, ...]:
    return tuple(value(one) for one in page.periods)
