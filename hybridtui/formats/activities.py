"""From what a file tells of one activity to a session: tracks, laps and lists of workouts alike."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from hybridtui.domain.flags import HEART_RATE_COMPUTED, LENGTH_UNKNOWN, ZONE_ASSUMED
from hybridtui.domain.session import RunEntry, Session, Source, Status
from hybridtui.domain.text import clean, clean_note
from hybridtui.domain.totals import with_totals
from hybridtui.domain.unit_questions import DistanceQuestion
from hybridtui.domain.units import Distance, round_half_up
from hybridtui.domain.workout import Kind
from hybridtui.formats import limits
from hybridtui.formats.reading import ReadOptions
from hybridtui.formats.sport_words import Sport

RUN = "run"
"""The sport of run entries that are runs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """One activity as a file tells it; what it does not tell is None."""

    source: Source
    fingerprint: str
    sport: Sport
    title: str = ""
    """Its name; empty: that of the sport."""
    note: str = ""
    """What its athlete wrote about it."""
    began: datetime
    """Aware."""
    offset_s: int | None
    """Of the clock that it began by, seconds from UTC."""
    seconds: float
    """Without pauses; 0 if it is not known."""
    elapsed_s: float = 0.0
    """With pauses; 0 if it is not known."""
    distance: Distance | None = None
    avg_hr: float | None = None
    max_hr: float | None = None
    hr_computed: bool = False
    ascent_m: float | None = None
    flags: tuple[str, ...] = ()
    """Those that only its reader can know."""


def session(activity: Activity, options: ReadOptions) -> Session:
    """Build a session.

    Raises:
        OutOfRangeError: if its date, length or distance cannot be believed.
    """
    seconds = limits.within("the length", activity.seconds, limits.SECONDS, "s")
    whole = limits.within("the length", max(activity.elapsed_s, seconds), limits.SECONDS, "s")
    if activity.distance is not None:
        limits.within("the distance", activity.distance.metres, limits.METRES, "m")
    began = limits.started(activity.began, options.latest).astimezone(UTC)
    kind = activity.sport.kind
    heart_rate = beats(activity.avg_hr)
    flags = {
        ZONE_ASSUMED: activity.offset_s is None,
        HEART_RATE_COMPUTED: activity.hr_computed and heart_rate is not None,
        LENGTH_UNKNOWN: not seconds,
    }
    return with_totals(
        Session(
            id=options.ids(),
            kind=kind,
            title=clean(activity.title) or activity.sport.title,
            status=Status.FINISHED,
            started=options.at(began, activity.offset_s),
            ended=options.at(began + timedelta(seconds=whole), activity.offset_s),
            sport=activity.sport.name if kind is Kind.OTHER else "",
            runs=() if kind is Kind.STRENGTH else (_entry(activity, heart_rate, options),),
            run_s=seconds if kind is Kind.RUN else 0.0,
            strength_s=seconds if kind is Kind.STRENGTH else 0.0,
            other_s=seconds if kind is Kind.OTHER else 0.0,
            avg_hr=heart_rate,
            source=activity.source,
            fingerprint=activity.fingerprint,
            note=clean_note(activity.note),
            flags=(*activity.flags, *(flag for flag, holds in flags.items() if holds)),
        )
    )


def _entry(activity: Activity, heart_rate: int | None, options: ReadOptions) -> RunEntry:
    climbed = activity.ascent_m
    return RunEntry(
        id=options.ids(),
        position=0,
        sport=RUN if activity.sport.kind is Kind.RUN else activity.sport.name,
        distance=activity.distance if activity.distance is not None and activity.distance.value > 0 else None,
        seconds=activity.seconds,
        elapsed_s=max(activity.elapsed_s, activity.seconds) if activity.elapsed_s else None,
        avg_hr=heart_rate,
        max_hr=beats(activity.max_hr),
        hr_computed=activity.hr_computed and heart_rate is not None,
        ascent_m=climbed if climbed is not None and limits.ASCENT_M[0] <= climbed <= limits.ASCENT_M[1] else None,
    )


def beats(value: float | None) -> int | None:
    """Return a heart rate that can be believed: one that cannot is no reason to refuse a session."""
    believed = limits.believed(value, limits.BPM)
    return int(round_half_up(believed)) if believed is not None else None


def distance_question(sessions: Iterable[Session], options: ReadOptions) -> DistanceQuestion | None:
    """Return what to ask about sessions of a file that does not name the unit of their distances.

    None if that was said, or no distance is in it: metres are metres.
    """
    if not options.distance_assumed:
        return None
    open_ = [
        (each.kind is Kind.RUN, run.distance.value, run.seconds, each.title)
        for each in sessions
        for run in each.runs
        if run.distance is not None and run.distance.unit is options.distance_unit
    ]
    if not open_:
        return None
    _, value, seconds, title = max(open_)
    return DistanceQuestion(title, value, seconds or None, options.distance_unit)
