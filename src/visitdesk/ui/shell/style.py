"""The one QSS text, made from tokens and the text scale.

Traps measured for the reference (ui §2): a styled combo or spin box needs a rule for every subcontrol; a bare
`QFrame{border}` leaks into labels, so cards are picked by property; `color` makes the placeholder half transparent, so
`placeholder-text-color` is set; the check box indicator of Fusion is invisible on our greys, so it is drawn.
"""

from pathlib import Path

from visitdesk.ui.shell.tokens import BOLD, PX, Tokens, Type


def style_sheet(t: Tokens, scale: float, icons: Path) -> str:
    """QSS of the whole window.

    Args:
        icons: folder of the tinted arrow and check pictures made by `theme`.
    """
    return "\n".join((_base(t, scale), _texts(t, scale), _buttons(t, scale), _inputs(t, scale, icons), _rest(t, scale)))


def _radius(t: Tokens, px: int) -> int:
    return 0 if t.is_contrast else px


def _line(t: Tokens) -> int:
    return 2 if t.is_contrast else 1


def _base(t: Tokens, s: float) -> str:
    return f"""
QMainWindow, QDialog, QWidget[surface="window"], QScrollArea[surface="window"] {{ background: {t.window}; }}
QWidget {{ color: {t.text}; selection-background-color: {t.accent}; selection-color: {t.on_accent}; }}
QFrame[surface="card"] {{ background: {t.card}; border: {_line(t)}px solid {t.stroke};
  border-radius: {_radius(t, 8)}px; }}
QFrame[surface="sunken"] {{ background: {t.sunken}; border: {_line(t)}px solid {t.stroke};
  border-radius: {_radius(t, 6)}px; }}
QFrame[surface="bar"] {{ background: {t.bar}; border: 0; border-bottom: {_line(t)}px solid {t.stroke}; }}
QFrame[surface="rail"] {{ background: {t.bar}; border: 0; border-right: {_line(t)}px solid {t.stroke}; }}
QFrame[surface="line"] {{ background: {t.stroke}; border: 0; max-height: {_line(t)}px; min-height: {_line(t)}px; }}
QScrollArea {{ background: transparent; border: 0; }}
QScrollArea > QWidget > QWidget {{ background: transparent; }}
QToolTip {{ background: {t.card}; color: {t.text}; border: 1px solid {t.stroke_strong}; padding: {round(4 * s)}px; }}
"""


def _texts(t: Tokens, s: float) -> str:
    sizes = "\n".join(
        f'QLabel[kind="{kind}"] {{ font-size: {round(PX[kind] * s)}px; font-weight: {700 if kind in BOLD else 400}; }}'
        for kind in Type
    )
    tones = "\n".join(
        f'QLabel[tone="{tone}"] {{ color: {t.colour(tone)}; }}'
        for tone in ("text", "text2", "text3", "accent_text", "ok", "warning", "error", "disabled", "on_accent")
    )
    tags = "\n".join(
        f'QLabel[tag="{tag}"] {{ background: {back}; color: {ink}; border: {_line(t)}px solid {edge};'
        f" border-radius: {_radius(t, 4)}px; padding: 0 {round(7 * s)}px; min-height: {round(20 * s)}px;"
        f" font-size: {round(12 * s)}px; }}"
        for tag, back, ink, edge in (
            ("neutral", t.sunken, t.text2, t.stroke),
            ("accent", t.selection, t.accent_text, t.accent),
            ("ok", t.ok_bg, t.ok, t.ok),
            ("warning", t.warning_bg, t.warning, t.warning),
            ("error", t.error_bg, t.error, t.error),
            ("demo", t.warning_bg, t.warning, t.warning),
        )
    )
    return f"QLabel {{ background: transparent; border: 0; }}\n{sizes}\n{tones}\n{tags}"


