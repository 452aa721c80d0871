"""FIT, the files of watches: activities are read, planned workouts are written.

``reading`` goes from a file to sessions: ``sieve`` drops what tells nothing of training,
``messages`` decodes the rest, ``sessions`` and ``sets`` build what was done, ``recovery``
makes up for a summary that was cut off. ``workouts`` writes, with ``steps`` and ``exercises``.
"""
