"""Lessons, drills, assessments and certificates (培训)."""
