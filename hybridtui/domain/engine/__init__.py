"""The session engine: (state, event, now) -> state, for every kind of step. Pure.

:mod:`state` names what can happen, :mod:`leading` writes the clock of what comes next,
:mod:`handling` says what an event does: :mod:`passing` what time and the split key end,
:mod:`rounds` how an AMRAP grows, :mod:`following` and :mod:`reworking` how the clock
keeps up, :mod:`writing` and :mod:`naming` what is written down and what undo calls it.
Source: DESIGN 3; platform.md 4; reliability.md 2.6.
"""
