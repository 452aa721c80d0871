"""The lists of activities that services export: Strava's and Garmin's, as tables and as JSON.

The readers hand each line to ``listed``, which makes a session of it: with a time and
perhaps a distance, but without a track.
"""
