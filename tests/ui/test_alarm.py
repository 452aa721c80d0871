"""What a clock tells at its edges: start, last ten seconds and end are told apart, once each, late or not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from types import SimpleNamespace
from typing import Any

import pytest

from hybridtui.domain import timeline
from hybridtui.domain.tempo import Tempo
from hybridtui.domain.timeline import Timeline
from hybridtui.ui.alarm import Alarm, Cue, Passed
from hybridtui.ui.preferences import AppSettings
from hybridtui.ui.running import Origin, Running
from tests.conftest import FixedClock


class Screen:
    """Remembers how it flashed."""

    def __init__(self) -> None:
        self.flashes: list[tuple[str, float]] = []
        self._look = ""

    def remove_class(self, *_: str) -> None: ...

    def add_class(self, look: str) -> None:
        self._look = look

    def set_timer(self, seconds: float, _: Callable[[], None]) -> None:
        self.flashes.append((self._look, seconds))


class App:
    """Stands for the app: keeps what the alarm tells it."""

    def __init__(self, clock: FixedClock, settings: AppSettings) -> None:
        self.clock, self.settings, self.screen = clock, settings, Screen()
        self.bells: list[float] = []
        self.titles: list[str] = []
        self.notices: list[tuple[str, str]] = []

    def bell(self) -> None:
        self.bells.append(self.clock.tick)

    def name_window(self, title: str) -> None:
        self.titles.append(title)

    def announce(self, title: str, body: str) -> None:
        self.notices.append((title, body))

    def set_interval(self, *_: Any, **__: Any) -> SimpleNamespace:
        return SimpleNamespace(resume=lambda: None, pause=lambda: None)


class Listening:
    """An alarm on a clock that moves when told, in steps of a tenth of a second or in one leap."""

    def __init__(self, line: Callable[[float], Timeline], origin: Origin = "own", **settings: Any) -> None:
        self.clock = FixedClock()
        self.app = App(self.clock, AppSettings(**settings))
        self.alarm = Alarm(self.app)  # type: ignore[arg-type]
        self.running = Running(timeline=line(self.clock.tick), origin=origin, label="Push-up", following="set 2")
        self.passed: list[Passed] = []
        self.alarm.begin(self.clock.tick)

    def pass_(self, seconds: float, step: float = 0.1) -> None:
        for _ in range(round(seconds / step)):
            self.clock.pass_(step)
            self.alarm.ring_due()
            self.passed += self.alarm.hear(self.running, self.clock.tick)

    @property
    def cues(self) -> list[Cue]:
        return [each.cue for each in self.passed]


def work(ticks: float) -> Timeline:
    return timeline.countdown(30, ticks, "Plank")


def test_start_last_ten_and_end_ring_once_twice_and_three_times():
    told = Listening(lambda ticks: timeline.rounds(30, 0, 1, ticks))
    bells = []
    for seconds in (4.5, 1.5, 18, 3, 7.5, 3):  # counted in, the start, nothing, the last ten, counted out, the end
        told.app.bells.clear()
        told.pass_(seconds)
        bells.append(len(told.app.bells))
    assert bells == [3, 1, 0, 2, 3, 3]


def test_bells_of_one_cue_are_apart_and_no_more_than_a_second_long():
    told = Listening(work)
    told.pass_(32)
    end = [at for at in told.app.bells if at >= 1030 - 1e-6]
    assert len(end) == 3
    assert all(0.15 <= later - sooner <= 0.35 for sooner, later in pairwise(end))


def test_they_flash_in_different_colours_for_different_times_and_the_title_has_a_word_for_each():
    told = Listening(lambda ticks: timeline.rounds(30, 0, 1, ticks))
    told.pass_(40)
    looks = dict(told.app.screen.flashes)
    assert list(looks) == ["-flash-start", "-flash-last-ten", "-flash-end"]
    assert len(set(looks.values())) == 3
    words = [title.split(" · ")[0] for title in told.app.titles]
    assert [word for word in dict.fromkeys(words) if word.isupper()] == ["GO", "LAST 10 S", "END"]


def test_a_rest_that_is_over_is_a_start_and_the_end_of_the_last_round_an_end():
    rest = Listening(lambda ticks: timeline.rest(90, ticks), origin="rest")
    rest.pass_(95)
    assert rest.cues == [Cue.LAST_TEN, Cue.COUNT, Cue.COUNT, Cue.COUNT, Cue.START]
    assert rest.app.notices == [("Rest is over", "set 2")]
    rounds = Listening(lambda ticks: timeline.rounds(10, 5, 2, ticks))
    rounds.pass_(40)
    told = [cue for cue in rounds.cues if cue is not Cue.COUNT]
    assert told == [Cue.START, Cue.END, Cue.START, Cue.END]


def test_the_desktop_hears_of_the_end_and_of_starts_after_a_long_rest_only():
    intervals = Listening(lambda ticks: timeline.intervals(3, 60, 90, ticks, label="400 m"))
    intervals.pass_(400)
    assert intervals.app.notices == [("Go", "400 m 2 of 3"), ("Go", "400 m 3 of 3"), ("Done", "Push-up, then set 2")]
    tabata = Listening(timeline.tabata)
    tabata.pass_(260)
    assert tabata.app.notices == [("Done", "Push-up, then set 2")]


@pytest.mark.parametrize("beat", [False, True])
def test_a_tempo_beats_at_every_phase_only_if_asked_to_and_falls_silent_at_the_target_reps(beat):
    told = Listening(lambda ticks: timeline.tempo(Tempo.parse("3-1-1-0"), 4, ticks), beat=beat)
    told.pass_(3 + 4 * 5 - 0.5)
    assert told.cues.count(Cue.COUNT) == 2 + (4 * 3 - 1 if beat else 0)  # counted in, then beaten
    assert told.cues.count(Cue.START) == 1
    told.pass_(3)
    assert told.cues[-1] is Cue.END
    told.app.bells.clear()
    told.pass_(600, step=1.0)
    assert told.app.bells == []


def test_a_blocked_loop_tells_each_edge_once_in_order_no_later_than_the_block():
    told = Listening(lambda ticks: timeline.rounds(20, 10, 3, ticks))
    smooth = Listening(lambda ticks: timeline.rounds(20, 10, 3, ticks))
    told.pass_(100, step=0.7)
    smooth.pass_(100)
    assert [each.edge for each in told.passed] == [each.edge for each in smooth.passed]
    assert max(each.late_s for each in told.passed) <= 0.7


def test_after_a_sleep_every_edge_is_passed_once_in_order_but_only_the_newest_rings():
    told = Listening(lambda ticks: timeline.rounds(20, 10, 8, ticks))
    smooth = Listening(lambda ticks: timeline.rounds(20, 10, 8, ticks))
    told.pass_(3600, step=3600)
    smooth.pass_(300)
    assert [each.edge for each in told.passed] == [each.edge for each in smooth.passed]
    assert len(told.app.bells) == 1
    told.pass_(2)
    assert len(told.app.bells) == 3
    assert [look for look, _ in told.app.screen.flashes] == ["-flash-end"]
    assert len(told.app.notices) == 1


def test_an_edge_between_two_looks_is_told_though_another_clock_takes_over():
    told = Listening(work)
    told.pass_(29.9)
    told.clock.pass_(0.15)
    told.alarm.begin(told.clock.tick)
    assert told.app.screen.flashes[-1][0] == "-flash-end"
    told.running = Running(timeline=timeline.rest(60, told.clock.tick), origin="rest", label="Rest")
    told.passed.clear()
    told.pass_(5)
    assert told.passed == []


@pytest.mark.parametrize("delay", [0.0, 0.05, 0.3])
def test_an_edge_that_the_athlete_makes_needs_no_alarm_however_soon_it_is_heard_of(delay):
    told = Listening(lambda ticks: timeline.intervals(3, None, 90, ticks))
    told.pass_(60)
    told.passed.clear()
    split = told.running.timeline.phases[1]
    phases = (told.running.timeline.phases[0], replace(split, seconds=55.0), *told.running.timeline.phases[2:])
    told.clock.pass_(delay)
    told.running = told.running.with_timeline(replace(told.running.timeline, phases=phases))
    told.pass_(5)
    assert told.passed == []
    told.pass_(90)
    assert told.cues == [Cue.LAST_TEN, Cue.COUNT, Cue.COUNT, Cue.COUNT, Cue.START]


def test_what_lies_before_the_first_look_is_not_told():
    told = Listening(lambda ticks: timeline.rest(60, ticks - 90), origin="rest")
    told.pass_(5)
    assert told.passed == []


def test_a_clock_that_stands_still_tells_nothing_and_every_edge_afterwards():
    told = Listening(work)
    told.pass_(10)
    told.running = told.running.with_timeline(told.running.timeline.paused(told.clock.tick))
    told.pass_(600, step=1.0)
    assert told.passed == []
    told.running = told.running.with_timeline(told.running.timeline.resumed(told.clock.tick))
    told.pass_(25)
    assert told.cues == [Cue.LAST_TEN, Cue.COUNT, Cue.COUNT, Cue.COUNT, Cue.END]


def test_each_alarm_can_be_off_by_itself():
    silent = Listening(work, bell=False, notify=False)
    silent.pass_(40)
    assert (silent.app.bells, silent.app.notices) == ([], [])
    assert silent.app.screen.flashes
    dark = Listening(work, flash=False, title=False)
    dark.pass_(40)
    assert (dark.app.screen.flashes, dark.app.titles) == ([], [])
    assert dark.app.bells
