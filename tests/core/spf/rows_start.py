"""RFC 7208, 2 and 4: whom to check, finding the record, reading it, and the limits."""

from bot.core.spf.result import Result
from tests.core.spf.rows import Row

PASS, FAIL, SOFTFAIL, NEUTRAL = Result.PASS, Result.FAIL, Result.SOFTFAIL, Result.NEUTRAL
NONE, TEMPERROR, PERMERROR = Result.NONE, Result.TEMPERROR, Result.PERMERROR

L63 = "x" * 63
LONG = f"{L63}.{L63}.{L63}.{'y' * 49}.example.com"  # 253 octets
HELO_PASS = "mail.example.net TXT v=spf1 +all"


def lines(pattern: str, *numbers: int) -> str:
    """One line of a zone for each number."""
    return "\n".join(pattern.replace("#", str(number)) for number in numbers)


INITIAL = {
    "2.4 an empty sender: the HELO name is checked": Row("v=spf1 -all", PASS, HELO_PASS, sender=""),
    "2.4 an empty sender: its local-part is postmaster": Row(
        None,
        PASS,
        "mail.example.net TXT v=spf1 exists:%{l}.example.com -all\npostmaster- A 127.0.0.2",
        sender="",
    ),
    "2.3 a HELO of one label": Row(None, NONE, sender="", helo="localhost"),
    "2.3 a HELO that is an address literal": Row(None, NONE, sender="", helo="[192.0.2.1]"),
    "2.3 a HELO with a space": Row(None, NONE, sender="", helo="mail example.com"),
    "4.3 a sender of one label": Row(
        None, NONE, "localhost TXT v=spf1 +all", sender="alice@localhost"
    ),
    "4.3 a sender at an address literal": Row(None, NONE, sender="alice@[192.0.2.1]"),
    "4.3 an empty label": Row(None, NONE, sender="alice@a..example.com"),
    "4.3 a leading dot": Row(None, NONE, sender="alice@.example.com"),
    "4.3 no domain at all": Row(None, NONE, sender="alice@"),
    "4.3 a label of 64": Row(None, NONE, sender=f"alice@x{L63}.example.com"),
    "4.3 a label of 63": Row(
        None, PASS, f"{L63}.example.com TXT v=spf1 +all", sender=f"alice@{L63}.example.com"
    ),
    "4.3 a name of 253": Row(None, PASS, f"{LONG} TXT v=spf1 +all", sender=f"alice@{LONG}"),
    "4.3 a name of 254": Row(None, NONE, sender=f"alice@z{LONG}"),
    "4.3 a final dot": Row("v=spf1 +all", PASS, sender="alice@example.com."),
    "4.3 two final dots": Row("v=spf1 +all", NONE, sender="alice@example.com.."),
    "4.3 capitals": Row("v=spf1 +all", PASS, sender="alice@EXAMPLE.Com"),
    "4.3 an underscore": Row(None, PASS, "_x- TXT v=spf1 +all", sender="alice@_x.example.com"),
    "4.3 U-labels are A-labels in DNS": Row(
        None, PASS, "xn--mller-kva.example TXT v=spf1 +all", sender="alice@MÜLLER.example"
    ),
    "4.3 A-labels are taken as they are": Row(
        None, PASS, "xn--mller-kva.example TXT v=spf1 +all", sender="alice@xn--mller-kva.example"
    ),
    "4.3 a U-label that no A-label stands for": Row(None, NONE, sender="alice@☃.example"),
    "4.3 no local-part": Row(
        "v=spf1 exists:%{l}.example.com -all",
        PASS,
        "postmaster- A 127.0.0.2",
        sender="@example.com",
    ),
    "4.3 no local-part and no @": Row(
        "v=spf1 exists:%{l}.example.com -all", PASS, "postmaster- A 127.0.0.2", sender="example.com"
    ),
    "4.3 an @ inside a quoted local-part": Row(
        "v=spf1 +all", PASS, sender='"a@b.example"@example.com'
    ),
    "4.3 the sender goes before HELO": Row("v=spf1 -all", FAIL, HELO_PASS),
}

