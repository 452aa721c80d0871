"""What may come out of a file, whatever was in it. Source: reliability.md 3."""

from __future__ import annotations

import math
from datetime import timedelta

from hybridtui.domain.body_weight import HEAVIEST_KG, LIGHTEST_KG, BodyWeight
from hybridtui.domain.session import LoggedSet, RunEntry, Session
from hybridtui.domain.text import clean
from hybridtui.formats import limits
from tests.formats.options import options

LATEST = options().latest + timedelta(days=1)
"""No session is later, in any zone."""


def believable(session: Session) -> bool:
    """Return whether every value of a session lies in its range; names the first that does not."""
    assert limits.EARLIEST - timedelta(days=1) <= session.started.utc <= LATEST
    assert session.ended is None or session.ended.utc >= session.started.utc
    assert 0 <= session.total_s <= limits.SECONDS[1]
    assert 0 <= session.tonnage_kg <= limits.TONNAGE_KG[1]
    assert math.isfinite(session.load_au)
    assert _in(session.rpe, *limits.RPE)
    assert _in(session.avg_hr, *limits.BPM)
    assert clean(session.title, 200) == session.title
    assert "\x1b" not in session.note
    assert all(map(_set, session.sets))
    assert all(map(_run, session.runs))
    return True


def weighed(weight: BodyWeight) -> bool:
    """Return whether a person can have weighed that."""
    return LIGHTEST_KG <= weight.weight.kg <= HEAVIEST_KG


def _set(logged: LoggedSet) -> bool:
    assert _in(logged.load.kg if logged.load is not None else None, *limits.KG)
    assert _in(logged.reps, *limits.REPS)
    assert _in(logged.seconds, *limits.SECONDS)
    assert _in(logged.rest_s, *limits.SECONDS)
    assert _in(logged.rpe, *limits.RPE)
    assert _in(logged.distance.metres if logged.distance is not None else None, *limits.METRES)
    assert "\x1b" not in logged.note
    return True


def _run(run: RunEntry) -> bool:
    assert run.distance is None or 0 < run.distance.metres <= limits.METRES[1]
    assert 0 <= run.seconds <= limits.SECONDS[1]
    assert _in(run.elapsed_s, 0, 2 * limits.SECONDS[1])
    assert _in(run.avg_hr, *limits.BPM)
    assert _in(run.max_hr, *limits.BPM)
    assert _in(run.ascent_m, *limits.ASCENT_M)
    assert _in(run.rpe, *limits.RPE)
    return True


def _in(value: float | None, low: float, high: float) -> bool:
    return value is None or (math.isfinite(value) and low <= value <= high)
