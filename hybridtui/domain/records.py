"""Personal bests, told when they happen. Source: science.md B.1."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Sequence
from datetime import date

from hybridtui.domain import e1rm
from hybridtui.domain.body_weight import Weighed
from hybridtui.domain.e1rm import E1RM
from hybridtui.domain.figures import AT_LEAST
from hybridtui.domain.history import Exposure
from hybridtui.domain.session import LoggedSet, SetKind
from hybridtui.domain.units import Load, decimal

_SAME_KG = 0.01


def _unweighed(_: date) -> float | None:
    return None


def broken(
    logged: LoggedSet, past: Sequence[Exposure], *, day: date = date.min, weighed: Weighed = _unweighed
) -> tuple[str, ...]:
    """Return the records that a set of ``day`` breaks, in words: ``Best e1RM: 98 kg``, ``Most reps at 80 kg: 9``.

    ``past`` are all earlier sets of the exercise, of this session too; ``weighed`` says what
    the body weighed on the day of each. There is no record without something to beat, nor
    by a warm-up.
    """
    dated = [(each.local_date, s) for each in past for s in each.sets if _counts(s) and s.id != logged.id]
    if not _counts(logged) or not dated:
        return ()
    before = [s for _, s in dated]
    maxima = (found.kg for of, s in dated if (found := e1rm.of_set(s, weighed(of))))
    now = e1rm.of_set(logged, weighed(day))
    told = (_heaviest(logged, before), _best_maximum(logged, now, max(maxima, default=None)), _most(logged, before))
    return tuple(words for words in told if words)


def of_session(
    sets: Sequence[LoggedSet],
    past: Sequence[Exposure],
    told: Container[str],
    *,
    day: date = date.min,
    weighed: Weighed = _unweighed,
) -> tuple[str, ...]:
    """Return the records of one exercise that fall with the sets whose ids are ``told``, the last of each kind.

    ``sets`` are those of the session, in order, done on ``day``; ``past`` are all of other sessions.
    """
    fallen: dict[str, str] = {}
    for index, logged in enumerate(sets):
        if logged.id in told:
            beaten = Exposure(session_id="", local_date=day, sets=tuple(sets[:index]))
            for words in broken(logged, (*past, beaten), day=day, weighed=weighed):
                fallen[words.rpartition(":")[0]] = words
    return tuple(fallen.values())


def _counts(logged: LoggedSet) -> bool:
    return logged.kind is not SetKind.WARMUP and not logged.failed


def _heaviest(logged: LoggedSet, before: Iterable[LoggedSet]) -> str:
    best = max((_kg(s) for s in before if s.load), default=None)
    if logged.load is None or best is None or _kg(logged) < best + _SAME_KG:
        return ""
    return f"Heaviest: {logged.load}"


def _best_maximum(logged: LoggedSet, now: E1RM | None, best: float | None) -> str:
    if now is None or logged.load is None or best is None or now.kg < best + _SAME_KG:
        return ""
    unit = logged.load.unit
    sign = AT_LEAST if now.at_least else ""
    return f"Best e1RM: {sign}{decimal(Load(now.kg).to(unit).value, 0)} {unit}"


def _most(logged: LoggedSet, before: Iterable[LoggedSet]) -> str:
    """Return the words for most reps, or the longest time, with this very load."""
    same = [s for s in before if abs(_kg(s) - _kg(logged)) < _SAME_KG and s.bodyweight == logged.bodyweight]
    with_load = f" at {logged.load}" if logged.load else ""
    if logged.reps and _beats(logged, same, lambda s: float(s.reps or 0)):
        return f"Most reps{with_load}: {logged.reps}"
    if not logged.reps and logged.seconds and _beats(logged, same, lambda s: s.seconds or 0.0):
        return f"Longest{with_load}: {decimal(logged.seconds, 0)} s"
    return ""


def _beats(logged: LoggedSet, before: Iterable[LoggedSet], measure: Callable[[LoggedSet], float]) -> bool:
    best = max((measure(s) for s in before), default=0.0)
    return 0 < best < measure(logged)


def _kg(logged: LoggedSet) -> float:
    return logged.load.kg if logged.load else 0.0
