"""Load over time: what each day held, what it adds up to, and how it compares with what is usual.

Loads are session-RPE units (AU: how hard times how many minutes) for both sports, each by
itself first. Nothing here foretells an injury. Source: science.md D.1-D.5, H.3, H.8.
"""
