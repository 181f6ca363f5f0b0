"""Pictures of every screen: `python -m tests.screenshots --out DIR [--only TEXT] [--size 1280x640] [--look contrast]`.

Rendered by `widget.render` offscreen, with the shipped font: the same everywhere, bit for bit (measured).
"""

import argparse
import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))

from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from tests.screens import Screen, all_screens, open_window
from visitdesk.ui.shell.language import Language
from visitdesk.ui.shell.theme import Mode, Theme
from visitdesk.wording import Lang

SIZES = ("1440x900", "1280x640")


def settle(rounds: int = 12) -> None:
    """Let queued answers and layouts arrive."""
    for _ in range(rounds):
        QApplication.processEvents()


def picture(widget: QWidget, ratio: float = 1.0) -> QImage:
    """The widget as it would be painted at this device ratio."""
    image = QImage(widget.size() * ratio, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    painter = QPainter(image)
    widget.render(painter, QPoint(0, 0))
    painter.end()
    return image


def shoot(screen: Screen, language: Language, size: str) -> QImage:
    """One picture of one screen."""
    window = open_window(screen, language)
    width, height = (int(part) for part in size.split("x"))
    window.resize(width, height)
    window.show()
    settle()
    while window.shell.jobs.is_busy:
        settle(1)
    settle()
    top = QApplication.activeModalWidget()
    image = picture(window)
    if top is not None:
        painter = QPainter(image)
        painter.drawImage((window.width() - top.width()) // 2, (window.height() - top.height()) // 3, picture(top))
        painter.end()
        top.close()
    window.close()
    window.deleteLater()
    settle(2)
    return image


def main() -> None:
    """All screens × languages × looks × sizes."""
    parser = argparse.ArgumentParser(prog="python -m tests.screenshots")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--only", default="", help="only screens whose name contains this")
    parser.add_argument("--lang", choices=["zh", "en"], action="append")
    parser.add_argument("--look", choices=[m.value for m in Mode if m is not Mode.SYSTEM], action="append")
    parser.add_argument("--size", action="append", help="default: " + " and ".join(SIZES))
    parser.add_argument("--scale", type=float, default=1.0)
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    app.setQuitOnLastWindowClosed(False)
    theme = Theme(app)
    theme.set_scale(arguments.scale)
    language = Language(theme, Lang.ZH)
    for lang in arguments.lang or ["zh", "en"]:
        language.set(Lang(lang))
        for look in arguments.look or ["light", "dark"]:
            theme.set_mode(Mode(look))
            for screen in all_screens():
                if arguments.only in screen.name:
                    for size in arguments.size or SIZES:
                        name = f"{screen.name}-{look}-{lang}-{size}.png"
                        shoot(screen, language, size).save(str(arguments.out / name))
                        sys.stdout.write(name + "\n")


if __name__ == "__main__":
    main()
