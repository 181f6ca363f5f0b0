"""The button of saved selections: use one, save the present one under a name, forget one."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QLineEdit, QMenu

from visitdesk.ui.cases.views import View, Views
from visitdesk.ui.shell.dialog import Dialog
from visitdesk.ui.shell.form import Form
from visitdesk.ui.shell.icons import Icon, icon_of
from visitdesk.ui.shell.page import Page
from visitdesk.ui.shell.spoken import Panel
from visitdesk.ui.shell.widgets import Button, row


class Selections(Panel):
    """The button and its menu.

    Args:
        now: the selection as it is shown.
        use: brings a saved one back.
    """

    def __init__(self, page: Page, views: Views, now: Callable[[], View], use: Callable[[View], object]) -> None:
        super().__init__()
        self._page, self._views, self._now, self._use = page, views, now, use
        self._button = Button("", icon=Icon.STAR, name="cases.views")
        self.say(self._button.setText, lambda: self.tr("Selections"))
        self._button.clicked.connect(self._open)
        self.setLayout(row(self._button))

    def _open(self) -> None:
        menu = QMenu(self)
        for view in self._views.all():
            menu.addAction(icon_of(Icon.STAR), view.name, partial(self._use, view))
        if not menu.isEmpty():
            menu.addSeparator()
        menu.addAction(icon_of(Icon.SAVE), self.tr("Save this selection…"), self.save)
        forget = menu.addMenu(icon_of(Icon.DELETE), self.tr("Forget"))
        for view in self._views.all():
            forget.addAction(view.name, partial(self._views.drop, view.name))
        forget.setEnabled(bool(self._views.all()))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._button.mapToGlobal(self._button.rect().bottomLeft()))

    def save(self) -> None:
        """Ask for a name and keep what is shown."""
        SaveViewDialog(self._page, self._views, self._now()).open()


class SaveViewDialog(Dialog):
    """Give a selection a name."""

    def __init__(self, page: Page, views: Views, view: View) -> None:
        super().__init__(page.shell, page, name="cases.save_view", width=420)
        self._views, self._view = views, view
        self.set_title(lambda: self.tr("Save this selection"))
        self.form = Form(name="cases.save_view.form")
        self.name = QLineEdit()
        self.name.setMaxLength(40)
        self.form.add("view.name", lambda: self.tr("Name"), self.name, required=True)
        self.body.addWidget(self.form)
        self.add_button(lambda: self.tr("Cancel"), name="cases.save_view.cancel")
        self.add_button(lambda: self.tr("Save"), self._save, accent=True, name="cases.save_view.deed")

    def _save(self) -> None:
        name = self.name.text().strip()
        if self.form.show_faults({} if name else {"view.name": self.tr("Give it a name.")}):
            self._views.keep(replace(self._view, name=name))
            self.accept()
