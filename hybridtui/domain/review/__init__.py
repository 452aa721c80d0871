"""Looking back at a week or a month: its numbers, and what they come to in a few sentences.

The sentences are made by rules alone: the same log on the same day gives the same words.
Each quotes its numbers, or says what is missing; none blames, and none foretells anything.
Source: field.md 2.17, 2.5; science.md H.3, H.8.
"""
