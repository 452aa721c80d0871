"""How long each session of a week is, so that the balance holds and no cap is passed.

Source: science.md F.2 steps 2 and 3, R2, C.6, C.7 with I.2-I.6 and I.8. All lengths
are minutes on a grid of five.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from hybridtui.domain.plan.budget import floor_to, long_run, nearest_to, single_run_cap
from hybridtui.domain.plan.mix import Mix

GRID = 5
SHORTEST, LONGEST_EASY = 15, 75
STRENGTH_LONGEST = 60
COMBO_RUN = (10, 30)
COMBO_STRENGTH = (10, 25)
CIRCUIT_LENGTHS = (30, 20, 40, 10)
"""Tried in this order: whole sessions, half of each counts for either sport."""

LONG_FROM = 40
"""A run shorter than this is never marked long (I.6)."""

QUALITY_SHARE = 0.26
"""Share of the week's running that a quality run takes (a product decision within C.7)."""

QUALITY_LENGTH = (35, 60)
SECOND_QUALITY_RUNS = 4
"""Runs a week from which there may be two quality runs (I.5)."""

QUALITY_WEEK = 90
"""Run minutes a week from which quality is planned (I.5)."""

STRENGTH_LED_MOST = 0.40
"""Most running where strength leads (E.6)."""

_GOOD_ENOUGH = 0.02
"""So near to the balance, the week with more running wins."""

_STEP_PRICE = 0.005
"""What giving up five minutes of running weighs against being off the balance."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """What the sizes of a week may be."""

    balance: float
    minutes: int
    """Run minutes of the week, at most."""
    longest: int
    """Longest run of the last 30 days."""
    cap: int
    """Most minutes of a session."""
    long_cap: int
    """Most minutes of the long run."""
    strength_least: int = SHORTEST
    """Fewest minutes of a strength session, where the days have them."""
    strength_most: int = STRENGTH_LONGEST
    """Most minutes of a strength session."""
    runwalk: int | None = None
    """Length of a run/walk session, if that is what runs are; the combo's run part is at most as long."""
    marks_long: bool = False
    """True if a run may be marked long (I.6)."""
    qualities: int = 0
    """Quality runs wanted (I.5)."""
    tolerance: float = 0.05
    """Most that the run share may be off the balance (R2)."""
    shorten: bool = False
    """True if run/walk sessions may be cut for the balance."""
    most_share: float = 1.0
    """Most run share whatever the tolerance (E.6)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sizes:
    """The lengths of a week's sessions."""

    runs: tuple[int, ...] = ()
    """The long run first, then the quality runs, then easy ones."""
    long: bool = False
    qualities: int = 0
    """How many of the runs are quality runs."""
    strengths: tuple[int, ...] = ()
    circuits: tuple[int, ...] = ()
    combo_runs: tuple[int, ...] = ()
    combo_strengths: tuple[int, ...] = ()

    @property
    def quality(self) -> bool:
        """True if there is a quality run."""
        return self.qualities > 0

    @property
    def run_minutes(self) -> float:
        """Minutes of running, halves of circuits included."""
        return sum(self.runs) + sum(self.combo_runs) + sum(self.circuits) / 2

    @property
    def strength_minutes(self) -> float:
        """Minutes of strength, halves of circuits included."""
        return sum(self.strengths) + sum(self.combo_strengths) + sum(self.circuits) / 2

    @property
    def run_share(self) -> float:
        """Run share of the week (science 0)."""
        return self.run_minutes / (self.run_minutes + self.strength_minutes)


def fit(mix: Mix, room: Room) -> Sizes | None:
    """Return the lengths nearest to the balance with as much of the running as fits; None if none does.

    >>> room = Room(balance=0.75, minutes=150, longest=55, cap=90, long_cap=90, marks_long=True, qualities=1)
    >>> sizes = fit(Mix(4, 2), room)
    >>> sizes.runs, sizes.strengths
    ((60, 40, 25, 25), (25, 25))
    """
    best: tuple[float, Sizes] | None = None
    for circuit in _circuit_lengths(mix, room):
        for given_up, runs in enumerate(_run_sizes(mix, room, circuit)):
            sizes = _with_strength(runs, mix, room) if runs is not None else None
            if sizes is None:
                continue
            off = abs(sizes.run_share - room.balance)
            if off > room.tolerance + 1e-9 or sizes.run_share > room.most_share + 1e-9:
                continue
            price = max(0.0, off - _GOOD_ENOUGH) + given_up * _STEP_PRICE
            if best is None or price < best[0] - 1e-9:
                best = (price, sizes)
            if best[0] <= given_up * _STEP_PRICE:
                break
        if best is not None and best[0] <= _STEP_PRICE:
            break
    return best[1] if best else None


def _circuit_lengths(mix: Mix, room: Room) -> Iterator[int]:
    if not mix.circuits:
        yield 0
    else:
        yield from (length for length in CIRCUIT_LENGTHS if length <= max(room.cap, CIRCUIT_LENGTHS[-1]))


