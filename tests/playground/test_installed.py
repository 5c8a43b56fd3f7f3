"""What the playground takes from a manifest."""

from bot.edges import manifest
from bot.playground import read_manifest
from bot.playground.installed import Command, Installed, Shortcut


def test_our_own_manifest_is_read() -> None:
    installed = read_manifest(manifest.parsed())

    assert {"/checksender", "/checkspf"} <= {command.name for command in installed.commands}
    assert installed.hears("app_mention")
    assert installed.home


def test_a_manifest_says_all_that_an_app_may() -> None:
    installed = read_manifest(
        {
            "features": {
                "slash_commands": [{"command": "/a", "description": "b", "usage_hint": "c"}],
                "shortcuts": [{"callback_id": "s", "name": "S", "type": "message"}],
                "app_home": {"home_tab_enabled": "true"},
            },
            "oauth_config": {"scopes": {"bot": ["commands"]}},
            "settings": {"event_subscriptions": {"bot_events": ["app_mention"]}},
        }
    )

    assert installed == Installed(
        scopes=frozenset({"commands"}),
        events=frozenset({"app_mention"}),
        commands=(Command("/a", "b", "c"),),
        shortcuts=(Shortcut("s", "S", on_message=True),),
        home=True,
    )
    assert not installed.hears("app_mention")  # its scope is missing


def test_an_empty_manifest_allows_nothing() -> None:
    assert read_manifest({}) == Installed(frozenset(), frozenset(), (), (), home=False)
