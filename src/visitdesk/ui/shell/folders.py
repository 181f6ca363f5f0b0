"""Asks for a folder with Qt's own dialog: the system's would block F2 (reference ui §9). Loaded when first asked for."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget


def ask_folder(parent: QWidget, chosen: Callable[[Path], object]) -> None:
    """Open the dialog; `chosen` gets the folder, nothing happens if it is closed."""
    dialog = QFileDialog(parent)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.fileSelected.connect(lambda folder: chosen(Path(folder)))
    dialog.open()
