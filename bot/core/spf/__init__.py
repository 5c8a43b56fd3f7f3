"""RFC 7208: parse, expand, evaluate, survey, advise. Nothing here does I/O."""
