"""Sessions of every kind of step, whatever happens in them and however long one sleeps, against plain rules."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from hybridtui.domain import guide
from hybridtui.domain.drafts import RunDraft, SetDraft
from hybridtui.domain.engine import arranging
from hybridtui.domain.engine.leading import leads
from hybridtui.domain.engine.state import (
    GoOn,
    Halt,
    Hold,
    LogRun,
    LogSets,
    Longer,
    Rework,
    Skip,
    SkipStep,
    Split,
    Tick,
)
from hybridtui.domain.exercises import catalogue
from hybridtui.domain.guide import Place
from hybridtui.domain.phases import EdgeKind
from hybridtui.domain.problems import Problem
from hybridtui.domain.ramp import ramp
from hybridtui.domain.session import Session
from hybridtui.domain.timeline import Timeline
from hybridtui.domain.workout import Form, Step, StepKind
from tests.domain.engine.walking import Walk, counted, interval, recovery, timed
from tests.domain.sessions import BEGAN, COOL_DOWN, LUNGE, PLANK, RUN, SQUAT, WARM_UP, session

LOOK_S = 0.25
"""Between two looks at the clock something may happen that no look has seen yet."""

BLOCKS: tuple[tuple[Step, ...], ...] = (
    (WARM_UP, replace(WARM_UP, title="Leg swings", seconds=30)),
    ramp(catalogue()["back_squat"]),
    (SQUAT,),
    (replace(LUNGE, tempo="2-0-1-0"),),
    (PLANK,),
    (replace(PLANK, per_side=True),),
    (replace(SQUAT, group=1), replace(LUNGE, group=1), replace(PLANK, group=1)),
    (timed("push_up", 2, 40, 20), timed("plank", 2, 30, 15, per_side=True), interval("Run", 2, seconds=60)),
    (timed("burpee", 4, 20, 10),),
    (counted("push_up", 8, Form.EMOM, 60, 2), counted("db_row", 6, Form.EMOM, 60, 3)),
    (counted("push_up", 8, Form.AMRAP, 240), counted("bodyweight_squat", 12, Form.AMRAP, 240)),
    (RUN,),
    (interval("400 m", 3, metres=400), recovery("Jog", 2, 90)),
    (interval("Run", 3, seconds=60), recovery("Walk", 3, 90)),
    (replace(interval("Hill", 2, seconds=45), rest_s=60),),
    (COOL_DOWN, replace(COOL_DOWN, title="Side stretch", per_side=True)),
)

ACTS = ("enter", "begin", "look", "skip", "skip step", "hold", "halt", "log", "longer", "shorter", "move", "extra")

quarters = st.integers(0, 4 * 400).map(lambda n: n / 4) | st.integers(0, 40).map(lambda n: n / 4)
scripts = st.lists(st.tuples(quarters, st.sampled_from(ACTS)), max_size=12)
calm_scripts = st.lists(st.tuples(quarters, st.sampled_from(ACTS[:8])), max_size=12)
"""Without what makes a phase longer or moves steps about."""


@st.composite
def trained(draw: st.DrawFn) -> Session:
    blocks = draw(st.lists(st.sampled_from(BLOCKS), min_size=1, max_size=4))
    steps = [
        replace(step, group=number) if step.group is not None else step
        for number, block in enumerate(blocks)
        for step in block
    ]
    return session(*steps)


def act(walk: Walk, name: str) -> None:
    here = guide.current(walk.session)
    match name:
        case "enter":
            if walk.line is not None or here is not None:
                walk.enter()
        case "begin":
            walk.begin()
        case "look":
            walk.sleep(0)
        case "hold":
            walk.do(GoOn() if walk.session.is_paused else Hold())
        case "halt":
            walk.do(Halt())
        case "longer" | "shorter":
            walk.do(Longer(15 if name == "longer" else -15))
        case _ if here is not None:
            there(walk, name, here)


def there(walk: Walk, name: str, here: Place) -> None:
    """Do something about the place where the athlete is."""
    step = walk.session.steps[here.step]
    match name:
        case "skip":
            walk.do(Skip(here))
        case "skip step":
            walk.do(SkipStep(here.step))
        case "log" if step.logs_sets:
            walk.do(LogSets(here, step.exercise or "", (SetDraft(reps=5),)))
        case "log":
            walk.do(LogRun(here, RunDraft(seconds=100.0)) if step.is_run else Tick(here))
        case "move":
            after = arranging.moved(walk.session, here.step, len(walk.session.steps) - 1)
            walk.do(Rework(after, "order of steps"))
        case "extra":
            with suppress(Problem):  # an AMRAP has as many as fit
                walk.do(Rework(arranging.extra_set(walk.session, here.step), "one more set"))


def play(
    begun: Session,
    script: Sequence[tuple[float, str]],
    *,
    chop: float = 0,
    hold: tuple[int, float] | None = None,
    wall: tuple[int, float] | None = None,
) -> Walk:
    """Sleep and act in turn: in small ``chop``s, with a pause or a step of the wall clock before one of the acts."""
    walk = Walk(begun)
    for index, (sleep, name) in enumerate(script):
        if hold is not None and hold[0] == index and not walk.session.is_paused:
            walk.do(Hold())
            walk.sleep(hold[1])
            walk.do(GoOn())
        if wall is not None and wall[0] == index:
            walk.wall_ahead += wall[1]
        until = walk.seconds + sleep
        while chop and walk.seconds + chop < until:
            walk.sleep(chop)
        walk.sleep_until(until)
        walk.seconds += LOOK_S
        act(walk, name)
    return walk


def timeless(walked: Session) -> Session:
    """A session without its times, ids and pauses."""
    return replace(
        walked,
        sets=tuple(replace(entry, logged_at=None) for entry in walked.sets),
        runs=tuple(replace(entry, logged_at=None) for entry in walked.runs),
        marks=tuple(replace(mark, at=BEGAN) for mark in walked.marks),
        pauses=(),
    )


def times(walked: Session) -> list[datetime]:
    entries = [entry.logged_at for entry in (*walked.sets, *walked.runs) if entry.logged_at is not None]
    return sorted([*entries, *(mark.at for mark in walked.marks)])


def shown(line: Timeline | None, ticks: float) -> tuple[object, ...] | None:
    """What a clock shows, and all it is to lead through yet."""
    if line is None:
        return None
    reading = line.reading(ticks)
    return (reading.phase, reading.elapsed_s, reading.finished, line.phases)


@settings(max_examples=70, deadline=None)
@given(trained(), scripts)
def test_every_place_ends_once_in_the_order_of_the_walk_and_only_where_something_was_done(
    begun: Session, script: list[tuple[float, str]]
) -> None:
    walk = Walk(begun)
    for sleep, name in script:
        before, here = walk.session, walk.here
        passed = walk.sleep(sleep)
        ahead = [p for p in guide.to_do(before) if here is not None and p >= min(here, p)]
        if here is not None and passed.logged:
            ahead = ahead[ahead.index(passed.logged[0]) :]
            assert list(passed.logged) == ahead[: len(passed.logged)]
            assert all(leads(before.steps[p.step]) or before.steps[p.step].seconds for p in passed.logged)
        walk.seconds += LOOK_S
        act(walk, name)
        assert (walk.line is None) or walk.line.phases
    written = Counter((s.step, s.set_number, s.side) for s in walk.session.sets)
    written += Counter((r.step, r.set_number, None) for r in walk.session.runs)
    written += Counter((m.step, m.set_number, None) for m in walk.session.marks)
    assert not [place for place, times_ in written.items() if times_ > 1]
    moments = times(walk.session)
    assert all(BEGAN <= at <= walk.now.utc for at in moments)
    positions = [entry.position for entry in (*walk.session.sets, *walk.session.runs)]
    assert sorted(positions) == list(range(1, len(positions) + 1))


@settings(max_examples=60, deadline=None)
@given(trained(), scripts, st.sampled_from([0.25, 7.5, 61.0]))
def test_one_long_sleep_is_many_short_ones(begun: Session, script: list[tuple[float, str]], chop: float) -> None:
    chop = max(chop, float(round(sum(sleep for sleep, _ in script) / 60)))
    long, short = play(begun, script), play(begun, script, chop=chop)
    assert long.session == short.session
    assert long.line == short.line


@settings(max_examples=70, deadline=None)
@given(trained(), scripts, st.integers(0, 11), st.integers(1, 40_000))
def test_a_pause_of_any_length_changes_nothing_but_the_length(
    begun: Session, script: list[tuple[float, str]], at: int, seconds: int
) -> None:
    straight, paused = play(begun, script), play(begun, script, hold=(at, float(seconds)))
    assert timeless(paused.session) == timeless(straight.session)
    assert shown(paused.line, paused.now.ticks) == shown(straight.line, straight.now.ticks)
    stood = paused.seconds - straight.seconds
    later = [a - b for a, b in zip(times(paused.session), times(straight.session), strict=True)]
    assert set(later) <= {timedelta(0), timedelta(seconds=stood)}
    assert later == sorted(later)


@settings(max_examples=70, deadline=None)
@given(trained(), calm_scripts, st.integers(0, 11), st.sampled_from([-7200.0, -3600.0, 3600.0, 86400.0]))
def test_a_step_of_the_wall_clock_changes_nothing_but_what_is_written_down(
    begun: Session, script: list[tuple[float, str]], at: int, seconds: float
) -> None:
    straight, stepped = play(begun, script), play(begun, script, wall=(at, seconds))
    assert timeless(stepped.session) == timeless(straight.session)
    assert stepped.line == straight.line


@settings(max_examples=70, deadline=None)
@given(trained(), calm_scripts)
def test_every_edge_is_told_once_and_in_order_whatever_is_cut_short(
    begun: Session, script: list[tuple[float, str]]
) -> None:
    walk = play(begun, script)
    walk.seconds += LOOK_S
    walk.listen()
    for clock in {heard.clock for heard in walk.heard}:
        edges = [heard.edge for heard in walk.heard if heard.clock == clock]
        assert len(edges) == len({(edge.kind, edge.phase, edge.left) for edge in edges})
        assert all(a.at <= b.at and a.phase <= b.phase for a, b in pairwise(edges))
    if walk.line is not None:
        told = [h.edge for h in walk.heard if h.clock == max(h.clock for h in walk.heard)]
        bounds = (EdgeKind.START, EdgeKind.END)
        due = walk.line.edges(-1e9, walk.now.ticks)
        assert [e for e in told if e.kind in bounds] == [e for e in due if e.kind in bounds]


@settings(max_examples=70, deadline=None)
@given(trained(), st.lists(st.integers(1, 400).map(lambda n: n / 10), min_size=1, max_size=60), st.floats(0, 800))
def test_edges_are_told_no_later_than_the_loop_was_blocked_or_the_machine_asleep(
    begun: Session, blocks: list[float], suspended: float
) -> None:
    walk = Walk(begun)
    walk.begin()
    for gap in (*blocks[:30], suspended, *blocks[30:]):
        told = len(walk.heard)
        walk.sleep(gap)
        assert all(-1e-6 <= heard.late <= gap + 1e-6 for heard in walk.heard[told:] if heard.edge.at > 0)
        if walk.line is None:
            walk.begin()


def test_a_split_and_an_idle_look_at_a_session_that_is_over_are_nothing() -> None:
    walk = Walk(session(replace(SQUAT, sets=1)))
    walk.enter()
    assert (walk.do(Split()).label, walk.sleep(5).label, walk.left) == ("", "", 0)


def test_every_kind_of_step_is_in_the_model() -> None:
    steps = [step for block in BLOCKS for step in block]
    assert {step.kind for step in steps} == set(StepKind)
    assert {step.form for step in steps} == {None, *Form}
