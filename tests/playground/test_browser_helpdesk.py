"""A newcomer's first ten minutes: the real bot in a real browser, over the demo zone."""

import re
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Locator, Page, ViewportSize, expect

from bot.playground import Playground
from tests.playground.browser import CHROMIUM, has_font
from tests.playground.real_bot import helpdesk

pytestmark = [
    pytest.mark.browser,
    pytest.mark.asyncio(loop_scope="module"),
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium here; install it to test the page"),
]
UNKNOWN = "How do I water the office plants?"
LAPTOP = ViewportSize(width=1280, height=860)


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def slack() -> AsyncIterator[Playground]:
    async with helpdesk() as playground:
        yield playground


@pytest_asyncio.fixture(loop_scope="module")
async def page(browser: Browser, slack: Playground) -> AsyncIterator[Page]:
    page = await browser.new_page()
    await page.goto(slack.url)
    await expect(page.get_by_text("Helpdesk is connected")).to_be_visible()
    yield page
    await page.close()


def thread(page: Page) -> Locator:
    return page.locator("#thread")


async def say(page: Page, text: str) -> None:
    await page.get_by_role("combobox", name="Message #support").fill(text)
    await page.keyboard.press("Enter")


async def latest_thread(page: Page, question: str) -> Locator:
    """Ask in #support and open the thread with the reply."""
    await page.get_by_role("button", name="Close the card").click()
    await say(page, question)
    asked = page.locator("#messages .message", has_text=question.removeprefix("@helpdesk ")).last
    await asked.get_by_role("button", name="1 reply").click()
    return thread(page)


async def test_every_thing_on_the_card_is_answered_at_one_click(page: Page) -> None:
    shown = {
        "Ask a question": thread(page).get_by_text("Sender address is not allowed").last,
        "Auf Deutsch fragen": thread(page).get_by_text("Absender").last,
        "Paste a bounce": thread(page).get_by_text("Refused"),
    }
    for name, answer in shown.items():
        await page.get_by_role("button", name=name).click()
        await expect(thread(page).locator(".message")).to_have_count(2)
        await expect(answer).to_be_visible()
    for name, verdict in {
        "Check a sender": "Refused",
        "Check an SPF record": "fine.example",
        "Mend a broken record": "Publish this as the only SPF record",
    }.items():
        await page.get_by_role("button", name=name).click()
        await expect(page.locator("#messages").get_by_text(verdict).last).to_be_visible()


async def test_an_answer_is_rated_and_a_person_called(page: Page) -> None:
    reply = await latest_thread(page, "@helpdesk Why is my sender address not allowed?")
    await reply.get_by_role("button", name="Not helpful").click()
    form = page.get_by_role("dialog")
    await form.get_by_role("radio", name="2").check()
    await form.get_by_role("button", name="Send").click()
    await expect(form).to_be_hidden()
    await reply.get_by_role("button", name="I need a person").click()
    await expect(reply.get_by_role("button", name="Taken")).to_be_visible()


async def test_what_is_not_known_is_written_from_the_home_tab(page: Page) -> None:
    reply = await latest_thread(page, f"@helpdesk {UNKNOWN}")
    await expect(reply.get_by_text("no answer")).to_be_visible()
    await page.get_by_role("radio", name="Ada · admin").click()
    await page.get_by_role("button", name=re.compile("^Helpdesk")).click()
    await page.get_by_role("tab", name="Home").click()
    await expect(page.locator("#home .block").first).to_be_in_viewport()
    await page.get_by_role("button", name="Write the answer").first.click()
    form = page.get_by_role("dialog")
    await form.get_by_label("Text").fill("Every Friday, one litre each.")
    await form.get_by_role("button", name="Save").click()
    await expect(form).to_be_hidden()


WINDOW = """message => {
  let window = message.parentElement;
  while (!["auto", "scroll"].includes(getComputedStyle(window).overflowY)) window = window.parentElement;
  return window.clientHeight - message.offsetHeight;
}"""


async def room(message: Locator) -> int:
    """How many pixels are left where it is read; less than none if one has to scroll."""
    if not await has_font(message.page):
        pytest.skip("none of the page's fonts here, only wider ones; install Liberation or Lato")
    return int(await message.evaluate(WINDOW))


@pytest.mark.parametrize(
    "line",
    ["/checksender max@gmail.com info@fine.example", "/checkspf two-records.example"],
    ids=["a refusal", "a broken record"],
)
async def test_a_check_fits_on_a_laptop_screen(page: Page, line: str) -> None:
    await page.set_viewport_size(LAPTOP)
    await page.get_by_role("button", name="Close the card").click()
    await say(page, line)
    result = page.locator("#messages .message", has_text="Only visible to you").last
    await expect(result.get_by_role("button", name="Check again")).to_be_visible()

    assert await room(result) >= 0


@pytest.mark.parametrize(
    ("question", "button"),
    [
        ("@helpdesk Why does IONOS say Sender address is not allowed?", "Text for the customer"),
        ("@helpdesk Since when does the new IONOS rule apply?", "Text for the customer"),
        ("@helpdesk IONOS relay and the same domain or what to do", "None of these"),
        (
            "@helpdesk May max@gmail.com send, or is it not allowed, when I log in at IONOS as "
            "info@fine.example?",
            "Show details",
        ),
    ],
    ids=["a long answer", "an answer", "a choice", "a check and an answer"],
)
async def test_a_reply_fits_on_a_laptop_screen(page: Page, question: str, button: str) -> None:
    await page.set_viewport_size(LAPTOP)
    reply = (await latest_thread(page, question)).locator(".message").last
    await expect(reply.get_by_role("button", name=button)).to_be_visible()

    assert await room(reply) >= 0


async def test_the_teams_home_tab_fits_on_a_laptop_screen(browser: Browser) -> None:
    async with helpdesk() as fresh:  # what the other tests leave behind makes it longer
        page = await browser.new_page(viewport=LAPTOP)
        await page.goto(fresh.url)
        await page.get_by_role("button", name=re.compile("^Helpdesk")).click()
        await page.get_by_role("tab", name="Home").click()
        last = page.locator("#home").get_by_role("button", name="What Helpdesk can do")

        await expect(last).to_be_in_viewport(ratio=1)
        await page.close()
