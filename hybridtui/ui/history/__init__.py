"""The tabs of History: each reads one page of the log, shows its figures, and gives its charts."""
