"""Every setting of the program, declared once: key, kind, default, limits, prose, whose it is. Pure, no reading or writing.

The settings page is built from `SETTINGS`; `store` and the desk's own file keep values as the text of `to_text`.
Deadlines of the safety watch and rules of law are not settings: they live in the policy packs, which carry sources.
"""

from visitdesk.settings.model import Kind, Scope, Setting, SettingGroup, Value, Words, checked, from_text, to_text
from visitdesk.settings.table import GROUP_WORDS, SCOPE_WORDS, SETTINGS, setting

__all__ = [
    "GROUP_WORDS",
    "SCOPE_WORDS",
    "SETTINGS",
    "Kind",
    "Scope",
    "Setting",
    "SettingGroup",
    "Value",
    "Words",
    "checked",
    "from_text",
    "setting",
    "to_text",
]
