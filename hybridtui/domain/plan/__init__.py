"""The plan engine: mix, placement, filling. Pure and deterministic."""
