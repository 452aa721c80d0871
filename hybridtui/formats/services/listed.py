"""From a line of a service's list of activities to a session: it has a time and perhaps a distance, but no track.

Source: formats.md 1.10, 1.11.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from hybridtui.domain.calendar import Moment
from hybridtui.domain.session import RunEntry, Session, Source, Status
from hybridtui.domain.totals import with_totals
from hybridtui.domain.units import Distance
from hybridtui.domain.workout import Kind
from hybridtui.formats import limits
from hybridtui.formats.activities import beats
from hybridtui.formats.activity_types import Activity
from hybridtui.formats.reading import ReadOptions


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """What a list tells of one activity."""

    source: Source
    fingerprint: str
    started: Moment
    activity: Activity
    title: str
    """Empty: named by what it is."""
    seconds: float | None
    """Without pauses."""
    elapsed_s: float | None
    """With pauses; of an activity that was left open for weeks it is not believed."""
    distance: Distance | None = None
    """0 and None both mean: not told."""
    avg_hr: float | None = None
    max_hr: float | None = None
    ascent_m: float | None = None
    rpe: float | None = None
    note: str = ""
    flags: tuple[str, ...] = ()


def session(listed: Listed, options: ReadOptions) -> Session:
    """Build a session.

    Raises:
        OutOfRangeError: if its date, length or distance cannot be believed.
    """
    limits.started(listed.started.utc, options.latest)
    seconds = listed.seconds or listed.elapsed_s
    if not seconds:
        raise limits.OutOfRangeError("it lasted no time at all")
    limits.within("the length", seconds, limits.SECONDS, "s")
    elapsed = limits.believed(listed.elapsed_s, (seconds, limits.SECONDS[1]))
    kind, sport = listed.activity
    return limits.checked(
        with_totals(
            Session(
                id=options.ids(),
                kind=kind,
                title=listed.title or _title(listed.activity),
                status=Status.FINISHED,
                started=listed.started,
                ended=listed.started.later(timedelta(seconds=elapsed or seconds)),
                sport=sport if kind is Kind.OTHER else "",
                runs=() if kind is Kind.STRENGTH else (_entry(listed, seconds, elapsed, options),),
                rpe=limits.believed(listed.rpe, limits.RPE) or None,
                run_s=seconds if kind is Kind.RUN else 0.0,
                strength_s=seconds if kind is Kind.STRENGTH else 0.0,
                other_s=seconds if kind is Kind.OTHER else 0.0,
                avg_hr=beats(listed.avg_hr),
                source=listed.source,
                fingerprint=listed.fingerprint,
                flags=listed.flags,
                note=listed.note,
            )
        )
    )


def _entry(listed: Listed, seconds: float, elapsed: float | None, options: ReadOptions) -> RunEntry:
    metres = limits.within("the distance", listed.distance.metres if listed.distance else 0.0, limits.METRES, "m")
    return RunEntry(
        id=options.ids(),
        position=0,
        sport=listed.activity.sport,
        distance=listed.distance if metres else None,
        seconds=seconds,
        elapsed_s=elapsed,
        avg_hr=beats(listed.avg_hr),
        max_hr=beats(listed.max_hr),
        ascent_m=limits.believed(listed.ascent_m, limits.ASCENT_M),
    )


def _title(activity: Activity) -> str:
    if activity.kind is Kind.OTHER:
        return activity.sport.capitalize()
    return "Run" if activity.kind is Kind.RUN else "Strength"
