"""What the team does at the desk: feedback, gaps, hand-offs, written articles, settings."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import replace

from bot.core import feedback
from bot.core.feedback import Answered, Asked, Gap, Rating, Tally
from bot.core.manners import DIGEST, MODE, MUTED, Manners, Setting
from bot.core.personal import is_small_talk
from bot.core.written import Handoff, Mode, Sample, Written
from bot.desk.memory import Memory

NOTICED = 2.0  # seconds after which a setting made by another replica is noticed
BAD_STARS = 2  # a rating of so many stars or fewer says that the question is still open


class Team:
    """One workspace's memory. Everything is keyed by its id; times are seconds in UTC."""

    def __init__(
        self, memory: Memory, workspace: str, clock: Callable[[], float] = time.time
    ) -> None:
        self._memory = memory
        self._workspace = workspace
        self.now = clock
        self._manners: tuple[float, Manners] = (0.0, Manners())
        self._line = asyncio.Lock()  # for the manners

    # Questions and gaps

    async def keep(self, asked: Asked) -> int:
        """Keep what was asked and how it ended; a question without a good reply is a gap."""
        gap = asked.outcome is not Answered.FOUND and not is_small_talk(asked.question)
        return await self._memory.questions.keep(self._workspace, asked, gap=gap)

    async def asked(self, channel: str, ts: str) -> Asked | None:
        """The question at this place, if it was one."""
        return await self._memory.questions.find(self._workspace, channel, ts)

    async def chose(self, channel: str, ts: str, section: str) -> None:
        """Somebody found this section among the choices: the question is open no longer."""
        asked = await self.asked(channel, ts)
        if asked is not None:
            chosen = replace(asked, section=section)
            await self._memory.questions.keep(self._workspace, chosen, gap=False)

    async def gaps(self) -> tuple[Gap, ...]:
        """What got no good reply, grouped by likeness, the most asked first."""
        return feedback.group(await self._memory.questions.open(self._workspace))

    async def gap(self, number: int) -> Gap | None:
        """The gap of that id, or the one that holds the question of that id."""
        gaps = await self.gaps()
        held = (gap for gap in gaps if any(asked.id == number for asked in gap.questions))
        return next(held, None)

    async def open_questions(self, user: str) -> tuple[Asked, ...]:
        """What this person asked in vain, newest first."""
        return await self._memory.questions.open(self._workspace, user=user)

    async def dismiss(self, gap: Gap) -> None:
        """The gap is not for us."""
        await self._close(gap, answered=False)

    async def file(self, gap: Gap, section: str, author: str) -> None:
        """The gap's questions belong to this section: they become its sample questions."""
        for asked in gap.questions:
            sample = Sample(section, asked.language, asked.question, author, self.now())
            await self._memory.writings.add_sample(self._workspace, sample)
        await self._close(gap, answered=True)

    async def counts(self) -> dict[Answered, int]:
        """How many questions ended how."""
        return await self._memory.questions.counts(self._workspace)

    async def _close(self, gap: Gap, *, answered: bool) -> None:
        ids = [asked.id for asked in gap.questions]
        await self._memory.questions.close(self._workspace, ids, answered=answered)

    # Feedback

    async def rate(self, rating: Rating, channel: str = "", ts: str = "") -> None:
        """Keep a rating; a bad one makes the question at this place a gap."""
        await self._memory.ratings.rate(self._workspace, rating)
        bad = rating.helpful is False or (rating.stars is not None and rating.stars <= BAD_STARS)
        if bad and ts:
            await self._memory.questions.reopen(self._workspace, channel, ts)

    async def tallies(self) -> tuple[Tally, ...]:
        """The ratings of every section that has some."""
        return feedback.tally(await self._memory.ratings.all(self._workspace))

    # To a person

    async def call_person(self, handoff: Handoff) -> bool:
        """Keep that a person is wanted in a thread; False if one has been called there already."""
        return await self._memory.handoffs.open(self._workspace, handoff)

    async def take(self, channel: str, thread: str, helper: str) -> Handoff | None:
        """This helper sees to it, if nobody did before; the hand-off as it is now."""
        return await self._memory.handoffs.take(self._workspace, channel, thread, helper=helper)

    async def solve(self, channel: str, thread: str, solution: str | None) -> Handoff | None:
        """It is solved, and how; the hand-off as it is now."""
        handoffs = self._memory.handoffs
        return await handoffs.solve(self._workspace, channel, thread, solution=solution)

    async def handoff(self, channel: str, thread: str) -> Handoff | None:
        """The hand-off of a thread, if there is one."""
        return await self._memory.handoffs.find(self._workspace, channel, thread)

    async def waiting(self) -> tuple[Handoff, ...]:
        """Who waits for a person, the oldest first."""
        return await self._memory.handoffs.waiting(self._workspace)

    # Articles

    async def write(self, written: Written, gap: Gap | None = None) -> None:
        """Keep a section; the gap it answers is closed and its questions become samples of it."""
        await self._memory.writings.write(self._workspace, written)
        if gap is not None:
            own = replace(
                gap,
                questions=tuple(
                    replace(asked, language=written.section.language) for asked in gap.questions
                ),
            )
            await self.file(own, written.section.key, written.author)

    async def written(self) -> tuple[Written, ...]:
        """Every section written in Slack."""
        return await self._memory.writings.sections(self._workspace)

    async def samples(self) -> tuple[Sample, ...]:
        """Every question filed under a section."""
        return await self._memory.writings.samples(self._workspace)

    async def revision(self) -> int:
        """A number that grows with everything the team writes or sets."""
        return await self._memory.writings.revision()

    # Settings

    async def manners(self, default: frozenset[str]) -> Manners:
        """When Helpdesk speaks unasked; `default` are the environment's support channels.

        Read anew after 2 s, and at once after a change made here; once for all who wait for it,
        and told in the order of asking, in which messages are answered.
        """
        async with self._line:
            until, manners = self._manners
            if until <= self.now():
                settings = await self._memory.writings.settings(self._workspace)
                manners = Manners.read(settings, default)
                self._manners = (self.now() + NOTICED, manners)
            return manners

    async def set_mode(self, channel: str, mode: Mode, author: str) -> None:
        """What to do in a channel from now on."""
        await self._set(MODE + channel, mode.value, author)

    async def mute(self, channel: str, until: float, author: str) -> None:
        """Say nothing unasked in a channel until then."""
        await self._set(MUTED + channel, until, author)

    async def set_digest(self, channel: str | None, author: str) -> None:
        """Which channel gets the weekly digest."""
        await self._set(DIGEST, channel, author)

    async def _set(self, key: str, value: Setting, author: str) -> None:
        async with self._line:
            await self._memory.writings.set(
                self._workspace, key, value, author=author, at=self.now()
            )
            self._manners = (0.0, Manners())
