"""What is written and never read back: the plan as a calendar, the log for people, the files that were imported."""
