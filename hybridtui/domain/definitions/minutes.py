"""Minutes, and the balance between them."""

from __future__ import annotations

from hybridtui.domain.figures import Definition

DEFINITIONS = (
    Definition(
        id="minutes.run",
        title="Run minutes",
        meaning="Time spent running, warm-up and cool-down included; of a circuit, half.",
        formula="sum of the run minutes of all finished sessions",
        source="science.md 0",
        unit="min",
    ),
    Definition(
        id="minutes.strength",
        title="Strength minutes",
        meaning="Time spent on strength, rests, warm-up and cool-down included; of a circuit, half.",
        formula="sum of the strength minutes of all finished sessions",
        source="science.md 0",
        unit="min",
    ),
    Definition(
        id="balance.share",
        title="Run share",
        meaning="How much of the training time was running. The target is your own.",
        formula="run minutes / (run + strength minutes)",
        source="science.md 0",
        unit="%",
        caveat="Minutes say nothing of effort: the share of the load may differ.",
    ),
)
"""Each number that counts minutes."""
