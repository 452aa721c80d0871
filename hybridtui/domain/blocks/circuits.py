"""Blocks by the clock and by rounds. Source: field.md table B; science.md F.4.

What runs through them is the session engine; here a line becomes steps as it expects
them. Reps of a block are those of both sides together.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from hybridtui.domain.blocks import numbers
from hybridtui.domain.blocks.items import Item, read_item, split
from hybridtui.domain.blocks.numbers import spoken
from hybridtui.domain.blocks.values import Block, Known
from hybridtui.domain.problems import Problem
from hybridtui.domain.workout import Form, Kind, Step, StepKind

TABATA_ROUNDS, TABATA_WORK_S, TABATA_REST_S = 8, 20, 10
ROUND_REST_S = 60
"""After a round, where nothing is said."""

_GROUP = 1
_N = r"[0-9]{1,6}"
_MINUTES = r"(?:minutes?\b|mins?\b|m\b|')?"
_AMRAP = re.compile(rf"(?:amrap\s*(?P<after>{_N})\s*{_MINUTES}|(?P<ahead>{_N})\s*{_MINUTES}\s*amrap)\s*:?(?P<items>.*)")
_EMOM = re.compile(
    rf"(?:e(?P<every>[0-9]?)mom\s*(?P<after>{_N})\s*{_MINUTES}|(?P<ahead>{_N})\s*{_MINUTES}\s*emom)"
    r"\s*:?(?P<items>.*)"
)
_TABATA = re.compile(rf"tabata\s*(?P<rounds>{_N})?\s*(?:x|rounds?\b)?\s*:?(?P<items>.*)")
_CLOCKED = re.compile(
    rf"(?:(?:rounds?|circuit)\s*(?P<after>{_N})|(?P<ahead>{_N})\s*(?:rounds?|x\s*circuit)(?:\s+of)?)\s*[: ]\s*"
    rf"(?P<work>{numbers.TIME}|{_N})\s*/\s*(?P<rest>{numbers.TIME}|{_N})(?:\s*:|\s|$)(?P<items>.*)"
)
_ROUNDS = re.compile(
    rf"(?:(?:rounds?|circuit)\s*(?P<after>{_N})|(?P<ahead>{_N})\s*rounds?(?:\s+(?:of|for\s+time))?)"
    rf"\s*(?:/\s*(?P<rest>{numbers.TIME})\s*)?\s*:?(?P<items>.*)"
)
EXAMPLES = {
    "amrap": "amrap 12: 5 pull-up, 10 push-up, 15 squat",
    "emom": "emom 10: 10 kettlebell swing, 8 burpee",
    "tabata": "tabata: squat jump",
    "round": "rounds 4 40/20: push-up, row, or 3 rounds: 10 squat, 10 push-up",
    "circuit": "circuit 4 40/20: push-up, row",
}


def read_circuit(line: str, known: Known) -> Block | None:
    """Read a block; None: it is none.

    Raises:
        Problem: if it is one, but something of it is not understood.
    """
    for pattern, read in _READERS:
        if (found := pattern.fullmatch(line)) is not None:
            return read(line, found, known)
    begun = next((word for word in EXAMPLES if re.search(rf"\b{word}", line)), None)
    if begun is not None:
        raise Problem(
            f"{begun.upper() if begun in ('amrap', 'emom') else begun.capitalize()}: how long, or how often? "
            f"Type it like {EXAMPLES[begun]}."
        )
    return None


def _amrap(line: str, found: re.Match[str], known: Known) -> Block:
    minutes = _minutes(found["after"] or found["ahead"])
    items = _counted(found["items"], known, "amrap", runs=True)
    steps = [_station(item, sets=1, form=Form.AMRAP, block_s=60 * minutes) for item in items]
    return _block(line, f"AMRAP {minutes} min", items, steps)


def _emom(line: str, found: re.Match[str], known: Known) -> Block:
    minutes = _minutes(found["after"] or found["ahead"])
    every = int(found["every"] or 1) if found["after"] else 1
    if every < 1 or minutes % every:
        raise Problem(f"{minutes} min cannot be parted into stretches of {every} min.")
    items = _counted(found["items"], known, "emom")
    shares = _shared(minutes // every, len(items), "minutes" if every == 1 else "stretches")
    steps = [
        _station(item, sets=sets, form=Form.EMOM, block_s=60 * every) for item, sets in zip(items, shares, strict=True)
    ]
    when = "a new start every minute" if every == 1 else f"a new start every {every} min"
    turns = ", in turn" if len(items) > 1 else ""
    return _block(line, f"EMOM {minutes} min, {when}{turns}", items, steps)


def _tabata(line: str, found: re.Match[str], known: Known) -> Block:
    items = _timed(found["items"], known, "tabata")
    rounds = numbers.times(found["rounds"] or str(max(TABATA_ROUNDS, len(items))))
    shares = _shared(rounds, len(items), "rounds")
    steps = [
        _station(item, sets=sets, seconds=TABATA_WORK_S, rest_s=TABATA_REST_S)
        for item, sets in zip(items, shares, strict=True)
    ]
    turns = ", in turn" if len(items) > 1 else ""
    return _block(line, f"Tabata, {rounds} x {TABATA_WORK_S} s with {TABATA_REST_S} s rest{turns}", items, steps)


def _clocked(line: str, found: re.Match[str], known: Known) -> Block:
    rounds = numbers.times(found["after"] or found["ahead"])
    work, rest = (_clock(found[name]) for name in ("work", "rest"))
    items = _timed(found["items"], known, "round")
    steps = [_station(item, sets=rounds, seconds=work, rest_s=rest) for item in items]
    return _block(line, f"{_rounds_of(rounds)}, {spoken(work)} work and {spoken(rest)} rest each", items, steps)


def _rounds(line: str, found: re.Match[str], known: Known) -> Block:
    rounds = numbers.times(found["after"] or found["ahead"])
    rest = numbers.seconds(found["rest"]) if found["rest"] else ROUND_REST_S
    items = _counted(found["items"], known, "round", runs=True)
    rests = [item.rest_s or 0 for item in items[:-1]] + [items[-1].rest_s or rest]
    steps = [_station(item, sets=rounds, rest_s=rest_s) for item, rest_s in zip(items, rests, strict=True)]
    after = f", {spoken(rests[-1])} rest after a round" if rounds > 1 else ""
    return _block(line, f"{_rounds_of(rounds)}{after}", items, steps)


def _rounds_of(count: int) -> str:
    return f"{count} round{'s' if count > 1 else ''}"


def _block(line: str, what: str, items: Sequence[Item], steps: Sequence[Step]) -> Block:
    """With running in it, it is half running (science 0)."""
    hybrid = any(item.exercise is None for item in items)
    return Block(
        kind=Kind.HYBRID if hybrid else Kind.STRENGTH,
        subtype="circuit" if hybrid else "",
        title=line,
        steps=tuple(steps),
        echo=f"{what}: {', '.join(item.words for item in items)}",
    )


def _station(
    item: Item, *, sets: int, seconds: int | None = None, rest_s: int = 0, form: Form | None = None, block_s: int = 0
) -> Step:
    if item.exercise is None:
        far = item.amount
        metres = far.distance.metres if far is not None and far.distance is not None else None
        length = seconds if far is None else far.seconds
        return Step(
            kind=StepKind.INTERVAL,
            title="Run",
            sets=sets,
            seconds=length,
            distance_m=metres,
            rest_s=rest_s,
            group=_GROUP,
            form=form,
            block_s=block_s,
        )
    return Step(
        kind=StepKind.STATION,
        title=item.exercise.name,
        exercise=item.exercise.id,
        sets=sets,
        reps=item.reps,
        seconds=seconds if seconds is not None else item.seconds,
        load=item.load,
        rpe=item.rpe,
        rest_s=rest_s,
        group=_GROUP,
        form=form,
        block_s=block_s,
    )


def _counted(text: str, known: Known, word: str, *, runs: bool = False) -> list[Item]:
    """Read exercises with how many of each."""
    items = _items(text, known, word, runs=runs)
    for item in items:
        if not item.counted:
            name = item.exercise.name if item.exercise is not None else "Run"
            raise Problem(f"{name}: how many? Type it like {EXAMPLES[word]}.")
        if item.sets is not None:
            raise Problem(f"{item.words}: rounds are said once, in front. Type it like {EXAMPLES[word]}.")
    return items


def _timed(text: str, known: Known, word: str) -> list[Item]:
    """Read exercises that go by the clock: no numbers but a weight."""
    items = _items(text, known, word, runs=True)
    for item in items:
        if item.counted or item.sets is not None:
            raise Problem(f"{item.words}: here the clock decides, not a number. Type it like {EXAMPLES[word]}.")
    return items


def _items(text: str, known: Known, word: str, *, runs: bool) -> list[Item]:
    parts = split(text.strip())
    if not parts:
        raise Problem(f"Which exercises? Type it like {EXAMPLES[word]}.")
    return [read_item(part, known, runs=runs) for part in parts]


def _shared(total: int, among: int, what: str) -> Iterator[int]:
    """Share turns among exercises that take turns; the first ones get what is over."""
    if among > total:
        raise Problem(f"{among} exercises do not fit into {total} {what}.")
    return (total // among + (index < total % among) for index in range(among))


def _minutes(text: str) -> int:
    return numbers.seconds(f"{re.sub('[^0-9]', '', text)} min") // 60


def _clock(text: str) -> int:
    return numbers.seconds(text if re.fullmatch(numbers.TIME, text) else f"{text}s")


_READERS: tuple[tuple[re.Pattern[str], Callable[[str, re.Match[str], Known], Block]], ...] = (
    (_AMRAP, _amrap),
    (_EMOM, _emom),
    (_TABATA, _tabata),
    (_CLOCKED, _clocked),
    (_ROUNDS, _rounds),
)
