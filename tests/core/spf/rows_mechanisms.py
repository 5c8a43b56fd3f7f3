"""RFC 7208, 5: every mechanism, what it matches, and what DNS errors make of it."""

from bot.core.spf.result import Result
from tests.core.spf.rows import Row

PASS, FAIL, SOFTFAIL, NEUTRAL = Result.PASS, Result.FAIL, Result.SOFTFAIL, Result.NEUTRAL
NONE, TEMPERROR, PERMERROR = Result.NONE, Result.TEMPERROR, Result.PERMERROR
V6 = "2001:db8::1"

ALL = {
    "5.1 all matches everybody": Row("v=spf1 all", PASS),
    "5.1 all with a sign": Row("v=spf1 ?all", NEUTRAL),
    "5.1 nothing behind all is looked at": Row(
        "v=spf1 ~all a:x.example.com", SOFTFAIL, "x- SERVFAIL A"
    ),
    "5.1 all takes no value": Row("v=spf1 all:example.com", PERMERROR),
    "5.1 all takes no size": Row("v=spf1 -all/0", PERMERROR),
    "5.1 all with = is a modifier": Row("v=spf1 all=x -all", FAIL),
    "5.1 all leaves redirect unused": Row(
        "v=spf1 ?all redirect=o.example.com", NEUTRAL, "o- TXT v=spf1 -all"
    ),
}

OTHER = "v=spf1 include:o.example.com ~all"
INCLUDE = {
    "5.2 include: pass matches": Row(OTHER, PASS, "o- TXT v=spf1 +all"),
    "5.2 include: fail does not": Row(OTHER, SOFTFAIL, "o- TXT v=spf1 -all"),
    "5.2 include: softfail does not": Row(OTHER, SOFTFAIL, "o- TXT v=spf1 ~all"),
    "5.2 include: neutral does not": Row(OTHER, SOFTFAIL, "o- TXT v=spf1 ?all"),
    "5.2 include: nothing matched does not": Row(OTHER, SOFTFAIL, "o- TXT v=spf1"),
    "5.2 include: temperror is temperror": Row(OTHER, TEMPERROR, "o- SERVFAIL TXT"),
    "5.2 include: temperror deep inside": Row(OTHER, TEMPERROR, "o- TXT v=spf1 mx\no- SERVFAIL MX"),
    "5.2 include: permerror is permerror": Row(OTHER, PERMERROR, "o- TXT v=spf1 moo"),
    "5.2 include: none is permerror": Row(OTHER, PERMERROR, "o- TXT hello"),
    "5.2 include: no such name is permerror": Row(OTHER, PERMERROR),
    "5.2 include: two records are permerror": Row(OTHER, PERMERROR, "o- TXT v=spf1\no- TXT v=spf1"),
    "5.2 include: the sign is the includer's": Row(
        "v=spf1 -include:o.example.com +all", FAIL, "o- TXT v=spf1 +all"
    ),
    "5.2 include: an error behind the match is not met": Row(
        "v=spf1 include:o.example.com include:v.example.com", PASS, "o- TXT v=spf1 +all"
    ),
    "5.2 include: redirect inside is followed": Row(
        OTHER, PASS, "o- TXT v=spf1 redirect=p.example.com\np- TXT v=spf1 ip4:192.0.2.1"
    ),
    "5.2 include: the domain changes with it": Row(
        OTHER, PASS, "o- TXT v=spf1 a -all\no- A 192.0.2.1\nexample.com A 198.51.100.1"
    ),
    "5.2 include: the sender stays": Row(
        OTHER, PASS, "o- TXT v=spf1 exists:%{o}.%{d}\nexample.com.o- A 127.0.0.2"
    ),
    "5.2 include: a macro in the name": Row(
        "v=spf1 include:%{l}.example.com -all", PASS, "alice- TXT v=spf1 +all"
    ),
    "5.2 include: a name that is no domain": Row("v=spf1 include:x..example.com ~all", PERMERROR),
    "5.2 include: one label by macro": Row("v=spf1 include:%{l} ~all", PERMERROR),
    "5.2 include: no size": Row("v=spf1 include:o.example.com/24", PERMERROR, "o- TXT v=spf1 +all"),
    "5.2 include: no name": Row("v=spf1 include ~all", PERMERROR),
    "5.2 include: an empty name": Row("v=spf1 include: ~all", PERMERROR),
    "5.2 include: four deep": Row(
        "v=spf1 include:a.example.com -all",
        PASS,
        "a- TXT v=spf1 include:b.example.com\nb- TXT v=spf1 include:c.example.com\n"
        "c- TXT v=spf1 include:d.example.com\nd- TXT v=spf1 ip4:192.0.2.1",
    ),
}

