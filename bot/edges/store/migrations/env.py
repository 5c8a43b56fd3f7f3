"""Alembic runs this with the connection that `migrate` has opened; there is no other way in."""

from alembic import context

context.configure(connection=context.config.attributes["connection"])
context.run_migrations()
