"""Tracks and health data in XML: GPX, TCX and Apple Health, each of them a module with a reader.

All of them walk through the file by ``reading``, which holds little of it and believes none
of it; ``beginning`` looks at encoding and DOCTYPE first, ``tracks`` adds up points.
"""