A = {
    "5.3 a: the domain itself": Row("v=spf1 a -all", PASS, "example.com A 192.0.2.1"),
    "5.3 a: another address": Row("v=spf1 a -all", FAIL, "example.com A 192.0.2.2"),
    "5.3 a: one of several": Row("v=spf1 a -all", PASS, "example.com A 192.0.2.2\nexample.com A 192.0.2.1"),
    "5.3 a: a host": Row("v=spf1 a:h.example.com -all", PASS, "h- A 192.0.2.1"),
    "5.3 a: behind an alias": Row("v=spf1 a:w.example.com -all", PASS, "w- CNAME h.example.net\nh.example.net A 192.0.2.1"),
    "5.3 a: an alias that leads nowhere is void once": Row(
        "v=spf1 a:w.example.com a:v.example.com ~all", SOFTFAIL, "w- CNAME h.example.net"
    ),
    "5.3 a: no such name": Row("v=spf1 a:v.example.com -all", FAIL),
    "5.3 a: SERVFAIL": Row("v=spf1 a -all", TEMPERROR, "example.com SERVFAIL A"),
    "5.3 a: REFUSED": Row("v=spf1 a -all", TEMPERROR, "example.com REFUSED A"),
    "5.3 a: IPv6 asks AAAA": Row("v=spf1 a -all", PASS, f"example.com AAAA {V6}\nexample.com SERVFAIL A", ip=V6),
    "5.3 a: IPv6 minds no A": Row("v=spf1 a/0 -all", FAIL, "example.com A 192.0.2.1", ip=V6),
    "5.3 a: IPv4 asks no AAAA": Row("v=spf1 a -all", PASS, "example.com A 192.0.2.1\nexample.com SERVFAIL AAAA"),
    "5.3 a: /24": Row("v=spf1 a/24 -all", PASS, "example.com A 192.0.2.200"),
    "5.3 a: /24 of a neighbour": Row("v=spf1 a/24 -all", FAIL, "example.com A 192.0.3.1"),
    "5.3 a: /31": Row("v=spf1 a:h.example.com/31 -all", FAIL, "h- A 192.0.2.2"),
    "5.3 a: /0 with an address": Row("v=spf1 a/0 -all", PASS, "example.com A 198.51.100.1"),
    "5.3 a: /0 without an address": Row("v=spf1 a/0 -all", FAIL),
    "5.3 a: //64": Row("v=spf1 a//64 -all", PASS, "example.com AAAA 2001:db8::ffff", ip=V6),
    "5.3 a: //64 is nothing to IPv4": Row("v=spf1 a//0 -all", FAIL, "example.com A 192.0.2.2"),
    "5.3 a: /24 is nothing to IPv6": Row("v=spf1 a/0//128 -all", FAIL, "example.com AAAA 2001:db8::2", ip=V6),
    "5.3 a: //0": Row("v=spf1 a//0 -all", PASS, "example.com AAAA fd00::1", ip=V6),
    "5.3 a: both sizes": Row("v=spf1 a:h.example.com/8//32 -all", PASS, "h- AAAA 2001:db8:ffff::", ip=V6),
    "5.3 a: a final dot and a size": Row("v=spf1 a:h.example.com./24 -all", PASS, "h- A 192.0.2.77"),
    "5.3 a: three slashes": Row("v=spf1 a///64 -all", PERMERROR),
    "5.3 a: a size cut short": Row("v=spf1 a/24// -all", PERMERROR),
    "5.3 a: a zero before the IPv6 size": Row("v=spf1 a//064 -all", PERMERROR),
    "5.3 a: /33": Row("v=spf1 a/33 -all", PERMERROR),
    "5.3 a: //129": Row("v=spf1 a//129 -all", PERMERROR),
    "5.3 a: a leading zero": Row("v=spf1 a/024 -all", PERMERROR),
    "5.3 a: an empty name": Row("v=spf1 a: -all", PERMERROR),
    "5.3 a: a size without name": Row("v=spf1 a:/24 -all", PERMERROR),
    "5.3 a: a port": Row("v=spf1 a:example.com:25 -all", PERMERROR),
    "5.3 a: an address": Row("v=spf1 a:192.0.2.1 -all", PERMERROR),
    "5.3 a: one label": Row("v=spf1 a:localhost -all", PERMERROR),
    "5.3 a: a colon in the name": Row("v=spf1 a:x:y.example.com -all", PASS, "x:y- A 192.0.2.1"),
    "5.3 a: a slash in the name": Row("v=spf1 a:x/24.example.com -all", PASS, "x/24- A 192.0.2.1"),
    "5.3 a: mapped IPv4 is IPv4": Row("v=spf1 a -all", PASS, "example.com A 192.0.2.1", ip="::ffff:192.0.2.1"),
    "5.3 a: //0 is nothing to mapped IPv4": Row(
        "v=spf1 a//0 -all", FAIL, f"example.com AAAA {V6}", ip="::ffff:192.0.2.1"
    ),
}  # fmt: skip

