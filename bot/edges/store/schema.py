"""The tables. Every row belongs to a workspace (`team`); times are seconds since 1970 in UTC.

A column is added here and in a migration of its own; `tests/edges/test_migrations.py` compares.
"""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Dialect,
    Float,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    text,
)

metadata = MetaData()


class Words(TypeDecorator[str]):
    """What people wrote, without what one of the databases refuses: zero bytes, half characters."""

    impl = Text  # type: ignore[mutable-override]  # as SQLAlchemy's documentation has it
    cache_ok = True  # type: ignore[mutable-override]  # likewise

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002 - SQLAlchemy's
        """As it is kept, on either database."""
        return value and value.replace("\x00", "").encode("utf-8", "replace").decode("utf-8")


ID = BigInteger().with_variant(Integer, "sqlite")  # SQLite numbers rows by INTEGER only

# Word for word as in the index, or no database sees that it helps.
WRITTEN, COUNTED = text("question <> ''"), text("question = ''")

claims = Table(
    "claims",
    metadata,
    Column("team", String(32), primary_key=True),
    Column("channel", String(32), primary_key=True),
    Column("ts", String(64), primary_key=True),
    Column("payload", JSON(none_as_null=True)),  # what Slack sent; gone when the work is done
    Column("owner", String(64)),  # the process at work on it
    Column("lease", Float, nullable=False),  # until then nobody else takes it up; 0 when done
    Column("attempts", Integer, nullable=False),
    Column("done", Boolean, nullable=False),
    Column("at", Float, nullable=False),
    Index("claims_open", "lease", sqlite_where=text("not done"), postgresql_where=text("not done")),
    Index("claims_at", "at"),
)

questions = Table(
    "questions",
    metadata,
    Column("id", ID, primary_key=True, autoincrement=True),
    Column("team", String(32), nullable=False),
    Column("user", String(32), nullable=False),
    Column("channel", String(32), nullable=False),
    Column("ts", String(64), nullable=False),
    Column("question", Words, nullable=False),  # "" once it has been kept long enough
    Column("language", String(2), nullable=False),
    Column("outcome", String(16), nullable=False),
    Column("section", String(255)),
    Column("score", Float, nullable=False),
    Column("gap", String(16)),  # open, answered, dismissed; null where there was a good reply
    Column("at", Float, nullable=False),
    Index("questions_once", "team", "channel", "ts", unique=True),
    Index("questions_gap", "team", "gap", "at"),
    Index("questions_text", "at", sqlite_where=WRITTEN, postgresql_where=WRITTEN),
    Index("questions_counted", "at", sqlite_where=COUNTED, postgresql_where=COUNTED),
)

ratings = Table(
    "ratings",
    metadata,
    Column("team", String(32), primary_key=True),
    Column("section", String(255), primary_key=True),
    Column("user", String(32), primary_key=True),
    Column("helpful", Boolean),
    Column("stars", Integer),
    Column("suggestion", Words),
    Column("at", Float, nullable=False),
)

sections = Table(
    "sections",
    metadata,
    Column("team", String(32), primary_key=True),
    Column("article", String(200), primary_key=True),
    Column("section", String(200), primary_key=True),
    Column("language", String(2), primary_key=True),
    Column("title", Words, nullable=False),  # of the article
    Column("heading", Words, nullable=False),
    Column("text", Words, nullable=False),
    Column("keywords", JSON, nullable=False),
    Column("audience", String(16), nullable=False),
    Column("author", String(32), nullable=False),
    Column("at", Float, nullable=False),
)

samples = Table(
    "samples",
    metadata,
    Column("id", ID, primary_key=True, autoincrement=True),
    Column("team", String(32), nullable=False),
    Column("section", String(255), nullable=False),
    Column("language", String(2), nullable=False),
    Column("question", Words, nullable=False),
    Column("author", String(32), nullable=False),
    Column("at", Float, nullable=False),
    Index("samples_team", "team"),
)

settings = Table(
    "settings",
    metadata,
    Column("team", String(32), primary_key=True),
    Column("key", String(100), primary_key=True),
    Column("value", JSON(none_as_null=True)),
    Column("author", String(32), nullable=False),
    Column("at", Float, nullable=False),
)

handoffs = Table(
    "handoffs",
    metadata,
    Column("team", String(32), primary_key=True),
    Column("channel", String(32), primary_key=True),
    Column("thread", String(64), primary_key=True),
    Column("asker", String(32), nullable=False),
    Column("question", Words, nullable=False),
    Column("state", String(16), nullable=False),  # waiting, taken, solved
    Column("helper", String(32)),
    Column("solution", Words),
    Column("at", Float, nullable=False),
)

revisions = Table(
    "revisions",
    metadata,
    Column("id", Integer, primary_key=True),  # one row, number 1
    Column("number", BigInteger, nullable=False),
)
