"""The numbers of bests and of fitness: VDOT, race times, training paces, critical speed. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from hybridtui.domain.dates import dated, lately
from hybridtui.domain.definitions import definitions
from hybridtui.domain.figures import ABOUT, AT_LEAST, AT_MOST, UNKNOWN, Figure
from hybridtui.domain.mileage.bests import DISTANCES, Best, Feat
from hybridtui.domain.mileage.estimates import RaceEstimate
from hybridtui.domain.mileage.fitness import Origin, RunFitness
from hybridtui.domain.mileage.page import MileagePage
from hybridtui.domain.query.writing import between
from hybridtui.domain.running.daniels import oxygen, share_held
from hybridtui.domain.units import DistanceUnit, decimal
from hybridtui.ui import look
from hybridtui.ui.charts.small import Reach
from hybridtui.ui.history import running_words as words
from hybridtui.ui.history.running_words import Section, Told

_PACES = (
    ("E, slow end", "easy_slow", "easy and long runs"),
    ("E, fast end", "easy_fast", "easy and long runs"),
    ("M", "marathon", "steady, RPE 5"),
    ("T", "threshold", "tempo, RPE 6-7"),
    ("I", "interval", "3-5 min, RPE 8"),
    ("R", "repetition", "200-400 m, fast"),
)


def sections(page: MileagePage) -> Iterator[Section]:
    """Yield bests, VDOT, what it suggests, and critical speed."""
    yield Section(heading="Best times", note="of all runs in the log", told=tuple(_bests(page)))
    yield Section(heading="VDOT", note="usually 3-5 off a laboratory's", told=tuple(_fitness(page)))
    if page.estimates:
        yield Section(
            heading="Race times",
            note="by VDOT, beside it by Riegel; no promise",
            told=tuple(_estimate(one, page.fitness) for one in page.estimates),
        )
        yield Section(heading="Training paces", told=tuple(_paces(page)))
    if page.trials:
        yield Section(heading="Critical speed", told=(_speed(page),))


def _bests(page: MileagePage) -> Iterator[Told]:
    known = {best.of: best for best in page.bests}
    for number, course in enumerate(DISTANCES):
        best = known.get(course)
        if best is None:
            missing = Figure(definition="run.best", name=course.name, value=UNKNOWN, note="no run as long")
            yield Told(figure=missing, chart=best_chart(number))
            continue
        yield Told(
            figure=best_figure(best, page.unit, page.today),
            chart=best_chart(number),
            trend=tuple(-time if (time := one.times[number]) is not None else None for one in page.periods),
            reach=Reach.LOWEST,
            is_new=best.is_new,
        )
    for feat, chart in ((Feat.LONGEST, "distance"), (Feat.FASTEST, "easy")):
        if (best := known.get(feat)) is not None:
            yield Told(figure=best_figure(best, page.unit, page.today), chart=chart, is_new=best.is_new)


def best_chart(number: int) -> str:
    """Return the id of the chart of a best time, by its place in ``bests.DISTANCES``."""
    return f"best_{number}"


def best_figure(best: Best, unit: DistanceUnit, today: date) -> Figure:
    """Return a best time, the longest run or the fastest as a figure, with a sign if it is a new one."""
    if best.of is Feat.LONGEST:
        return _feat(best, "run.longest", "Longest", words.far(best.metres, unit), unit, today)
    if best.of is Feat.FASTEST:
        return _feat(best, "run.fastest", "Fastest", words.paced(best.seconds * 1000 / best.metres, unit), unit, today)
    name, stretch = best.of.name, best.stretch
    whole = stretch.metres or best.metres
    way = "race" if stretch.raced and best.exact else "whole run" if best.exact else f"in {words.far(whole, unit)}"
    made = [f"{_titled(best)}: {words.exactly(whole, unit)} in {words.time(stretch.seconds)}"]
    if not best.exact:
        made.append(f"its mean pace over {name}: {words.time(best.seconds)} at most")
    return Figure(
        definition="run.best",
        name=name,
        value=f"{'' if best.exact else AT_MOST}{words.time(best.seconds)}",
        note=_noted(best, way, today),
        made=tuple(made),
        behind=words.run_on(stretch.day),
    )


def _feat(best: Best, definition: str, name: str, value: str, unit: DistanceUnit, today: date) -> Figure:
    made = f"{_titled(best)}: {words.exactly(best.metres, unit)} in {words.time(best.seconds)}"
    beside = words.far(best.metres, unit) if best.of is Feat.FASTEST else words.time(best.seconds)
    return Figure(
        definition=definition, name=name, value=value, note=_noted(best, beside, today), made=(made,),
        behind=words.run_on(best.stretch.day),
    )  # fmt: skip


def _titled(best: Best) -> str:
    return f"{best.stretch.title}, {dated(best.stretch.day)}"


def _noted(best: Best, way: str, today: date) -> str:
    new = f"{look.BEST_SIGN} " if best.is_new else ""
    return f"{new}{lately(best.stretch.day, today)}, {way}"


def _fitness(page: MileagePage) -> Iterator[Told]:
    trend = tuple(one.vdot_raced or one.vdot_run for one in page.periods)
    known = page.fitness
    if known is None:
        note = "a race or run from 1500 m says it"
        yield Told(figure=Figure(definition="run.vdot", name="VDOT", value=UNKNOWN, note=note), chart="vdot")
        return
    yield Told(figure=_vdot(known, "VDOT", page.unit), chart="vdot", trend=trend, reach=Reach.LOWEST)
    if page.proven is not None:
        yield Told(figure=_vdot(page.proven, "Fastest run", page.unit), chart="vdot")


def _vdot(known: RunFitness, name: str, unit: DistanceUnit) -> Figure:
    sign = AT_LEAST if known.at_least else ABOUT if known.rough else ""
    notes = [origin_in_words(known)]
    if known.extrapolated:
        notes.append("extrapolated")
    made = [*_made(known, unit), f"VDOT {decimal(known.vdot, 2)}, usually 3 to 5 off a laboratory's value"]
    if known.old:
        made.append("The race is more than twelve weeks old: you may be fitter by now, or less fit.")
    if known.extrapolated:
        made.append("Below 30 the printed tables end: extrapolated.")
    return Figure(
        definition="run.vdot",
        name=name,
        value=f"{sign}{decimal(known.vdot, 1)}",
        note=", ".join(notes),
        made=tuple(made),
        behind=_behind(known),
    )


def origin_in_words(known: RunFitness) -> str:
    """Say where a VDOT comes from: ``race of 12 Mar 2026``, ``race 20 weeks old``, ``easy pace, rough``."""
    match known.origin:
        case Origin.ANSWER:
            return "the result you gave"
        case Origin.EASY_PACE:
            return "easy pace, rough"
        case Origin.RUN if known.day is not None:
            return f"run of {dated(known.day)}"
        case Origin.OLD_RACE:
            return f"race {(known.age_days or 0) // 7} weeks old"
    return f"race of {dated(known.day)}" if known.day is not None else "race"


def _made(known: RunFitness, unit: DistanceUnit) -> Iterator[str]:
    if known.metres is None or known.seconds is None:
        yield "VO2 of your easy pace / 0.68, the middle of easy running"
        return
    minutes = known.seconds / 60
    what = f"{known.title}: " if known.title else ""
    yield f"{what}{words.exactly(known.metres, unit)} in {words.time(known.seconds)}"
    if known.at_least:
        yield "The fastest run of 12 weeks. It need not have been all-out: at least."
    v = known.metres / minutes
    yield f"VO2 {decimal(oxygen(v), 2)} at {decimal(v, 1)} m/min; share held {decimal(share_held(minutes), 4)}"


def _estimate(estimate: RaceEstimate, known: RunFitness | None) -> Told:
    second = words.time(estimate.riegel_s) if estimate.riegel_s is not None else ""
    beside = [f"by Riegel {second}"] if second else []
    made = [f"by VDOT {words.time(estimate.seconds)}", *beside, *estimate.warnings]
    return Told(
        figure=Figure(
            definition="run.estimate",
            name=estimate.course.name,
            value=ABOUT + words.time(estimate.seconds),
            note=", ".join(part for part in (second, "a guess" if estimate.warnings else "") if part),
            made=tuple(made),
            behind=_behind(known),
        ),
        chart="vdot",
    )


def _behind(known: RunFitness | None) -> str:
    """Return the filter that finds the race or run that a VDOT comes from."""
    return words.run_on(known.day) if known is not None and known.day is not None else ""


def _paces(page: MileagePage) -> Iterator[Told]:
    if page.paces is None or page.fitness is None:
        note = "beginners go by effort and talk test" if page.beginner else "below VDOT 30: by effort and talk test"
        yield Told(figure=Figure(definition="run.training_pace", name="All", value=UNKNOWN, note=note), chart="vdot")
        return
    for name, zone, purpose in _PACES:
        s_per_km: float = getattr(page.paces, zone)
        made = f"VDOT {decimal(page.fitness.vdot, 1)}: {definitions()['run.training_pace'].formula}"
        figure = Figure(
            definition="run.training_pace", name=name, value=words.paced(s_per_km, page.unit), note=purpose,
            made=(made,), behind=_behind(page.fitness),
        )  # fmt: skip
        yield Told(figure=figure, chart="vdot")


def _speed(page: MileagePage) -> Told:
    made = tuple(
        f"{trial.title}, {dated(trial.day)}: {words.exactly(trial.metres or 0.0, page.unit)} in "
        f"{words.time(trial.seconds)}"
        for trial in page.trials
    )
    speed = page.speed
    if speed is None:
        note = "two trials of 2-20 min that fit together say it"
        figure = Figure(
            definition="run.critical_speed", name="Pace", value=UNKNOWN, note=note, made=made, behind=_trials(page)
        )
    else:
        figure = Figure(
            definition="run.critical_speed",
            name="Pace",
            value=words.paced(speed.pace_s_per_km, page.unit),
            note=f"and {decimal(speed.d_prime_m, 0)} m above it",
            behind=_trials(page),
            made=(*made, f"CS {decimal(speed.speed_mps, 3)} m/s, D′ {decimal(speed.d_prime_m, 1)} m"),
        )
    return Told(figure=figure, chart="vdot")


def _trials(page: MileagePage) -> str:
    days = [trial.day for trial in page.trials]
    return between(min(days), max(days), "(subtype=race or subtype=timetrial)")
