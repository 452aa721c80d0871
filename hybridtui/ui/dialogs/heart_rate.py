"""Heart rates of the athlete: resting, highest, at threshold. All may stay unknown."""

from __future__ import annotations

from dataclasses import replace

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Label, Static

from hybridtui.domain.athlete import Athlete, Sex
from hybridtui.domain.problems import Problem
from hybridtui.domain.running.heart_rate import MAX_SPREAD_BPM, check_order, estimated_max
from hybridtui.domain.text import clean
from hybridtui.domain.units import round_half_up
from hybridtui.ui.widgets.choice import Choice, Way
from hybridtui.ui.widgets.key_bar import KeyBar
from hybridtui.ui.widgets.number_entry import NumberEntry, NumberInput

ABOUT = "For zones, and for loads of runs by heart rate. All may be left out."

THRESHOLD = "Threshold: the mean of the last 20 of 30 minutes run alone, all-out."

SEXES: tuple[Way[Sex | None], ...] = (
    Way(None, "sex left out", "TRIMP and HRSS stay unknown"),
    Way(Sex.MALE, "male", "weighted as measured for men"),
    Way(Sex.FEMALE, "female", "weighted as measured for women"),
)


class RateInput(NumberInput):
    """A heart rate; ``enter`` keeps them all."""

    BINDINGS = [
        Binding("enter", "submit", "Keep", key_display="⏎", id="heart-rate.enter", tooltip="Keep these heart rates"),
    ]


class RateEntry(NumberEntry):
    """``Resting [ 51 ] bpm``."""

    def compose(self) -> ComposeResult:
        """Lay out name, entry and unit on one line."""
        yield Label(self._label, classes="name", markup=False)
        yield RateInput(self._start)
        yield Label(self._note, classes="note", markup=False)


class HeartRateDialog(ModalScreen[Athlete | None]):
    """Shows what is known, to be typed over; returns the athlete with it, or None: left as it was."""

    BINDINGS = [
        Binding("enter", "keep", "Keep", key_display="⏎", id="heart-rate.keep", tooltip="Keep these heart rates"),
        Binding("escape", "leave", "Leave", key_display="esc", id="heart-rate.leave", tooltip="Leave all as it was"),
    ]
    DEFAULT_CSS = """
    HeartRateDialog {
        & #sex { height: auto; margin-top: 1; }
        & #about { height: auto; color: $foreground-muted; margin-bottom: 1; }
        & #threshold-about { height: auto; color: $foreground-muted; }
        & #usual { height: auto; color: $foreground-muted; margin-top: 1; }
        & #wrong { height: auto; color: $text-error; }
    }
    """

    def __init__(self, athlete: Athlete) -> None:
        """Ask for the heart rates of ``athlete``."""
        super().__init__()
        self._athlete = athlete

    def compose(self) -> ComposeResult:
        """Lay out a line for each rate."""
        known = self._athlete
        with Vertical(classes="dialog") as box:
            box.border_title = "Heart rates"
            yield Static(ABOUT, id="about", markup=False)
            yield RateEntry("Resting", "bpm, lying, after waking", known.resting_hr, low=25, high=120, id="resting")
            yield RateEntry("Highest measured", "bpm", known.max_hr, low=100, high=240, id="maximum")
            yield RateEntry("At threshold", "bpm", known.threshold_hr, low=80, high=230, id="threshold")
            yield Static(THRESHOLD, id="threshold-about", markup=False)
            yield Choice(SEXES, known.sex, id="sex")
            yield Static(usual_in_words(known.age), id="usual", markup=False)
            yield Static(id="wrong", markup=False)
        yield KeyBar()

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self.action_keep()

    def action_keep(self) -> None:
        """Close with what was typed, if it can be."""
        try:
            self.dismiss(self._told())
        except Problem as problem:
            self.query_one("#wrong", Static).update(clean(str(problem), 300))

    def _told(self) -> Athlete:
        resting, maximum, threshold = (
            self.query_one(f"#{name}", RateEntry).number(required=False) for name in ("resting", "maximum", "threshold")
        )
        check_order(resting, threshold, maximum)
        sex: Sex | None = self.query_one("#sex", Choice).value
        return replace(self._athlete, resting_hr=resting, max_hr=maximum, threshold_hr=threshold, sex=sex)

    def action_leave(self) -> None:
        """Close without a change."""
        self.dismiss(None)


def usual_in_words(age: int | None) -> str:
    """Say what stands in for a maximum that was not measured."""
    if age is None:
        return "Without a measured highest and without your age (P, your answers) zones by the reserve stay unknown."
    usual = int(round_half_up(estimated_max(age)))
    return (
        f"Not measured? At {age} about {usual} bpm is usual, ±{MAX_SPREAD_BPM} bpm for two in three people: "
        "an estimate, never exact."
    )
