"""Takes the pictures of the documents: the real bot in the playground, over the demo zone.

`make screenshots` writes them to docs/. Run it again whenever the page or the answers change.
"""

import asyncio
from pathlib import Path

from playwright.async_api import Page, ViewportSize, expect

from tests.playground.browser import chromium
from tests.playground.real_bot import helpdesk

DOCS = Path(__file__).parents[2] / "docs"
SIZE = ViewportSize(width=1280, height=860)
CUSTOMER = "Hallo, seit gestern bekomme ich von IONOS `550 Sender address is not allowed` – warum?"
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


if __name__ == "__main__":
    asyncio.run(main())
