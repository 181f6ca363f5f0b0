"""What a demonstration branch says of itself: when it was made, on which day it plays, how far its time is put back.

Read at each opening of a branch, so it imports nothing of the demonstration.
"""

import json
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path

MARK = "demonstration.json"
"""Lies in the window's demonstration branch."""


def mark_of(folder: Path) -> Mapping[str, object]:
    """What the mark says; empty where there is none."""
    try:
        made = json.loads((folder / MARK).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return made if isinstance(made, dict) else {}


def offset_of(folder: Path) -> timedelta:
    """By how much the story's time differs from the computer's; nothing for folders that are no demonstration."""
    seconds = mark_of(folder).get("offset_seconds")
    return timedelta(seconds=seconds) if isinstance(seconds, int) else timedelta()
