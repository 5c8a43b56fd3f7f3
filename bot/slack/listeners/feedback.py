"""*Helpful / Not helpful*, and the stars and words that may follow."""

from bot.core.errors import BadInput, Unavailable
from bot.core.feedback import Rating
from bot.core.words.slack import feedback as say
from bot.core.words.slack import replies as words
from bot.slack.blocks import feedback, replies
from bot.slack.front import Front, Press, Submission


async def said(front: Front, press: Press) -> None:
    """*Helpful* or *Not helpful*: the form opens at once (its trigger lives 3 s), then it is kept."""
    mark, key, ts = (*press.ids, "", "", "")[:3]
    person = await front.people.person(press.user)
    section = front.desk.section(key, press.language, person.audience)
    if section is None:
        raise BadInput(words.CHOICE_GONE)
    meta = f"{press.language.value} {key} {press.to.place.channel} {ts}".strip()
    form = feedback.form(section, press.language, meta, helpful=mark == "+")
    try:
        await front.outbox.open(press.trigger, form)
    except Unavailable:
        await front.outbox.answer(press.to, replies.sentence(say.THANKS, press.language))
    rating = Rating(key, press.user, front.team.now(), helpful=mark == "+")
    await front.team.rate(rating, press.to.place.channel, ts)


async def starred(front: Front, submission: Submission) -> None:
    """The form: stars and a suggestion, each if given. Sent twice, it says the same twice."""
    key, channel, ts = (*submission.ids, "", "", "")[:3]
    person = await front.people.person(submission.user)
    if front.desk.section(key, submission.language, person.audience) is None:
        raise BadInput(words.CHOICE_GONE)
    stars = submission.entered.get("stars", "")
    rating = Rating(
        key,
        submission.user,
        front.team.now(),
        stars=int(stars) if stars in {"1", "2", "3", "4", "5"} else None,
        suggestion=submission.entered.get("suggestion"),
    )
    await front.team.rate(rating, channel, ts)
