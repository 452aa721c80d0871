"""The CSV exports of lifting apps: each app a module, what is the same for all of them in ``app_*``.

A module of an app knows its columns and its oddities; ``app_tables`` goes through the table,
``app_rows`` reads a row, ``app_units`` finds the unit, ``app_sessions`` builds the sessions.
Strong's and Hevy's tables are written too: ``app_writing`` tells what of a log they hold.
"""
