"""What people think of the sections: one rating a person and section, changeable."""

from sqlalchemy import func, select

from bot.core.feedback import Rating
from bot.edges.store.database import Database
from bot.edges.store.schema import ratings


class Ratings:
    """The ratings of all workspaces."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def rate(self, team: str, rating: Rating) -> None:
        """Keep what a person says of a section; what they leave open now stays as it was."""
        stored = self._database.insert(ratings).values(
            team=team,
            section=rating.section,
            user=rating.user,
            helpful=rating.helpful,
            stars=rating.stars,
            suggestion=rating.suggestion,
            at=rating.at,
        )
        merged = {
            name: func.coalesce(stored.excluded[name], ratings.c[name])
            for name in ("helpful", "stars", "suggestion")
        }
        async with self._database.write() as connection:
            await connection.execute(
                stored.on_conflict_do_update(
                    index_elements=["team", "section", "user"],
                    set_={**merged, "at": stored.excluded.at},
                )
            )

    async def all(self, team: str | None) -> tuple[Rating, ...]:
        """Every rating of a workspace; of all workspaces where `team` is None."""
        chosen = select(ratings).order_by(ratings.c.section, ratings.c.user)
        if team is not None:
            chosen = chosen.where(ratings.c.team == team)
        async with self._database.read() as connection:
            rows = (await connection.execute(chosen)).all()
        return tuple(
            Rating(
                section=row.section,
                user=row.user,
                at=row.at,
                helpful=row.helpful,
                stars=row.stars,
                suggestion=row.suggestion,
            )
            for row in rows
        )
