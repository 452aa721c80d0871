"""What the log says of running: distance, effort, pace, bests, fitness. Source: science.md C.1-C.5, C.9, C.11.

Pure functions over what the store returns; nothing here knows of files or screens.
"""
