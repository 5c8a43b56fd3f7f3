"""Reads the octets of one DNS message from front to back: numbers, names, and never beyond its end.

By hand, as it takes a tenth of the time of dnspython's parser, and a check waits for every reply.
The tests hold what is read here against what dnspython reads.
"""

import struct

LABEL_END = 0x40  # a length below it precedes a label (RFC 1035, 4.1.4)
POINTER = 0xC0  # a length from here on is the first octet of a pointer
MAX_STEPS = 2 * 127  # labels and pointers of one name; so a circle of pointers ends
MAX_NAME = 254  # octets of a name's labels with their lengths (RFC 1035, 2.3.4)
HEAD = struct.Struct("!HHIH")  # type, class, TTL and length of a record (RFC 1035, 4.1.3)


class Unreadable(Exception):
    """The octets are no DNS reply that can be trusted. Never leaves the edge."""


class Octets:
    """A message and the place up to which it was read."""

    __slots__ = ("all", "place")

    def __init__(self, octets: bytes, place: int) -> None:
        self.all = octets
        self.place = place

    def take(self, count: int) -> bytes:
        """The next so many octets."""
        taken = self.all[self.place : self.place + count]
        if len(taken) < count:
            raise Unreadable
        self.place += count
        return taken

    def number(self, count: int) -> int:
        """The number in the next so many octets."""
        return int.from_bytes(self.take(count), "big")

    def head(self) -> tuple[int, int, int, int]:
        """Type, class and TTL of a record, and the place where it ends."""
        kind, class_, ttl, length = HEAD.unpack(self.take(HEAD.size))
        end = self.place + length
        if end > len(self.all):
            raise Unreadable
        return kind, class_, ttl, end

    def name(self) -> str:
        """A name as text, in lower case and without the final dot."""
        try:
            labels = self._labels()
        except IndexError as error:
            raise Unreadable from error
        name = b".".join(labels)
        if name.count(b".") >= max(len(labels), 1) or not name.isascii():
            return _escaped(labels)
        return name.decode("ascii").lower()

    def _labels(self) -> list[bytes]:
        labels: list[bytes] = []
        place, behind, size = self.place, 0, 0
        for _ in range(MAX_STEPS):
            length = self.all[place]
            if length == 0:
                self.place = behind or place + 1
                return labels
            if length < LABEL_END:
                labels.append(self.all[place + 1 : place + 1 + length])
                place += 1 + length
                size += 1 + length
            elif length >= POINTER:
                behind = behind or place + 2
                place, pointer = (length - POINTER) << 8 | self.all[place + 1], place
                if place >= pointer:
                    break
            else:
                break
            if size > MAX_NAME:
                break
        raise Unreadable


def _escaped(labels: list[bytes]) -> str:
    """A name that holds what cannot be asked for again: a dot within a label, or no ASCII."""
    texts = (label.replace(b".", b"\\046").decode("ascii", "backslashreplace") for label in labels)
    return ".".join(texts).lower()