FINDING = {
    "4.4 no such name": Row(None, NONE),
    "4.4 a name without TXT": Row(None, NONE, "example.com A 192.0.2.1"),
    "4.4 SERVFAIL": Row(None, TEMPERROR, "example.com SERVFAIL TXT"),
    "4.4 REFUSED": Row(None, TEMPERROR, "example.com REFUSED TXT"),
    "4.4 an alias leads to the record": Row(
        None,
        PASS,
        "www- CNAME other.example\nother.example TXT v=spf1 +all",
        sender="a@www.example.com",
    ),
    "4.4 nothing is inherited from the domain above": Row(
        "v=spf1 +all", NONE, sender="a@www.example.com"
    ),
    "4.5 only texts of other kinds": Row(
        "some-verification=1", NONE, "example.com TXT spf2.0/pra +all"
    ),
    "4.5 one among other texts": Row(
        "v=spf1 +all", PASS, "example.com TXT hello\nexample.com TXT v=spf2 -all"
    ),
    "4.5 two records": Row("v=spf1 +all", PERMERROR, "example.com TXT v=spf1 -all"),
    "4.5 two identical records": Row("v=spf1 +all", PERMERROR, "example.com TXT v=spf1 +all"),
    "4.5 two records of which one is broken": Row(
        "v=spf1 +all", PERMERROR, "example.com TXT v=spf1 moo"
    ),
    "4.5 the second has another version": Row("v=spf1 +all", PASS, "example.com TXT v=spf10 -all"),
    "4.5 the version alone": Row("v=spf1", NEUTRAL),
    "4.5 the version and spaces": Row("v=spf1   ", NEUTRAL),
    "4.5 the version in capitals": Row("V=SPF1 +all", PASS),
    "4.5 nothing between version and term": Row("v=spf1+all", NONE),
    "4.5 a tab behind the version": Row("v=spf1\t+all", NONE),
    "4.5 a space before the version": Row('" v=spf1 +all"', NONE),
    "4.5 an umlaut in another text": Row("v=spf1 +all", PASS, "example.com TXT grüße"),
    "4.5 an empty text beside the record": Row("v=spf1 +all", PASS, 'example.com TXT ""'),
    "3.3 strings are joined": Row('"v=spf1 ip4:192.0" ".2.1 -all"', PASS),
    "3.3 strings are joined within the version": Row('"v=sp" "f1 +all"', PASS),
    "3.3 strings are joined without a space": Row('"v=spf1 ip4:192.0.2.1" "-all"', PERMERROR),
    "3.3 empty strings between": Row('"v=spf1" "" " +all" ""', PASS),
    "3.4 a record of many strings": Row(
        " ".join(["v=spf1", *(f"ip4:198.51.100.{n}" for n in range(100)), "+all"]), PASS
    ),
}

