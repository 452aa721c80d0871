"""Plain names for the rules: an id alone tells an athlete nothing. Source: science.md A to F, H.1 and I."""

from __future__ import annotations

NAMES = {
    "R1": "running and strength every week",
    "R2": "the balance you asked for",
    "R3": "rest days",
    "R4": "no long run after heavy legs",
    "R5": "48 hours for the same muscles",
    "R6": "what may follow heavy legs",
    "R7": "how many strength sessions",
    "R8": "gentle loads for beginners",
    "R9": "less running while strength is added",
    "R10": "run and strength in turns",
    "R11": "no double days for beginners",
    "R12": "easy run, then short strength",
    "R13": "circuits, few and apart",
    "R14": "sessions as long as they say",
    "R15": "only equipment you have",
    "R16": "order within a strength session",
    "R17": "every movement pattern each week",
    "R18": "pushing and pulling in balance",
    "R19": "bodyweight and free weights",
    "R20": "variety",
    "R21": "warm-up and cool-down",
    "R22": "gradual progress",
    "R23": "few hard days, apart",
    "R24": "how ready you are today",
    "R25": "a lighter week when tired",
    "R26": "sparing what hurts",
    "R27": "what strength aims at",
    "R28": "easier and harder exercises",
    "R29": "slower before harder",
    "R30": "hills every two weeks",
    "R31": "strength for runners",
    "R32": "the same weekdays each week",
    "R33": "drinking",
    "R34": "protein",
    "R35": "carbohydrates",
    "R36": "omega-3 foods",
    "R37": "sleep",
    "R38": "a coach or physiotherapist",
    "R39": "form first",
    "R40": "your level, needs and time",
    "R41": "missed work is not stacked up",
    "R42": "dizziness means stop",
    "H1": "your days and minutes",
    "H2": "rest days",
    "H3": "no long run after heavy legs",
    "H4": "no fast running after heavy legs",
    "H5": "48 hours for the same muscles",
    "H6": "hard runs on days apart",
    "H7": "one run and one strength a day",
    "H8": "limits for beginners",
    "H9": "gradual progress of runs",
    "H10": "how many strength sessions",
    "H11": "few hard days",
    "H12": "warm-up and cool-down",
    "H13": "fresh for the race",
    "H14": "equipment and limits",
    "H15": "the balance you asked for",
    "B.1": "estimating your strength",
    "B.2": "effort and load",
    "B.3": "sets and reps for the aim",
    "B.4": "next target from the last one",
    "B.5": "loading the bar",
    "B.6": "lighter weeks",
    "B.7": "tempo and length",
    "B.8": "bodyweight as load",
    "B.9": "muscles in balance",
    "C.1": "your running fitness",
    "C.2": "paces for training",
    "C.3": "race times compared",
    "C.4": "critical speed",
    "C.5": "heart rate",
    "C.6": "running builds up gradually",
    "C.6.4": "no run far beyond the last month's longest",
    "C.6.6": "starting again after a break",
    "C.7": "what each kind of run is made of",
    "C.8": "running and walking in turns",
    "C.9": "phases towards the race",
    "C.10": "cadence",
    "C.11": "pace on hills",
    "D.1": "load of a session",
    "D.2": "days that differ",
    "D.3": "this week against the usual",
    "D.6": "how ready you are today",
    "E.2": "which rule gives way first",
    "E.3": "order within a day",
    "E.4": "the best days of the week",
    "E.5": "the best days of the week",
    "E.6": "weekly limits by balance",
    "E.7": "food and sleep",
    "F.1": "your answers",
    "F.2": "how the weeks are sized",
    "F.3": "which sessions in a week",
    "F.4": "which exercises",
    "H.1": "health first",
    "I.3": "where running starts",
    "I.4": "how short and long a session may be",
    "I.5": "when there are quality runs",
    "I.6": "when a run is a long run",
    "I.9": "what your days allow",
    "I.10": "which session gives way first",
    "I.11": "how heavy a week is for the legs",
    "I.13": "strength in very short weeks",
    "I.14": "a race does not count for the balance",
    "I.17": "a first week that begins late",
}
"""By id, in a few words that need no other text."""


def rule_name(rule: str) -> str:
    """Return what a rule is about; of a part without a name its whole's; empty if it is no rule.

    >>> rule_name("R4"), rule_name("C.6.2"), rule_name("hit")
    ('no long run after heavy legs', 'running builds up gradually', '')
    """
    while rule:
        if rule in NAMES:
            return NAMES[rule]
        rule = rule.rpartition(".")[0]
    return ""


def named_rule(rule: str) -> str:
    """Return a rule's id with its name: ``R4, no long run after heavy legs``; an unknown id as it is."""
    name = rule_name(rule)
    return f"{rule}, {name}" if name else rule
