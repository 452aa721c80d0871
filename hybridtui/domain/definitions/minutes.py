"""Minutes, the balance between them, and what else a week or a month is counted in."""

from __future__ import annotations

from hybridtui.domain.figures import Definition

DEFINITIONS = (
    Definition(
        id="minutes.run",
        title="Run minutes",
        meaning="Time spent running, warm-up and cool-down included; of a circuit, half.",
        formula="sum of the run minutes of all finished sessions",
        source="product definition (science.md 0)",
        unit="min",
        caveat="Planned minutes are those of the plan you follow; a session counts whether it was planned or not.",
    ),
    Definition(
        id="minutes.strength",
        title="Strength minutes",
        meaning="Time spent on strength, rests, warm-up and cool-down included; of a circuit, half.",
        formula="sum of the strength minutes of all finished sessions",
        source="product definition (science.md 0)",
        unit="min",
        caveat="Planned minutes are those of the plan you follow; a session counts whether it was planned or not.",
    ),
    Definition(
        id="minutes.together",
        title="Training minutes",
        meaning="Running and strength together: what the balance is a share of.",
        formula="run minutes + strength minutes",
        source="product definition (science.md 0)",
        unit="min",
        caveat="Recovery and other sports are told by themselves: they are neither.",
    ),
    Definition(
        id="minutes.other",
        title="Minutes of other sports",
        meaning="Time in sports that are neither running nor strength, and in recovery sessions.",
        formula="sum of the other minutes of all finished sessions",
        source="product definition (science.md 0)",
        unit="min",
        caveat="They count for the load, not for the balance.",
    ),
    Definition(
        id="balance.share",
        title="Run share",
        meaning="How much of the training time was running. The target is your own.",
        formula="run minutes / (run + strength minutes)",
        source="product definition; bands of rule R2 (science.md 0, E)",
        unit="%",
        caveat="Minutes say nothing of effort: the share of the load may differ. "
        "A week may lie 10 points from the target; four weeks together 5.",
    ),
    Definition(
        id="balance.four",
        title="Run share of four",
        meaning="The share over the newest four weeks or months together: what the target is meant for.",
        formula="run minutes of four / (run + strength minutes of four)",
        source="rule R2 of the plan engine (science.md E)",
        unit="%",
        caveat="A short week weighs as little as it is short: it is not a mean of percentages.",
    ),
    Definition(
        id="count.sessions",
        title="Sessions",
        meaning="Finished sessions. Two records of the same workout count once.",
        formula="number of finished sessions",
        source="product definition (science.md 0)",
    ),
    Definition(
        id="count.sets",
        title="Sets",
        meaning="Logged sets, warm-ups included. Two records of the same workout count once.",
        formula="number of sets of all finished sessions",
        source="product definition (science.md 0)",
    ),
    Definition(
        id="count.tonnage",
        title="Tonnage",
        meaning="What was lifted in all.",
        formula="sum over sets of load x reps",
        source="product definition (science.md 0)",
        unit="kg",
        caveat="Sets without a load, such as push-ups, add nothing to it; of a set with a load on top of the body "
        "only that load counts (science.md B.8).",
    ),
    Definition(
        id="count.distance",
        title="Run distance",
        meaning="Distance of all runs.",
        formula="sum of the distances of all runs of finished sessions",
        source="product definition (science.md 0)",
        unit="km",
        caveat="Runs logged without a distance add nothing to it.",
    ),
)
"""Each number that the overview counts in."""
