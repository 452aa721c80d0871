"""One screen a file, its layout in the .tcss beside it."""
