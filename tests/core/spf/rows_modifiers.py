"""RFC 7208, 6 and 7: redirect, exp, unknown modifiers, and macros."""

from bot.core.spf.result import Result
from tests.core.spf.rows import NOW, Row

PASS, FAIL, SOFTFAIL, NEUTRAL = Result.PASS, Result.FAIL, Result.SOFTFAIL, Result.NEUTRAL
NONE, TEMPERROR, PERMERROR = Result.NONE, Result.TEMPERROR, Result.PERMERROR
V6 = "2001:db8::cb01"
V6_NIBBLES = "1.0.b.c.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2"  # RFC 7208, 7.4

MODIFIERS = {
    "6 an unknown modifier is ignored": Row("v=spf1 x-y.z_1=%{d}:/~ +all", PASS),
    "6 an unknown modifier without value": Row("v=spf1 moo= +all", PASS),
    "6 an unknown modifier twice": Row("v=spf1 moo=1 moo=2 +all", PASS),
    "6 a mechanism's name with = is a modifier": Row("v=spf1 include=o.example.com ~all", SOFTFAIL),
    "6 default is an unknown modifier": Row("v=spf1 default=pass", NEUTRAL),
    "6 a name that begins with a digit": Row("v=spf1 1moo=x +all", PERMERROR),
    "6 a name with a star": Row("v=spf1 m*o=x +all", PERMERROR),
    "6 no name": Row("v=spf1 =x +all", PERMERROR),
    "6 a sign before a modifier": Row("v=spf1 ?redirect=o.example.com", PERMERROR, "o- TXT v=spf1 +all"),
    "6 a sign before an unknown modifier": Row("v=spf1 -moo=x +all", PERMERROR),
    "6 redirect twice": Row("v=spf1 redirect=o.example.com redirect=o.example.com", PERMERROR, "o- TXT v=spf1 +all"),
    "6 exp twice": Row("v=spf1 exp=e.example.com exp=f.example.com +all", PERMERROR),
    "6.1 redirect: the other decides": Row("v=spf1 redirect=o.example.com", FAIL, "o- TXT v=spf1 -all"),
    "6.1 redirect: after nothing matched": Row(
        "v=spf1 ip4:198.51.100.1 redirect=o.example.com", PASS, "o- TXT v=spf1 +all"
    ),
    "6.1 redirect: not after a match": Row("v=spf1 redirect=o.example.com ip4:192.0.2.1", PASS, "o- SERVFAIL TXT"),
    "6.1 redirect: the domain changes with it": Row("v=spf1 redirect=o.example.com", PASS, "o- TXT v=spf1 a -all\no- A 192.0.2.1"),
    "6.1 redirect: none is permerror": Row("v=spf1 redirect=o.example.com", PERMERROR),
    "6.1 redirect: a text of another kind is permerror": Row("v=spf1 redirect=o.example.com", PERMERROR, "o- TXT moo"),
    "6.1 redirect: a broken record is permerror": Row("v=spf1 redirect=o.example.com", PERMERROR, "o- TXT v=spf1 moo"),
    "6.1 redirect: SERVFAIL is temperror": Row("v=spf1 redirect=o.example.com", TEMPERROR, "o- SERVFAIL TXT"),
    "6.1 redirect: a macro": Row("v=spf1 redirect=%{l}.%{d}", PASS, "alice- TXT v=spf1 +all"),
    "6.1 redirect: one label by macro": Row("v=spf1 redirect=%{l}", PERMERROR),
    "6.1 redirect: no name": Row("v=spf1 redirect=", PERMERROR),
    "6.1 redirect: a size": Row("v=spf1 redirect=o.example.com/24", PERMERROR),
    "6.1 redirect: twice in a row": Row(
        "v=spf1 redirect=o.example.com", PASS, "o- TXT v=spf1 redirect=p.example.com\np- TXT v=spf1 +all"
    ),
    "6.1 redirect: neutral where the other has no match": Row("v=spf1 redirect=o.example.com", NEUTRAL, "o- TXT v=spf1"),
}  # fmt: skip

