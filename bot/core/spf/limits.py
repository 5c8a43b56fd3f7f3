"""How much an SPF check may ask of DNS (RFC 7208, 4.6.4)."""

MAX_LOOKUPS = 10  # terms that ask: include, a, mx, ptr, exists, redirect
MAX_VOID_LOOKUPS = 2  # answers without a record; SHOULD
MAX_MX = 10  # MX records of one term
MAX_PTR = 10  # names of one client; the rest is ignored
