"""The Markdown below the front matter -> title, introduction and raw sections with their lines."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest

from markdown_it import MarkdownIt
from markdown_it.token import Token
from rapidfuzz import fuzz

from bot.core.errors import ArticleError
from bot.core.frontmatter import one_line, unknown
from bot.core.words.knowledge import (
    AFTER_COMMENT,
    COMMENT_ASTRAY,
    EMPTY_HEADING,
    EMPTY_SECTION,
)

COMMENT_KEYS = ("keywords", "questions", "elsewhere")
NEAR_MISS = 70  # RapidFuzz ratio from which `question:` is a slip and `note:` is a note

_HEADING_ID = re.compile(r" ?\{#([^{}]*)\}$")
_COMMENT = re.compile(r"[ \t]*<!--(?P<body>.*?)-->(?P<rest>.*)", re.DOTALL)
_COMMENT_KEY = re.compile(r"(?:^|;)\s*(\w+)\s*:")
_LEADING_BLANK_LINES = re.compile(r"\A(?:[ \t]*\n)*")

# Blocks only: where headings, fences and comments are. What is inside a line stays as written.
_BLOCKS = MarkdownIt("commonmark").disable(["inline", "reference"])


@dataclass(frozen=True, slots=True)
class RawSection:
    """A `##` heading and what is below it, as written; `id` is None where none is given."""

    heading: str
    id: str | None
    line: int
    text: str = ""
    keywords: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Body:
    """An article below its front matter: a leading `# title`, what follows it, the sections."""

    title: str | None
    introduction: str
    sections: tuple[RawSection, ...]


@dataclass(frozen=True, slots=True)
class _Block:
    """A top-level block of Markdown that matters here, with its lines counted from 0."""

    kind: str  # "h1", "h2" or "comment"
    content: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a body, the blocks in it that matter, and where in which file they stand."""

    source: str
    first_line: int
    lines: tuple[str, ...]
    blocks: tuple[_Block, ...]

    @classmethod
    def read(cls, text: str, source: str, first_line: int) -> "Page":
        """Find headings and comments as CommonMark does: not inside code, quotes or lists."""
        return cls(source, first_line, tuple(text.split("\n")), tuple(_blocks(text)))

    def text(self, start: int, end: int) -> str:
        """The lines from start up to end, without the blank ones around them."""
        return _LEADING_BLANK_LINES.sub(
            "", "\n".join(self.lines[start:end]).rstrip() + "\n"
        ).rstrip()

    def between(self, start: int, end: int) -> tuple[_Block, ...]:
        """The blocks that begin in the lines from start up to end."""
        first = bisect_left(self.blocks, start, key=_start)
        return self.blocks[first : bisect_left(self.blocks, end, key=_start)]

    def line(self, block: _Block) -> int:
        """The line of a block in the file."""
        return self.first_line + block.start


def body(text: str, source: str, first_line: int, title: str | None) -> Body:
    """Read a body. A leading `# heading` is the title where none is given, or repeats it."""
    page = Page.read(text, source, first_line)
    headings = [block for block in page.blocks if block.kind == "h2"]
    ends = [*(block.start for block in headings), len(page.lines)]
    title, begin = _title(page, title)
    if astray := _comments(page, begin, ends[0]):
        raise ArticleError(source, page.line(astray[0]), COMMENT_ASTRAY)
    sections = tuple(
        _section(page, heading, end) for heading, end in zip(headings, ends[1:], strict=True)
    )
    return Body(title, page.text(begin, ends[0]), sections)


def _title(page: Page, title: str | None) -> tuple[str | None, int]:
    """The title, and the line where the introduction begins."""
    begin = 0
    for block in page.blocks:
        content = one_line(block.content)
        if block.kind != "h1" or page.text(begin, block.start) or (title or content) != content:
            break
        title, begin = content or title, block.end
    return title, begin


def _section(page: Page, heading: _Block, end: int) -> RawSection:
    content = one_line(heading.content)
    words = _HEADING_ID.sub("", content)
    if not words:
        raise ArticleError(page.source, page.line(heading), EMPTY_HEADING)
    given = _HEADING_ID.search(content)
    section = RawSection(words, given[1].strip() if given else None, page.line(heading))
    begin = heading.end
    for block in page.between(begin, end):
        if block.kind != "comment" or page.text(begin, block.start):
            break
        section, begin = _with_comment(page, block, section), block.end
    if astray := _comments(page, begin, end):
        raise ArticleError(page.source, page.line(astray[0]), COMMENT_ASTRAY)
    text = page.text(begin, end)
    if not text:
        raise ArticleError(page.source, section.line, EMPTY_SECTION.fill(heading=words))
    return replace(section, text=text)


def _comments(page: Page, begin: int, end: int) -> list[_Block]:
    """The comments between two lines that hold keywords or questions."""
    inside = page.between(begin, end)
    return [block for block in inside if block.kind == "comment" and _pairs(block.content)]


def _with_comment(page: Page, block: _Block, section: RawSection) -> RawSection:
    match = _COMMENT.match(block.content)
    if match and match["rest"].strip():
        end = replace(block, start=block.end - 1)
        raise ArticleError(page.source, page.line(end), AFTER_COMMENT)
    for key, value in _pairs(block.content):
        if key == "keywords":
            section = replace(section, keywords=section.keywords + _parts(value, "[,;]"))
        elif key == "questions":
            section = replace(section, questions=section.questions + _parts(value, r"\|"))
        elif key == "elsewhere":
            section = replace(section, elsewhere=section.elsewhere + _parts(value, r"\|"))
        else:
            raise ArticleError(page.source, page.line(block), unknown(key, COMMENT_KEYS))
    return section


def _pairs(comment: str) -> list[tuple[str, str]]:
    """`keywords: …; questions: …` as pairs; a slip in a key counts, another note gives nothing."""
    match = _COMMENT.match(comment)
    inside = match["body"] if match else ""
    keys = [key for key in _COMMENT_KEY.finditer(inside) if _means_a_key(key[1])]
    if not keys or inside[: keys[0].start()].strip():
        return []
    ends = [*(key.start() for key in keys[1:]), len(inside)]
    return [(key[1].lower(), inside[key.end() : end]) for key, end in zip(keys, ends, strict=True)]


def _means_a_key(word: str) -> bool:
    return any(fuzz.ratio(word.lower(), key) >= NEAR_MISS for key in COMMENT_KEYS)


def _parts(text: str, separator: str) -> tuple[str, ...]:
    return tuple(filter(None, map(one_line, re.split(separator, text))))


def _blocks(text: str) -> Iterator[_Block]:
    tokens = _BLOCKS.parse(text)
    for token, content in zip_longest(tokens, tokens[1:]):
        if token.level or not token.map:
            continue
        start, end = token.map
        if token.type == "heading_open" and content and _counts(token):
            yield _Block(token.tag, content.content, start, end)
        elif token.type == "html_block" and _COMMENT.match(token.content):
            yield _Block("comment", token.content, start, end)


def _start(block: _Block) -> int:
    return block.start


def _counts(token: Token) -> bool:
    """A title may be underlined; a section's heading is `##`, for a line over `---` is too common."""
    return token.tag == "h1" or (token.tag == "h2" and token.markup == "##")
