"""Strength over weeks and months: estimated maxima, sets of muscles, balance, records. Source: science.md 0, B.

All pure: what was lifted comes in as groups of like sets (``lifting.done``), added up by the store.
"""
