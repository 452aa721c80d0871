"""Where an import stands, and what can be done there."""

from __future__ import annotations

from enum import StrEnum


class Stage(StrEnum):
    """What is asked or shown, in its order."""

    CHOOSE = "choose"
    READING = "reading"
    UNIT = "unit"
    NAMES = "names"
    LOOK = "look"
    WRITING = "writing"
    DONE = "done"


TITLES = {
    Stage.CHOOSE: "which files?",
    Stage.READING: "reading",
    Stage.UNIT: "which units?",
    Stage.NAMES: "which exercises?",
    Stage.LOOK: "look before it is written",
    Stage.WRITING: "writing",
    Stage.DONE: "done",
}
PANES = {Stage.LOOK: "report", Stage.DONE: "report", Stage.WRITING: "reading"}
"""Where a stage has no pane of its own name."""

OFFERED = {
    "answer": (Stage.UNIT,),
    "import": (Stage.LOOK,),
    "close": (Stage.DONE,),
    "behind": (Stage.READING,),
    "stop": (Stage.READING, Stage.WRITING),
    "back": (Stage.UNIT, Stage.NAMES, Stage.LOOK),
    "back_to": (Stage.NAMES, Stage.LOOK),
    "leave": (Stage.CHOOSE,),
}
"""The stages at which an action does something."""


def before(stage: Stage, *, units: bool, names: bool) -> Stage:
    """Return the stage before one at which something was asked: which files, and units or names if they were open.

    >>> before(Stage.LOOK, units=True, names=False), before(Stage.UNIT, units=True, names=False)
    (<Stage.UNIT: 'unit'>, <Stage.CHOOSE: 'choose'>)
    """
    asked = {Stage.CHOOSE: True, Stage.UNIT: units, Stage.NAMES: names}
    stages = list(Stage)
    return next((each for each in reversed(stages[: stages.index(stage)]) if asked.get(each)), Stage.CHOOSE)
