"""Lessons, drills, assessments and certificates (培训).

A *module* is one subject: a lesson of about twelve minutes, quiz questions inside it, two branching *drills* and a bank
from which *assessments* are drawn. Who has read, passed and practised is *certified* for twelve months; without a valid
certificate nobody is planned. Content lies in `resources/training/` as Markdown and TOML, Chinese and English side by
side; every claim names a *source* with its evidence mark, and a policy is never shown as law.

Sources: reference training (syllabus, drills, item bank, spacing), regulation-supplement §3 (st-train-gate,
st-train-file), safety §3 (check-in, duress, break-off facts that the lessons teach).
"""
