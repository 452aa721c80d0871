"""The check-in while it is being answered: which question, what was typed so far. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from hybridtui.domain.readiness import ITEMS, MOST_PAIN, MOST_SLEEP_H, USUAL_ITEM, Band, Readiness
from hybridtui.domain.units import decimal

LABELS = ("Fatigue", "Sleep", "Muscles", "Stress", "Mood", "Hours of sleep", "Ill", "Pain")
"""The questions in their order; the first five are asked, the others can be told."""

WORDS = (
    ("worn out", "tired", "as usual", "fresh", "very fresh"),
    ("hardly slept", "restless", "as usual", "good", "very good"),
    ("very sore", "sore", "as usual", "loose", "not sore at all"),
    ("very stressed", "stressed", "as usual", "calm", "very calm"),
    ("very low", "low", "as usual", "good", "very good"),
)
"""What 1 to 5 mean, by question."""

HOURS, ILL, PAIN = 5, 6, 7

SIGNS = {Band.GREEN: "●", Band.AMBER: "◕", Band.ORANGE: "◑", Band.RED: "○"}
COLOURS = {
    Band.GREEN: "$text-success",
    Band.AMBER: "$text-warning",
    Band.ORANGE: "$text-warning",
    Band.RED: "$text-error",
}
"""Theme variables; sign and word say it without them."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What was answered so far, and the question that the next key answers."""

    items: tuple[int | None, ...] = (None,) * len(ITEMS)
    hours: str = ""
    """As typed."""
    ill: bool = False
    pain: str = ""
    """As typed."""
    at: int = 0

    @classmethod
    def of(cls, reading: Readiness | None) -> Answers:
        """Begin with what was told earlier that day."""
        if reading is None:
            return cls()
        hours = "" if reading.sleep_hours is None else decimal(reading.sleep_hours)
        return cls(reading.items, hours, reading.ill, "" if reading.pain is None else str(reading.pain))

    def with_pain(self, level: int | None) -> Answers:
        """Take over what was told of pains today, unless more was told already."""
        return self if level is None or level <= int(self.pain or 0) else replace(self, pain=str(level))

    def begun_with(self, item: int) -> Answers:
        """Tell the five anew, the first of them told already; the other questions stay as they were answered."""
        return replace(self, items=(item, *(None,) * (len(ITEMS) - 1)), at=1)

    @property
    def untold(self) -> bool:
        """True if none of the five was answered."""
        return not any(self.items)

    def typed(self, character: str) -> Answers | None:
        """Return the answers after a key; None if it answers nothing here."""
        if self.at < HOURS:
            return self._rated(character)
        if self.at == HOURS:
            return self._with_hours(self.hours + character.replace(",", "."))
        if self.at == ILL:
            return replace(self, ill=character == "y", at=PAIN) if character in "yn" else None
        return self._with_pain(self.pain + character)

    def erased(self) -> Answers:
        """Take back the answer here, or where there is none the one before."""
        now = self if self._answered_here() else self.moved(-1)
        if now.at < HOURS:
            return replace(now, items=(*now.items[: now.at], None, *now.items[now.at + 1 :]))
        if now.at == HOURS:
            return replace(now, hours=now.hours[:-1])
        return replace(now, ill=False) if now.at == ILL else replace(now, pain=now.pain[:-1])

    def moved(self, by: int) -> Answers:
        """Go to another question."""
        return replace(self, at=max(0, min(PAIN, self.at + by)))

    def turned(self, by: int) -> Answers:
        """Answer one more or one less; from nothing it is "as usual", or well."""
        if self.at < HOURS:
            before = self.items[self.at]
            return self._put(USUAL_ITEM if before is None else max(1, min(5, before + by)))
        if self.at == ILL:
            return replace(self, ill=not self.ill)
        return self

    def reading(self, day: date, usual: Sequence[int] = ()) -> Readiness | None:
        """Return the reading for a day; None while one of the five is open.

        With none of them answered they are as ``usual``.
        """
        told = usual if self.untold else [item for item in self.items if item is not None]
        if len(told) < len(ITEMS):
            return None
        fatigue, sleep_quality, soreness, stress, mood = told
        return Readiness(
            day=day,
            fatigue=fatigue,
            sleep_quality=sleep_quality,
            soreness=soreness,
            stress=stress,
            mood=mood,
            sleep_hours=float(self.hours) if self.hours not in ("", ".") else None,
            ill=self.ill,
            pain=int(self.pain) if self.pain else None,
        )

    def _rated(self, character: str) -> Answers | None:
        if character not in "12345":
            return None
        return replace(self._put(int(character)), at=self.at + 1)

    def _put(self, item: int) -> Answers:
        return replace(self, items=(*self.items[: self.at], item, *self.items[self.at + 1 :]))

    def _with_hours(self, text: str) -> Answers | None:
        number = text.replace(".", "", 1)
        fits = len(text) <= 5 and number.isascii() and (number.isdigit() or text == ".")
        return replace(self, hours=text) if fits and (text == "." or float(text) <= MOST_SLEEP_H) else None

    def _with_pain(self, text: str) -> Answers | None:
        fits = text.isascii() and text.isdigit() and int(text) <= MOST_PAIN
        return replace(self, pain=str(int(text))) if fits else None

    def _answered_here(self) -> bool:
        if self.at < HOURS:
            return self.items[self.at] is not None
        return bool((self.hours, self.ill, self.pain)[self.at - HOURS])
