"""One certificate at the side: what it looks like, what it says, what may be done with it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget
from typing_extensions import override

from visitdesk.training.model import CertificateNumber, CertificateState
from visitdesk.ui.shell.context import Shell
from visitdesk.ui.shell.icons import Icon
from visitdesk.ui.shell.page import SideCard
from visitdesk.ui.shell.spoken import Spoken
from visitdesk.ui.shell.states import Picture
from visitdesk.ui.shell.theme import theme
from visitdesk.ui.shell.tokens import Type
from visitdesk.ui.shell.widgets import Button, Elided, Text, row
from visitdesk.ui.training.certificate_rows import CertificateRow
from visitdesk.ui.training.path_panel import STATE_LOOK
from visitdesk.ui.training.words import state_word


class PaperPicture(Spoken, QWidget):
    """A page as it will be printed, with a hairline around; nothing where there is no picture."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("certificate.picture")
        self._image = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_png(self, data: bytes) -> None:
        """Another picture; b"" for none."""
        self._image = QImage.fromData(data) if data else QImage()
        self.setVisible(not self._image.isNull())
        self._keep_height()
        self.update()

    def _keep_height(self) -> None:
        if not self._image.isNull() and self.width() > 0:
            height = round(self.width() * self._image.height() / self._image.width())
            if height != self.height():
                self.setFixedHeight(height)

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(300), self.minimumHeight())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        self._keep_height()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        ratio = self.devicePixelRatioF()
        size = QSize(round(self.width() * ratio), round(self.height() * ratio))
        smooth = Qt.TransformationMode.SmoothTransformation
        scaled = self._image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
        painter.drawImage(self.rect(), scaled)
        painter.setPen(QPen(QColor(theme().tokens.stroke_strong), 1))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()


class CertificateCard(Spoken, SideCard):
    """The certificate selected in the table."""

    def __init__(self, shell: Shell) -> None:
        super().__init__("certificate.card")
        self._shell = shell
        self._row: CertificateRow | None = None
        self._why = self._why_no_paper = ""
        t = theme()
        self._name = Elided("", Type.PANEL, name="certificate.name")
        self._state_picture = Picture(Icon.RIBBON, role="text2", side=18)
        self._state = Text("", Type.STRONG, name="certificate.state")
        self.head.addWidget(self._name)
        self.head.addLayout(row(self._state_picture, self._state, 1, gap=6))
        self.picture = PaperPicture()
        self.say(self.picture.setAccessibleName, lambda: self.tr("The certificate as it will be printed"))
        self._facts = QGridLayout()
        self._facts.setHorizontalSpacing(t.px(12))
        self._facts.setVerticalSpacing(t.px(6))
        self._facts.setColumnStretch(1, 1)
        self._labels = [Text("", Type.TABLE, tone="text2") for _ in range(6)]
        self._values = [Text("", Type.TABLE, wrap=True, name=f"certificate.fact.{at}") for at in range(6)]
        for at, (label, value) in enumerate(zip(self._labels, self._values, strict=True)):
            self._facts.addWidget(label, at, 0, Qt.AlignmentFlag.AlignTop)
            self._facts.addWidget(value, at, 1)
        self.body.addLayout(self._facts)
        self.body.addWidget(self.picture)
        self.body.addStretch(1)
        self.look = Button("", icon=Icon.EYE, name="certificate.look")
        self.say(self.look.setText, lambda: self.tr("Look at the paper"))
        self.save = Button("", icon=Icon.DOCUMENT_PDF, name="certificate.save")
        self.revoke = Button("", icon=Icon.DISMISS_CIRCLE, name="certificate.revoke")
        self.say(self.save.setText, lambda: self.tr("Save as PDF  Ctrl+P"))
        self.say(self.revoke.setText, lambda: self.tr("Revoke…"))
        for button in (self.look, self.save, self.revoke):
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            self.foot.addWidget(button)

    def show_row(self, shown: CertificateRow | None, *, why_no_paper: str, why_no_revoking: str) -> None:
        """Show this certificate, or that none is chosen.

        Args:
            why_no_paper: why it may not be drawn; "" where it may.
            why_no_revoking: why it may not be revoked here; "" where it may.
        """
        if shown is None or self._row is None or shown.certificate.number != self._row.certificate.number:
            self.picture.show_png(b"")
        self._row, self._why, self._why_no_paper = shown, why_no_revoking, why_no_paper
        self.retranslate()

    def show_picture(self, number: CertificateNumber, data: bytes) -> None:
        """The picture of a certificate; one that came too late is passed over."""
        if self._row is not None and self._row.certificate.number == number:
            self.picture.show_png(data)
            self.look.setVisible(not data)

    @override
    def retranslate(self) -> None:
        shown = self._row
        facts: list[tuple[str, str]] = []
        for widget in (self._state_picture, self._state):
            widget.setVisible(shown is not None)
        if shown is None:
            self._name.setText(self.tr("No certificate chosen"))
        else:
            icon, role = STATE_LOOK[shown.state]
            self._name.setText(shown.name)
            self._state_picture.show_icon(icon, role)
            self._state.setText(state_word(shown.state.value))
            self._state.set_tone(role)
            facts = self._facts_of(shown)
        for at, (label, value) in enumerate(zip(self._labels, self._values, strict=True)):
            is_there = at < len(facts)
            label.setVisible(is_there)
            value.setVisible(is_there)
            if is_there:
                label.setText(facts[at][0])
                value.setText(facts[at][1])
        why = self._why_no_paper if shown is not None else self.tr("Choose a certificate first.")
        for button in (self.look, self.save):
            button.setEnabled(not why)
            button.setToolTip(why)
        self.look.setVisible(not self.picture.isVisibleTo(self))
        self._fit_revoking(shown)

    def _facts_of(self, shown: CertificateRow) -> list[tuple[str, str]]:
        one = shown.certificate
        facts = [
            (self.tr("Number"), str(one.number)),
            (self.tr("Module"), f"{shown.module.id}  {shown.module.title.of(theme().lang)}"),
            (self.tr("Valid"), self.tr("{first} to {last}").format(first=one.issued_on, last=one.valid_until)),
            (self.tr("Issued by"), shown.issuer),
        ]
        if one.revoked_at is not None:
            when = f"{self._shell.local(one.revoked_at):%Y-%m-%d %H:%M}"
            facts += [(self.tr("Revoked"), f"{when}  {shown.revoker}"), (self.tr("Reason"), one.revoked_reason)]
        return facts

    def _fit_revoking(self, shown: CertificateRow | None) -> None:
        why = self._why
        if shown is None:
            why = self.tr("Choose a certificate first.")
        elif shown.state is CertificateState.REVOKED:
            why = self.tr("It is revoked already.")
        self.revoke.setEnabled(not why)
        self.revoke.setToolTip(why)
