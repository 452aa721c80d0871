"""What names in files stand for, as the athlete says it: one answer a name, guesses to choose from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from hybridtui.domain.exercises import Exercise
from hybridtui.domain.guesses import says_all
from hybridtui.domain.imports import UnmatchedName

OWN = ""
"""The answer that a name is an exercise of the athlete's own."""


@dataclass(slots=True)
class Asked:
    """A name, what it could be, and what was said of it."""

    name: UnmatchedName
    guesses: tuple[str, ...]
    """Ids of exercises, the likeliest first."""
    proposed: str = OWN
    """The likeliest guess if it says all that the name does, else OWN: a poor guess is not for the taking."""
    answer: str | None = None
    """Id of an exercise, OWN, or None: nothing was said yet."""

    @property
    def would_be(self) -> str:
        """What it is taken for: the answer, else what is proposed."""
        return self.answer if self.answer is not None else self.proposed


class Naming:
    """All names that the library does not know, the most used first."""

    def __init__(
        self, names: Sequence[UnmatchedName], exercises: Mapping[str, Exercise], said: Mapping[str, str] | None = None
    ) -> None:
        """Ask what ``names`` stand for among ``exercises``, by id; ``said`` are answers given before."""
        self.exercises = exercises
        self.asked = tuple(self._asked(name, (said or {}).get(name.folded)) for name in names)

    def _asked(self, name: UnmatchedName, answer: str | None) -> Asked:
        guesses = tuple(key for key in name.guesses if key in self.exercises)
        proposed = guesses[0] if guesses and says_all(self.exercises[guesses[0]], name.name) else OWN
        return Asked(name, guesses, proposed, answer)

    def __len__(self) -> int:
        return len(self.asked)

    @property
    def open(self) -> int:
        """How many names nothing was said of."""
        return sum(asked.answer is None for asked in self.asked)

    @property
    def said(self) -> dict[str, str]:
        """What was said so far, OWN too: ids of exercises by folded name."""
        return {asked.name.folded: asked.answer for asked in self.asked if asked.answer is not None}

    @property
    def answers(self) -> dict[str, str]:
        """What was said, for the import: ids of exercises by folded name; own ones are not in it."""
        return {asked.name.folded: asked.answer for asked in self.asked if asked.answer}

    def called(self, answer: str) -> str:
        """Return how an answer is called."""
        return self.exercises[answer].name if answer else "my own exercise"

    def say(self, index: int, answer: str) -> None:
        """Say what a name stands for: the id of an exercise, or OWN."""
        self.asked[index].answer = answer

    def turned(self, index: int, by: int) -> str:
        """Return the guess ``by`` places on from what a name is taken for; behind the last comes OWN."""
        asked = self.asked[index]
        ways = (*asked.guesses, OWN)
        return ways[(ways.index(asked.would_be) + by) % len(ways)] if asked.would_be in ways else ways[0]

    def next_open(self, index: int) -> int | None:
        """Return the next name that nothing was said of, after ``index`` and then from the first on."""
        return next((n for n in self._around(index) if self.asked[n].answer is None), None)

    def _around(self, index: int) -> Iterator[int]:
        yield from range(index + 1, len(self.asked))
        yield from range(index)
