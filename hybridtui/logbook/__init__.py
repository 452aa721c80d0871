"""The use cases: gather, ask the domain, write, return a value. No SQL, no arithmetic."""
