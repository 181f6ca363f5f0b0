"""The language of the screen, switched while the program runs.

English is the source. `resources/translations/<capability>.<lang>.qm` are loaded for every capability there is, and
Qt's own texts beside them; Qt then sends LanguageChange to every widget, which `panel.Panel` handles in one place.
"""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator, Signal

from visitdesk.paths import resource
from visitdesk.ui.shell.theme import Theme
from visitdesk.wording import Lang


class Language(QObject):
    """Installs and removes translators.

    Signals:
        changed: payload `Lang`.
    """

    changed = Signal(object)

    def __init__(self, theme: Theme, lang: Lang) -> None:
        super().__init__(theme)
        self._theme = theme
        self._loaded: list[QTranslator] = []
        self.lang = lang
        self._install()

    def set(self, lang: Lang) -> None:
        """Switch to `lang`; does nothing if it is already shown."""
        if lang != self.lang:
            self.lang = lang
            self._install()
            self.changed.emit(lang)

    def _install(self) -> None:
        for translator in self._loaded:
            QCoreApplication.removeTranslator(translator)
        self._loaded = []
        QLocale.setDefault(QLocale("zh_CN" if self.lang is Lang.ZH else "en_GB"))
        self._theme.set_lang(self.lang)
        if self.lang is Lang.ZH:
            self._load("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        folder = resource("translations")
        for file in sorted(folder.glob(f"*.{self.lang.value}.qm")):
            self._load(file.name, str(folder))

    def _load(self, name: str, folder: str) -> None:
        translator = QTranslator(self)
        if translator.load(name, folder):
            QCoreApplication.installTranslator(translator)
            self._loaded.append(translator)
