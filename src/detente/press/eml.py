"""Mail (EML, RFC 5322): a report sent as text or HTML, and reports attached to it.

The subject is the title, the `Date` header the day of publication, the sender the site that it comes
from. An attachment of a format that is read is a source of its own, `mail.eml#name`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from email.utils import parseaddr
from io import BufferedReader, BytesIO, RawIOBase
from typing import Any, cast

from detente.errors import SourceError, UnreadableSource
from detente.press.decode import decode
from detente.press.html import fragment_text
from detente.press.opened import Opened
from detente.press.page import Raw

_PREFIX = re.compile(r"^(?:\s*(?:re|fwd?|tr|rép|réf)\s*:\s*)+", re.I)
_DEEPEST = 3
"""Mails within mails that are opened."""


def read(source: Opened) -> Iterator[Raw]:
    """Raises `UnreadableSource` where the file is no mail or has neither text nor attachment."""
    message = message_from_bytes(source.whole(), policy=default)
    if not (message["From"] or message["Subject"] or message["Date"]):
        raise UnreadableSource(source.name, "no mail: it has neither From, nor Subject, nor Date")
    text, found = _text(source, message), False
    if text.strip():
        found = True
        name, address = parseaddr(_header(message, "From"))
        yield Raw(
            source=source.name,
            name=_header(message, "Message-ID") or source.base,
            text=text,
            title=_PREFIX.sub("", _header(message, "Subject")),
            author=name or address or None,
            site=name or address.rpartition("@")[2] or None,
            published=_header(message, "Date") or None,
            untitled=not _header(message, "Subject"),
        )
    for inner in _attached(source, message):
        found = True
        yield from inner
    if not found:
        raise UnreadableSource(source.name, "no text in this mail, and nothing attached to read")


def _header(message: EmailMessage, name: str) -> str:
    try:
        return " ".join(str(message[name] or "").split())
    except (ValueError, IndexError, AttributeError):  # faults of headers that the parser trips on
        return ""


def _text(source: Opened, message: EmailMessage) -> str:
    """The text of a mail; its HTML where the text is missing or says less than half."""
    parts = {}
    for kind in ("plain", "html"):
        body = message.get_body(preferencelist=(kind,))
        data = _payload(body) if body is not None else b""
        if data and body is not None:
            text, note = decode(data, source.name, body.get_content_charset())
            if note:
                source.note(note)
            parts[kind] = fragment_text(text) if kind == "html" else text
    plain, rich = parts.get("plain", ""), parts.get("html", "")
    return rich if len(plain.split()) < len(rich.split()) / 2 else plain


def _payload(part: Any) -> bytes:
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _inner(part: Any) -> bytes:
    """The bytes of a mail that was sent on as it is."""
    return bytes(part.get_payload(0).as_bytes())


def _attached(source: Opened, message: EmailMessage) -> Iterator[Iterator[Raw]]:
    """The reports of each attachment that is in a format that is read."""
    from detente.press import formats

    for number, part in enumerate(message.iter_attachments(), 1):
        if not isinstance(part, EmailMessage):
            continue
        mail = part.get_content_type() == "message/rfc822"
        name = part.get_filename() or (f"{number}.eml" if mail else "")
        where = f"{source.name}#{name or number}"
        if not mail and formats.of_name(name) is None:
            if not part.get_content_type().startswith("image/"):
                source.note(f"attachment {name or number} is not of a format that is read")
            continue
        if where.count("#") > _DEEPEST:
            source.note(f"attachment {name} is left aside: a mail in a mail in a mail")
            continue
        data = _inner(part) if mail else _payload(part)
        stream = BufferedReader(cast(RawIOBase, BytesIO(data)))
        yield _guarded(Opened(where, stream, source.on_error))


def _guarded(opened: Opened) -> Iterator[Raw]:
    """An attachment that cannot be read is told; the others go on."""
    from detente.press import formats

    try:
        yield from formats.read(opened)
    except SourceError as error:
        opened.on_error(error)
