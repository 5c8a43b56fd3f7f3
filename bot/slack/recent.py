"""The last posts of each channel we listen to, in memory, to judge a question told in pieces."""

from collections import deque
from collections.abc import Sequence

from bot.core.manners import Post

POSTS = 20  # of one channel
CHANNELS = 500


class Recent:
    """What was said lately, by channel."""

    def __init__(self) -> None:
        self._channels: dict[str, deque[Post]] = {}

    def add(self, channel: str, post: Post) -> Sequence[Post]:
        """Note a post; the channel's last ones in the order they were made, this one included."""
        posts = self._channels.pop(channel, deque(maxlen=POSTS))
        posts.append(post)
        self._channels[channel] = posts
        if len(self._channels) > CHANNELS:
            del self._channels[next(iter(self._channels))]
        return sorted(posts, key=lambda one: one.at)

    def clear(self) -> None:
        """Remember nothing of it."""
        self._channels.clear()
