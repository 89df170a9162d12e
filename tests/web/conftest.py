"""What the tests of the page use: a record that is out to do harm, a snapshot, an application."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from msgspec import structs
from starlette.testclient import TestClient

from detente.errors import DecisionError
from detente.model import Actor, Article, Published, Record, Released
from detente.web.app import create
from detente.web.keeper import Keeper
from detente.web.settings import Settings
from detente.web.snapshot import Snapshot, write
from detente.web.worker import Ask

EVIL = '<script>alert(1)</script>\u202egnp.exe" onmouseover="alert(2)'
EXAMPLES = Path(__file__).parents[2] / "examples"


class StillKeeper:
    """A keeper of one snapshot that never changes; what is asked of it is written down."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        self.behind = False
        self.pending: dict[str, tuple[str, str]] = {}
        self.jobs: dict[str, Any] = {}
        self.asked: list[Ask] = []
        self.added: list[tuple[list[tuple[str, str]], str]] = []
        self.texts: list[str] = []

    def decide(self, ask: Ask) -> str:
        if ask.value == "nonsense":
            raise DecisionError("no date")
        self.asked.append(ask)
        return "d1"

    def add(self, sources: list[tuple[str, str]], folder: str, by: str) -> Any:
        self.added.append((sources, by))
        self.texts += [Path(path).read_text() for path, _ in sources if "://" not in path]
        job = SimpleNamespace(id="j1", problems=[], failed=0)
        self.jobs["j1"] = job
        return job


@pytest.fixture
def record(small_record: Record) -> Record:
    """The small record, a release in it, and a report, a person and an outlet with hostile names."""
    met, undated = small_record.events
    met = structs.replace(met, sources=2)
    freed = Released(person="deux otages", by="NO", to="IS", charge=EVIL)
    hostile = Article(
        id="evil",
        source=f"reports/{EVIL}.txt",
        text=f"{EVIL}\n\nRien. {EVIL}",
        title=EVIL,
        outlet=EVIL,
        published=Published(date="2031-05-09", basis="given"),
    )
    person = Actor(id="evil-one", kind="person", name=EVIL, aliases=(EVIL,))
    release = structs.replace(
        met, id="release-1", kind="release", released=(freed,), claims=(), date="2031-05-20"
    )
    copy = structs.replace(small_record.articles[0], id="a4", source="copy.txt", copy_of="a1")
    return structs.replace(
        small_record,
        articles=(*small_record.articles, hostile, copy),
        actors=(*small_record.actors, person),
        events=(met, undated, release),
    )


@pytest.fixture
def snapshot(record: Record, tmp_path: Path) -> Snapshot:
    write(record, tmp_path / "kept.page", version="1")
    return Snapshot(tmp_path / "kept.page")


@pytest.fixture
def keeper(snapshot: Snapshot) -> StillKeeper:
    return StillKeeper(snapshot)


@pytest.fixture
def client(keeper: StillKeeper) -> Iterator[TestClient]:
    """The page of this machine, asked by a browser of this machine."""
    app = create(Settings(dossier="talks.db"), keeper)  # type: ignore[arg-type]
    with TestClient(app, base_url="http://localhost", follow_redirects=False) as found:
        yield found


@pytest.fixture(scope="session")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dossier of the reports in `examples`."""
    from detente.walk import articles_of, open_dossier

    path = tmp_path_factory.mktemp("examples") / "talks.db"
    with open_dossier(path) as dossier:
        dossier.add(articles_of([str(EXAMPLES)], on_error=lambda _: None))
        dossier.record()
    return path


@pytest.fixture
def dossier(examples: Path, tmp_path: Path) -> Path:
    """A copy of the dossier of examples, to be written to."""
    copy = tmp_path / "talks.db"
    copy.write_bytes(examples.read_bytes())
    return copy


@pytest.fixture
def kept(dossier: Path) -> Iterator[Keeper]:
    """A keeper of that copy, with its worker."""
    found = Keeper(str(dossier))
    yield found
    found.close()
