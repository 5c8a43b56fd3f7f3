"""What is kept: questions, ratings, writings, hand-offs; by workspace, on both databases."""

import asyncio
from dataclasses import replace

import pytest
from sqlalchemy import text

from bot.core.article import Audience, Section
from bot.core.feedback import Answered, Asked, Rating, tally
from bot.core.words import Language
from bot.core.written import Handoff, Sample, Stage, Written
from bot.edges.store import Store
from bot.edges.store.migrate import is_current
from bot.edges.store.questions import emptied
from tests.edges.store.conftest import DATABASES, Urls, replica

NOON = 1_700_000_000.0


def asked(ts: str, question: str = "Where is my invoice?", *, user: str = "U1") -> Asked:
    return Asked(
        id=0,
        question=question,
        language=Language.EN,
        outcome=Answered.NOT_FOUND,
        at=NOON,
        user=user,
        channel="C1",
        ts=ts,
    )


def written(heading: str, *, author: str = "U1") -> Written:
    return Written(
        section=Section(
            article="invoices",
            id="where",
            language=Language.EN,
            heading=heading,
            text="In the customer centre.",
            keywords=("invoice", "PDF"),
        ),
        title="Invoices",
        audience=Audience.PUBLIC,
        author=author,
        at=NOON,
    )


async def test_a_question_is_kept_once_and_its_later_outcome_counts(store: Store) -> None:
    first = await store.questions.keep("T1", asked("1.0"), gap=True)
    again = await store.questions.keep("T1", asked("1.0", "Where is it?"), gap=True)
    found = await store.questions.find("T1", "C1", "1.0")

    assert first == again
    assert found is not None
    assert found.question == "Where is it?"
    assert (await store.questions.counts("T1"))[Answered.NOT_FOUND] == 1


async def test_gaps_are_open_until_closed(store: Store) -> None:
    ids = [await store.questions.keep("T1", asked(f"{n}.0"), gap=True) for n in range(3)]
    closed = await store.questions.close("T1", ids[:2], answered=True)
    again = await store.questions.close("T1", ids[:2], answered=False)

    assert (closed, again) == (2, 0)
    assert [question.id for question in await store.questions.open("T1")] == ids[2:]


async def test_a_badly_rated_answer_becomes_a_gap(store: Store) -> None:
    await store.questions.keep("T1", asked("1.0"), gap=False)
    await store.questions.reopen("T1", "C1", "1.0")

    assert len(await store.questions.open("T1", user="U1")) == 1
    assert await store.questions.open("T1", user="U2") == ()


async def test_old_texts_go_and_the_counts_stay(store: Store) -> None:
    await store.questions.keep("T1", asked("1.0"), gap=True)

    assert await store.questions.expire(before=NOON) == 0
    assert await store.questions.expire(before=NOON + 1) == 1
    assert await store.questions.open("T1") == ()
    assert (await store.questions.counts(None))[Answered.NOT_FOUND] == 1


async def test_what_was_emptied_is_not_looked_at_again(store: Store) -> None:
    for number in range(100):
        await store.questions.keep("T1", asked(f"{number}.0"), gap=True)
    await store.questions.expire(before=NOON + 1)
    dialect = store.database.engine.dialect
    literal = {"literal_binds": True}
    statement = emptied(NOON + 1).compile(dialect=dialect, compile_kwargs=literal)
    async with store.database.write() as connection:
        if store.database.is_sqlite:
            explain = "EXPLAIN QUERY PLAN"
        else:
            explain = "EXPLAIN"
            await connection.execute(text("ANALYZE questions"))  # as it does by itself in time
        plan = (await connection.execute(text(f"{explain} {statement}"))).all()

    assert "questions_text" in str(plan)


async def test_what_counted_long_enough_goes(store: Store) -> None:
    await store.questions.keep("T1", asked("1.0"), gap=True)
    await store.questions.expire(before=NOON + 1)

    assert await store.questions.forget(before=NOON) == 0
    assert await store.questions.forget(before=NOON + 1) == 1
    assert (await store.questions.counts(None))[Answered.NOT_FOUND] == 0


async def test_one_rating_a_person_and_section_that_can_change(store: Store) -> None:
    await store.ratings.rate("T1", Rating("a/b", "U1", NOON, helpful=True))
    await store.ratings.rate("T1", Rating("a/b", "U1", NOON, stars=2, suggestion="Shorter."))
    await store.ratings.rate("T1", Rating("a/b", "U1", NOON + 1, stars=4))
    await store.ratings.rate("T1", Rating("a/b", "U2", NOON, helpful=False, stars=5))
    (of_b,) = tally(await store.ratings.all("T1"))

    assert of_b.stars == {1: 0, 2: 0, 3: 0, 4: 1, 5: 1}
    assert (of_b.count, of_b.average, of_b.share(4)) == (2, 4.5, 0.5)
    assert (of_b.helpful, of_b.not_helpful) == (1, 1)
    assert of_b.suggestions == ("Shorter.",)


async def test_a_section_written_twice_is_the_newer_one_and_moves_the_revision(
    store: Store,
) -> None:
    before = await store.writings.revision()
    await store.writings.write("T1", written("Old"))
    await store.writings.write("T1", written("New"))

    assert await store.writings.sections("T1") == (written("New"),)
    assert await store.writings.revision() == before + 2
    assert await store.writings.remove("T1", "invoices/where") == 1
    assert await store.writings.sections("T1") == ()


