"""The history of the schema, for Alembic. It travels inside the wheel.

Revision ``0001`` makes a file of schema version 1, and so on. A revision is never
changed once released, and never asks the tables of today (``tables.py``). One that
changes what the journal keeps images of also clears or converts the journal.
"""
