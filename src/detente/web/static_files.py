"""The page's own scripts and styles: read once, compressed once, under an address that changes when
they do, so that a browser need never ask again."""

from __future__ import annotations

import gzip
import hashlib
import mimetypes
from functools import cache
from importlib.resources import files

from starlette.requests import Request
from starlette.responses import Response

_TYPES = {".js": "text/javascript", ".css": "text/css", ".json": "application/json"}
_FOREVER = "public, max-age=31536000, immutable"
ROOT = files("detente.web") / "static"
NAMES = (
    "detente.css",
    "favicon.svg",
    "js/page.js",
    "js/draw.js",
    "js/timeline.js",
    "js/curve.js",
    "js/map.js",
    "js/missed.js",
    "js/network.js",
    "js/review.js",
    "js/add.js",
    "vendor/htmx.js",
    "vendor/d3.js",
    "vendor/plot.js",
    "vendor/shared.js",
    "vendor/countries.json",
    "vendor/LICENCES.txt",
)
"""All that is served; nothing else of the folder is."""


@cache
def digest() -> str:
    """A short hash of all files, the part of their address that changes."""
    hasher = hashlib.sha256()
    for name in NAMES:
        hasher.update((ROOT / name).read_bytes())
    return hasher.hexdigest()[:12]


def address(name: str) -> str:
    """Where a file is served."""
    return f"/static/{digest()}/{name}"


@cache
def compressed(name: str) -> bytes:
    """A file as it is sent."""
    return gzip.compress((ROOT / name).read_bytes(), 9, mtime=0)


async def serve(request: Request) -> Response:
    """Answers a request for a file."""
    name = request.path_params["name"]
    if name not in NAMES:
        return Response("not found", 404, media_type="text/plain")
    suffix = name[name.rindex(".") :]
    kind = _TYPES.get(suffix) or mimetypes.types_map.get(suffix, "text/plain")
    current = request.path_params["digest"] == digest()
    headers = {"Cache-Control": _FOREVER if current else "no-store", "Vary": "Accept-Encoding"}
    if "gzip" not in request.headers.get("accept-encoding", ""):
        return Response((ROOT / name).read_bytes(), media_type=kind, headers=headers)
    headers["Content-Encoding"] = "gzip"
    return Response(compressed(name), media_type=kind, headers=headers)
