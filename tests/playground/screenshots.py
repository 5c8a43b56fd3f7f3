"""Takes the pictures of the documents: the real bot in the playground, over the demo zone.

`make screenshots` writes them to docs/. Run it again whenever the page or the answers change.
"""

import asyncio
import re
from pathlib import Path

from playwright.async_api import Page, ViewportSize, expect

from bot.playground import Playground
from tests.playground.browser import chromium
from tests.playground.real_bot import helpdesk

DOCS = Path(__file__).parents[2] / "docs"
SIZE = ViewportSize(width=1280, height=860)
CUSTOMER = "Hallo, seit gestern bekomme ich von IONOS `550 Sender address is not allowed` – warum?"
CHOICE = "IONOS relay and the same domain or what to do"
GAP = "How do I set up autodiscover for Outlook?"
QUESTION = 'Why does IONOS say "Sender address is not allowed"?'


async def ask(page: Page) -> None:
    """A question and its answer in the thread."""
    await page.get_by_role("combobox", name="Message #support").fill(f"@helpdesk {QUESTION}")
    await page.keyboard.press("Enter")
    replies = page.get_by_role("button", name="1 reply")
    await expect(replies).to_have_count(2)
    await replies.last.click()
    await expect(page.locator("#thread .message")).to_have_count(2)


async def check(page: Page, line: str, result: str) -> None:
    """A command and its result."""
    await page.get_by_role("combobox", name="Message #support").fill(line)
    await page.keyboard.press("Enter")
    await expect(page.locator("#messages").get_by_text(result).last).to_be_visible()


async def take(page: Page, name: str) -> None:
    """One picture, once everything stands still."""
    await page.mouse.move(0, 0)
    await page.wait_for_timeout(400)
    await page.screenshot(path=DOCS / f"{name}.png")


async def thread(page: Page, slack: Playground, ts: str, count: int) -> None:
    """Open the latest thread, of so many messages."""
    await slack.wait_for(lambda: len(slack.thread(ts)) == count - 1)
    root = page.locator("#messages .message").last
    await root.get_by_role("button", name=re.compile("repl")).click()
    await expect(page.locator("#thread .message")).to_have_count(count)


async def people(page: Page, slack: Playground) -> None:
    """A choice, a call for a person, and what the team sees in the Home tab."""
    unsure = await slack.say("ada", "#support", f"@helpdesk {CHOICE}")
    await thread(page, slack, unsure, 2)
    await take(page, "unsure")
    call = await slack.say("ada", "#support", f"@helpdesk {QUESTION}")
    await slack.wait_for(lambda: slack.thread(call))
    await slack.click("ada", slack.thread(call)[0].ts, "person.call")
    await slack.wait_for(lambda: len(slack.thread(call)) == 2)
    await slack.click("anna", slack.thread(call)[1].ts, "person.take")
    await thread(page, slack, call, 3)
    await take(page, "handoff")
    await page.get_by_role("button", name="Close the thread").click()
    for user in ("ada", "carl"):
        await slack.say(user, "dm", GAP)
        await slack.settled()
    await page.get_by_role("radio", name="Anna · agent").click()
    await page.get_by_role("button", name="Helpdesk", exact=True).click()
    await page.get_by_role("tab", name="Home").click()
    await expect(page.locator("#home").get_by_text(GAP).first).to_be_visible()
    await take(page, "home")


async def main() -> None:
    """All pictures, in the order of the documents."""
    DOCS.mkdir(exist_ok=True)
    async with helpdesk() as slack, chromium() as browser:
        page = await browser.new_page(viewport=SIZE, color_scheme="light")
        await page.goto(slack.url)
        await take(page, "first-visit")
        await page.get_by_role("button", name="Close the card").click()
        await slack.say("carl", "#support", CUSTOMER)
        await slack.say("anna", "#support", "Moment, ich schaue nach :eyes:")
        await ask(page)
        await take(page, "playground")
        await check(page, "/checksender max@gmail.com info@example.com", "What to do")
        await take(page, "checksender")
        await page.locator("#thread .message").last.hover()
        await page.locator("#thread").get_by_role("button", name="Inspect").last.click()
        await take(page, "inspector")
        await page.keyboard.press("Escape")
        await page.get_by_role("button", name="Close the thread").click()
        await page.get_by_role("button", name="Dark colours").click()
        await check(page, "/checkspf two-records.example", "two-records.example")
        await take(page, "checkspf")
        await page.get_by_role("button", name="Light colours").click()
        await people(page, slack)


if __name__ == "__main__":
    asyncio.run(main())