READING = {
    "4.6 a fault behind the term that matches": Row("v=spf1 ip4:192.0.2.1 moo -all", PERMERROR),
    "4.6 a fault behind all": Row("v=spf1 +all mx:", PERMERROR),
    "4.6 a fault in a modifier that is not used": Row("v=spf1 +all redirect=?", PERMERROR),
    "4.6 a fault in an unknown modifier": Row("v=spf1 x=%{ +all", PERMERROR),
    "4.6 a fault asks DNS nothing": Row("v=spf1 a:x.example.com moo", PERMERROR, "x- SERVFAIL A"),
    "4.6.1 many spaces": Row("v=spf1   ip4:192.0.2.1    -all  ", PASS),
    "4.6.1 a tab is no space": Row("v=spf1 ip4:192.0.2.1\t-all", PERMERROR),
    "4.6.1 capitals everywhere": Row("v=spf1 IP4:192.0.2.1 -ALL", PASS),
    "4.6.1 not ASCII": Row("v=spf1 ip4:192.0.2.1 ü=x -all", PERMERROR),
    "4.6.1 a long dash": Row("v=spf1 ip4:192.0.2.1 \u2013all", PERMERROR),
    "4.6.1 a control character": Row("v=spf1 ip4:192.0.2.1 a:x\x01.example.com", PERMERROR),
    "4.6.2 plus": Row("v=spf1 +ip4:192.0.2.1 -all", PASS),
    "4.6.2 minus": Row("v=spf1 -ip4:192.0.2.1 +all", FAIL),
    "4.6.2 tilde": Row("v=spf1 ~ip4:192.0.2.1 +all", SOFTFAIL),
    "4.6.2 question mark": Row("v=spf1 ?ip4:192.0.2.1 +all", NEUTRAL),
    "4.6.2 the first match decides": Row("v=spf1 -ip4:192.0.2.0/24 +ip4:192.0.2.1", FAIL),
    "4.6.3 a modifier counts wherever it stands": Row(
        "v=spf1 redirect=o.example.com ip4:198.51.100.1", PASS, "o- TXT v=spf1 +all"
    ),
    "4.7 nothing matches": Row("v=spf1 ip4:198.51.100.1", NEUTRAL),
    "4.8 a name with an empty label is none": Row("v=spf1 a:x..example.com -all", FAIL),
    "4.8 a name with a leading dot is none": Row(
        "v=spf1 a:.example.com -all", FAIL, "example.com A 192.0.2.1"
    ),
    "4.8 a label of 64 is none": Row(f"v=spf1 mx:x{L63}.example.com -all", FAIL),
    "4.8 three such names are no void look-ups": Row(
        f"v=spf1 a:x..example.com mx:x..example.com exists:x..example.com a:x{L63}.example.com ~all",
        SOFTFAIL,
    ),
    "4.8 a final dot": Row("v=spf1 a:mx.example.com. -all", PASS, "mx- A 192.0.2.1"),
    "4.8 capitals": Row("v=spf1 a:MX.Example.COM -all", PASS, "mx- A 192.0.2.1"),
}

TEN_A = "v=spf1 " + " ".join(f"a:h{n}.example.com" for n in range(10))
TEN_HOSTS = lines("h#- A 198.51.100.1", *range(11))
CHAIN = lines("c#- TXT v=spf1 include:c#0.example.com", 1, 10, 100, 1000) + "\n"
MX_TEN = lines("example.com MX # m#.example.com\nm#- A 198.51.100.#", *range(1, 10))
PTR_TEN = lines("192.0.2.1 PTR p#.example.com\np#- A 198.51.100.#", *range(1, 11))

