"""The record for other programs."""

from __future__ import annotations

import io
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.responses import Response

from detente.errors import DetenteError
from detente.views.exports import FORMATS
from detente.web.page import Page

PATIENCE = 300
"""Seconds that an export may take."""
VIEWS = (
    "timeline statements undertakings exchanges disputes people reports map network history changes"
).split()


def export(page: Page) -> Response:
    """What there is to take along."""
    return page.html("export.html", formats=FORMATS, views=VIEWS)


def download(page: Page) -> Response:
    """The whole record in one format, made by a process of its own: a large record keeps no reader
    waiting."""
    name = page.request.path_params["format"]
    if name not in FORMATS:
        raise HTTPException(404)
    suffix = FORMATS[name].suffix
    with tempfile.TemporaryDirectory(prefix="detente-out-") as folder:
        to = Path(folder) / f"detente{suffix}"
        words = [sys.executable, "-m", "detente", "export", "--dossier", page.settings.dossier]
        done = subprocess.run(
            [*words, "--as", name, "--to", str(to), "--language", page.language],
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
        if done.returncode or not to.exists():
            raise DetenteError(done.stderr.strip().removeprefix("detente: ") or name)
        content = _zipped(to) if to.is_dir() else to.read_bytes()
    shown = f"detente-{name}.zip" if not suffix else f"detente{suffix}"
    headers = {"Content-Disposition": f'attachment; filename="{shown}"'}
    return Response(content, media_type="application/octet-stream", headers=headers)


def _zipped(folder: Path) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(folder.rglob("*")):
            if file.is_file():
                archive.write(file, file.relative_to(folder))
    return out.getvalue()
