"""The session engine: (state, event, now) -> state, for every kind of step. Pure.

:mod:`state` names what can happen, :mod:`leading` writes the clock of what comes next,
:mod:`handling` says what an event does. Source: DESIGN 3; platform.md 4; reliability.md 2.6.
"""
