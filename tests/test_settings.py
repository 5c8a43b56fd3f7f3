"""Settings: every mistake at once, in sentences, and no secret in sight."""

from pathlib import Path

import pytest

from bot.core.words import Language
from bot.settings import VARIABLES, BadSettings, Http, Settings, SocketMode

BOT, APP = "xoxb-1-secret", "xapp-1-secret"


def test_an_empty_environment_is_fine_and_means_no_slack() -> None:
    settings = Settings.read({})

    assert settings == Settings()
    assert settings.transport() is None


def test_every_variable_is_read(tmp_path: Path) -> None:
    environ = {
        "SLACK_BOT_TOKEN": BOT,
        "SLACK_APP_TOKEN": APP,
        "SLACK_SIGNING_SECRET": "ab" * 16,
        "PORT": "8080",
        "SLACK_API_URL": "http://127.0.0.1:9/api",
        "DATABASE_URL": "postgresql://h:s3cret@db/helpdesk",
        "HELPDESK_KNOWLEDGE": str(tmp_path),
        "HELPDESK_NAMESERVERS": "127.0.0.1:5353, [::1]:53 ::1",
        "HELPDESK_DNS_TIMEOUT": "0.5",
        "HELPDESK_SUPPORT_CHANNELS": "C0SUPPORT, G0PRIVATE",
        "HELPDESK_HANDOFF": "S0TEAM",
        "HELPDESK_TEAM": "U0ANNA W0BERT",
        "HELPDESK_ADMINS": "U0ADA",
        "HELPDESK_LANGUAGE": "DE",
        "HELPDESK_STATUS_PORT": "9090",
        "HELPDESK_RETENTION_DAYS": "30",
    }

    assert set(environ) == set(VARIABLES)
    assert Settings.read(environ) == Settings(
        bot_token=BOT,
        app_token=APP,
        signing_secret="ab" * 16,
        port=8080,
        api_url="http://127.0.0.1:9/api/",
        database_url="postgresql://h:s3cret@db/helpdesk",
        knowledge=tmp_path,
        nameservers=("127.0.0.1:5353", "[::1]:53", "::1"),
        dns_timeout=0.5,
        support_channels=frozenset({"C0SUPPORT", "G0PRIVATE"}),
        handoff="S0TEAM",
        team=frozenset({"U0ANNA", "W0BERT"}),
        admins=frozenset({"U0ADA"}),
        language=Language.DE,
        status_port=9090,
        retention_days=30,
    )


@pytest.mark.parametrize(
    ("name", "value", "cure"),
    [
        pytest.param("SLACK_BOT_TOKEN", "xoxp-1", "starts with xoxb-", id="a user token"),
        pytest.param("SLACK_APP_TOKEN", "xoxb-1", "starts with xapp-", id="the tokens swapped"),
        pytest.param("SLACK_SIGNING_SECRET", "geheim", "hexadecimal", id="no secret"),
        pytest.param("PORT", "0", "from 1 to 65535", id="port zero"),
        pytest.param("PORT", "http", "from 1 to 65535", id="a port by name"),
        pytest.param("SLACK_API_URL", "slack.com", "https://slack.com/api/", id="no scheme"),
        pytest.param("DATABASE_URL", "mysql://x", "sqlite:///path", id="another database"),
        pytest.param("DATABASE_URL", "postgresql://u:p@h:x/d", "host:port", id="no port"),
        pytest.param("DATABASE_URL", "postgresql://u:p@[::1/d", "host:port", id="half a host"),
        pytest.param("HELPDESK_KNOWLEDGE", "no/such", "no such folder", id="no folder"),
        pytest.param("HELPDESK_NAMESERVERS", "dns.example", "127.0.0.1:53", id="a host name"),
        pytest.param("HELPDESK_NAMESERVERS", "127.0.0.1:99999", "127.0.0.1:53", id="a wild port"),
        pytest.param("HELPDESK_DNS_TIMEOUT", "60", "up to 5", id="too patient"),
        pytest.param("HELPDESK_DNS_TIMEOUT", "nan", "up to 5", id="not a number"),
        pytest.param("HELPDESK_SUPPORT_CHANNELS", "#support", "C0123ABC", id="a channel's name"),
        pytest.param("HELPDESK_HANDOFF", "@anna", "U…", id="a person's name"),
        pytest.param("HELPDESK_TEAM", "anna", "U0123ABC", id="a helper's name"),
        pytest.param("HELPDESK_LANGUAGE", "fr", "de or en", id="a third language"),
        pytest.param("HELPDESK_RETENTION_DAYS", "-1", "from 1 to 3650", id="less than nothing"),
        pytest.param(
            "HELPDESK_NAMESERVER", "::1", "did you mean HELPDESK_NAMESERVERS?", id="a slip"
        ),
    ],
)
def test_a_wrong_value_is_named_with_its_cure(name: str, value: str, cure: str) -> None:
    with pytest.raises(BadSettings) as caught:
        Settings.read({name: value})

    (sentence,) = caught.value.mistakes
    assert sentence.startswith(name)
    assert cure in sentence


def test_all_mistakes_are_told_at_once() -> None:
    with pytest.raises(BadSettings) as caught:
        Settings.read({"PORT": "x", "HELPDESK_LANGUAGE": "x", "HELPDESK_DNS_TIMEOUT": "x"})

    assert len(caught.value.mistakes) == 3


def test_no_secret_shows_in_repr_or_in_an_error() -> None:
    environ = {"SLACK_BOT_TOKEN": BOT, "SLACK_APP_TOKEN": APP, "DATABASE_URL": "sqlite:///s3cret"}
    settings = Settings.read(environ)
    with pytest.raises(BadSettings) as caught:
        Settings.read({"SLACK_BOT_TOKEN": "s3cret", "DATABASE_URL": "mysql://u:s3cret@h/d"})
    with pytest.raises(BadSettings) as unread:
        Settings.read({"DATABASE_URL": "postgresql://u@h:s3cret/d"})

    assert "secret" not in repr(settings) + repr(unread.value) + repr(settings.transport())
    assert "s3cret" not in str(caught.value)


def test_the_transport_follows_from_the_tokens() -> None:
    socket = Settings(bot_token=BOT, app_token=APP, signing_secret="ab" * 16)
    http = Settings(bot_token=BOT, signing_secret="ab" * 16, port=80)

    assert socket.transport() == SocketMode(bot_token=BOT, app_token=APP)
    assert http.transport() == Http(bot_token=BOT, signing_secret="ab" * 16, port=80)


@pytest.mark.parametrize(
    ("settings", "missing"),
    [
        pytest.param(Settings(bot_token=BOT), "SLACK_APP_TOKEN", id="bot token only"),
        pytest.param(Settings(app_token=APP), "SLACK_BOT_TOKEN", id="app token only"),
        pytest.param(Settings(signing_secret="ab" * 16), "SLACK_BOT_TOKEN", id="secret only"),
    ],
)
def test_half_a_slack_is_named(settings: Settings, missing: str) -> None:
    with pytest.raises(BadSettings, match=f"{missing} is missing"):
        settings.transport()
