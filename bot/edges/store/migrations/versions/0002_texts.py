"""Questions with and without their text in an index each: what was emptied is not looked at again."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

INDEXES = {"questions_text": "question <> ''", "questions_counted": "question = ''"}


def upgrade() -> None:
    """Two for the one that held both: of two that fit, SQLite takes the wrong one."""
    op.drop_index("questions_at", "questions")
    for name, which in INDEXES.items():
        where = sa.text(which)
        op.create_index(name, "questions", ["at"], sqlite_where=where, postgresql_where=where)