LIMITS = {
    "4.6.4 ten terms": Row(f"{TEN_A} +all", PASS, TEN_HOSTS),
    "4.6.4 eleven terms": Row(f"{TEN_A} a:h10.example.com +all", PERMERROR, TEN_HOSTS),
    "4.6.4 the tenth matches, the eleventh is not reached": Row(
        f"{TEN_A} a a:h10.example.com".replace("a:h0.example.com ", ""), PASS, f"{TEN_HOSTS}\nexample.com A 192.0.2.1"
    ),
    "4.6.4 ip4, ip6 and all count nothing": Row(
        f"{TEN_A} ip4:198.51.100.1 ip6:2001:db8::1 exp=e.example.com +all", PASS, TEN_HOSTS
    ),
    "4.6.4 redirect is the eleventh": Row(
        f"{TEN_A} redirect=o.example.com", PERMERROR, f"{TEN_HOSTS}\no- TXT v=spf1 +all"
    ),
    "4.6.4 redirect is the tenth": Row(
        f"{TEN_A} redirect=o.example.com".replace("a:h0.example.com ", ""), PASS, f"{TEN_HOSTS}\no- TXT v=spf1 +all"
    ),
    "4.6.4 exp is not counted": Row(
        f"{TEN_A} exp=e.example.com -all", FAIL, f"{TEN_HOSTS}\ne- TXT No.", explanation="No."
    ),
    "4.6.4 each kind of term counts": Row(
        "v=spf1 a mx ptr exists:h0.example.net include:o.example.com "
        "a:h1.example.com a:h2.example.com a:h3.example.com a:h4.example.com +all",
        PERMERROR,
        f"{TEN_HOSTS}\no- TXT v=spf1 a:h5.example.com a:h6.example.com\nexample.com A 198.51.100.1\n"
        "example.com MX 0 h0.example.com",
    ),
    "4.6.4 terms of an included record count": Row(
        "v=spf1 include:o.example.com a:h10.example.com +all",
        PERMERROR,
        TEN_HOSTS + "\no- TXT " + TEN_A.replace(" a:h9.example.com", ""),
    ),
    "4.6.4 ten with those of an included record": Row(
        "v=spf1 include:o.example.com +all", PASS, TEN_HOSTS + "\no- TXT " + TEN_A.replace(" a:h9.example.com", "")
    ),
    "4.6.4 a loop of includes": Row("v=spf1 include:example.com +all", PERMERROR),
    "4.6.4 a loop of redirects": Row("v=spf1 redirect=example.com", PERMERROR),
    "4.6.4 a loop over three": Row(
        "v=spf1 include:x.example.com -all",
        PERMERROR,
        "x- TXT v=spf1 include:y.example.com\ny- TXT v=spf1 redirect=example.com",
    ),
    "4.6.4 an include twice is no loop": Row(
        "v=spf1 include:o.example.com include:o.example.com ~all", SOFTFAIL, "o- TXT v=spf1 -all"
    ),
    "4.6.4 two void look-ups": Row("v=spf1 a:v1.example.com mx:v2.example.com ~all", SOFTFAIL),
    "4.6.4 three void look-ups": Row("v=spf1 a:v1.example.com mx:v2.example.com exists:v3.example.com ~all", PERMERROR),
    "4.6.4 NODATA is void as NXDOMAIN is": Row(
        "v=spf1 a mx exists:example.com ~all", PERMERROR, "example.com AAAA 2001:db8::1"
    ),
    "4.6.4 the same void name three times": Row("v=spf1 a:v.example.com a:v.example.com a:v.example.com +all", PERMERROR),
    "4.6.4 void look-ups of an included record count": Row(
        "v=spf1 a:v1.example.com include:o.example.com ~all",
        PERMERROR,
        "o- TXT v=spf1 a:v2.example.com a:v3.example.com",
    ),
    "4.6.4 a match before the third void look-up": Row(
        "v=spf1 a:v1.example.com a:v2.example.com ip4:192.0.2.1 a:v3.example.com", PASS
    ),
    "4.6.4 an exchanger without address is void": Row(
        "v=spf1 mx ~all",
        PERMERROR,
        "example.com MX 1 v1.example.com\nexample.com MX 2 v2.example.com\nexample.com MX 3 v3.example.com",
    ),
    "4.6.4 an explanation is never void": Row("v=spf1 a:v1.example.com a:v2.example.com exp=v3.example.com -all", FAIL),
    "4.6.4 each ptr of a client without name is void": Row("v=spf1 ptr ptr:a.example ptr:b.example ~all", PERMERROR),
    "4.6.4 %{p} of a client without name is void once": Row(
        "v=spf1 exists:%{p}.x.example exists:%{p}.y.example ~all",
        PASS,
        "unknown.y.example A 127.0.0.1",
    ),
    "4.6.4 ten exchangers": Row(
        "v=spf1 mx -all", PASS, f"{MX_TEN}\nexample.com MX 10 m10.example.com\nm10- A 192.0.2.1"
    ),
    "4.6.4 eleven exchangers": Row(
        "v=spf1 mx -all",
        PERMERROR,
        f"{MX_TEN}\nexample.com MX 10 m1.example.com\nexample.com MX 0 m10.example.com\nm10- A 192.0.2.1",
    ),
    "4.6.4 eleven addresses are no limit": Row(
        "v=spf1 a -all", PASS, lines("example.com A 198.51.100.#", *range(11)) + "\nexample.com A 192.0.2.1"
    ),
    "4.6.4 the eleventh name of a client is ignored": Row(
        "v=spf1 ptr -all",
        FAIL,
        f"{PTR_TEN}\n192.0.2.1 PTR good.example.com\ngood- A 192.0.2.1",
    ),
    "4.6.4 the tenth name of a client is not": Row(
        "v=spf1 ptr -all",
        PASS,
        PTR_TEN.replace("p10", "good").replace("198.51.100.10", "192.0.2.1"),
    ),
}  # fmt: skip

ROWS = INITIAL | FINDING | READING | LIMITS
