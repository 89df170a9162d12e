"""Pages and feeds from the web, and no further: http and https, public addresses only.

A feed is asked for again with what its server said of the last answer (`ETag`, `Last-Modified`), so
that one that has not changed is not sent again (RFC 9110, 13.1)."""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
from collections.abc import Callable, Mapping
from urllib.parse import urljoin, urlsplit

import msgspec

from detente.errors import UnreadableSource
from detente.press.opened import MAX_BYTES

TIMEOUT = 20.0
"""Seconds to wait for a connection, and for each read."""
REDIRECTS = 5

LOOPBACK_TOO = False
"""Whether this machine's own addresses may be fetched from: for tests of servers on it, never else."""

Opener = Callable[[str, str, Mapping[str, str]], tuple[int, dict[str, str], bytes]]
"""(address, IP address to connect to, headers) to (status, headers in lower case, body)."""
Resolver = Callable[[str, int], list[str]]


class Validators(msgspec.Struct, frozen=True):
    """What a server said of an answer, to be told when it is asked again."""

    etag: str | None = None
    modified: str | None = None


class Answer(msgspec.Struct, frozen=True):
    """`body` is None where nothing has changed since the answer that the validators are of."""

    body: bytes | None
    validators: Validators


def fetch(url: str, *, opener: Opener | None = None, resolver: Resolver | None = None) -> bytes:
    """The body at an address. Raises `UnreadableSource` as `ask` does."""
    return ask(url, opener=opener, resolver=resolver).body or b""


def ask(
    url: str,
    known: Validators | None = None,
    *,
    opener: Opener | None = None,
    resolver: Resolver | None = None,
) -> Answer:
    """What is at an address, redirects followed; nothing where it has not changed since `known`.

    Each host is resolved once and the connection made to that very address, so that a name
    cannot turn private between check and use. Raises `UnreadableSource` where the scheme is
    another, the host private, the answer no success or too large."""
    known = known or Validators()
    told = {"If-None-Match": known.etag, "If-Modified-Since": known.modified}
    sent = {name: value for name, value in told.items() if value}
    address = url
    for _ in range(REDIRECTS + 1):
        ip = _public_address(url, address, resolver or _resolve)
        try:
            status, headers, body = (opener or _open)(address, ip, sent)
        except (OSError, http.client.HTTPException) as error:
            raise UnreadableSource(url, f"cannot be fetched ({error})") from error
        if status in (301, 302, 303, 307, 308) and headers.get("location"):
            address = urljoin(address, headers["location"])
            continue
        if status == 304 and sent:
            return Answer(None, known)
        if status != 200:
            raise UnreadableSource(url, f"cannot be fetched (the server answers {status})")
        if len(body) > MAX_BYTES:
            raise UnreadableSource(url, f"larger than {MAX_BYTES // 2**20} MB")
        return Answer(body, Validators(headers.get("etag"), headers.get("last-modified")))
    raise UnreadableSource(url, f"cannot be fetched (more than {REDIRECTS} redirects)")


def _public_address(url: str, address: str, resolver: Resolver) -> str:
    try:
        parts = urlsplit(address)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise UnreadableSource(url, f"not an address ({error})") from error
    if parts.scheme not in ("http", "https") or not host:
        raise UnreadableSource(url, f"{address} is no http or https address")
    try:
        found = resolver(host, port or (443 if parts.scheme == "https" else 80))
    except (OSError, UnicodeError) as error:
        raise UnreadableSource(url, f"the host {host} is not known ({error})") from error
    for ip in found:
        plain = ipaddress.ip_address(ip.split("%")[0])
        inner = getattr(plain, "ipv4_mapped", None) or plain
        if LOOPBACK_TOO and inner.is_loopback:
            continue
        if not inner.is_global or inner.is_multicast:
            raise UnreadableSource(url, f"{host} is a private address ({ip}), which is not fetched")
    if not found:
        raise UnreadableSource(url, f"the host {host} is not known")
    return found[0]


def _resolve(host: str, port: int) -> list[str]:
    return [str(info[4][0]) for info in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


def _open(address: str, ip: str, sent: Mapping[str, str]) -> tuple[int, dict[str, str], bytes]:
    parts = urlsplit(address)
    host = parts.hostname or ""
    port = parts.port or (443 if parts.scheme == "https" else 80)
    plain = socket.create_connection((ip, port), timeout=TIMEOUT)
    connection = http.client.HTTPConnection(host, port, timeout=TIMEOUT)
    try:
        connection.sock = (
            ssl.create_default_context().wrap_socket(plain, server_hostname=host)
            if parts.scheme == "https"
            else plain
        )
        target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        asked = {
            "User-Agent": "detente",
            "Accept-Encoding": "identity",
            "Host": parts.netloc.split("@")[-1],
            **sent,
        }
        connection.request("GET", target, headers=asked)
        answer = connection.getresponse()
        headers = {name.lower(): value for name, value in answer.getheaders()}
        return answer.status, headers, answer.read(MAX_BYTES + 1)
    finally:
        connection.close()
        plain.close()
