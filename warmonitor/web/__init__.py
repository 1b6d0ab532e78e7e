"""The desk in the browser: pages and an API over a monitor. README.md here says what the pages hook on."""

from __future__ import annotations

from warmonitor.web.accounts import ROLES, Accounts, Person, Role, accounts_file
from warmonitor.web.app import desk
from warmonitor.web.serving import check_address, serve

__all__ = ["ROLES", "Accounts", "Person", "Role", "accounts_file", "check_address", "desk", "serve"]
