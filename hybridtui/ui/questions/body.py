"""What the body asks for: limits, and the health check. Source: science.md F.4, H.1, H.2."""

from __future__ import annotations

from dataclasses import replace

from textual import on
from textual.app import ComposeResult
from textual.widgets import Static

from hybridtui.domain.athlete import Athlete, Limit
from hybridtui.domain.cards import notes_for
from hybridtui.ui.questions.question import Question
from hybridtui.ui.widgets.toggles import Toggles

LIMITS = (
    (Limit.KNEE, "knee: no jumps, no deep squats"),
    (Limit.BACK, "back: no heavy hinging"),
    (Limit.SHOULDER, "shoulder: no pressing overhead, no dips"),
    (Limit.ANKLE, "ankle"),
    (Limit.HIP, "hip"),
    (Limit.WRIST, "wrist: no weight on the hands"),
    (Limit.NO_JUMP, "no jumping, for any reason"),
    (Limit.NO_OVERHEAD, "nothing overhead, for any reason"),
    (Limit.PREGNANCY, "pregnancy: please train with medical advice"),
)

CHECKS = (
    ("heart", "A heart condition or high blood pressure"),
    ("chest", "Chest pain, at rest or when moving"),
    ("dizzy", "Fainting or dizziness in the last 12 months"),
    ("chronic", "Another chronic condition"),
    ("medicine", "Medication for such a condition"),
    ("joint", "A bone or joint problem that exercise may worsen"),
    ("supervised", "Advice to exercise only under supervision"),
)
"""Seven questions in the manner of the PAR-Q+ (H.1)."""

ALL_CLEAR = "None of these apply: enter goes on."
ADVICE = (
    "Please talk to a doctor or another health professional before you train hard. "
    "Until then the plan stays easy: walking, easy running, light strength."
)


class LimitsQuestion(Question):
    """What exercises should leave alone."""

    name_ = "Limits"
    asked = "Should the plan spare anything?"
    advice = "space marks it. Marked parts get other exercises, not fewer."

    def fields(self) -> ComposeResult:
        """Offer the limits."""
        yield Toggles(LIMITS, self._athlete.limits, id="limits")

    def answer(self, athlete: Athlete) -> Athlete:
        """Take the limits over."""
        return replace(athlete, limits=frozenset(Limit(item) for item in self.query_one("#limits", Toggles).chosen))


class HealthQuestion(Question):
    """The self-check before training; one yes keeps the plan easy."""

    name_ = "Health check"
    asked = "Does any of these apply to you?"
    advice = "General information, not medical advice. Your ticks are not stored, only that there is one."

    def fields(self) -> ComposeResult:
        """Offer the seven questions."""
        yield Toggles(CHECKS, (), id="checks")
        yield Static(ALL_CLEAR, id="advice", classes="told", markup=False)
        for card in notes_for(self._athlete):
            yield Static(f"{card.title}: {card.text}", classes="told", markup=False)
        if self._athlete.see_professional:
            yield Static(
                "Last time you ticked one. Leave all empty only if that is cleared.", classes="told", markup=False
            )

    @on(Toggles.Changed)
    def _advise(self) -> None:
        concerned = bool(self.query_one("#checks", Toggles).chosen)
        advice = self.query_one("#advice", Static)
        advice.update(ADVICE if concerned else ALL_CLEAR)
        advice.set_class(concerned, "-concerned")

    def answer(self, athlete: Athlete) -> Athlete:
        """Keep the plan easy if anything applies."""
        return replace(athlete, see_professional=bool(self.query_one("#checks", Toggles).chosen))