def _buttons(t: Tokens, s: float) -> str:
    height, pad, line, radius = round(32 * s), round(12 * s), _line(t), _radius(t, 4)
    inner = height - 2 * line
    return f"""
QPushButton {{ background: {t.card}; color: {t.text}; border: {line}px solid {t.stroke};
  border-bottom-color: {t.stroke_strong}; border-radius: {radius}px; padding: 0 {pad}px; min-height: {inner}px;
  font-size: {round(14 * s)}px; }}
QPushButton:hover {{ background: {t.hover}; }}
QPushButton:pressed, QPushButton:checked {{ background: {t.pressed}; }}
QPushButton:disabled {{ color: {t.disabled}; border-bottom-color: {t.stroke}; background: {t.window}; }}
QPushButton:focus {{ border: 2px solid {t.text}; padding: 0 {pad - 1}px; min-height: {height - 4}px; outline: 0; }}
QPushButton[kind="accent"] {{ background: {t.accent}; color: {t.on_accent}; border-color: {t.accent};
  font-weight: 700; }}
QPushButton[kind="accent"]:hover {{ background: {t.accent_hover}; border-color: {t.accent_hover}; }}
QPushButton[kind="accent"]:pressed {{ background: {t.accent_pressed}; }}
QPushButton[kind="accent"]:disabled {{ background: {t.pressed}; color: {t.text3}; border-color: {t.stroke}; }}
QPushButton[kind="accent"]:focus {{ border: 2px solid {t.text}; }}
QPushButton[kind="quiet"] {{ background: transparent; border-color: transparent; }}
QPushButton[kind="quiet"]:hover {{ background: {t.hover}; }}
QPushButton[kind="quiet"]:pressed, QPushButton[kind="quiet"]:checked {{ background: {t.pressed}; }}
QPushButton[kind="quiet"]:focus {{ border: 2px solid {t.text}; }}
QPushButton[kind="link"] {{ background: transparent; border: 0; color: {t.accent_text}; padding: 0 2px;
  min-height: {round(24 * s)}px; }}
QPushButton[kind="link"]:hover {{ text-decoration: underline; }}
QPushButton[kind="link"]:focus {{ border: 2px solid {t.text}; min-height: {round(24 * s) - 4}px; padding: 0; }}
QPushButton[kind="way"] {{ min-height: {round(64 * s)}px; text-align: left; }}
QPushButton[kind="way"]:focus {{ min-height: {round(64 * s) - 2}px; }}
QPushButton[kind="name"] {{ background: transparent; border-color: transparent; text-align: left; }}
QPushButton[kind="name"]:hover {{ background: {t.hover}; }}
QPushButton[kind="name"]:focus {{ border: 2px solid {t.text}; }}
QPushButton[kind="chip"] {{ min-height: {round(22 * s) - 2 * line}px; padding: 0 {round(8 * s)}px;
  font-size: {round(12 * s)}px; background: {t.sunken}; border: {line}px solid {t.stroke}; color: {t.text2}; }}
QPushButton[kind="chip"]:hover {{ background: {t.hover}; }}
QPushButton[kind="chip"]:checked {{ background: {t.selection}; border-color: {t.accent}; color: {t.accent_text}; }}
QPushButton[kind="chip"]:focus {{ border: 2px solid {t.text}; padding: 0 {round(8 * s) - 1}px;
  min-height: {round(22 * s) - 4}px; }}
QPushButton[kind="segment"] {{ border: {line}px solid {t.stroke_strong}; border-radius: 0; margin-left: -1px;
  background: {t.card}; }}
QPushButton[kind="segment"]:checked {{ background: {t.selection}; color: {t.accent_text}; font-weight: 700;
  border: {line}px solid {t.accent}; }}
QPushButton[kind="segment"]:focus {{ border: 2px solid {t.text}; }}
QPushButton::menu-indicator {{ width: 0; image: none; }}
QToolButton {{ background: transparent; border: 2px solid transparent; border-radius: {radius}px; padding: 2px; }}
QToolButton:hover {{ background: {t.hover}; }}
QToolButton:pressed, QToolButton:checked {{ background: {t.pressed}; }}
QToolButton:focus {{ border: 2px solid {t.text}; }}
QToolButton::menu-indicator {{ image: none; }}
"""


