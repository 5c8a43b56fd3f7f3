"""Who may do this, asked at every press and form; what is for few is logged, granted or refused."""

import logging

from bot.core.errors import BadInput
from bot.core.words import Text
from bot.core.words.slack import home as say
from bot.core.words.slack import person as persons
from bot.core.written import Handoff
from bot.slack.front import Front

_log = logging.getLogger("helpdesk.rights")


async def team_only(front: Front, user: str, act: str) -> None:
    """BadInput unless this is one of the team or an admin. `act` names the button or form."""
    _decide(user, act, persons.ONLY_TEAM, granted=await front.roles.curates(user))


async def admins_only(front: Front, user: str, act: str, refusal: Text = say.ONLY_ADMINS) -> None:
    """BadInput, with this sentence, unless they may change settings."""
    _decide(user, act, refusal, granted=await front.roles.sets(user))


async def asker_or_team(front: Front, user: str, act: str, handoff: Handoff) -> None:
    """BadInput unless they called for a person themselves, or are of the team."""
    granted = user == handoff.asker or await front.roles.curates(user)
    _decide(user, act, persons.ONLY_ASKER_OR_TEAM, granted=granted)


def _decide(user: str, act: str, refusal: Text, *, granted: bool) -> None:
    _log.info("%s by %s: %s", act, user, "granted" if granted else "refused")
    if not granted:
        raise BadInput(refusal)