MX = {
    "5.4 mx: an exchanger's address": Row("v=spf1 mx -all", PASS, "example.com MX 10 m.example.com\nm- A 192.0.2.1"),
    "5.4 mx: the second exchanger's": Row(
        "v=spf1 mx -all", PASS, "example.com MX 10 m.example.com\nexample.com MX 20 n.example.com\nm- A 192.0.2.9\nn- A 192.0.2.1"
    ),
    "5.4 mx: another address": Row("v=spf1 mx -all", FAIL, "example.com MX 10 m.example.com\nm- A 192.0.2.9"),
    "5.4 mx: the domain's own address is none": Row("v=spf1 mx -all", FAIL, "example.com A 192.0.2.1"),
    "5.4 mx: of another domain": Row("v=spf1 mx:o.example.com -all", PASS, "o- MX 10 m.example.com\nm- A 192.0.2.1"),
    "5.4 mx: SERVFAIL for MX": Row("v=spf1 mx -all", TEMPERROR, "example.com SERVFAIL MX"),
    "5.4 mx: SERVFAIL for an exchanger": Row("v=spf1 mx -all", TEMPERROR, "example.com MX 10 m.example.com\nm- SERVFAIL A"),
    "5.4 mx: a match before the exchanger that fails": Row(
        "v=spf1 mx -all", PASS, "example.com MX 20 m.example.com\nexample.com MX 10 n.example.com\nm- SERVFAIL A\nn- A 192.0.2.1"
    ),
    "5.4 mx: the null MX": Row("v=spf1 mx -all", FAIL, "example.com MX 0 ."),
    "5.4 mx: an exchanger without address": Row("v=spf1 mx -all", FAIL, "example.com MX 10 m.example.com"),
    "5.4 mx: an exchanger behind an alias": Row(
        "v=spf1 mx -all", PASS, "example.com MX 10 m.example.com\nm- CNAME h.example.net\nh.example.net A 192.0.2.1"
    ),
    "5.4 mx: /24": Row("v=spf1 mx/24 -all", PASS, "example.com MX 10 m.example.com\nm- A 192.0.2.9"),
    "5.4 mx: of another domain, /24//64": Row(
        "v=spf1 mx:o.example.com/24//64 -all", PASS, "o- MX 10 m.example.com\nm- AAAA 2001:db8::9", ip=V6
    ),
    "5.4 mx: /0 without exchanger": Row("v=spf1 mx/0 -all", FAIL),
    "5.4 mx: /33": Row("v=spf1 mx/33 -all", PERMERROR),
    "5.4 mx: an empty name": Row("v=spf1 mx: -all", PERMERROR),
    "5.4 mx: IPv6": Row("v=spf1 mx -all", PASS, f"example.com MX 10 m.example.com\nm- AAAA {V6}\nm- A 192.0.2.9", ip=V6),
}  # fmt: skip

