"""The same services without a screen: the doors for machines. One module per command group.

Forms and exit codes are fixed in docs/doors.md; JSON Schemas lie in `resources/schemas/`.
"""
