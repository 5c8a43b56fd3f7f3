"""A real browser for the tests of the page and for the pictures in the documents."""

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from playwright.async_api import Browser, Page, async_playwright, expect

NAMES = ("chromium", "chromium-browser", "google-chrome")
CHROMIUM = next(filter(None, map(shutil.which, NAMES)), None)
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PATIENCE = 20_000  # milliseconds until an expectation fails; the machine may be busy
expect.set_options(timeout=PATIENCE)


@asynccontextmanager
async def chromium() -> AsyncIterator[Browser]:
    """The system's Chromium, without a window; it must be installed."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        try:
            yield browser
        finally:
            await browser.close()


HAS_FONT = """() => {
  const pen = document.createElement("canvas").getContext("2d");
  const width = (font) => { pen.font = `15px ${font}`; return pen.measureText("Illegal domain").width; };
  const fonts = getComputedStyle(document.body).fontFamily.split(",").slice(0, -1);
  return fonts.some((font) => width(`${font}, monospace`) !== width("monospace"));
}"""


async def has_font(page: Page) -> bool:
    """Whether one of the page's own fonts is here; without them it is wider than on any laptop."""
    return bool(await page.evaluate(HAS_FONT))
