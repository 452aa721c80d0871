"""Strength: estimated maxima, sets of muscles, tonnage, balance, records."""

from __future__ import annotations

from hybridtui.domain.figures import Definition
from hybridtui.domain.lifting.leg_cost import MUSCLES, SETS_AN_HOUR

_COST = "; ".join(
    f"{subtype} {', '.join(f'{sets:g}' for sets in SETS_AN_HOUR[subtype])}"
    for subtype in ("runwalk", "easy", "strides", "long", "tempo", "race", "vo2", "hills")
)

DEFINITIONS = (
    Definition(
        id="strength.e1rm",
        title="Estimated maximum (e1RM)",
        meaning="What one repetition might weigh, from the best set of the week or month. With a rated effort the RPE "
        "chart says it; without, Epley's formula, and a ≥ where nobody knows how many repetitions were left.",
        formula="RPE chart: load / share of 1RM at reps and RPE; Epley: load × (1 + reps / 30), one rep is itself",
        source="science.md B.1, B.2 (Epley; Tuchscherer's chart)",
        unit="kg or lb",
        caveat="An estimate, good for 1 to 12 repetitions, those left included, and RPE 6 or more; otherwise n/a. "
        "A lift on top of the body needs the body weight, of that day or the newest before.",
    ),
    Definition(
        id="strength.muscle",
        title="Hard sets of a muscle",
        meaning="Sets a week at RPE 7 or more, asked for at that, or to failure: one for the muscle that works most, "
        "half a one for each that helps; a set of one side only is half a set. Sets without a rating stand apart as "
        "unrated: perhaps hard. So does running, as the fractional sets it costs the legs.",
        formula="hard + unrated, and running by its minutes and kind",
        source="science.md 0, B.6 (Pelland 2024 for halves); the band, and what running costs, are product decisions",
        unit="sets a week",
        caveat="The band is for lifted sets; legs that run 120 minutes a week and more get a lower one. What running "
        f"costs is a modest convention that nobody has measured, in sets an hour for {', '.join(MUSCLES)}: {_COST}; "
        "fartlek, cruise runs and circuits as tempo, progression runs a little less; unknown kinds as easy.",
    ),
    Definition(
        id="strength.tonnage",
        title="Tonnage",
        meaning="All that was lifted, warm-ups included: load times repetitions, both sides.",
        formula="sum of load × reps, twice where a set was done on each side",
        source="science.md B.8",
        unit="kg or lb",
        caveat="Body weight and bands are not in it; easy machines weigh more than hard lifts.",
    ),
    Definition(
        id="strength.push_pull",
        title="Push and pull",
        meaning="Working sets of pushing exercises for each set of pulling ones, warm-ups left out.",
        formula="push sets / pull sets; aimed at 0.75-1.33, without anything to pull on 0.5-2",
        source="science.md R18, B.9 (evidence for an ideal ratio is thin)",
        caveat="A convention to keep both in the week; it says nothing of injuries.",
    ),
    Definition(
        id="strength.squat_hinge",
        title="Squat and hinge",
        meaning="Working sets of squats for each set of hinges. A bridge may stand in for a hinge.",
        formula="squat sets / hinge sets; aimed at 0.67-1.5",
        source="science.md B.9",
        caveat="A convention to keep front and back of the legs in the week.",
    ),
    Definition(
        id="strength.single_leg",
        title="Single-leg share",
        meaning="How much of the leg work was done on one leg: of working sets of squats, hinges, lunges and bridges. "
        "Running is one leg at a time.",
        formula="single-leg sets / leg sets",
        source="science.md R17, R31; counted in sets, a product decision",
        unit="%",
    ),
    Definition(
        id="strength.core",
        title="Core share",
        meaning="How much of the work was for the trunk: of all working sets.",
        formula="core sets / all working sets",
        source="science.md R17, R31; counted in sets, since held ones have no repetitions, a product decision",
        unit="%",
    ),
    Definition(
        id="strength.sides",
        title="Left and right",
        meaning="How far the better set of each side lay apart in the last session that logged both, by load times "
        "repetitions, else repetitions, else seconds.",
        formula="|left - right| / the greater; a hint from 15 % on in three sessions running, the same side weaker",
        source="science.md B.9",
        unit="%",
        caveat="Everybody has a stronger side. Start with the weaker one and match it.",
    ),
    Definition(
        id="strength.focus",
        title="Days since",
        meaning="When what a runner needs most was last trained: one leg at a time, calves, core.",
        formula="today - the newest day with a set of it, within a year",
        source="field.md 2.19; science.md R31",
        unit="days",
    ),
    Definition(
        id="strength.record",
        title="Records",
        meaning="The heaviest load, the best estimated maximum and the most repetitions in a set, ever, of the lifts "
        "of these weeks or months; warm-ups left out. Of equal ones the first counts.",
        formula="the greatest of all sets; of as many repetitions the heavier set",
        source="science.md B.1",
        caveat="An estimate with a ≥ may have been beaten by a lighter set that was closer to failure.",
    ),
    Definition(
        id="records.new",
        title="New records",
        meaning="What was lifted or run in the last four weeks and is the most, or the fastest, ever: of each exercise "
        "and each run once. Only what beat something counts, not what was done for the first time.",
        formula="records of lifts and of runs whose day lies within 28 days, and before which there was one to beat",
        source="science.md B.1; product definition",
    ),
)
"""Each number of strength."""
