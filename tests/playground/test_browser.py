"""The page in a real browser: by mouse, by keyboard only, and for those who read it by ear."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from typing import Any

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser, Page, expect

from bot.playground import Installed, Options, Playground
from bot.playground.installed import Shortcut
from tests.playground.bot_app import connected
from tests.playground.browser import CHROMIUM
from tests.playground.show_app import Show

pytestmark = [
    pytest.mark.browser,
    pytest.mark.asyncio(loop_scope="module"),
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium here; install it to test the page"),
]
SHORTCUTS = (Shortcut("write_message", "Write an answer", on_message=True),)
SLOWEST = 300  # milliseconds until an answer is on screen
TRIES = 8


@dataclass
class Visit:
    """One person's visit to the page, with the bot's own memory of it."""

    page: Page
    slack: Playground
    show: Show
    errors: list[str]
    asked: list[str]  # every address that the page has loaded


@asynccontextmanager
async def visit(browser: Browser, **context: Any) -> AsyncIterator[Visit]:
    options = Options(installed=replace(Installed(), shortcuts=SHORTCUTS))
    async with Playground.serve(options) as slack:
        show = Show(slack)
        async with connected(show.app, slack):
            page = await browser.new_page(**context)
            errors: list[str] = []
            asked: list[str] = []
            page.on("pageerror", lambda error: errors.append(str(error)))
            page.on("console", lambda line: errors.extend([line.text] * (line.type == "error")))
            page.on("request", lambda request: asked.append(request.url))
            await page.goto(slack.url)
            await expect(page.get_by_role("button", name="support", exact=True)).to_be_visible()
            yield Visit(page, slack, show, errors, asked)
            await page.close()


async def ask(page: Page) -> None:
    """Close the card, ask in #support, open the thread."""
    await page.get_by_role("button", name="Close the card").click()
    await page.get_by_role("combobox", name="Message #support").fill("@helpdesk may I?")
    await page.keyboard.press("Enter")
    await page.get_by_role("button", name="1 reply").click()
    await expect(page.locator("#thread").get_by_text("Allowed", exact=True)).to_be_visible()


async def test_a_question_is_answered_chosen_and_rated(browser: Browser) -> None:
    async with visit(browser) as here:
        await ask(here.page)
        thread = here.page.locator("#thread")
        await thread.get_by_role("button", name="Not helpful").click()
        await thread.get_by_label("Stars").select_option("5")
        await thread.get_by_role("button", name="Choose me").click()
        await expect(thread.get_by_text("You chose.")).to_be_visible()

        assert here.show.heard == ["rate no", "stars 5", "chosen"]
        assert here.errors == []


async def test_the_answer_to_ones_own_question_opens_beside_the_conversation(
    browser: Browser,
) -> None:
    async with visit(browser) as here:
        page = here.page
        field = page.get_by_role("combobox", name="Message #support")
        await field.fill("@helpdesk may I?")
        await page.keyboard.press("Enter")
        await expect(page.locator("#thread").get_by_text("Allowed", exact=True)).to_be_visible()
        await expect(field).to_be_focused()
        await page.locator("#thread").get_by_role("button", name="Not helpful").click()
        await page.get_by_role("radio", name="Ada · admin").click()
        await expect(page.get_by_role("radio", name="Ada · admin")).to_be_checked()
        rated = page.locator("#thread").get_by_role("button", name="Not helpful")
        await expect(rated).to_have_attribute("aria-pressed", "false")


async def test_a_result_is_in_sight_however_much_stands_above_it(browser: Browser) -> None:
    async with visit(browser, viewport={"width": 1280, "height": 720}) as here:
        page = here.page
        for number in range(30):
            await here.slack.say("carl", "#support", f"line {number}")
        await expect(page.get_by_text("line 29")).to_be_attached()
        await page.locator("#scroll").evaluate("place => { place.scrollTop = 0; }")
        await page.get_by_role("button", name="Check an SPF record").click()
        await expect(page.get_by_text("Checked ionos.de")).to_be_in_viewport()
        await page.set_viewport_size({"width": 1100, "height": 500})
        await expect(page.get_by_text("Checked ionos.de")).to_be_in_viewport()
        await page.get_by_role("button", name="Six things to try").click()
        await expect(page.get_by_role("heading", name="Six things to try")).to_be_in_viewport()


