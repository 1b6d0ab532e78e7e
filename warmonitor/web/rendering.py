"""Templates to HTML: everything that comes from reports or people is text, never mark-up."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any, get_args
from urllib.parse import quote, urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape
from pydantic import JsonValue

from warmonitor.cli import words
from warmonitor.records import Claim, EventType, Incident, Party, Report, Span, TollKind
from warmonitor.version import VERSION
from warmonitor.web.naming import country_name, field_name, kind_name, spaced, speaker

HERE = Path(__file__).parent
STATIC = HERE / "static"
TOLLS: tuple[str, ...] = get_args(TollKind)
MOST = 2_000
"""Characters of anything but a report's own text that a page prints: a name of megabytes is still a name."""
OVERRIDES = {0x202D: "‹LRO›", 0x202E: "‹RLO›"}
"""Characters that turn letters around whatever their script: in a name or a ruling they only deceive."""
LONG = 1_200
"""Characters of a quotation that are shown outside the report's own page."""
RIGHT_TO_LEFT = ("ar", "fa", "ckb", "he", "ur", "ps", "sd", "ug", "yi")
LETTERS = 2_000
"""Letters of a text that tell its direction where no language is given."""


def pages() -> Environment:
    """The environment of all templates: what they print is escaped, what they lack is an error."""
    environment = Environment(
        loader=FileSystemLoader(HERE / "templates"), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True, finalize=_bounded,
    )  # fmt: skip
    environment.filters.update(
        spaced=spaced, speaker=speaker, kind_name=kind_name, field_name=field_name,
        country=country_name, whole=escape, said=said, day=day, number=number, web=web_address, short=short, when=when,
        path=lambda part: quote(part, ""),
    )  # fmt: skip
    environment.globals.update(
        words=words, version=VERSION, event_types=get_args(EventType), place_address=report_address,
        direction=direction, parties=party_names, days=words.incident_days, data=data, moment=moment, asset=asset,
    )  # fmt: skip
    return environment


def _bounded(printed: object) -> object:
    """What a template prints, cut if it is long and with its overrides seen; what `whole` and `data` give is left."""
    if not isinstance(printed, str) or isinstance(printed, Markup):
        return printed
    return short(printed, MOST).translate(OVERRIDES)


def said(value: JsonValue) -> str:
    """A value of a ruling as JSON, for people: letters as they are."""
    return "nothing" if value is None else json.dumps(value, ensure_ascii=False)


def day(of: date | None) -> str:
    """A day as 1 May 2024; nothing for none."""
    return f"{of.day} {of:%b} {of.year:04d}" if of else ""


def moment(of: datetime) -> str:
    """A point in time, in its own zone."""
    return f"{day(of.date())}, {of:%H:%M} {of.tzname() or ''}".strip()


def number(of: float | None) -> str:
    """4,300; nothing for none."""
    return "" if of is None else f"{of:,.0f}" if of == int(of) else f"{of:,g}"


def when(start: date | None, end: date | None) -> str:
    """Inclusive days as one would say them."""
    if start == end or end is None:
        return day(start) if start == end else f"from {day(start)}"
    if start is None:
        return f"until {day(end)}"
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{day(end)}"
    return f"{start.day} {start:%b} – {day(end)}" if start.year == end.year else f"{day(start)} – {day(end)}"


def short(text: str, most: int = LONG) -> str:
    """A text, cut in the middle if it is longer than `most` characters."""
    if len(text) <= most:
        return text
    return f"{text[: most // 2]} … [{len(text) - most:,} characters more] … {text[-most // 2 :]}"


def web_address(address: str | None) -> str | None:
    """An address that may be a link: http or https with a host; nothing for all others (javascript:, data: ...)."""
    if not address or any(char.isspace() or unicodedata.category(char).startswith("C") for char in address):
        return None
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        return None
    return address if parts.scheme in ("http", "https") and host else None


def party_names(parties: Iterable[Party]) -> str:
    """Parties that are told, not inferred."""
    return ", ".join(party.name for party in parties if party.stated)


def direction(report: Report) -> str:
    """`rtl` or `ltr`: by the report's language, else by the letters that it has most of."""
    if report.language:
        return "rtl" if report.language.lower().split("-")[0] in RIGHT_TO_LEFT else "ltr"
    sides = [unicodedata.bidirectional(char) for char in report.text[:LETTERS]]
    return "rtl" if sum(side in ("R", "AL") for side in sides) > sides.count("L") else "ltr"


def data(of: object) -> Markup:
    """JSON that can stand in a script element of type application/json."""
    written = json.dumps(of, ensure_ascii=False, default=str)
    for char in "<>&\u2028\u2029":
        written = written.replace(char, f"\\u{ord(char):04x}")
    return Markup(written)  # the characters that could end the element are escaped


def report_address(claim: Claim, field: str = "", incident: Incident | None = None) -> str:
    """Where the words of a claim's field are shown: in its report, highlighted."""
    span = words_for(claim, field)
    asked = f"?claim={quote(claim.id, '')}" + (f"&field={quote(field, '')}" if field else "")
    back = f"&incident={quote(incident.id, '')}" if incident else ""
    return f"/reports/{quote(claim.report_id, '')}{asked}{back}#s{span.start}-{span.end}"


def words_for(claim: Claim, field: str) -> Span:
    """The words that carry a field of an incident in one of its claims; its evidence if it has none of its own."""
    found: Span | None = None
    if field in TOLLS:
        found = next((toll.as_written for toll in claim.tolls if toll.kind == field), None)
    elif field.startswith(("place", "where")):
        found = next((p.as_written for p in claim.places if p.role == "event" and p.as_written), None)
    elif field.startswith(("time", "when", "start", "end", "day")):
        found = claim.time.as_written if claim.time else None
    elif field.startswith(("agent", "actor", "perpetrator", "target")):
        named = claim.targets if field.startswith("target") else claim.agents
        found = next((party.as_written for party in named if party.as_written), None)
    elif field.startswith(("event_type", "type")):
        found = claim.trigger
    return found or claim.evidence


def asset(name: str) -> str:
    """The address of a built file, with the time of its building, so that a browser takes the new one."""
    path = STATIC / name
    return f"/static/{name}?v={int(path.stat().st_mtime)}" if path.is_file() else f"/static/{name}"


def show(environment: Environment, template: str, values: Mapping[str, Any]) -> str:
    """A template with its values."""
    return environment.get_template(template).render(**values)