def _run_sizes(mix: Mix, room: Room, circuit: int) -> Iterator[Sizes | None]:
    """Yield run lengths from the most running down, a step of the grid at a time."""
    base = Sizes(circuits=(circuit,) * mix.circuits)
    if room.runwalk is not None:
        least = room.runwalk if not room.shorten else SHORTEST if mix.runs else COMBO_RUN[0]
        yield from (_runwalks(length, mix, room, base) for length in range(room.runwalk, least - 1, -GRID))
        return
    in_circuits = mix.circuits * circuit // 2
    most = min(floor_to(room.minutes), floor_to(in_circuits + _most_running(mix, room)))
    for total in range(most, in_circuits, -GRID):
        yield _runs(total, mix, room, base)


def _runwalks(length: int, mix: Mix, room: Room, base: Sizes) -> Sizes | None:
    own = min(length, max(room.cap, GRID * 2))
    in_combo = min(length, COMBO_RUN[1], room.cap - COMBO_STRENGTH[0])
    if mix.combos and in_combo < COMBO_RUN[0]:
        return None
    return replace(base, runs=(own,) * mix.runs, combo_runs=(in_combo,) * mix.combos)


def _most_running(mix: Mix, room: Room) -> int:
    one = single_run_cap(room.longest)
    combo = min(COMBO_RUN[1], room.cap - COMBO_STRENGTH[0], one)
    return mix.runs * min(LONGEST_EASY, room.cap, one) + mix.combos * combo + max(0, room.long_cap - room.cap) + one


def _runs(total: int, mix: Mix, room: Room, base: Sizes) -> Sizes | None:
    left = total - sum(base.circuits) // 2
    longest = min(long_run(total, mix.run_count, room.longest), floor_to(room.long_cap))
    marked = room.marks_long and mix.runs > 0 and mix.run_count >= 2 and longest >= LONG_FROM
    most = min(LONGEST_EASY, room.cap, single_run_cap(room.longest), longest if marked else LONGEST_EASY)
    easy = (min(SHORTEST, floor_to(room.cap)), floor_to(most))
    in_combo = (COMBO_RUN[0], floor_to(min(COMBO_RUN[1], most, room.cap - COMBO_STRENGTH[0])))
    qualities = _quality_lengths(total, longest, mix, room) if marked else ()
    if qualities:
        easy_most = (mix.runs - 1 - len(qualities)) * easy[1] + mix.combos * in_combo[1]
        qualities = _longer(qualities, left - longest - easy_most, _longest_quality(longest, room))
    first = (*((longest,) if marked else ()), *qualities)
    others = split(left - sum(first), [easy] * (mix.runs - len(first)) + [in_combo] * mix.combos)
    if others is None:
        return None
    plain = mix.runs - len(first)
    return replace(
        base,
        runs=(*first, *others[:plain]),
        long=marked,
        qualities=len(qualities),
        combo_runs=others[plain:],
    )


def _quality_lengths(total: int, longest: int, mix: Mix, room: Room) -> tuple[int, ...]:
    """I.5: one quality run from three runs, 90 minutes and days of 35 minutes on; a second from four runs on."""
    count = min(room.qualities, 1 if mix.run_count < SECOND_QUALITY_RUNS else 2, mix.runs - 1)
    most = _longest_quality(longest, room)
    if count < 1 or mix.run_count < 3 or total < QUALITY_WEEK or most < QUALITY_LENGTH[0]:
        return ()
    return (min(most, max(QUALITY_LENGTH[0], nearest_to(QUALITY_SHARE * total))),) * count


def _longest_quality(longest: int, room: Room) -> int:
    return floor_to(min(QUALITY_LENGTH[1], room.cap, single_run_cap(room.longest), longest))


def _longer(qualities: tuple[int, ...], least: int, most: int) -> tuple[int, ...]:
    """Give quality runs the easy minutes that other runs on short days cannot hold: ``least`` in all, if need be."""
    each = -(-least // (GRID * len(qualities))) * GRID
    return (min(most, max(qualities[0], each)),) * len(qualities)


def _with_strength(runs: Sizes, mix: Mix, room: Room) -> Sizes | None:
    own = (min(room.strength_least, floor_to(room.cap)), floor_to(min(room.strength_most, room.cap)))
    bounds = [own] * mix.strengths
    bounds += [(COMBO_STRENGTH[0], floor_to(min(COMBO_STRENGTH[1], room.cap - run))) for run in runs.combo_runs]
    wanted = nearest_to(runs.run_minutes * (1 - room.balance) / room.balance - sum(runs.circuits) / 2)
    least, most = sum(low for low, _ in bounds), sum(high for _, high in bounds)
    parts = split(max(least, min(wanted, most)), bounds)
    if parts is None or not runs.run_minutes:
        return None
    return replace(runs, strengths=parts[: mix.strengths], combo_strengths=parts[mix.strengths :])


def split(total: int, bounds: Sequence[tuple[int, int]]) -> tuple[int, ...] | None:
    """Split minutes as evenly as bounds allow, on the grid; None if they cannot hold the total.

    >>> split(75, [(15, 75), (15, 75), (10, 20)])
    (30, 25, 20)
    """
    if any(low > high for low, high in bounds):
        return None
    parts = [low for low, _ in bounds]
    left = total - sum(parts)
    if left < 0 or left % GRID or left > sum(high - low for low, high in bounds):
        return None
    while left:
        growing = min((i for i, (_, high) in enumerate(bounds) if parts[i] < high), key=lambda i: (parts[i], i))
        parts[growing] += GRID
        left -= GRID
    return tuple(parts)
