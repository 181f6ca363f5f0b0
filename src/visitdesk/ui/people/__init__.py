"""Who can go, with whom? The people of the branch: table, week of shifts, one person's page, pairs for a day.

No money and no ranking of people by results stands on these screens.
"""