REFUSED = "v=spf1 exp=e.example.com -all"


def text(expected: str | None, *texts: str) -> Row:
    """Refused mail, the texts that e.example.com publishes, and the explanation they give."""
    return Row(REFUSED, FAIL, "\n".join(f"e- TXT {text}" for text in texts), explanation=expected)


EXPLANATIONS = {
    "6.2 exp: its text": text("Ask Alice.", "Ask Alice."),
    "6.2 exp: strings are joined": text("Ask Alice.", '"Ask A" "lice."'),
    "6.2 exp: macros and a per cent sign": text("100% of alice", "100%% of %{l}"),
    "6.2 exp: spaces stay": text("a  b c", '"a  b%_c"'),
    "6.2 exp: no text": text(None),
    "6.2 exp: an empty text explains nothing": text(None, '""'),
    "6.2 exp: the case of names stays": Row(
        "v=spf1 redirect=O.Example.com",
        FAIL,
        "o- TXT v=spf1 exp=e.%{d} -all\ne.o- TXT %{d} %{s}",
        "O.Example.com Alice@EXAMPLE.com",
        sender="Alice@EXAMPLE.com",
    ),
    "6.2 exp: two texts": text(None, "Ask Alice.", "Ask Bob."),
    "6.2 exp: two identical texts": text(None, "Ask Alice.", "Ask Alice."),
    "6.2 exp: an unknown macro": text(None, "Ask %{x}."),
    "6.2 exp: a lone per cent sign": text(None, "100% Alice"),
    "6.2 exp: not ASCII": text(None, "Fragen Sie Jörg."),
    "6.2 exp: a control character": text(None, "Ask\x07Alice."),
    "6.2 exp: a text that looks like SPF": text("v=spf1 -all", "v=spf1 -all"),
    "6.2 exp: SERVFAIL": Row(REFUSED, FAIL, "e- SERVFAIL TXT"),
    "6.2 exp: REFUSED": Row(REFUSED, FAIL, "e- REFUSED TXT"),
    "6.2 exp: not for softfail": Row("v=spf1 exp=e.example.com ~all", SOFTFAIL, "e- TXT No."),
    "6.2 exp: not for neutral": Row("v=spf1 exp=e.example.com ?all", NEUTRAL, "e- TXT No."),
    "6.2 exp: not for pass": Row("v=spf1 exp=e.example.com +all", PASS, "e- TXT No."),
    "6.2 exp: wherever it stands": Row("v=spf1 -all exp=e.example.com", FAIL, "e- TXT No.", "No."),
    "6.2 exp: for any term that fails": Row("v=spf1 -ip4:192.0.2.1 exp=e.example.com", FAIL, "e- TXT No.", "No."),
    "6.2 exp: a macro in its name": Row("v=spf1 exp=%{l}.example.com -all", FAIL, "alice- TXT No.", "No."),
    "6.2 exp: behind an alias": Row(REFUSED, FAIL, "e- CNAME f.example.com\nf- TXT No.", "No."),
    "6.2 exp: a name that is no domain": Row("v=spf1 exp=x..example.com -all", FAIL),
    "6.2 exp: a macro across two strings": text("a alice b", '"a %{" "l} b"'),
    "6.2 exp: a name cut at 253": Row(
        f"v=spf1 exp={'x' * 63}.{'x' * 63}.{'x' * 63}.{'y' * 50}.e.example.com -all", FAIL,
        f"{'x' * 63}.{'x' * 63}.{'y' * 50}.e.example.com TXT No.", "No.",
    ),
    "6.2 exp: no name": Row("v=spf1 exp= -all", PERMERROR),
    "6.2 exp: one label": Row("v=spf1 exp=e -all", PERMERROR),
    "6.2 exp: the included record's is never used": Row(
        "v=spf1 include:o.example.com -all", FAIL, "o- TXT v=spf1 exp=e.example.com -all\ne- TXT No."
    ),
    "6.2 exp: the includer's is used": Row(
        "v=spf1 -include:o.example.com exp=f.example.com", FAIL,
        "o- TXT v=spf1 exp=e.example.com +all\ne- TXT No.\nf- TXT Yes.", "Yes.",
    ),
    "6.2 exp: with redirect the other's is used": Row(
        "v=spf1 redirect=o.example.com exp=f.example.com", FAIL,
        "o- TXT v=spf1 exp=e.%{d} -all\ne.o- TXT For %{d}.\nf- TXT No.", "For o.example.com.",
    ),
    "6.2 exp: with redirect the first record's is not": Row(
        "v=spf1 redirect=o.example.com exp=f.example.com", FAIL, "o- TXT v=spf1 -all\nf- TXT No."
    ),
    "6.2 exp: a match before redirect": Row(
        "v=spf1 -ip4:192.0.2.1 redirect=o.example.com exp=f.example.com", FAIL, "o- TXT v=spf1 -all\nf- TXT Mine.", "Mine."
    ),
}  # fmt: skip


