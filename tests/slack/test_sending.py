"""What Slack does to a message that we post: one too many, broken, cut off; it stands there once."""

import pytest

from bot.playground import HANG_UP, HANG_UP_DONE, SERVER_ERROR, Fault, too_many
from tests.slack.office import Office

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest.mark.parametrize(
    ("fault", "times"),
    [
        pytest.param(too_many(1), 1, id="one too many"),
        pytest.param(SERVER_ERROR, 2, id="500 twice"),
        pytest.param(HANG_UP, 2, id="cut off before it was done"),
        pytest.param(HANG_UP_DONE, 1, id="cut off after it was done"),
    ],
)
async def test_a_reply_stands_in_its_thread_exactly_once(
    it: Office, fault: Fault, times: int
) -> None:
    it.slack.fail("chat.postMessage", fault, times)
    ts = await it.slack.say("ada", "#general", "@helpdesk smarthost")
    await it.slack.wait_for(lambda: it.slack.thread(ts))
    await it.quiet()

    assert len(it.slack.thread(ts)) == 1