async def test_an_empty_channel_says_how_to_begin(browser: Browser) -> None:
    async with visit(browser) as here:
        await here.page.get_by_role("button", name="Close the card").click()
        await expect(here.page.get_by_text("Nothing here yet.")).to_be_visible()
        await here.slack.say("carl", "#support", "Hello")
        await expect(here.page.get_by_text("Nothing here yet.")).to_be_hidden()


async def test_a_mistyped_command_names_those_that_there_are(browser: Browser) -> None:
    async with visit(browser) as here:
        field = here.page.get_by_role("combobox", name="Message #support")
        await field.fill("/checkspff example.com")
        await here.page.keyboard.press("Enter")
        await expect(here.page.get_by_role("alert")).to_contain_text("There are: /checksender")
        await field.fill("/checkspf example.com")
        await here.page.keyboard.press("Enter")
        await expect(here.page.get_by_text("Checked example.com")).to_be_visible()
        await expect(here.page.locator(".toast")).to_have_count(0)


async def test_the_page_loads_nothing_from_outside(browser: Browser) -> None:
    async with visit(browser) as here:
        await ask(here.page)
        elsewhere = [url for url in here.asked if not url.startswith(here.slack.url)]

        assert len(here.asked) > 1
        assert elsewhere == []
        assert here.errors == []  # nor did its policy refuse anything


async def test_what_comes_from_outside_is_text_and_never_markup(browser: Browser) -> None:
    async with visit(browser) as here:
        await ask(here.page)
        code = here.page.locator("#thread pre")

        assert await code.inner_text() == "v=spf1 <script>alert(1)</script> -all"
        assert await here.page.locator("#thread script").count() == 0


async def test_an_answer_is_written_in_a_modal_that_says_what_is_missing(browser: Browser) -> None:
    async with visit(browser) as here:
        page = here.page
        await ask(page)
        await page.locator("#thread").get_by_role("button", name="Write an answer").click()
        modal = page.get_by_role("dialog", name="Write an answer")
        await modal.get_by_role("button", name="Save").click()
        await expect(modal.get_by_role("alert")).to_have_text(
            "Please complete this required field."
        )
        await modal.get_by_label("Heading").fill("taken")
        await modal.get_by_role("button", name="Save").click()
        await expect(modal.get_by_role("alert")).to_have_text("There is one already")
        await modal.get_by_label("Heading").fill("Max")
        await modal.get_by_label("The team").check()
        await modal.get_by_role("button", name="Save").click()
        await expect(modal).to_be_hidden()

        assert here.show.heard == ["saved Max team"]
        assert here.errors == []


async def test_a_shortcut_stands_in_the_menu_of_a_message(browser: Browser) -> None:
    async with visit(browser) as here:
        await ask(here.page)
        await here.page.locator("#thread .message").first.hover()
        await here.page.locator("#thread").get_by_role("button", name="More actions").first.click()
        await here.page.get_by_role("menuitem", name="Write an answer").click()
        await expect(here.page.get_by_role("dialog", name="Write an answer")).to_be_visible()


async def test_roles_see_their_own_messages(browser: Browser) -> None:
    async with visit(browser) as here:
        page = here.page
        await page.get_by_role("button", name="Close the card").click()
        await page.get_by_role("combobox", name="Message #support").fill("/checkspf example.com")
        await page.keyboard.press("Enter")
        await expect(page.get_by_text("Only visible to you")).to_be_visible()
        await page.get_by_role("radio", name="Carl · customer").click()
        await expect(page.get_by_text("Only visible to you")).to_have_count(0)
        await page.get_by_role("combobox", name="Message #support").fill("Carl was here")
        await page.keyboard.press("Enter")
        await page.get_by_role("radio", name="Anna · agent").click()
        await expect(page.get_by_text("Checked example.com")).to_be_visible()
        await expect(page.get_by_text("Carl was here")).to_be_visible()
        await page.get_by_role("button", name="Dismiss").click()
        await expect(page.get_by_text("Checked example.com")).to_have_count(0)


async def test_the_home_tab_is_published_and_used(browser: Browser) -> None:
    async with visit(browser) as here:
        await here.page.get_by_role("button", name="Helpdesk", exact=True).click()
        await here.page.get_by_role("tab", name="Home").click()
        await here.page.get_by_role("button", name="Refresh").click()
        await here.slack.wait_for(lambda: here.show.heard)
        await here.page.get_by_role("radio", name="Ada · admin").click()
        await expect(here.page.get_by_role("radio", name="Ada · admin")).to_be_checked()
        await expect(here.page.get_by_role("heading", name="Your questions")).to_be_visible()

        assert here.show.heard == ["refresh None"]


