"""Reports that come over the network, put where they can be read: bounded in size and number, their
names only names, their archives unpacked no further than agreed."""

from __future__ import annotations

import tempfile
import zipfile
import zlib
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import IO, BinaryIO
from urllib.parse import urlsplit

import msgspec

from detente.errors import SourceError, UnreadableSource
from detente.press.formats import of_name
from detente.press.opened import MAX_BYTES
from detente.web.settings import MAX_FILES, MAX_UNPACKED

_BLOCK = 1 << 16
Source = tuple[str, str]
"""What is read, and what to call it."""


class Incoming:
    """A folder for what comes with one request. Each source taken in is in `sources`, what could
    not be in `problems`."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="detente-in-"))
        self.sources: list[Source] = []
        self.problems: list[SourceError] = []
        self._left = MAX_UNPACKED

    def paste(self, text: str, title: str, outlet: str, published: str) -> None:
        """A text as somebody typed it, with what they know of it."""
        report = {"text": text, "title": title, "outlet": outlet, "published": published}
        known = {key: value.strip() for key, value in report.items() if value.strip()}
        path = self._place("texte.jsonl")
        path.write_bytes(msgspec.json.encode(known) + b"\n")
        self.sources.append((str(path), title.strip() or "texte collé"))

    def address(self, url: str) -> None:
        """The address of a feed or a page. Where it leads is looked at when it is fetched."""
        if urlsplit(url).scheme not in ("http", "https"):
            self.problems.append(UnreadableSource(url, "only http and https addresses are fetched"))
        else:
            self.sources.append((url, url))

    def file(self, name: str, content: BinaryIO) -> None:
        """A file, or an archive of files."""
        name = bare(name)
        try:
            if zipfile.is_zipfile(content):
                self._archive(name, content)
            else:
                content.seek(0)
                self._keep(name, name, content)
        except SourceError as error:
            self.problems.append(error)
        except (
            zipfile.BadZipFile,
            zlib.error,
            NotImplementedError,
            RuntimeError,
            OSError,
        ) as error:
            self.problems.append(UnreadableSource(name, f"this archive cannot be opened ({error})"))

    def _archive(self, name: str, content: BinaryIO) -> None:
        with zipfile.ZipFile(content) as archive:
            inside = [entry for entry in archive.infolist() if _is_report(entry)]
            if len(inside) > MAX_FILES:
                reason = f"{len(inside)} files; an archive may hold {MAX_FILES}"
                raise UnreadableSource(name, reason)
            for entry in inside:
                shown = f"{name}: {bare(entry.filename)}"
                with archive.open(entry) as stream:
                    self._keep(bare(entry.filename), shown, stream)

    def _keep(self, name: str, shown: str, stream: IO[bytes]) -> None:
        """Copies a file, counting what comes and not what its maker says of it."""
        if len(self.sources) >= MAX_FILES:
            raise UnreadableSource(shown, f"more than {MAX_FILES} files at once")
        path, size = self._place(name), 0
        with path.open("wb") as out:
            while block := stream.read(_BLOCK):
                size += len(block)
                self._left -= len(block)
                if size > MAX_BYTES:
                    raise UnreadableSource(shown, f"larger than {MAX_BYTES // 2**20} MB")
                if self._left < 0:
                    reason = f"what is sent unpacks to more than {MAX_UNPACKED // 2**20} MB"
                    raise UnreadableSource(shown, reason)
                out.write(block)
        self.sources.append((str(path), shown))

    def _place(self, name: str) -> Path:
        """A file of its own folder, so that two of one name do not meet, and the name stays."""
        folder = self.folder / str(len(self.sources))
        folder.mkdir(exist_ok=True)
        return folder / name


def bare(name: str) -> str:
    """The last part of a name, whatever system it comes from, without what a file may not have."""
    last = PurePosixPath(PureWindowsPath(name).name).name
    kept = "".join(c for c in last if c.isprintable() and c not in '/\\:*?"<>|').strip(". ")
    return kept[-120:] or "sans-nom.txt"


def _is_report(entry: zipfile.ZipInfo) -> bool:
    name = PurePosixPath(entry.filename)
    hidden = any(p.startswith((".", "__MACOSX")) for p in name.parts if p not in (".", ".."))
    return not entry.is_dir() and not hidden and of_name(name.name) is not None
