"""The numbers of heart rates: what is known, zones, and loads of runs by heart rate and pace. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

from hybridtui.domain.dates import dated
from hybridtui.domain.figures import ABOUT, UNKNOWN, Figure
from hybridtui.domain.mileage.hearts import HeartRates, RunLoad
from hybridtui.domain.mileage.page import MileagePage, RunPeriod
from hybridtui.domain.running.heart_rate import MAX_SPREAD_BPM
from hybridtui.domain.units import decimal, round_half_up
from hybridtui.ui import look
from hybridtui.ui.history import running_words as words
from hybridtui.ui.history.running_words import Section, Told

KEY = "h: say it"
"""What to press where they are missing."""

_LOADS: tuple[tuple[str, str, Callable[[RunPeriod], RunLoad | None], int], ...] = (
    ("TRIMP", "run.trimp", lambda one: one.trimp, 0),
    ("HRSS", "run.hrss", lambda one: one.hrss, 1),
    ("rTSS", "run.rtss", lambda one: one.rtss, 2),
)
"""Name, definition, value of a period, and place in ``Loaded.values``."""


def sections(page: MileagePage) -> Iterator[Section]:
    """Yield the loads of the newest week or month, and what is known of the heart."""
    yield Section(
        heading="Load by heart rate and pace",
        note="apart from session-RPE load",
        told=tuple(_load(page, *one) for one in _LOADS),
    )
    yield Section(heading="Heart rates", told=tuple(_rates(page.rates)))


def _load(page: MileagePage, name: str, definition: str, of: Callable[[RunPeriod], RunLoad | None], place: int) -> Told:
    now = of(page.now)
    trend = tuple(load.sum if (load := of(one)) is not None else None for one in page.periods)
    if now is None:
        figure = Figure(definition=definition, name=name, value=UNKNOWN, note=_missing(page, name))
        return Told(figure=figure, chart=name.lower(), trend=trend)
    singles = tuple(
        f"{dated(one.stretch.day)} {one.stretch.title}: {_whole(value)}"
        for one in page.loaded
        if (value := one.values[place]) is not None
    )
    figure = Figure(
        definition=definition,
        name=name,
        value=_whole(now.sum),
        note=f"{now.told} of {look.count(now.of, 'stretch', 'stretches')}",
        made=(f"sum over {now.told} of {now.of} stretches of running; the newest:", *singles),
        behind=words.runs_of(page.now.period),
    )
    return Told(figure=figure, chart=name.lower(), trend=trend)


def _missing(page: MileagePage, name: str) -> str:
    """Say what a load needs to be known."""
    rates = page.rates
    if name == "rTSS":
        return "no run with a distance yet" if page.fitness is not None else "needs a VDOT"
    missing = [*rates.missing, *(["threshold"] if name == "HRSS" and rates.threshold is None else [])]
    if missing:
        return f"h: {', '.join(missing)}"
    return f"no run with a heart rate this {page.by}"


def _rates(rates: HeartRates) -> Iterator[Told]:
    yield _maximum(rates)
    yield _plain("Threshold", rates.threshold)
    yield _plain("Resting", rates.resting)
    zones = rates.zones
    ends: list[int | None] = [after.lower_bpm for _, after in pairwise(zones)]
    for zone, end in zip(zones, [*ends, None][: len(zones)], strict=True):
        span = f"{zone.lower_bpm}-{end - 1} bpm" if end is not None else f"{zone.lower_bpm}+ bpm"
        value = f"< {end} bpm" if end is not None and not zone.lower_bpm else span
        made = (f"threshold {rates.threshold} bpm",)
        yield Told(figure=Figure(definition="run.hr_zone", name=zone.name, value=value, made=made), chart="heart")
    about = ABOUT if rates.estimated else ""
    for name, low, high in rates.bands:
        made = (f"rest {rates.resting}, maximum {decimal(rates.maximum or 0.0, 1)}{_spread(rates)} bpm",)
        figure = Figure(
            definition="run.hr_band", name=name.capitalize(), value=f"{about}{low}-{high} bpm",
            note="by the reserve", made=made,
        )  # fmt: skip
        yield Told(figure=figure, chart="heart")


def _maximum(rates: HeartRates) -> Told:
    if rates.maximum is None:
        figure = Figure(definition="run.max_hr", name="Maximum", value=UNKNOWN, note=KEY)
    elif rates.estimated:
        figure = Figure(
            definition="run.max_hr", name="Maximum", value=f"{ABOUT}{_whole(rates.maximum)} bpm",
            note=f"{_spread(rates).strip()}, usual at your age",
            made=(f"208 − 0.7 × age: {decimal(rates.maximum, 1)}, SD {MAX_SPREAD_BPM} bpm: not exact",),
        )  # fmt: skip
    else:
        figure = Figure(
            definition="run.max_hr", name="Maximum", value=f"{_whole(rates.maximum)} bpm", note="measured",
            made=("as you said it",),
        )  # fmt: skip
    return Told(figure=figure, chart="heart")


def _spread(rates: HeartRates) -> str:
    return f" ±{MAX_SPREAD_BPM}" if rates.estimated else ""


def _plain(name: str, bpm: int | None) -> Told:
    definition = "run.hr_zone" if name == "Threshold" else "run.hr_band"
    if bpm is None:
        return Told(figure=Figure(definition=definition, name=name, value=UNKNOWN, note=KEY), chart="heart")
    figure = Figure(definition=definition, name=name, value=f"{bpm} bpm", note="as you said", made=("as you said it",))
    return Told(figure=figure, chart="heart")


def _whole(value: float) -> str:
    return f"{round_half_up(value):,.0f}"
