"""How the result of a check is shown: in which language, to whom, and the buttons for more of it."""

from dataclasses import dataclass

from bot.core.words import Language
from bot.core.words.slack import checks as say
from bot.slack.blocks.parts import MAX_VALUE, Block, button, context
from bot.slack.blocks.richtext import Element


@dataclass(frozen=True, slots=True)
class Shown:
    """One showing of a check.

    `typed` asks for the same check again; `private` offers to show it to the channel; `by` is
    the user who showed it there. `whole` shows what stands behind *Show details* else.
    """

    typed: str
    language: Language
    private: bool = False
    by: str | None = None
    whole: bool = False

    def details(self, check: str) -> list[Element]:
        """*Show details*, where there is more and the check is not too long for a button."""
        value = f"{self.language.value} {self.typed}"
        if self.whole or len(value) > MAX_VALUE:
            return []
        return [button(say.DETAILS.to(self.language), f"{check}.details", value)]

    def buttons(self, check: str) -> list[Element]:
        """*Check again* and *Show to channel*; none for a check too long for a button."""
        value = f"{self.language.value} {self.typed}"
        if len(value) > MAX_VALUE:
            return []
        buttons = [button(say.CHECK_AGAIN.to(self.language), f"{check}.again", value)]
        if self.private:
            buttons.append(button(say.SHOW_TO_CHANNEL.to(self.language), f"{check}.show", value))
        return buttons

    def signature(self) -> Block | None:
        """Who showed it to the channel."""
        return context(say.SHOWN_BY.to(self.language).format(user=self.by)) if self.by else None