def _inputs(t: Tokens, s: float, icons: Path) -> str:
    height, line, radius = round(32 * s), _line(t), _radius(t, 4)
    box = "QLineEdit, QComboBox, QSpinBox, QDoubleSpinBox, QDateEdit, QTimeEdit, QDateTimeEdit"
    edit = "QPlainTextEdit, QTextEdit"
    spin = ("QSpinBox", "QDoubleSpinBox", "QDateEdit", "QTimeEdit", "QDateTimeEdit")
    folder = icons.as_posix()

    def each(suffix: str) -> str:
        return ", ".join(f"{name}{suffix}" for name in spin)

    return f"""
{box}, {edit} {{ background: {t.card}; border: {line}px solid {t.stroke_strong}; border-radius: {radius}px;
  padding: 0 {round(9 * s)}px; min-height: {height - 2 * line}px; placeholder-text-color: {t.text3}; }}
{edit} {{ padding: {round(6 * s)}px {round(7 * s)}px; }}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, {each(":focus")} {{
  border: 2px solid {t.accent}; min-height: {height - 4}px; padding: 0 {round(9 * s) - 1}px; }}
QPlainTextEdit:focus, QTextEdit:focus {{ padding: {round(6 * s) - 1}px {round(7 * s) - 1}px; }}
QLineEdit:disabled, QComboBox:disabled, QPlainTextEdit:disabled, {each(":disabled")} {{ color: {t.disabled};
  border-color: {t.stroke}; background: {t.sunken}; }}
QLineEdit[faulty="true"], QComboBox[faulty="true"], QPlainTextEdit[faulty="true"], {each('[faulty="true"]')} {{
  border: 2px solid {t.error}; padding: 0 {round(9 * s) - 1}px; min-height: {height - 4}px; }}
QLineEdit[readOnly="true"], QPlainTextEdit[readOnly="true"] {{ background: {t.sunken}; border-color: {t.stroke}; }}
QLineEdit[bare="true"], QLineEdit[bare="true"]:focus {{ border: 0; background: transparent; padding: 0;
  font-size: {round(16 * s)}px; min-height: {round(34 * s)}px; }}
QComboBox::drop-down {{ border: 0; width: {round(28 * s)}px; }}
QComboBox::down-arrow {{ image: url({folder}/chevron_down.svg); width: {round(14 * s)}px; height: {round(14 * s)}px; }}
QComboBox QAbstractItemView {{ background: {t.card}; border: 1px solid {t.stroke_strong}; outline: 0; padding: 4px;
  selection-background-color: {t.selection}; selection-color: {t.text}; }}
QComboBox QAbstractItemView::item {{ min-height: {round(30 * s)}px; padding: 0 {round(6 * s)}px; }}
{each("::up-button")}, {each("::down-button")} {{ border: 0; background: transparent; width: {round(24 * s)}px;
  subcontrol-origin: border; }}
{each("::up-button")} {{ subcontrol-position: top right; }}
{each("::down-button")} {{ subcontrol-position: bottom right; }}
{each("::up-arrow")} {{ image: url({folder}/chevron_up.svg); width: {round(10 * s)}px; height: {round(10 * s)}px; }}
{each("::down-arrow")} {{ image: url({folder}/chevron_down.svg); width: {round(10 * s)}px;
  height: {round(10 * s)}px; }}
QDateEdit::drop-down, QDateTimeEdit::drop-down {{ border: 0; width: {round(24 * s)}px; }}
QCheckBox, QRadioButton {{ spacing: {round(8 * s)}px; min-height: {round(24 * s)}px; border: 2px solid transparent;
  border-radius: {radius}px; padding: 0 2px; }}
QCheckBox:focus, QRadioButton:focus {{ border: 2px solid {t.text}; }}
QCheckBox::indicator, QRadioButton::indicator {{ width: {round(18 * s)}px; height: {round(18 * s)}px; }}
QCheckBox::indicator {{ image: url({folder}/box.svg); }}
QCheckBox::indicator:checked {{ image: url({folder}/box_checked.svg); }}
QCheckBox::indicator:indeterminate {{ image: url({folder}/box_partly.svg); }}
QCheckBox::indicator:disabled {{ image: url({folder}/box_disabled.svg); }}
QCheckBox::indicator:checked:disabled {{ image: url({folder}/box_checked_disabled.svg); }}
QRadioButton::indicator {{ image: url({folder}/radio.svg); }}
QRadioButton::indicator:checked {{ image: url({folder}/radio_checked.svg); }}
"""