GOOD_NAME = "192.0.2.1 PTR h.example.com\nh- A 192.0.2.1"
PTR = {
    "5.5 ptr: a name in the domain": Row("v=spf1 ptr -all", PASS, GOOD_NAME),
    "5.5 ptr: the domain itself": Row(
        "v=spf1 ptr -all", PASS, "192.0.2.1 PTR example.com\nexample.com A 192.0.2.1"
    ),
    "5.5 ptr: in capitals": Row(
        "v=spf1 ptr:EXAMPLE.com -all", PASS, GOOD_NAME.replace("h.example", "H.Example")
    ),
    "5.5 ptr: in another domain": Row("v=spf1 ptr:example.net -all", FAIL, GOOD_NAME),
    "5.5 ptr: a longer name that only ends alike": Row(
        "v=spf1 ptr -all", FAIL, "192.0.2.1 PTR badexample.com\nbadexample.com A 192.0.2.1"
    ),
    "5.5 ptr: a name that does not lead back": Row(
        "v=spf1 ptr -all", FAIL, "192.0.2.1 PTR h.example.com\nh- A 192.0.2.9"
    ),
    "5.5 ptr: no name": Row("v=spf1 ptr ~all", SOFTFAIL),
    "5.5 ptr: SERVFAIL is no match": Row("v=spf1 ptr ~all", SOFTFAIL, "192.0.2.1 SERVFAIL PTR"),
    "5.5 ptr: a name that fails is skipped": Row(
        "v=spf1 ptr -all", PASS, f"192.0.2.1 PTR x.example.com\nx- SERVFAIL A\n{GOOD_NAME}"
    ),
    "5.5 ptr: only a name that fails": Row(
        "v=spf1 ptr ~all", SOFTFAIL, "192.0.2.1 PTR x.example.com\nx- SERVFAIL A"
    ),
    "5.5 ptr: IPv6": Row("v=spf1 ptr -all", PASS, f"{V6} PTR h.example.com\nh- AAAA {V6}", ip=V6),
    "5.5 ptr: a name behind an alias": Row(
        "v=spf1 ptr -all",
        PASS,
        "192.0.2.1 PTR h.example.com\nh- CNAME g.example.net\ng.example.net A 192.0.2.1",
    ),
    "5.5 ptr: an empty name": Row("v=spf1 ptr: -all", PERMERROR),
    "5.5 ptr: no size": Row("v=spf1 ptr/24 -all", PERMERROR),
    "5.5 ptr: mapped IPv4": Row("v=spf1 ptr -all", PASS, GOOD_NAME, ip="::ffff:192.0.2.1"),
    "5.5 ptr: an empty label in the name": Row("v=spf1 ptr:x..example.com -all", FAIL, GOOD_NAME),
}

