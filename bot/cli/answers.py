"""The command `ask`."""

from typing import Annotated

import typer

from bot.cli import as_json
from bot.cli.as_json import Json
from bot.cli.lines import answer_lines, text
from bot.cli.run import Exit, refuse, with_answers
from bot.cli.screen import Screen
from bot.cli.show.reply import reply as show
from bot.core.reply import Found
from bot.core.words import Language
from bot.desk import Answers


def ask(
    context: typer.Context,
    question: Annotated[str, typer.Argument(help="The question, as a person would put it.")] = "",
    why: Annotated[bool, typer.Option("--why", help="Which words met what.")] = False,
    unasked: Annotated[
        bool, typer.Option("--unasked", help="Decide as in a support channel.")
    ] = False,
    json_: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    jsonl: Annotated[
        bool, typer.Option("--jsonl", help="Read JSON lines from standard input.")
    ] = False,
) -> None:
    """Answer a question from the articles, with its score and the runners-up."""

    async def one(answers: Answers, screen: Screen) -> Exit:
        reply = await answers.ask(question, unasked=unasked)
        if json_:
            as_json.show(as_json.reply(reply))
            return Exit.FINE
        found = reply.outcome
        article = (
            answers.article(found.section.article, found.section.language)
            if isinstance(found, Found)
            else None
        )
        show(screen.to(reply.language), reply, article, why=why)
        return Exit.FINE

    async def many(answers: Answers, screen: Screen) -> Exit:
        async def work(asked: Json) -> Json:
            language = Language(asked["lang"]) if asked.get("lang") in list(Language) else None
            reply = await answers.ask(text(asked, "question"), language=language, unasked=unasked)
            return as_json.reply(reply)

        return await answer_lines(work, screen.language)

    if not ((question or "").strip() or jsonl):
        refuse('Ask something, such as: helpdesk ask "Why is my sender address not allowed?"')
    with_answers(context, many if jsonl else one)
