"""The safety watch: check-ins, deadlines, overdue, escalation, duress, incident: a pure function of (events, now)."""