IP = {
    "5.6 ip4: the address": Row("v=spf1 ip4:192.0.2.1 -all", PASS),
    "5.6 ip4: another": Row("v=spf1 ip4:192.0.2.2 -all", FAIL),
    "5.6 ip4: a network": Row("v=spf1 ip4:192.0.0.0/16 -all", PASS),
    "5.6 ip4: a network with host bits": Row("v=spf1 ip4:192.0.2.255/24 -all", PASS),
    "5.6 ip4: /32": Row("v=spf1 ip4:192.0.2.1/32 -all", PASS),
    "5.6 ip4: /0": Row("v=spf1 ip4:0.0.0.0/0 -all", PASS),
    "5.6 ip4: /33": Row("v=spf1 ip4:192.0.2.1/33 -all", PERMERROR),
    "5.6 ip4: a leading zero in the size": Row("v=spf1 ip4:192.0.2.1/032 -all", PERMERROR),
    "5.6 ip4: a leading zero in the address": Row("v=spf1 ip4:192.0.2.01 -all", PERMERROR),
    "5.6 ip4: an empty size": Row("v=spf1 ip4:192.0.2.1/ -all", PERMERROR),
    "5.6 ip4: three numbers": Row("v=spf1 ip4:192.0.2 -all", PERMERROR),
    "5.6 ip4: 256": Row("v=spf1 ip4:192.0.2.256 -all", PERMERROR),
    "5.6 ip4: nothing": Row("v=spf1 ip4 -all", PERMERROR),
    "5.6 ip4: a port": Row("v=spf1 ip4:192.0.2.1:25 -all", PERMERROR),
    "5.6 ip4: an IPv6 address": Row(f"v=spf1 ip4:{V6} -all", PERMERROR),
    "5.6 ip4: a name": Row("v=spf1 ip4:h.example.com -all", PERMERROR),
    "5.6 ip4: to IPv6": Row("v=spf1 ip4:0.0.0.0/0 -all", FAIL, ip=V6),
    "5.6 ip4: to mapped IPv4": Row("v=spf1 ip4:192.0.2.1 -all", PASS, ip="::ffff:192.0.2.1"),
    "5.6 ip6: the address": Row(f"v=spf1 ip6:{V6} -all", PASS, ip=V6),
    "5.6 ip6: written out": Row("v=spf1 ip6:2001:0DB8:0:0:0:0:0:1 -all", PASS, ip=V6),
    "5.6 ip6: a network": Row("v=spf1 ip6:2001:db8::/32 -all", PASS, ip=V6),
    "5.6 ip6: another network": Row("v=spf1 ip6:2001:db9::/32 -all", FAIL, ip=V6),
    "5.6 ip6: /0": Row("v=spf1 ip6:::/0 -all", PASS, ip=V6),
    "5.6 ip6: /129": Row("v=spf1 ip6:2001:db8::/129 -all", PERMERROR, ip=V6),
    "5.6 ip6: two slashes": Row("v=spf1 ip6:2001:db8:://32 -all", PERMERROR, ip=V6),
    "5.6 ip6: two gaps": Row("v=spf1 ip6:2001::db8::1 -all", PERMERROR, ip=V6),
    "5.6 ip6: the end like IPv4": Row("v=spf1 ip6:2001:db8::0.0.0.1 -all", PASS, ip=V6),
    "5.6 ip6: five digits": Row("v=spf1 ip6:2001:0db80::1 -all", PERMERROR, ip=V6),
    "5.6 ip6: a zone": Row("v=spf1 ip6:fe80::1%25eth0 -all", PERMERROR),
    "5.6 ip6: nothing": Row("v=spf1 ip6 -all", PERMERROR),
    "5.6 ip6: to IPv4": Row("v=spf1 ip6:::/0 -all", FAIL),
    "5.6 ip6: the mapped network is nothing to mapped IPv4": Row(
        "v=spf1 ip6:::ffff:0:0/96 -all", FAIL, ip="::ffff:192.0.2.1"
    ),
}

EXISTS = {
    "5.7 exists: any address": Row("v=spf1 exists:h.example.com -all", PASS, "h- A 127.0.0.2"),
    "5.7 exists: no such name": Row("v=spf1 exists:h.example.com -all", FAIL),
    "5.7 exists: only AAAA": Row("v=spf1 exists:h.example.com -all", FAIL, f"h- AAAA {V6}"),
    "5.7 exists: IPv6 asks A": Row(
        "v=spf1 exists:h.example.com -all", PASS, "h- A 127.0.0.2", ip=V6
    ),
    "5.7 exists: behind an alias": Row(
        "v=spf1 exists:w.example.com -all", PASS, "w- CNAME h.example.com\nh- A 127.0.0.2"
    ),
    "5.7 exists: SERVFAIL": Row("v=spf1 exists:h.example.com -all", TEMPERROR, "h- SERVFAIL A"),
    "5.7 exists: nothing": Row("v=spf1 exists -all", PERMERROR),
    "5.7 exists: an empty name": Row("v=spf1 exists: -all", PERMERROR),
    "5.7 exists: no size": Row("v=spf1 exists:h.example.com/24 -all", PERMERROR, "h- A 127.0.0.2"),
}

ROWS = ALL | INCLUDE | A | MX | PTR | IP | EXISTS
