"""The Home tab: what each sees there, asking, reading, and trying a question."""

from bot.core import overlay
from bot.core.errors import BadInput
from bot.core.words.slack import home as say
from bot.core.words.slack import replies as words
from bot.slack.blocks import authoring, home, replies
from bot.slack.blocks.home import AdminPart, Everyone, TeamPart
from bot.slack.front import Front, Press
from bot.slack.listeners import menus, questions, rights
from bot.slack.people import Person


async def opened(front: Front, user: str) -> None:
    """Somebody looks at the Home tab: it is published for them."""
    person = await front.people.person(user)
    language = front.language(person)
    team = await _team(front, person) if await front.roles.curates(user) else None
    admin = AdminPart(await front.manners()) if await front.roles.sets(user) else None
    view = home.home(await _everyone(front, person), team, admin, language)
    await front.outbox.publish(user, view)


async def _everyone(front: Front, person: Person) -> Everyone:
    language = front.language(person)
    articles = front.desk.articles(language, person.audience)
    return Everyone(articles, await front.team.open_questions(person.id))


async def _team(front: Front, person: Person) -> TeamPart:
    language = front.language(person)
    return TeamPart(
        heading=menus.headings(front, language),
        gaps=await front.team.gaps(),
        waiting=await front.team.waiting(),
        tallies=await front.team.tallies(),
        shadowed=overlay.shadowed(front.desk.files(), await front.team.written()),
    )


async def asked(front: Front, press: Press) -> None:
    """A question typed in the Home tab: its answer in a modal."""
    person = await front.people.person(press.user)
    language = front.language(person)
    answer = await questions.private(front, press.value, person, press.user, press.trigger)
    view = authoring.reading(answer, say.SEARCH.to(language), language)
    await front.outbox.open(press.trigger, view)


async def read(front: Front, press: Press) -> None:
    """A section chosen in the menu of topics."""
    person = await front.people.person(press.user)
    section = front.desk.section(press.subject, press.language, person.audience)
    if section is None:
        raise BadInput(words.CHOICE_GONE)
    answer = replies.found(section, front.desk.article(section.article, section.language))
    view = authoring.reading(answer, words.TOPICS_TITLE.to(press.language), press.language)
    await front.outbox.open(press.trigger, view)


async def helped(front: Front, press: Press) -> None:
    """*What Helpdesk can do*, in a modal."""
    language = press.language
    view = authoring.reading(replies.usage(language), words.HELP_TITLE.to(language), language)
    await front.outbox.open(press.trigger, view)


async def tried(front: Front, press: Press) -> None:
    """*Try a question*: for the team, what was weighed and why."""
    await rights.team_only(front, press.user, press.action)
    person = await front.people.person(press.user)
    language = front.language(person)
    reply = await front.desk.ask(press.value, language=person.language)
    answer = questions.reply_message(front, reply, replies.PRIVATE)
    view = authoring.reading(answer, say.SEARCH.to(language), language)
    view["blocks"] = [*authoring.why(reply, language), *view["blocks"]]
    await front.outbox.open(press.trigger, view)
