"""`/api`: the routes as a page of our own, for FastAPI's own pages load scripts from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse

from warmonitor.web.answers import page
from warmonitor.web.desk import APerson, TheDesk

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True)
class Parameter:
    """A parameter of a route."""

    name: str
    where: str
    kind: str
    about: str


@dataclass(frozen=True)
class Route:
    """A route as the page shows it."""

    id: str
    method: str
    path: str
    about: str
    parameters: tuple[Parameter, ...]
    body: str
    answers: tuple[tuple[str, str], ...]


@router.get("/api")
def api_page(request: Request, desk: TheDesk, person: APerson) -> HTMLResponse:
    """All routes of the API."""
    described = request.app.openapi()
    routes = list(_routes(described))
    return page(request, desk, person, "api.html", name="api", title="API", described=described, routes=routes)


def _routes(described: Mapping[str, Any]) -> Iterator[Route]:
    for path, methods in described["paths"].items():
        for method, route in methods.items():
            yield Route(
                id=route["operationId"],
                method=method.upper(),
                path=path,
                about=route.get("description") or route.get("summary", ""),
                parameters=tuple(_parameter(given) for given in route.get("parameters", ())),
                body=_name(route.get("requestBody", {}).get("content", {}).get("application/json", {})),
                answers=tuple((code, _answer(given)) for code, given in route["responses"].items()),
            )


def _parameter(given: Mapping[str, Any]) -> Parameter:
    return Parameter(given["name"], given["in"], _kind(given["schema"]), given.get("description", ""))


def _answer(given: Mapping[str, Any]) -> str:
    name = _name(given.get("content", {}).get("application/json", {}))
    about = given["description"]
    return name if about == "Successful Response" and name else f"{about} ({name})" if name else str(about)


def _name(content: Mapping[str, Any]) -> str:
    return _kind(content["schema"]) if content.get("schema") else ""


def _kind(schema: Mapping[str, Any]) -> str:
    if "$ref" in schema:
        return str(schema["$ref"]).rsplit("/", 1)[-1]
    if "anyOf" in schema:
        return " or ".join(_kind(part) for part in schema["anyOf"] if part.get("type") != "null")
    if "enum" in schema:
        return ", ".join(map(str, schema["enum"]))
    if schema.get("type") == "array":
        return f"list of {_kind(schema.get('items', {}))}"
    return str(schema.get("type", ""))
