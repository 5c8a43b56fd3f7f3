"""A further question in a thread: the thread's subject decides where its few words do not. Pure."""

from dataclasses import replace

from bot.core.article import Section
from bot.core.personal import is_small_talk
from bot.core.reply import CLEAR, Found, Reply, Unsure

NEAR = 0.6  # of the best score: what a section of the subject's article must reach to be meant
FAINT = 0.2  # confidence that suffices to offer a choice there
ENOUGH = 0.45  # confidence that suffices there: "and with a relay?" has hardly a word to go by


def narrowed(reply: Reply, subject: str) -> Reply:
    """The reply to a further question, given the section ("article-id/section-id") spoken of.

    Sections of the same article are preferred unless another one fits much better; what fits
    nothing, is small talk, or wants a person, stays as it was.
    """
    if is_small_talk(reply.question):
        return reply
    article = subject.rpartition("/")[0]
    near = [match for match in reply.ranked if match.section.article == article]
    if not near or near[0].score < max(FAINT, NEAR * reply.ranked[0].score):
        return reply
    best = near[0].score
    rivals = [match.section for match in near[1:3] if match.score >= CLEAR * best]
    if best >= ENOUGH and not rivals:
        return replace(reply, outcome=Found(near[0].section))
    return _to_choose(reply, [near[0].section, *rivals])


def _to_choose(reply: Reply, near: list[Section]) -> Reply:
    others = [m.section for m in reply.ranked if m.section.key not in {s.key for s in near}]
    choices = (near + others)[: max(2, len(near))]
    return replace(reply, outcome=Unsure(tuple(choices))) if len(choices) > 1 else reply
