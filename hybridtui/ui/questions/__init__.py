"""The first run's questions: each shows an athlete's answer and gives back a changed athlete.

They know domain values only; the screen decides the order and what becomes of the answers.
"""

from __future__ import annotations

from hybridtui.ui.questions.about import BEGINNING, GoalQuestion, LevelQuestion, UnitsQuestion
from hybridtui.ui.questions.body import HealthQuestion, LimitsQuestion
from hybridtui.ui.questions.lately import RunningQuestion, StrengthQuestion
from hybridtui.ui.questions.means import DaysQuestion, EquipmentQuestion
from hybridtui.ui.questions.question import Question

QUESTIONS: tuple[type[Question], ...] = (
    UnitsQuestion,
    GoalQuestion,
    LevelQuestion,
    DaysQuestion,
    EquipmentQuestion,
    RunningQuestion,
    StrengthQuestion,
    LimitsQuestion,
)
"""At most eight, in this order; the health check follows them."""

__all__ = ["BEGINNING", "QUESTIONS", "HealthQuestion", "Question", "UnitsQuestion"]
