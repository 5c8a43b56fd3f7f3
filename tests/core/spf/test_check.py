"""RFC 7208's paragraphs, row by row, answered from a zone in memory."""

import pytest

from bot.core.spf.check import check_host
from tests.core.spf import rows_mechanisms, rows_modifiers, rows_start
from tests.core.spf.rows import Row, decide

ROWS = rows_start.ROWS | rows_mechanisms.ROWS | rows_modifiers.ROWS


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS.keys())
def test_a_client_is_judged_as_the_rfc_says(row: Row) -> None:
    verdict, _ = decide(check_host(row.session), row.entries)

    assert (verdict.result, verdict.explanation) == (row.result, row.explanation), verdict.reason.en
