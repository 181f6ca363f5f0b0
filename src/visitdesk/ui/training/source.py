"""What the palette finds of training: modules and drills, in both languages."""

from collections.abc import Iterable

from visitdesk.training.catalogue import Catalogue
from visitdesk.ui.shell.icons import Icon
from visitdesk.ui.shell.search import Entry, EntryGroup
from visitdesk.ui.shell.theme import theme


class TrainingSource:
    """Everything that can be learnt."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def entries(self) -> Iterable[Entry]:
        """A module opens its lesson, a drill its first scene."""
        lang = theme().lang
        for module in self._catalogue.modules:
            yield Entry(
                group=EntryGroup.HELP,
                key=f"training.{module.id}",
                title=module.title.of(lang),
                detail=f"{module.id}  {module.promise.of(lang)}",
                icon=Icon.HAT_GRADUATION.value,
                page="training",
                kind="module",
                id=module.id,
                more=f"{module.title.zh}\n{module.title.en}",
            )
            for drill in module.drills:
                yield Entry(
                    group=EntryGroup.HELP,
                    key=f"training.{drill.id}",
                    title=drill.title.of(lang),
                    detail=f"{module.id}  {module.title.of(lang)}",
                    icon=Icon.BRANCH_COMPARE.value,
                    page="training/drill",
                    kind="drill",
                    id=drill.id,
                    more=f"{drill.title.zh}\n{drill.title.en}",
                )
