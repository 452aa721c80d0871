"""An ache while it is being told: where, which side, how much. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from hybridtui.domain.pain import MOST, SIDELESS, Pain, Part
from hybridtui.domain.session import Side

PARTS = {
    "f": (Part.FOOT, "foot"),
    "a": (Part.ANKLE, "ankle"),
    "i": (Part.SHIN, "shin"),
    "c": (Part.CALF, "calf"),
    "k": (Part.KNEE, "knee"),
    "t": (Part.THIGH_FRONT, "thigh, front"),
    "h": (Part.THIGH_BACK, "hamstring, back of thigh"),
    "g": (Part.HIP, "groin or hip"),
    "l": (Part.LOWER_BACK, "lower back"),
    "u": (Part.UPPER_BACK, "upper back"),
    "n": (Part.NECK, "neck"),
    "s": (Part.SHOULDER, "shoulder"),
    "e": (Part.ELBOW, "elbow"),
    "w": (Part.WRIST, "wrist or hand"),
    "p": (Part.CHEST, "pressure or pain, chest"),
    "d": (Part.HEAD, "dizzy, faint, head"),
}
"""The letter that stands for a part, and the words for it, each with its letter."""

SIDES = {"l": Side.LEFT, "r": Side.RIGHT, "b": None}


@dataclass(frozen=True, slots=True)
class Ache:
    """What was told so far."""

    part: Part | None = None
    side: Side | None = None
    """None: both, the middle, or not said."""
    text: str = ""
    """The number as typed."""
    proposed: bool = False
    """True while part and side are those told last: any letter then names another part."""

    @classmethod
    def like(cls, pains: Sequence[Pain]) -> Ache:
        """Begin with the pain that was told last and still acts; without one with nothing."""
        return cls(pains[-1].part, pains[-1].side, proposed=True) if pains else cls()

    @property
    def level(self) -> int | None:
        """The number, once it is told."""
        return int(self.text) if self.text else None

    @property
    def has_sides(self) -> bool:
        """True if there are two of the part."""
        return self.part is not None and self.part not in SIDELESS

    def typed(self, character: str) -> Ache | None:
        """Return what is told after a key; None if it tells nothing here."""
        if character.isascii() and character.isdigit():
            return self._numbered(self.text + character) if self.part is not None else None
        if self.part is None or (self.proposed and not self.text):
            return Ache(PARTS[character][0]) if character in PARTS else None
        if character in SIDES and self.has_sides:
            return replace(self, side=SIDES[character], proposed=False)
        return None

    def erased(self) -> Ache:
        """Take back what was told last."""
        if self.text:
            return replace(self, text=self.text[:-1])
        return replace(self, side=None, proposed=False) if self.side is not None and not self.proposed else Ache()

    def _numbered(self, text: str) -> Ache | None:
        number = int(text)
        return replace(self, text=str(number)) if number <= MOST else replace(self, text=text[-1])
