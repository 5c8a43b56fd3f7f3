"""What one check knows already: what DNS told, and what was made of each page, once."""

from bot.core.lookup import Query, Response
from bot.core.spf.plain import plain_visit
from bot.core.spf.tree import Page, Visit, read_page


class Pages:
    """The pages of one check: what look-ahead and survey both read is read once.

    A page whose terms ask DNS nothing is walked here as well, as soon as it has come: while other
    responses are still under way, that takes no time from anybody.
    """

    def __init__(self) -> None:
        self._read: dict[str, tuple[Response, Page, Visit | None]] = {}

    def read(self, domain: str, response: Response) -> Page:
        """The page of a domain, from memory where it is the very same response."""
        before, page, _ = self._read.get(domain, (None, None, None))
        if page is None or before is not response:
            page = read_page(domain, response)
            self._read[domain] = (response, page, plain_visit(page))
        return page

    def visit(self, page: Page) -> Visit | None:
        """The visit of a page that was read here and asks DNS nothing more."""
        _, known, visit = self._read.get(page.domain, (None, None, None))
        return visit if known is page else None


class Known(dict[Query, Response]):
    """What DNS has told one check, by question; `pages` are what was read from it, once."""

    def __init__(self, pages: Pages | None = None) -> None:
        super().__init__()
        self.pages = pages or Pages()
