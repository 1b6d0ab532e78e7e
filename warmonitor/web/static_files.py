"""What Vite built, served from this folder and from nowhere else."""

from __future__ import annotations

import re
from os import PathLike, stat_result

from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from warmonitor.web.rendering import STATIC

HASHED = re.compile(r"-[\w-]{8,}\.\w+$")
YEAR = "public, max-age=31536000, immutable"


class Built(StaticFiles):
    """Files whose name or address says their version are kept for a year, the rest is asked for anew."""

    def file_response(
        self, full_path: str | PathLike[str], stat_result: stat_result, scope: Scope, status_code: int = 200
    ) -> Response:
        """A file with how long a browser may keep it."""
        response = super().file_response(full_path, stat_result, scope, status_code)
        versioned = scope.get("query_string", b"").startswith(b"v=") or HASHED.search(str(full_path))
        response.headers["Cache-Control"] = YEAR if versioned else "no-cache"
        return response


def built() -> Built:
    """The folder of built pages; a desk without it still shows plain pages."""
    return Built(directory=STATIC, check_dir=False)
