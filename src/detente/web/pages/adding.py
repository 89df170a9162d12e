"""Reports in: pasted, dropped as files, or fetched from an address; and how far the reading is."""

from __future__ import annotations

import shutil

from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from detente.web.page import Page
from detente.web.settings import MAX_BODY, MAX_FILES
from detente.web.uploads import Incoming

LIMITS = {"size": MAX_BODY // 2**20, "files": MAX_FILES}


def add(page: Page) -> Response:
    """The forms."""
    page.need("analyst")
    jobs = list(page.keeper.jobs.values())[::-1]
    return page.html("add.html", limits=LIMITS, jobs=jobs, problems=[])


def send(page: Page) -> Response:
    """Takes in what is sent and has it read."""
    page.need("analyst")
    incoming = Incoming()
    try:
        _take(incoming, page.request.state.form)
    except BaseException:
        shutil.rmtree(incoming.folder, ignore_errors=True)
        raise
    if not incoming.sources:
        shutil.rmtree(incoming.folder, ignore_errors=True)
        problems = [(problem.source, problem.reason) for problem in incoming.problems]
        return page.html("add.html", 422, limits=LIMITS, jobs=[], problems=problems or [("", "")])
    job = page.keeper.add(incoming.sources, str(incoming.folder), page.user)
    for problem in incoming.problems:
        job.failed += 1
        job.problems.append((problem.source, problem.reason))
    return RedirectResponse(f"/jobs/{job.id}", 303)


def job(page: Page) -> Response:
    """How far a reading is."""
    page.need("analyst")
    found = page.keeper.jobs.get(page.request.path_params["id"])
    if found is None:
        raise HTTPException(404)
    if page.wanted == "json":
        return page.json(found)
    answer = page.html("job.html", job=found)
    if not found.over and "hx-request" not in page.request.headers:
        answer.headers["Refresh"] = "3"  # for a browser without scripts
    return answer


def _take(incoming: Incoming, form: FormData) -> None:
    text = form.get("text")
    if isinstance(text, str) and text.strip():
        known = {name: str(form.get(name) or "") for name in ("title", "outlet", "published")}
        incoming.paste(text, **known)
    address = form.get("address")
    if isinstance(address, str) and address.strip():
        incoming.address(address.strip())
    for upload in form.getlist("files"):
        if isinstance(upload, UploadFile) and upload.filename:
            incoming.file(upload.filename, upload.file)
