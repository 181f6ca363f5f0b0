"""Where things lie: shipped resources and the user's own folders."""

from importlib.resources import files
from pathlib import Path

import platformdirs


def resource(*parts: str) -> Path:
    """A file or folder below `resources/`.

    In a wheel they travel inside the package; in a checkout they lie at the top level, and an editable install does
    not copy them, so both places are looked at.
    """
    inside = Path(str(files("visitdesk"))) / "resources"
    home = inside if inside.is_dir() else Path(__file__).resolve().parents[2] / "resources"
    return home.joinpath(*parts)


def default_data_folder() -> Path:
    """The data folder of this user where `--data` names none."""
    return Path(platformdirs.user_data_dir("VisitDesk", appauthor=False))


def log_folder() -> Path:
    """Folder of the redacted logs."""
    return Path(platformdirs.user_log_dir("VisitDesk", appauthor=False))


def config_folder() -> Path:
    """Folder of window state (never of data)."""
    return Path(platformdirs.user_config_dir("VisitDesk", appauthor=False))
