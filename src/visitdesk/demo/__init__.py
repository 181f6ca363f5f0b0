"""The demonstration day: an artificial branch, made and lived through by the same services that people use.

Nothing here knows the store: whatever the day leaves behind went through a desk, a permission and the audit trail. People
and places are invented and look it; the same wish gives the same counts and the same plan. What is random by nature
differs from run to run: keys, salts and seals, and the ids of holds and shifts.
"""