def macro(template: str, name: str, **who: str) -> Row:
    """A domain-spec and the one name that may come of it."""
    return Row(f"v=spf1 exists:{template} -all", PASS, f"{name} A 127.0.0.2", **who)


STRONG = "strong-bad@email.example.com"  # the sender of RFC 7208, 7.4
MAIL = "email.example.com TXT v=spf1 "


def rfc(template: str, name: str, ip: str = "192.0.2.3") -> Row:
    """One line of the table of RFC 7208, 7.4."""
    return Row(
        None, PASS, f"{MAIL}exists:{template} -all\n{name} A 127.0.0.2", sender=STRONG, ip=ip
    )


def said(template: str, expected: str, **who: str) -> Row:
    """An explanation and what its macros come to."""
    zone = f'e- TXT "{template}"'
    return Row(REFUSED, FAIL, zone, expected, **who)


KNOWN = "192.0.2.1 PTR {}\n{} A 192.0.2.1"
P_RECORD = "v=spf1 exists:%{p}.x.example -all"
L60 = "k" * 60

MACROS = {
    "7.2 s": macro("%{s}.x.example", "alice@example.com.x.example"),
    "7.2 s without sender": Row(
        None, PASS, "mail.example.net TXT v=spf1 exists:%{s}.x.example\npostmaster@mail.example.net.x.example A 127.0.0.2", sender=""
    ),
    "7.2 l": macro("%{l}.x.example", "alice.x.example"),
    "7.2 o": macro("%{o}.x.example", "example.com.x.example"),
    "7.2 d": macro("x.%{d}", "x.example.com"),
    "7.2 i": macro("%{i}.x.example", "192.0.2.1.x.example"),
    "7.2 i of IPv6": macro("%{i}.x.example", f"{V6_NIBBLES[::-1]}.x.example", ip=V6),
    "7.2 i of mapped IPv4": macro("%{i}.%{v}.x.example", "192.0.2.1.in-addr.x.example", ip="::ffff:192.0.2.1"),
    "7.2 h in parts": macro("%{h2}.x.example", "example.net.x.example"),
    "7.2 i of IPv6 in parts": macro("%{i4}.x.example", "c.b.0.1.x.example", ip=V6),
    "7.2 v": macro("%{v}.x.example", "in-addr.x.example"),
    "7.2 v of IPv6": macro("%{v}.x.example", "ip6.x.example", ip=V6),
    "7.2 h": macro("%{h}.x.example", "mail.example.net.x.example"),
    "7.2 h that is no domain": Row("v=spf1 a:%{h} ~all", SOFTFAIL, helo="[192.0.2.1]"),
    "7.2 h with a space, escaped": macro("%{H}.x.example", "a%20b.x.example", helo="a b"),
    "7.2 c only in explanations": Row("v=spf1 exists:%{c}.x.example +all", PERMERROR),
    "7.2 r only in explanations": Row("v=spf1 exists:%{r}.x.example +all", PERMERROR),
    "7.2 t only in explanations": Row("v=spf1 exists:%{t}.x.example +all", PERMERROR),
    "7.2 c not in the name of an explanation": Row("v=spf1 exp=%{c}.x.example -all", PERMERROR),
    "7.2 an unknown letter": Row("v=spf1 exists:%{e}.x.example +all", PERMERROR),
    "7.3 capitals escape": macro("%{L}.x.example", "jack%26jill%3Dup.x.example", sender="jack&jill=up@example.com"),
    "7.3 small letters do not": macro("%{l}.x.example", "jack&jill=up.x.example", sender="jack&jill=up@example.com"),
    "7.3 the unreserved are not escaped": macro("%{L}.x.example", "a-b_c~d.x.example", sender="a-b_c~d@example.com"),
    "7.3 capitals in the transformers": macro("%{D1R}.x.example", "example.x.example"),
    "7.3 fewer parts than wanted": macro("%{d9}.x.example", "example.com.x.example"),
    "7.3 the right-hand part": macro("%{d1}.x.example", "com.x.example"),
    "7.3 very many parts": macro("%{d99999999999999999999}.x.example", "example.com.x.example"),
    "7.3 leading zeros": macro("%{d001}.x.example", "com.x.example"),
    "7.3 no parts": Row("v=spf1 exists:%{d0}.x.example +all", PERMERROR),
    "7.3 r before the digits": Row("v=spf1 exists:%{dr1}.x.example +all", PERMERROR),
    "7.3 every delimiter": macro(
        "%{l-+,/_=}.x.example", "a.b.c.d.e.f.g.x.example", sender="a-b+c,d/e_f=g@example.com"
    ),
    "7.3 dots are no delimiter where another is named": macro("%{l1-}.x.example", "b.c.x.example", sender="a-b.c@example.com"),
    "7.3 an unknown delimiter": Row("v=spf1 exists:%{l:}.x.example +all", PERMERROR),
    "7.3 two delimiters in a row make an empty label": Row(
        "v=spf1 exists:%{l-}.x.example ~all", SOFTFAIL, sender="a--b@example.com"
    ),
    "7.3 a name is cut from the left at 253": Row(
        None, PASS,
        f"{L60}.test TXT v=spf1 exists:%{{d}}.%{{d}}.%{{d}}.%{{d}}.x.example -all\n"
        f"test.{L60}.test.{L60}.test.{L60}.test.x.example A 127.0.0.2",
        sender=f"alice@{L60}.test",
    ),
    "7.3 a name of exactly 253 stays whole": Row(
        None, PASS,
        f"{L60}.test TXT v=spf1 exists:%{{d}}.%{{d}}.%{{d}}.{'z' * 47}.example -all\n"
        f"{L60}.test.{L60}.test.{L60}.test.{'z' * 47}.example A 127.0.0.2",
        sender=f"alice@{L60}.test",
    ),
    "7.1 symbols in names": macro("%%x%-y%_z.example", r"%x%20y\032z.example"),
    "7.1 a per cent sign and a letter": Row("v=spf1 exists:%d.example.com +all", PERMERROR),
    "7.1 a per cent sign at the end": Row("v=spf1 exists:example.com% +all", PERMERROR),
    "7.1 an unclosed brace": Row("v=spf1 exists:%{d.example.com +all", PERMERROR),
    "7.1 an empty brace": Row("v=spf1 exists:%{}.example.com +all", PERMERROR),
    "7.1 round brackets": Row("v=spf1 exists:%(d).example.com +all", PERMERROR),
    "7.1 a macro is end enough": macro("x.%{d}", "x.example.com"),
    "7.1 a label behind a macro needs a dot": Row("v=spf1 exists:%{d}com +all", PERMERROR),
    "7.1 macros in a and its sizes": Row("v=spf1 a:%{l}.%{d}/24 -all", PASS, "alice- A 192.0.2.99"),
    "8616 a local-part that is not ASCII matches nothing": Row("v=spf1 exists:%{l}.x.example ~all", SOFTFAIL, sender="jörg@example.com"),
    "7.4 %{ir}.%{v}._spf.%{d2}": rfc("%{ir}.%{v}._spf.%{d2}", "3.2.0.192.in-addr._spf.example.com"),
    "7.4 %{lr-}.lp._spf.%{d2}": rfc("%{lr-}.lp._spf.%{d2}", "bad.strong.lp._spf.example.com"),
    "7.4 %{lr-}.lp.%{ir}.%{v}._spf.%{d2}": rfc(
        "%{lr-}.lp.%{ir}.%{v}._spf.%{d2}", "bad.strong.lp.3.2.0.192.in-addr._spf.example.com"
    ),
    "7.4 %{ir}.%{v}.%{l1r-}.lp._spf.%{d2}": rfc(
        "%{ir}.%{v}.%{l1r-}.lp._spf.%{d2}", "3.2.0.192.in-addr.strong.lp._spf.example.com"
    ),
    "7.4 %{d2}.trusted-domains.example.net": rfc(
        "%{d2}.trusted-domains.example.net", "example.com.trusted-domains.example.net"
    ),
    "7.4 IPv6": rfc("%{ir}.%{v}._spf.%{d2}", f"{V6_NIBBLES}.ip6._spf.example.com", V6),
    "7.3 p is the domain where that is a name of the client": Row(
        P_RECORD, PASS, "192.0.2.1 PTR z.example.com\nz- A 192.0.2.1\n" + KNOWN.format("example.com", "example.com") + "\nexample.com.x.example A 127.0.0.2"
    ),
    "7.3 p is a name inside the domain": Row(
        P_RECORD, PASS, KNOWN.format("a.example.net", "a.example.net") + "\n192.0.2.1 PTR z.example.com\nz- A 192.0.2.1\nz.example.com.x.example A 127.0.0.2"
    ),
    "7.3 p is any name": Row(P_RECORD, PASS, KNOWN.format("a.example.net", "a.example.net") + "\na.example.net.x.example A 127.0.0.2"),
    "7.3 p where no name leads back": Row(
        P_RECORD, PASS, "192.0.2.1 PTR h.example.com\nh- A 192.0.2.9\nunknown.x.example A 127.0.0.2"
    ),
    "7.3 p where there is no name": Row(P_RECORD, PASS, "unknown.x.example A 127.0.0.2"),
    "7.3 p where DNS fails": Row(P_RECORD, PASS, "192.0.2.1 SERVFAIL PTR\nunknown.x.example A 127.0.0.2"),
    "7.3 p of IPv6": Row(P_RECORD, PASS, f"{V6} PTR h.example.com\nh- AAAA {V6}\nh.example.com.x.example A 127.0.0.2", ip=V6),
    "7.3 p asks for no more terms": Row(
        "v=spf1 exists:%{p}.x1.example exists:%{p}.x2.example ~all", SOFTFAIL, KNOWN.format("h.example.com", "h.example.com")
    ),
    "7.2 c in an explanation": said("from %{c}", "from 192.0.2.1"),
    "7.2 c of IPv6": said("from %{c}", f"from {V6}", ip="2001:0DB8:0::CB01"),
    "7.2 i of IPv6 in an explanation, in capitals": said(
        "%{ir}.%{v}.arpa", f"{V6_NIBBLES.upper()}.ip6.arpa", ip=V6
    ),
    "7.2 r in an explanation": said("by %{r}", "by mx.example.org"),
    "7.2 t in an explanation": said("at %{t}", f"at {NOW}"),
    "7.2 all in an explanation": said(
        "%{s} %{l} %{o} %{d} %{i} %{v} %{h}",
        "alice@example.com alice example.com example.com 192.0.2.1 in-addr mail.example.net",
    ),
    "7.2 p in an explanation": Row(REFUSED, FAIL, "e- TXT by %{p}\n" + KNOWN.format("h.example.com", "h.example.com"), "by h.example.com"),
    "7.2 p unknown in an explanation": said("by %{p}", "by unknown"),
    "7.3 capitals in an explanation": said("?s=%{S}", "?s=alice%40example.com"),
    "7.3 a sender that is not ASCII gives no explanation": Row(REFUSED, FAIL, "e- TXT by %{l}", sender="jörg@example.com"),
}  # fmt: skip

ROWS = MODIFIERS | EXPLANATIONS | MACROS
