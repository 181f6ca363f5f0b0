"""VisitDesk: the supervisor's console for lawful, safe and humane home visits.

The rooms and who may know whom: ARCHITECTURE.md. The words: CONTEXT.md.
"""

__version__ = "0.1.0"
