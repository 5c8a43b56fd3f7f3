"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

ID = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Create everything that the first version keeps."""
    _work()
    _answers()
    _writings()
    op.execute(sa.text("INSERT INTO revisions (id, number) VALUES (1, 0)"))


def _work() -> None:
    op.create_table(
        "claims",
        sa.Column("team", sa.String(32), primary_key=True),
        sa.Column("channel", sa.String(32), primary_key=True),
        sa.Column("ts", sa.String(64), primary_key=True),
        sa.Column("payload", sa.JSON),
        sa.Column("owner", sa.String(64)),
        sa.Column("lease", sa.Float, nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("done", sa.Boolean, nullable=False),
        sa.Column("at", sa.Float, nullable=False),
    )
    unfinished = sa.text("not done")
    op.create_index(
        "claims_open", "claims", ["lease"], sqlite_where=unfinished, postgresql_where=unfinished
    )
    op.create_index("claims_at", "claims", ["at"])
    op.create_table(
        "handoffs",
        sa.Column("team", sa.String(32), primary_key=True),
        sa.Column("channel", sa.String(32), primary_key=True),
        sa.Column("thread", sa.String(64), primary_key=True),
        sa.Column("asker", sa.String(32), nullable=False),
        sa.Column("question", sa.Text, nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("helper", sa.String(32)),
        sa.Column("solution", sa.Text),
        sa.Column("at", sa.Float, nullable=False),
    )


def _answers() -> None:
    op.create_table(
        "questions",
        sa.Column("id", ID, primary_key=True, autoincrement=True),
        sa.Column("team", sa.String(32), nullable=False),
        sa.Column("user", sa.String(32), nullable=False),
        sa.Column("channel", sa.String(32), nullable=False),
        sa.Column("ts", sa.String(64), nullable=False),
        sa.Column("question", sa.Text, nullable=False),
        sa.Column("language", sa.String(2), nullable=False),
        sa.Column("outcome", sa.String(16), nullable=False),
        sa.Column("section", sa.String(255)),
        sa.Column("score", sa.Float, nullable=False),
        sa.Column("gap", sa.String(16)),
        sa.Column("at", sa.Float, nullable=False),
    )
    op.create_index("questions_once", "questions", ["team", "channel", "ts"], unique=True)
    op.create_index("questions_gap", "questions", ["team", "gap", "at"])
    op.create_index("questions_at", "questions", ["at"])
    op.create_table(
        "ratings",
        sa.Column("team", sa.String(32), primary_key=True),
        sa.Column("section", sa.String(255), primary_key=True),
        sa.Column("user", sa.String(32), primary_key=True),
        sa.Column("helpful", sa.Boolean),
        sa.Column("stars", sa.Integer),
        sa.Column("suggestion", sa.Text),
        sa.Column("at", sa.Float, nullable=False),
    )


def _writings() -> None:
    op.create_table(
        "sections",
        sa.Column("team", sa.String(32), primary_key=True),
        sa.Column("article", sa.String(200), primary_key=True),
        sa.Column("section", sa.String(200), primary_key=True),
        sa.Column("language", sa.String(2), primary_key=True),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("heading", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("keywords", sa.JSON, nullable=False),
        sa.Column("audience", sa.String(16), nullable=False),
        sa.Column("author", sa.String(32), nullable=False),
        sa.Column("at", sa.Float, nullable=False),
    )
    op.create_table(
        "samples",
        sa.Column("id", ID, primary_key=True, autoincrement=True),
        sa.Column("team", sa.String(32), nullable=False),
        sa.Column("section", sa.String(255), nullable=False),
        sa.Column("language", sa.String(2), nullable=False),
        sa.Column("question", sa.Text, nullable=False),
        sa.Column("author", sa.String(32), nullable=False),
        sa.Column("at", sa.Float, nullable=False),
    )
    op.create_index("samples_team", "samples", ["team"])
    op.create_table(
        "settings",
        sa.Column("team", sa.String(32), primary_key=True),
        sa.Column("key", sa.String(100), primary_key=True),
        sa.Column("value", sa.JSON),
        sa.Column("author", sa.String(32), nullable=False),
        sa.Column("at", sa.Float, nullable=False),
    )
    op.create_table(
        "revisions",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("number", sa.BigInteger, nullable=False),
    )
