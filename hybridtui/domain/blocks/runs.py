"""Runs as they are typed: repeats, run/walk, hills, strides, single stretches. Source: science.md C.7, C.8."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from hybridtui.domain.blocks import numbers
from hybridtui.domain.blocks.numbers import Amount, spoken
from hybridtui.domain.blocks.values import Block, Known
from hybridtui.domain.problems import Problem
from hybridtui.domain.workout import Kind, Step, StepKind

EXAMPLE = "Type it like 6x400m/90s, 5x3min/2min, 20min T, 10km or 30min + 6x20s/60s."

WARM_UP_S, COOL_DOWN_S = 600, 300
"""Easy running before and after repeats (C.7)."""

WALK_BEFORE_S, WALK_AFTER_S = 300, 180
"""Brisk walking before run/walk (C.8), easy walking after it (R21)."""

USUAL_REST_S = 90
"""Between repeats by distance, where nothing is said; between repeats by time as long as they are (C.7)."""

_STRIDE_S = 30
"""Repeats up to this, after easy running, are strides."""

_EASY_BEFORE_S = 300
"""Easy running so long is a warm-up."""

_ZONES = {"e": "E", "easy": "E", "m": "M", "steady": "M", "t": "T", "tempo": "T", "threshold": "T", "i": "I",
          "hard": "I", "r": "R", "fast": "R"}  # fmt: skip
_HILLS = ("hill", "hills", "uphill")
_STRIDES = ("stride", "strides")
_PLAIN = ("run", "running", "jog", "jogging", "on", "sprint", "sprints", "at", "pace", "of")
_WALKED = ("walk", "walks", "walking")
_RESTING = (*_WALKED, "jog", "jogging", "easy", "rest", "off", "recovery", "stand", "standing")
_RPES = {"E": 3.0, "M": 5.0, "T": 6.0, "I": 8.0, "R": 8.0}
_HILL_RPE, _STRIDE_RPE, _WALKED_RPE, _SHORT_TEMPO_RPE = 7.0, 3.0, 4.0, 7.0
_TITLES = {"E": "Easy run", "M": "Steady run", "T": "Tempo run", "I": "Hard run", "R": "Fast run"}
_SUBTYPES = {"M": "tempo", "T": "tempo", "I": "vo2", "R": "reps"}

_PART = re.compile(
    rf"""
    (?:(?P<times>[0-9]{{1,6}})\s*x\s*)?
    (?P<open>\()?\s*
    (?P<work>{numbers.TIME}|{numbers.DISTANCE}) (?P<how>[a-z\ ]*)
    (?:/\s*(?P<rest>{numbers.TIME}|{numbers.DISTANCE}) (?P<resting>[a-z\ ]*))?
    (?(open)\))
    """,
    re.VERBOSE,
)

_BEGINS_AS_RUN = re.compile(rf"(?:[0-9]+\s*x\s*)?\(?(?:run\b|{numbers.DISTANCE}\b|{numbers.TIME}\s*[/+])")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """One stretch, or repeats of one."""

    times: int
    work: Amount
    words: tuple[str, ...]
    rest_s: int
    """Between repeats; 0 for a single stretch."""
    rest_said: bool
    walked: bool
    """Whether the rests are walked."""
    strides: bool = False

    @property
    def repeated(self) -> bool:
        return self.times > 1

    @property
    def zone(self) -> str | None:
        return next((_ZONES[word] for word in self.words if word in _ZONES), None)

    @property
    def hills(self) -> bool:
        return any(word in _HILLS for word in self.words)

    @property
    def runwalk(self) -> bool:
        """Running by time with walking between, nothing fast about it."""
        plain = not (self.zone or self.hills or self.strides)
        return self.repeated and plain and self.walked and self.work.seconds is not None

    @property
    def fast(self) -> bool:
        return self.repeated or self.zone in ("T", "I", "R")


def read_run(line: str, known: Known) -> Block | None:
    """Read a run; None: it is none.

    Raises:
        Problem: if it is one, but not to be done so.
    """
    found = [_PART.fullmatch(part.strip()) for part in line.split("+")]
    matched = [part for part in found if part is not None]
    if len(matched) < len(found) or not all(_is_running(part) for part in matched):
        return None
    parts = _with_strides([_part(part) for part in matched])
    main = [step for group, part in enumerate(parts, 1) for step in _steps(part, group, known)]
    before, after = _ends(parts)
    return Block(
        kind=Kind.RUN,
        subtype=_subtype(parts),
        title=line,
        steps=(*before, *main, *after),
        echo=", then ".join(_words(part) for part in parts),
        added=_added(before, after),
    )


def looks_like_a_run(line: str) -> bool:
    """Return whether a line that could not be read begins as a run does."""
    return _BEGINS_AS_RUN.match(line) is not None


def _is_running(found: re.Match[str]) -> bool:
    """Return whether the words are those of a run; else it is an exercise by the clock."""
    work, rest = found["how"].split(), (found["resting"] or "").split()
    running = all(word in (*_ZONES, *_HILLS, *_STRIDES, *_PLAIN, *_WALKED) for word in work)
    return running and all(word in _RESTING for word in rest)


def _part(found: re.Match[str]) -> _Part:
    work, rest = numbers.amount(found["work"]), found["rest"]
    times = numbers.times(found["times"] or "1", "repeats")
    if rest is not None and not re.fullmatch(numbers.TIME, rest):
        raise Problem(f"{rest}: the rest between repeats is a time. {EXAMPLE}")
    words = tuple(found["how"].split())
    if times == 1 and rest is not None:
        raise Problem(f"{found[0]}: how often? Type it like 6x{found['work']}/{rest}.")
    usual = work.seconds if work.seconds is not None else USUAL_REST_S
    return _Part(
        times=times,
        work=work,
        words=words,
        rest_s=0 if times == 1 else numbers.seconds(rest) if rest is not None else usual,
        rest_said=rest is not None,
        walked=any(word in _WALKED for word in (found["resting"] or "").split()),
        strides=any(word in _STRIDES for word in words),
    )


def _with_strides(parts: Sequence[_Part]) -> list[_Part]:
    """Let short repeats after a stretch of easy running be strides (C.7)."""
    told: list[_Part] = []
    for part in parts:
        short = part.repeated and part.work.seconds is not None and part.work.seconds <= _STRIDE_S
        after_easy = bool(told) and not told[-1].fast
        plain = part.zone is None and not part.hills
        told.append(replace(part, strides=True, walked=True) if short and after_easy and plain else part)
    return told


def _steps(part: _Part, group: int, known: Known) -> Iterator[Step]:
    """Yield the stretch, and with repeats the rest between them: one less than there are repeats."""
    zone = "E" if part.runwalk or part.strides else part.zone
    metres = part.work.distance.metres if part.work.distance is not None else None
    yield Step(
        kind=StepKind.INTERVAL,
        title=_title(part),
        sets=part.times,
        seconds=part.work.seconds,
        distance_m=metres,
        rpe=_rpe(part),
        zone=None if part.strides else zone,
        pace_s_per_km=known.pace_of(part.zone) if part.zone is not None and not part.hills else None,
        group=group if part.repeated else None,
    )
    if part.repeated:
        yield Step(kind=StepKind.RECOVERY, title=_resting(part), sets=part.times - 1, seconds=part.rest_s, group=group)


def _title(part: _Part) -> str:
    if part.runwalk:
        return "Run"
    if part.hills:
        return f"Uphill {part.work.words}"
    if part.strides:
        return f"Stride {part.work.words}"
    if part.repeated:
        return part.work.words if part.zone is None else f"{part.work.words} at {part.zone}"
    return "Walk" if any(word in _WALKED for word in part.words) else _TITLES.get(part.zone or "", "Run")


def _resting(part: _Part) -> str:
    if part.hills:
        return "Walk or jog down"
    return "Walk" if part.walked else "Easy jog"


def _rpe(part: _Part) -> float | None:
    if part.runwalk:
        return _WALKED_RPE
    if part.hills:
        return _HILL_RPE
    if part.strides:
        return _STRIDE_RPE
    if part.zone == "T" and part.repeated:
        return _SHORT_TEMPO_RPE
    return _RPES.get(part.zone or "")


def _ends(parts: Sequence[_Part]) -> tuple[tuple[Step, ...], tuple[Step, ...]]:
    """What stands before and after: nothing around an easy run, which warms up by itself."""
    if not any(part.fast for part in parts):
        return (), ()
    walked = all(part.runwalk for part in parts if part.repeated) and not any(part.zone for part in parts)
    before = _walk(StepKind.WARMUP, WALK_BEFORE_S) if walked else _jog(StepKind.WARMUP, WARM_UP_S)
    gentle = walked or all(part.strides for part in parts if part.fast)
    after = _walk(StepKind.COOLDOWN, WALK_AFTER_S) if gentle else _jog(StepKind.COOLDOWN, COOL_DOWN_S)
    return () if _is_easy(parts[0]) else (before,), () if _is_easy(parts[-1]) else (after,)


def _is_easy(part: _Part) -> bool:
    """Return whether a stretch is easy running, long enough to warm up by or to wind down."""
    long = part.work.distance is not None or (part.work.seconds or 0) >= _EASY_BEFORE_S
    return long and not part.fast and part.zone in (None, "E")


def _jog(kind: StepKind, seconds: int) -> Step:
    return Step(kind=kind, title="Easy jog", exercise="easy_jog", seconds=seconds, zone="E")


def _walk(kind: StepKind, seconds: int) -> Step:
    title = "Brisk walk" if kind is StepKind.WARMUP else "Easy walk"
    return Step(kind=kind, title=title, exercise="brisk_walk", seconds=seconds, zone="E")


def _added(before: Sequence[Step], after: Sequence[Step]) -> str:
    parts = [
        f"{spoken(step.seconds or 0)} {step.title.lower()} {when}"
        for steps, when in ((before, "before"), (after, "after"))
        for step in steps
    ]
    return " and ".join(parts)


def _words(part: _Part) -> str:
    if not part.repeated:
        title = _title(part).lower()
        return f"{part.work.words} run" if title == "run" else f"{part.work.words} {title}"
    rest = f"{spoken(part.rest_s)} {_resting(part).lower()}"
    if part.runwalk:
        return f"{part.times} x {part.work.words} run, {rest} between"
    how = " uphill" if part.hills else " strides" if part.strides else f" at {part.zone}" if part.zone else ""
    return f"{part.times} x {part.work.words}{how}, {rest} between" + ("" if part.rest_said else " (as usual)")


def _subtype(parts: Sequence[_Part]) -> str:
    """Name the run as the plan does, by its hardest part."""
    hard = max(parts, key=lambda part: (part.fast and not part.strides, _rpe(part) or 0.0))
    if hard.runwalk:
        return "runwalk"
    if hard.hills:
        return "hills"
    if hard.strides:
        return "strides"
    if hard.repeated:
        return _repeats(hard)
    return _SUBTYPES.get(hard.zone or "", "easy")


def _repeats(part: _Part) -> str:
    """Repeats without a zone: short ones are for speed, the minutes of a fartlek equal, long ones hard."""
    if part.zone is not None:
        return {"T": "cruise", "M": "cruise", "E": "easy"}.get(part.zone, _SUBTYPES.get(part.zone, "vo2"))
    if part.work.distance is not None:
        return "reps" if part.work.distance.metres < 800 else "vo2"
    length = part.work.seconds or 0
    if length < 60:
        return "reps"
    return "fartlek" if length <= 90 and part.rest_s <= length else "vo2"