async def test_another_replica_sees_what_was_written(store: Store, url: str) -> None:
    async with replica(url, "two") as other:
        before = await other.writings.revision()
        await store.writings.set("T1", "channel.C1", "sure", author="U1", at=NOON)

        assert await other.writings.revision() == before + 1
        assert await other.writings.settings("T1") == {"channel.C1": "sure"}


async def test_a_sample_question_is_filed_once(store: Store) -> None:
    sample = Sample("a/b", Language.DE, "Wo ist sie?", "U1", NOON)
    await store.writings.add_sample("T1", sample)
    await store.writings.add_sample("T1", sample)

    assert await store.writings.samples("T1") == (sample,)


async def test_a_thread_has_one_hand_off_that_one_helper_takes(store: Store) -> None:
    handoff = Handoff("C1", "1.0", "U1", "Help!", NOON)
    opened = [await store.handoffs.open("T1", handoff) for _ in range(2)]
    first, second = await asyncio.gather(
        *(store.handoffs.take("T1", "C1", "1.0", helper=helper) for helper in ("U8", "U9"))
    )
    solved = await store.handoffs.solve("T1", "C1", "1.0", solution="Called them.")

    assert opened == [True, False]
    assert first is not None
    assert second is not None
    assert solved is not None
    assert first.helper == second.helper
    assert (solved.stage, solved.solution) == (Stage.SOLVED, "Called them.")
    assert solved.helper in {"U8", "U9"}
    assert await store.handoffs.waiting("T1") == ()


async def test_a_workspace_neither_sees_nor_changes_anothers(store: Store) -> None:
    ours = await store.questions.keep("T1", asked("1.0"), gap=True)
    await store.writings.write("T1", written("Ours"))
    await store.writings.set("T1", "key", 1, author="U1", at=NOON)
    await store.ratings.rate("T1", Rating("a/b", "U1", NOON, stars=5))
    await store.handoffs.open("T1", Handoff("C1", "1.0", "U1", "Help!", NOON))

    assert await store.questions.close("T2", [ours], answered=False) == 0
    assert await store.writings.remove("T2", "invoices/where") == 0
    assert await store.handoffs.take("T2", "C1", "1.0", helper="U2") is None
    assert await store.handoffs.solve("T2", "C1", "1.0", solution=None) is None
    assert await store.questions.open("T2") == ()
    assert await store.questions.find("T2", "C1", "1.0") is None
    assert await store.writings.sections("T2") == ()
    assert await store.writings.settings("T2") == {}
    assert await store.ratings.all("T2") == ()
    assert all(not rows for rows in (await store.privacy.export("T2")).values())
    assert len(await store.questions.open("T1")) == 1


async def test_a_person_is_forgotten_and_the_teams_articles_stay(store: Store) -> None:
    await store.questions.keep("T1", asked("1.0"), gap=True)
    await store.questions.keep("T1", asked("2.0", user="U2"), gap=True)
    await store.ratings.rate("T1", Rating("a/b", "U1", NOON, stars=1))
    await store.writings.write("T1", written("Ours"))
    await store.writings.set("T1", "key", 1, author="U1", at=NOON)
    at_home = replace(asked("private-1", "Where is my secret?"), channel="U1")
    await store.questions.keep("T1", at_home, gap=True)
    secret = at_home.question
    for place in (("U1", "private-1", "U1"), ("C1", "1.0", "U1"), ("C1", "2.0", "U2")):
        await store.handoffs.open("T1", Handoff(*place, secret, NOON))
    await store.privacy.forget("T1", "U1")
    kept = await store.privacy.export("T1")

    assert "U1" not in str(kept)
    assert "secret" not in str(kept)
    assert [(one.thread, one.asker) for one in await store.handoffs.waiting("T1")] == [
        ("1.0", ""),
        ("2.0", "U2"),
    ]
    assert [question.user for question in await store.questions.open("T1")] == ["U2"]
    assert [one.section.heading for one in await store.writings.sections("T1")] == ["Ours"]


async def test_a_workspace_is_wiped_as_often_as_asked(store: Store) -> None:
    await store.questions.keep("T1", asked("1.0"), gap=True)
    await store.questions.keep("T2", asked("1.0"), gap=True)

    before = await store.writings.revision()

    assert await store.privacy.wipe("T1") == 1
    assert await store.writings.revision() > before  # no replica answers from it any more
    assert await store.privacy.wipe("T1") == 0
    assert len(await store.questions.open("T2")) == 1


@pytest.mark.parametrize("kind", DATABASES)
async def test_replicas_that_start_at_once_migrate_once(urls: Urls, kind: str) -> None:
    url = urls.fresh(kind)

    async def start(owner: str) -> bool:
        async with replica(url, owner) as store:
            return await is_current(store.database)

    assert await asyncio.gather(*(start(f"replica {n}") for n in range(4))) == [True] * 4


async def test_the_same_question_twice_in_one_group_has_one_id_and_its_last_outcome(
    store: Store,
) -> None:
    kept = [
        store.questions.keep("T1", asked(ts, text), gap=True)
        for ts, text in (("9.0", "First"), ("1.0", "Before"), ("1.0", "After"), ("5.0", "Middle"))
    ]
    first, before, after, middle = await asyncio.gather(*kept)

    assert before == after
    assert len({first, before, middle}) == 3
    assert {one.id: one.question for one in await store.questions.open("T1")} == {
        first: "First",
        after: "After",
        middle: "Middle",
    }
