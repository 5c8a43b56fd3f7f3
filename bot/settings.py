"""A Mapping -> frozen Settings, or every mistake at once, each a sentence with its cure."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from ipaddress import ip_address
from pathlib import Path
from typing import NoReturn, Self, TypeVar
from urllib.parse import urlsplit

from rapidfuzz import process

from bot.core.errors import BotError
from bot.core.words import Language

T = TypeVar("T")

SLACK_API = "https://slack.com/api/"
OURS = "HELPDESK_"  # no variable that starts so may be misspelt
LOOK_ALIKE = 80.0  # RapidFuzz points from which a variable is taken for a slip of a known one
MAX_PORT = 65535
DNS_PORT = 53
MAX_DNS_TIMEOUT = 5.0  # seconds; three attempts, each longer, have to fit into about 8 s
MAX_RETENTION = 3650  # days


class BadSettings(BotError):
    """Settings are wrong or missing. Read by the admin on the terminal, all sentences at once."""

    def __init__(self, *mistakes: str) -> None:
        super().__init__("\n".join(mistakes))
        self.mistakes = mistakes


@dataclass(frozen=True, slots=True, kw_only=True)
class SocketMode:
    """What it takes to serve one workspace over Socket Mode."""

    bot_token: str = field(repr=False)
    app_token: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Http:
    """What it takes to serve over HTTP: Slack's requests are signed with the secret."""

    bot_token: str = field(repr=False)
    signing_secret: str = field(repr=False)
    port: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything the environment decides. Times are seconds; secrets stay out of `repr`.

    `knowledge` None means: `./knowledge` if it is there, else the shipped articles;
    `nameservers` empty means: the system's resolvers.
    """

    bot_token: str | None = field(default=None, repr=False)
    app_token: str | None = field(default=None, repr=False)
    signing_secret: str | None = field(default=None, repr=False)
    port: int = 3000
    api_url: str = SLACK_API
    database_url: str = field(default="sqlite:///helpdesk.db", repr=False)
    knowledge: Path | None = None
    nameservers: tuple[str, ...] = ()
    dns_timeout: float = 1.0
    support_channels: frozenset[str] = frozenset()
    handoff: str | None = None
    team: frozenset[str] = frozenset()
    admins: frozenset[str] = frozenset()
    language: Language = Language.EN
    status_port: int | None = None
    retention_days: int = 90

    @classmethod
    def read(cls, environ: Mapping[str, str]) -> Self:
        """The settings that these variables spell; `BadSettings` names every mistake at once."""
        values: dict[str, object] = {}
        mistakes = [
            _unknown(name) for name in environ if name.startswith(OURS) and name not in VARIABLES
        ]
        for name, (attribute, parse) in VARIABLES.items():
            text = environ.get(name, "").strip()
            if not text:
                continue
            try:
                values[attribute] = parse(text)
            except ValueError as error:
                mistakes.append(f"{name} {error}")
        if mistakes:
            raise BadSettings(*mistakes)
        return cls(**values)  # type: ignore[arg-type]  # the table pairs attribute and parser

    def transport(self) -> SocketMode | Http | None:
        """How Slack reaches us, None where no Slack variable is set; `BadSettings` for a half."""
        if not (self.bot_token or self.app_token or self.signing_secret):
            return None
        if self.bot_token and self.app_token:
            return SocketMode(bot_token=self.bot_token, app_token=self.app_token)
        if self.bot_token and self.signing_secret:
            return Http(
                bot_token=self.bot_token, signing_secret=self.signing_secret, port=self.port
            )
        if self.bot_token:
            raise BadSettings(
                "SLACK_APP_TOKEN is missing: create an app-level token with the scope "
                "connections:write (api.slack.com/apps, Basic Information), or set "
                "SLACK_SIGNING_SECRET to serve over HTTP. See README, Run it in Slack."
            )
        raise BadSettings(
            "SLACK_BOT_TOKEN is missing: install the app and copy the Bot User OAuth Token "
            "(api.slack.com/apps, OAuth & Permissions). See README, Run it in Slack."
        )


def _unknown(name: str) -> str:
    known = process.extractOne(name, list(VARIABLES), score_cutoff=LOOK_ALIKE)
    hint = f"did you mean {known[0]}?" if known else "README, Settings, lists those there are."
    return f"{name} is no setting of Helpdesk: {hint}"


def _refuse(text: str, cure: str) -> NoReturn:
    raise ValueError(f"is “{text}”: {cure}")


def _token(prefix: str, where: str) -> Callable[[str], str]:
    def parse(text: str) -> str:
        if not text.startswith(prefix) or any(c.isspace() for c in text):
            # The value itself may be a secret of another kind: never repeat it.
            raise ValueError(f"does not look like a token that starts with {prefix}: {where}")
        return text

    return parse


def _secret(text: str) -> str:
    if not re.fullmatch(r"[0-9a-fA-F]{16,128}", text):
        raise ValueError(
            "is not a signing secret (hexadecimal digits): copy it from api.slack.com/apps, "
            "Basic Information, App Credentials."
        )
    return text


def _whole(low: int, high: int, what: str) -> Callable[[str], int]:
    def parse(text: str) -> int:
        if not re.fullmatch(r"[0-9]{1,6}", text) or not low <= int(text) <= high:
            _refuse(text, f"give {what} from {low} to {high}.")
        return int(text)

    return parse


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = 0.0
    if not 0.0 < seconds <= MAX_DNS_TIMEOUT:
        _refuse(text, f"give seconds above 0 and up to {MAX_DNS_TIMEOUT:g}, such as 1.0.")
    return seconds


def _url(text: str) -> str:
    if not re.match(r"https?://[^\s/]+", text):
        _refuse(text, f"give the base URL of the Web API, such as {SLACK_API}")
    return text.rstrip("/") + "/"


def _database(text: str) -> str:
    if not text.startswith(("sqlite:///", "postgresql://", "postgres://")):
        # It may hold a password: name the scheme only.
        raise ValueError(
            f"starts with “{text.partition(':')[0]}:”: give sqlite:///path or "
            "postgresql://user:password@host/name."
        )
    try:
        _ = urlsplit(text).port
    except ValueError:  # its own words may hold the password
        raise ValueError(
            "cannot be read as a URL: give postgresql://user:password@host:port/name, and write "
            "@ / : in a password as %40 %2F %3A."
        ) from None
    return text


def _nameservers(text: str) -> tuple[str, ...]:
    for part in _parts(text):
        _check_nameserver(part)
    return tuple(_parts(text))


def _check_nameserver(text: str) -> None:
    match = re.fullmatch(r"(?:\[(.+)\]|([^:]+))(?::([0-9]{1,5}))?|(.+)", text)
    host, port = (match[1] or match[2] or match[4], match[3]) if match else ("", None)
    try:
        ip_address(host)
    except ValueError:
        port = "0"
    if not 0 < int(port or DNS_PORT) <= MAX_PORT:
        _refuse(text, "give addresses such as 127.0.0.1:53 or [::1]:53, separated by commas.")


def _parts(text: str) -> list[str]:
    return [part for part in re.split(r"[\s,]+", text) if part]


def _ids(kinds: str, what: str) -> Callable[[str], frozenset[str]]:
    def parse(text: str) -> frozenset[str]:
        for part in _parts(text):
            if not re.fullmatch(rf"[{kinds}][A-Z0-9]{{2,}}", part):
                _refuse(part, f"give {what}, separated by commas.")
        return frozenset(_parts(text))

    return parse


def _one_id(text: str) -> str:
    if not re.fullmatch(r"[UWS][A-Z0-9]{2,}", text):
        _refuse(text, "give the id of one user (U…) or user group (S…).")
    return text


def _language(text: str) -> Language:
    if text.lower() not in list(Language):
        _refuse(text, "give de or en.")
    return Language(text.lower())


def _folder(text: str) -> Path:
    path = Path(text).expanduser()
    if not path.is_dir():
        _refuse(text, "there is no such folder; give the folder with your articles.")
    return path


_CHANNELS = _ids("CG", "channel ids such as C0123ABC")
_PEOPLE = _ids("UW", "user ids such as U0123ABC")
_PORT = _whole(1, MAX_PORT, "a port")
_APPS = "copy it from api.slack.com/apps"

VARIABLES: dict[str, tuple[str, Callable[[str], object]]] = {
    "SLACK_BOT_TOKEN": ("bot_token", _token("xoxb-", f"{_APPS}, OAuth & Permissions.")),
    "SLACK_APP_TOKEN": ("app_token", _token("xapp-", f"{_APPS}, Basic Information.")),
    "SLACK_SIGNING_SECRET": ("signing_secret", _secret),
    "PORT": ("port", _PORT),
    "SLACK_API_URL": ("api_url", _url),
    "DATABASE_URL": ("database_url", _database),
    "HELPDESK_KNOWLEDGE": ("knowledge", _folder),
    "HELPDESK_NAMESERVERS": ("nameservers", _nameservers),
    "HELPDESK_DNS_TIMEOUT": ("dns_timeout", _seconds),
    "HELPDESK_SUPPORT_CHANNELS": ("support_channels", _CHANNELS),
    "HELPDESK_HANDOFF": ("handoff", _one_id),
    "HELPDESK_TEAM": ("team", _PEOPLE),
    "HELPDESK_ADMINS": ("admins", _PEOPLE),
    "HELPDESK_LANGUAGE": ("language", _language),
    "HELPDESK_STATUS_PORT": ("status_port", _PORT),
    "HELPDESK_RETENTION_DAYS": ("retention_days", _whole(1, MAX_RETENTION, "days")),
}
"""Each variable, the attribute it sets, and how its text is read."""
