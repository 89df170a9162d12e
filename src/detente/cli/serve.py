"""`detente serve` and `detente accounts`: the record in a browser, and who may open it there."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from detente.cli.options import DEFAULT, DossierFile

AccountsFile = Annotated[
    Path | None,
    typer.Option(
        "--accounts",
        metavar="FILE",
        help="The file of accounts. [default: the dossier's name and .accounts]",
        show_default=False,
    ),
]
accounts = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    help="Who may open the page, where it is not for this machine only.\n\n"
    "\b\nExample:\n  detente accounts add nadia --role owner --dossier talks.db",
)


def serve(
    dossier: DossierFile = DEFAULT,
    host: Annotated[
        str,
        typer.Option(metavar="HOST", help="Where to listen; elsewhere than here, one signs in."),
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(metavar="PORT", help="On which port.")] = 8765,
    name: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME", help="A host name that the page is reached by, as of a proxy."
        ),
    ] = None,
    accounts: AccountsFile = None,
) -> None:
    """Open the dossier in the browser: read, check, correct and show the record.

    Only this machine can reach the page. With another `--host`, one signs in (`detente accounts`),
    and a proxy with TLS stands before it: without TLS nobody can sign in from elsewhere.

    \b
    Example:
      detente serve --dossier talks.db
    """
    from detente.web.serving import serve as run
    from detente.web.settings import Settings, is_loopback

    needed = None if is_loopback(host) and accounts is None else _file(dossier, accounts)
    settings = Settings(
        dossier=dossier, host=host, port=port, accounts=needed, names=tuple(name or ())
    )
    run(settings, typer.echo)


@accounts.callback()
def accounts_() -> None:
    """Who may open the page, where it is not for this machine only."""


@accounts.command("add")
def add(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Who.")],
    role: Annotated[
        str, typer.Option(metavar="ROLE", help="reader, analyst (decides, adds reports) or owner.")
    ] = "reader",
    dossier: DossierFile = DEFAULT,
    file: AccountsFile = None,
) -> None:
    """Make an account, or give it another role and password, which is asked for.

    \b
    Example:
      detente accounts add nadia --role owner --dossier talks.db
    """
    from detente.web.accounts import Accounts

    password = typer.prompt("Password", hide_input=True, confirmation_prompt=True)
    Accounts(_file(dossier, file)).put(name, role, password)
    typer.echo(f"{name} may enter as {role}")


@accounts.command("remove")
def remove(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Who.")],
    dossier: DossierFile = DEFAULT,
    file: AccountsFile = None,
) -> None:
    """Take an account out; whoever has signed in with it is out at once.

    \b
    Example:
      detente accounts remove nadia --dossier talks.db
    """
    from detente.web.accounts import Accounts

    Accounts(_file(dossier, file)).remove(name)
    typer.echo(f"{name} may no longer enter")


@accounts.command("list")
def list_(dossier: DossierFile = DEFAULT, file: AccountsFile = None) -> None:
    """List the accounts with their roles.

    \b
    Example:
      detente accounts list --dossier talks.db
    """
    from detente.web.accounts import Accounts

    for name, role in Accounts(_file(dossier, file)).names():
        typer.echo(f"{role:8} {name}")


def _file(dossier: str, accounts: Path | None) -> Path:
    """The file of accounts of a dossier."""
    if accounts is not None:
        return accounts
    if "://" in dossier:
        raise typer.BadParameter("needed with a database", param_hint="--accounts")
    file = Path(dossier)
    return file.with_name(file.name + ".accounts")