async def test_everything_can_be_done_with_the_keyboard_alone(browser: Browser) -> None:
    async with visit(browser) as here:
        page, press = here.page, here.page.keyboard.press
        await press("Tab")  # the link that skips to the field
        await press("Enter")
        await page.keyboard.type("/chec")
        await press("ArrowDown")
        await press("Enter")  # takes the second completion, and writes on
        await page.keyboard.type("example.com")
        await press("Enter")
        await expect(page.get_by_text("Checked example.com")).to_be_visible()
        await page.keyboard.type("@help")
        await press("Tab")
        await page.keyboard.type("may I?")
        await press("Enter")
        await page.get_by_role("button", name="1 reply").focus()
        await press("Enter")
        await page.locator("#thread").get_by_role("button", name="Write an answer").focus()
        await press("Enter")
        await expect(page.get_by_role("dialog", name="Write an answer")).to_be_visible()
        await page.keyboard.type("Keys")
        await press("Enter")
        await expect(page.get_by_role("dialog")).to_be_hidden()
        await press("Escape")
        await expect(page.locator("#thread")).to_be_hidden()

        assert here.show.heard == ["saved Keys None"]


async def test_the_card_tries_a_thing_at_one_click(browser: Browser) -> None:
    async with visit(browser) as here:
        await here.page.get_by_role("button", name="Ask a question").click()
        await expect(
            here.page.locator("#thread").get_by_text("Allowed", exact=True)
        ).to_be_visible()


async def test_the_inspector_shows_why_and_what_happened(browser: Browser) -> None:
    async with visit(browser) as here:
        await ask(here.page)
        await here.page.locator("#thread .message").last.hover()
        await here.page.locator("#thread").get_by_role("button", name="Inspect").last.click()
        dialog = here.page.get_by_role("dialog", name="Inspector")
        await expect(dialog.get_by_text("a/b", exact=True)).to_be_visible()
        await expect(dialog.get_by_text("app_mention", exact=True)).to_be_visible()
        await here.page.keyboard.press("Escape")
        await expect(dialog).to_be_hidden()


@pytest.mark.parametrize("theme", ["light", "dark"])
async def test_axe_finds_nothing_serious(browser: Browser, theme: Any) -> None:
    async with visit(browser, color_scheme=theme) as here:
        page = here.page
        found = [await serious(page)]
        await ask(page)
        await page.get_by_role("combobox", name="Message #support").fill("/che")
        found.append(await serious(page))
        await page.locator("#thread").get_by_role("button", name="Write an answer").click()
        await page.get_by_role("button", name="Save").click()
        await expect(page.get_by_role("dialog").get_by_role("alert")).to_be_visible()
        found.append(await serious(page))

        assert found == [[], [], []]


async def serious(page: Page) -> list[str]:
    results = await Axe().run(page)
    return [
        f"{violation['id']}: {node['html'][:120]}"
        for violation in results.response["violations"]
        if violation["impact"] in {"serious", "critical"}
        for node in violation["nodes"]
    ]


MEASURED = """async () => {
    const field = document.getElementById("write");
    const before = document.querySelectorAll(".replies").length;
    field.value = "@helpdesk may I?";
    const start = performance.now();
    field.form.requestSubmit();
    while (document.querySelectorAll(".replies").length === before) await new Promise(requestAnimationFrame);
    return performance.now() - start;
}"""
READY = "performance.getEntriesByType('navigation')[0].domInteractive"


async def test_the_page_is_ready_and_the_answer_there_at_once(browser: Browser) -> None:
    async with visit(browser) as here:
        ready, waited = [], []
        for _ in range(TRIES):  # the machine may be busy with something else: the best counts
            await here.page.reload()
            ready.append(await here.page.evaluate(READY))
            await expect(here.page.get_by_text("Helpdesk is connected")).to_be_visible()
            waited.append(await here.page.evaluate(MEASURED))
            if max(min(ready), min(waited)) < SLOWEST:
                break

        assert min(ready) < SLOWEST, ready
        assert min(waited) < SLOWEST, waited
