"""Widgets show values and post messages; they know no logbook."""
