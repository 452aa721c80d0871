"""How keys, indexes and checks are named: the same in a new file and in a migrated one."""

from __future__ import annotations

NAMING = {
    "pk": "%(table_name)s_pk",
    "fk": "%(table_name)s_%(column_0_name)s_fk",
    "uq": "%(table_name)s_%(column_0_name)s_uq",
    "ix": "%(table_name)s_%(column_0_N_name)s_ix",
    "ck": "%(table_name)s_%(constraint_name)s",
}
"""By kind, as SQLAlchemy fills them in."""
