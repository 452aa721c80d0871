"""From one session message, with its sets and records, to a session. Source: formats.md 1.1."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from hybridtui.domain.flags import CHECKSUM_WRONG, HEART_RATE_COMPUTED, RECOVERED, ZONE_ASSUMED
from hybridtui.domain.imports import Refusal
from hybridtui.domain.session import LoggedSet, RunEntry, Session, Source, Status
from hybridtui.domain.text import clean
from hybridtui.domain.totals import with_totals
from hybridtui.domain.units import Distance, round_half_up
from hybridtui.domain.workout import Kind
from hybridtui.formats import limits
from hybridtui.formats.fit.messages import Messages, Record, Values
from hybridtui.formats.fit.sets import logged_sets
from hybridtui.formats.fit.values import instant, real, text
from hybridtui.formats.names import Roster
from hybridtui.formats.reading import ReadOptions

RUN = "run"
_RUN_SUB_SPORTS = frozenset({"treadmill", "indoor_running"})
_UMBRELLAS = frozenset({"", "generic", "fitness_equipment", "training"})
"""Sports that say nothing by themselves: the sub-sport does."""


@dataclass(frozen=True, slots=True)
class Part:
    """One session message with what lies in its time."""

    summary: Values
    sets: list[Values]
    records: list[Record]


@dataclass(frozen=True, slots=True)
class Context:
    """What the sessions of one file have in common."""

    messages: Messages
    offset_s: int | None
    key: str
    roster: Roster
    options: ReadOptions


def session(part: Part, context: Context, refused: list[Refusal]) -> Session:
    """Build a session.

    Raises:
        OutOfRangeError: if its date, length or distance cannot be believed.
    """
    options = context.options
    start = _start(part)
    limits.started(start, options.latest)
    elapsed = real(part.summary, "total_elapsed_time")
    seconds = real(part.summary, "total_timer_time") or elapsed or _span(part.records)
    if not seconds:
        raise limits.OutOfRangeError("it lasted no time at all")
    limits.within("the length", seconds, limits.SECONDS, "s")
    elapsed = limits.believed(elapsed, limits.SECONDS)  # a watch may be paused for weeks
    sets = logged_sets(part.sets, context.roster, options, refused)
    kind, sport = _kind(part.summary, sets)
    heart_rate, computed = _heart_rate(part)
    runs = () if kind is Kind.STRENGTH else (_entry(part, sport, seconds, elapsed, heart_rate, computed, options),)
    flags = {
        CHECKSUM_WRONG: context.messages.checksum_wrong,
        RECOVERED: bool(context.messages.broken) or not context.messages.sessions,
        ZONE_ASSUMED: context.offset_s is None,
        HEART_RATE_COMPUTED: computed,
    }
    return with_totals(
        Session(
            id=options.ids(),
            kind=kind,
            title=clean(text(context.messages.workout, "wkt_name")) or _title(kind, sport, part.summary),
            status=Status.FINISHED,
            started=options.at(start, context.offset_s),
            ended=options.at(start + timedelta(seconds=max(elapsed or 0.0, seconds)), context.offset_s),
            sport=sport if kind is Kind.OTHER else "",
            sets=sets,
            runs=runs,
            rpe=_rpe(part.summary),
            run_s=seconds if kind is Kind.RUN else 0.0,
            strength_s=seconds if kind is Kind.STRENGTH else 0.0,
            other_s=seconds if kind is Kind.OTHER else 0.0,
            avg_hr=heart_rate,
            source=Source.FIT,
            fingerprint=f"fit:{context.key}:{start:%Y%m%dT%H%M%S}",
            flags=tuple(flag for flag, holds in flags.items() if holds),
        )
    )


def asks_records(summary: Values) -> bool:
    """Return whether a summary leaves out what only its records tell: the mean heart rate, or how long it took."""
    lasted = real(summary, "total_timer_time") or real(summary, "total_elapsed_time")
    return not lasted or limits.believed(real(summary, "avg_heart_rate"), limits.BPM) is None


def _start(part: Part) -> datetime:
    """Return when the session began: its own start, never the file's time, which may be days later."""
    start = instant(part.summary, "start_time")
    if start is not None:
        return start
    if (end := instant(part.summary, "timestamp")) is not None:
        return end - timedelta(seconds=real(part.summary, "total_elapsed_time") or 0.0)
    raise limits.OutOfRangeError("it does not say when it began")


def _span(records: Iterable[Record]) -> float:
    times = [record.at for record in records]
    return float(max(times) - min(times)) if times else 0.0


def _kind(summary: Values, sets: tuple[LoggedSet, ...]) -> tuple[Kind, str]:
    sport, sub_sport = text(summary, "sport"), text(summary, "sub_sport")
    if sport == "running" or (sport in _UMBRELLAS and sub_sport in _RUN_SUB_SPORTS):
        return Kind.RUN, RUN
    if sport in _UMBRELLAS:
        if sub_sport == "strength_training" or (sets and sub_sport in _UMBRELLAS):
            return Kind.STRENGTH, ""
        sport = sub_sport if sub_sport not in _UMBRELLAS else sport
    return Kind.OTHER, sport.replace("_", " ") or "training"


def _title(kind: Kind, sport: str, summary: Values) -> str:
    if kind is Kind.STRENGTH:
        return "Strength"
    if kind is Kind.OTHER:
        return sport.capitalize()
    where = text(summary, "sub_sport")
    return f"{where} run".capitalize() if where in ("treadmill", "trail", "track") else "Run"


def _heart_rate(part: Part) -> tuple[int | None, bool]:
    """Return the mean heart rate, and whether it had to be computed from the records."""
    stated = limits.believed(real(part.summary, "avg_heart_rate"), limits.BPM)
    if stated is not None:
        return round(stated), False
    beats = [record.heart_rate for record in part.records if limits.believed(record.heart_rate, limits.BPM) is not None]
    known = [beat for beat in beats if beat is not None]
    return (int(round_half_up(sum(known) / len(known))), True) if known else (None, False)


def _rpe(summary: Values) -> float | None:
    """Return the effort entered on the watch, which counts it in tenths."""
    tenths = real(summary, "workout_rpe")
    return limits.believed(tenths / 10, limits.RPE) if tenths else None


def _entry(
    part: Part,
    sport: str,
    seconds: float,
    elapsed: float | None,
    heart_rate: int | None,
    computed: bool,
    options: ReadOptions,
) -> RunEntry:
    metres = limits.within("the distance", real(part.summary, "total_distance") or 0.0, limits.METRES, "m")
    highest = limits.believed(real(part.summary, "max_heart_rate"), limits.BPM)
    return RunEntry(
        id=options.ids(),
        position=0,
        sport=sport,
        distance=Distance(metres) if metres else None,
        seconds=seconds,
        elapsed_s=elapsed,
        avg_hr=heart_rate,
        max_hr=round(highest) if highest is not None else None,
        hr_computed=computed,
        ascent_m=limits.believed(real(part.summary, "total_ascent"), limits.ASCENT_M),
    )