def _rest(t: Tokens, s: float) -> str:
    radius, line = _radius(t, 6), _line(t)
    return f"""
QMenu {{ background: {t.card}; border: 1px solid {t.stroke_strong}; border-radius: {radius}px; padding: 4px; }}
QMenu::item {{ padding: {round(6 * s)}px {round(24 * s)}px {round(6 * s)}px {round(12 * s)}px; border-radius: 4px; }}
QMenu::item:selected {{ background: {t.selection}; color: {t.text}; }}
QMenu::item:disabled {{ color: {t.disabled}; }}
QMenu::separator {{ height: 1px; background: {t.stroke}; margin: 4px 8px; }}
QMenu::icon {{ padding-left: {round(8 * s)}px; }}
QScrollBar {{ background: transparent; border: 0; }}
QScrollBar:vertical {{ width: {round(12 * s)}px; }}
QScrollBar:horizontal {{ height: {round(12 * s)}px; }}
QScrollBar::handle {{ background: {t.stroke_strong}; border-radius: {_radius(t, 3)}px; margin: 3px; }}
QScrollBar::handle:hover {{ background: {t.text2}; }}
QScrollBar::handle:vertical {{ min-height: {round(32 * s)}px; }}
QScrollBar::handle:horizontal {{ min-width: {round(32 * s)}px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QAbstractItemView {{ background: {t.card}; border: 0; outline: 0; selection-background-color: {t.selection};
  selection-color: {t.text}; alternate-background-color: {t.sunken}; }}
QListWidget {{ background: transparent; }}
QListWidget::item {{ min-height: {round(32 * s)}px; padding: 0 {round(8 * s)}px; border-radius: {_radius(t, 4)}px;
  color: {t.text}; }}
QListWidget::item:hover {{ background: {t.hover}; }}
QListWidget::item:selected {{ background: {t.selection}; color: {t.text}; border-left: 3px solid {t.accent}; }}
QListWidget:focus {{ border: 2px solid {t.text}; border-radius: {_radius(t, 4)}px; }}
QHeaderView {{ background: {t.sunken}; border: 0; }}
QHeaderView::section {{ background: {t.sunken}; color: {t.text2}; border: 0; border-bottom: {line}px solid {t.stroke};
  padding: 0 {round(10 * s)}px; font-size: {round(13 * s)}px; font-weight: 400; min-height: {round(32 * s)}px; }}
QHeaderView::section:hover {{ background: {t.hover}; color: {t.text}; }}
QHeaderView::up-arrow, QHeaderView::down-arrow {{ width: 0; height: 0; image: none; }}
QTableCornerButton::section {{ background: {t.sunken}; border: 0; }}
QProgressBar {{ background: {t.pressed}; border: 0; border-radius: 2px; max-height: 4px; min-height: 4px; }}
QProgressBar::chunk {{ background: {t.accent}; border-radius: 2px; }}
QSplitter::handle {{ background: transparent; }}
QTextBrowser {{ background: transparent; border: 0; padding: 0; }}
QTextBrowser:focus {{ border: 0; padding: 0; }}
QCalendarWidget QWidget {{ alternate-background-color: {t.sunken}; }}
QCalendarWidget QAbstractItemView {{ selection-background-color: {t.accent}; selection-color: {t.on_accent}; }}
"""
