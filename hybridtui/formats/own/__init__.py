"""What hybridtui itself writes and reads back: the log as one JSON document and as two tables.

Nothing that is read is believed: ``own_limits`` holds the range of every field,
``own_relations`` what the fields of a value must be together.
"""
