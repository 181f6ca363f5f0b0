"""Who hands the papers out: names, telephones and channels printed on them, as the branch has set them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """The branch as papers name it.

    Attributes:
        neutral_name: what third persons may read: no word that tells of lending or debt.
        phone: office number, the only one on papers; collectors' own numbers are never printed.
        office_hours: such as `"09:00–18:00"`.
        complaint_channels: (name, number) of lender, agency and regulator, in the order to try them.
        payment_channels: the lender's published ways to pay, in words.
        archive: fonds, office and term for the archive cells, empty where not used.
    """

    branch: str
    neutral_name: str
    phone: str
    office_hours: str = "09:00–18:00"
    complaint_channels: tuple[tuple[str, str], ...] = ()
    payment_channels: str = ""
    archive: tuple[str, str, str] = ("", "", "")
