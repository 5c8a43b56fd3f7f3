"""To a person: called once a thread, taken, solved; each checked on our side at every press."""

from bot.core.errors import BadInput, Unavailable
from bot.core.words import Language
from bot.core.words.slack import person as say
from bot.core.written import Handoff, Stage
from bot.slack import thread as threads
from bot.slack.blocks import person, replies
from bot.slack.blocks.person import Tried
from bot.slack.calls import Refused
from bot.slack.front import Front, Press, Submission
from bot.slack.listeners import menus, rights
from bot.slack.outbox import Place
from bot.slack.posting import SIGN

CALL = {SIGN: "call"}  # kept with the call, by which it is known: there is one a thread
MAX_HELPERS = 8  # people who are written to where a group cannot be mentioned


async def call(front: Front, press: Press) -> None:
    """*I need a person*: the hand-off is called in the thread, with what was tried."""
    if front.settings.handoff is None:
        raise BadInput(say.NOBODY)
    handoff = await _handoff(front, press)
    if not await front.team.call_person(handoff) and not press.again:
        raise BadInput(say.CALLED_ALREADY)
    place = Place(handoff.channel, handoff.thread)
    tried = await _tried(front, place, press.language)
    message = person.call(handoff, front.settings.handoff, tried, press.language)
    elsewhere = replies.sentence(say.CALLED_ELSEWHERE, press.language)
    if handoff.thread.startswith(threads.PRIVATE):  # there is no thread, and nobody reads along
        await _write_to_helpers(front, handoff, tried, press.language)
        await front.outbox.answer(press.to, elsewhere)
        return
    if place.channel.startswith("D"):
        if not (press.again and await _stands(front, place)):
            await _write_to_helpers(front, handoff, tried, press.language)
        message = elsewhere
    try:
        await front.outbox.post(place, message, about=CALL, look=press.again)
    except Refused as refused:  # the thread, or our place in the channel, is gone
        raise BadInput(say.GONE) from refused


async def _stands(front: Front, place: Place) -> bool:
    """Whether it has been said in the thread that somebody is called."""
    thread = await front.outbox.thread(place)
    return any(threads.about(message).get(SIGN) == CALL[SIGN] for message in thread)


async def _handoff(front: Front, press: Press) -> Handoff:
    channel, ts = press.channel, press.ids[-1] if press.ids else ""
    root = press.to.place.thread or press.to.message or ts
    thread = ts if ts.startswith(threads.PRIVATE) else root
    asked = await front.team.asked(channel, ts)
    return Handoff(
        channel=channel,
        thread=thread,
        asker=press.user,
        question=asked.question if asked else "",
        at=front.team.now(),
    )


async def _write_to_helpers(
    front: Front, handoff: Handoff, tried: Tried, language: Language
) -> None:
    """In a DM nobody else reads along: the helpers are written to, each in their own DM."""
    for helper in sorted(await front.roles.helpers())[:MAX_HELPERS]:
        await front.outbox.post(Place(helper), person.call(handoff, None, tried, language))


async def _tried(front: Front, place: Place, language: Language) -> Tried:
    """What we have said in the thread, by the metadata of our messages."""
    try:
        thread = await front.outbox.thread(place)
    except Unavailable:
        return Tried()
    heading = menus.headings(front, language)
    subjects = threads.subjects(thread)
    answers = [heading(subject) for subject in subjects if not subject.startswith(threads.CHECK)]
    return Tried(answers, [s for s in subjects if s.startswith(threads.CHECK)])


async def take(front: Front, press: Press) -> None:
    """*Taken*: for the team; the first one has it."""
    await rights.team_only(front, press.user, press.action)
    handoff = await front.team.take(*_where(press), press.user)
    if handoff is None:
        raise BadInput(say.GONE)
    if handoff.helper != press.user:
        raise BadInput(say.TAKEN_ALREADY.fill(helper=handoff.helper))
    await _show(front, press, handoff)


async def solve(front: Front, press: Press) -> None:
    """*Solved*: asks how, for the asker and the team."""
    handoff = await front.team.handoff(*_where(press))
    if handoff is None:
        raise BadInput(say.GONE)
    await rights.asker_or_team(front, press.user, press.action, handoff)
    meta = " ".join(
        (press.language.value, *_where(press), press.to.place.channel, press.to.message or "")
    )
    await front.outbox.open(press.trigger, person.solve_form(press.language, meta))


async def solved(front: Front, submission: Submission) -> None:
    """The form of *Solved*: how it was solved is kept, and the call shows that it is over."""
    channel, thread, shown_in, shown_at = (*submission.ids, "", "", "", "")[:4]
    handoff = await front.team.handoff(channel, thread)
    if handoff is None:
        raise BadInput(say.GONE)
    await rights.asker_or_team(front, submission.user, submission.callback, handoff)
    if handoff.stage is Stage.SOLVED:
        return
    if handoff.helper is None:
        await front.team.take(channel, thread, submission.user)
    done = await front.team.solve(channel, thread, submission.entered.get("how"))
    if done and shown_at:
        tried = await _tried(front, Place(channel, thread), submission.language)
        message = person.call(done, None, tried, submission.language)
        await front.outbox.update(shown_in, shown_at, message)


async def _show(front: Front, press: Press, handoff: Handoff) -> None:
    tried = await _tried(front, Place(handoff.channel, handoff.thread), press.language)
    message = person.call(handoff, None, tried, press.language)
    await front.outbox.answer(press.to, message, replace=True)


def _where(press: Press) -> tuple[str, str]:
    channel, thread = (*press.ids, "", "")[:2]
    return channel, thread
