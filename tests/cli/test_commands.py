"""The installed program, called as a user calls it, with real files."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = Path(sys.executable).parent / "warmonitor"
WORDS = (
    "BEIRUT, June 20 (Reuters) - An air strike near the city of Homs killed at least nine civilians on "
    "Thursday, the Syrian Observatory for Human Rights said. The army denied that its planes had bombed the town."
)


def run(*arguments: str | Path, given: bytes = b"", columns: int = 100) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "COLUMNS": str(columns), "OMP_NUM_THREADS": "1"}
    call = [str(PROGRAM), *map(str, arguments)]
    return subprocess.run(call, input=given, capture_output=True, env=environment, check=False)


def records(output: bytes) -> list[dict[str, object]]:
    return [json.loads(line) for line in output.splitlines()]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("reports")
    (folder / "strike.txt").write_text(WORDS)
    return folder


@pytest.fixture(scope="module")
def claims(folder: Path) -> Path:
    output = folder / "out" / "claims.jsonl"
    done = run("code", folder / "strike.txt", "--published", "2024-06-20", "--output", output)
    assert done.returncode == 0, done.stderr.decode()
    assert done.stdout == b"", "data went to the file, talk to standard error"
    assert b"1 report coded" in done.stderr
    return output


def test_code_writes_claims_whose_words_are_in_the_file(claims: Path, folder: Path) -> None:
    text = (folder / "strike.txt").read_text()
    found = records(claims.read_bytes())
    assert found
    assert {claim["report_id"] for claim in found} == {"strike"}
    for claim in found:
        evidence = claim["evidence"]
        assert isinstance(evidence, dict)
        assert text[evidence["start"] : evidence["end"]] == evidence["text"]


def test_another_process_and_standard_input_give_the_same_bytes(claims: Path) -> None:
    report = json.dumps({"id": "strike", "text": WORDS, "published": "2024-06-20"})
    done = run("code", "-", given=report.encode())
    assert done.returncode == 0
    assert done.stdout == claims.read_bytes()


def test_commands_can_be_piped(claims: Path) -> None:
    incidents = run("reconcile", "-", given=claims.read_bytes())
    assert incidents.returncode == 0
    known = {claim["id"] for claim in records(claims.read_bytes())}
    for incident in records(incidents.stdout):
        told = incident["claims"]
        assert isinstance(told, list)
        assert set(told) <= known


@pytest.mark.parametrize("columns", [80, 120])
def test_show_fits_the_terminal_and_quotes_the_words(claims: Path, columns: int) -> None:
    done = run("show", claims, columns=columns)
    shown = done.stdout.decode()
    assert done.returncode == 0, done.stderr.decode()
    assert max(map(len, shown.splitlines())) <= columns
    assert "Observatory" in shown
    assert "“" in shown
    assert "constructed example" not in shown


def test_sample_reports_are_marked_wherever_they_are_shown(tmp_path: Path) -> None:
    samples = run("samples")
    claims = run("code", "-", "--stop-after", "1", given=samples.stdout)
    assert claims.returncode == 0, claims.stderr.decode()
    assert "constructed example" in run("show", "-", given=claims.stdout).stdout.decode()


def test_explain_gives_the_words_and_the_rule(claims: Path) -> None:
    first = str(records(claims.read_bytes())[0]["id"])
    done = run("explain", claims, first[:10], "--field", "event_type")
    shown = done.stdout.decode()
    assert done.returncode == 0, done.stderr.decode()
    assert first in shown
    assert "rule" in shown


@pytest.mark.parametrize(("form", "start"), [("json", b"[\n{"), ("csv", b"id,report_id,"), ("table", b"id ")])
def test_the_form_of_the_output_is_chosen(claims: Path, form: str, start: bytes) -> None:
    done = run("reconcile", claims, "--format", form)
    assert done.returncode == 0, done.stderr.decode()
    assert done.stdout.startswith(start if form != "csv" else b"id,event_type,")


def test_the_ending_of_the_output_file_chooses_the_form(claims: Path, tmp_path: Path) -> None:
    assert run("reconcile", claims, "-o", tmp_path / "i.csv").returncode == 0
    assert (tmp_path / "i.csv").read_text().startswith("id,event_type,")


@pytest.mark.parametrize(("layer", "field"), [("times", "value"), ("places", "name"), ("quotes", "content")])
def test_annotate_shows_a_layer(folder: Path, layer: str, field: str) -> None:
    done = run("annotate", folder / "strike.txt", "--layer", layer)
    assert done.returncode == 0, done.stderr.decode()
    found = records(done.stdout)
    assert found
    assert all(record["report_id"] == "strike" and record[field] for record in found)


def test_one_bad_report_is_named_and_the_others_are_coded(tmp_path: Path) -> None:
    lines = [json.dumps({"id": f"r{at}", "text": WORDS}) for at in range(1, 10)]
    lines[6] = '{"id": "r7", "text": '
    (tmp_path / "many.jsonl").write_text("\n".join(lines))
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "picture.txt").write_bytes(bytes(range(256)) * 8)
    done = run("code", tmp_path, "--output", tmp_path / "claims.jsonl")
    said = done.stderr.decode()
    assert done.returncode == 1
    assert "8 reports coded" in said
    assert "3 reports could not be used" in said
    assert f"{tmp_path / 'many.jsonl'}, line 7: invalid JSON" in said
    assert f"{tmp_path / 'empty.txt'}" in said
    assert {claim["report_id"] for claim in records((tmp_path / "claims.jsonl").read_bytes())} == {
        f"r{at}" for at in range(1, 10) if at != 7
    }


def test_a_report_without_a_date_keeps_relative_times_as_written(tmp_path: Path) -> None:
    (tmp_path / "undated.txt").write_text("Rebels shelled the town of Idlib on Thursday, the mayor said.")
    times = [claim["time"] for claim in records(run("code", tmp_path / "undated.txt").stdout) if claim["time"]]
    assert times
    assert all(isinstance(time, dict) and time["start"] is None for time in times)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["code"], "Missing argument"),
        (["code", "nowhere.txt"], "nowhere.txt"),
        (["code", "{folder}", "--published", "27/02/2020"], "2020-02-27"),
        (["code", "{folder}", "--format", "xml"], "jsonl"),
        (["code", "{folder}", "--stop-after", "0"], "stop-after"),
        (["code", "{folder}/strike.txt", "--output", "{folder}/strike.txt"], "name another file"),
        (["code", "{folder}", "--output", "{folder}"], "is a folder"),
        (["annotate", "{folder}", "--layer", "people"], "times"),
        (["annotate", "{folder}"], "--layer"),
        (["show", "{claims}", "--report", "another"], "strike"),
        (["explain", "{claims}", "zz"], "no claim has it"),
        (["codebook", "airstrike"], "air_strike"),
        (["decode"], "decode"),
    ],
)
def test_a_wrong_call_ends_with_2_and_names_the_fix(
    arguments: list[str], said: str, folder: Path, claims: Path
) -> None:
    done = run(*(part.format(folder=folder, claims=claims) for part in arguments))
    assert (done.returncode, done.stdout) == (2, b"")
    assert said in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()


def test_claims_that_are_none_are_named_by_line(claims: Path) -> None:
    done = run("reconcile", "-", given=claims.read_bytes() + b'{"id": "x"}\nnonsense\n')
    count = len(claims.read_bytes().splitlines())
    assert done.returncode == 1
    assert f"line {count + 1}" in done.stderr.decode()
    assert f"line {count + 2}" in done.stderr.decode()


def test_codebook_defines_a_term() -> None:
    shown = run("codebook", "air_strike").stdout.decode()
    assert "drones included" in shown
    assert len(records(run("codebook", "--format", "jsonl").stdout)) > 80


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys\nfrom warmonitor.cli.app import run\nrun(['code', '--help'])\n"
        "assert not {'spacy', 'numpy', 'warmonitor.records'} & set(sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()


def test_a_closed_pipe_is_no_error(claims: Path) -> None:
    done = subprocess.run(
        f"yes '{claims}' | head -1 >/dev/null; '{PROGRAM}' codebook --format jsonl | head -1",
        shell=True, capture_output=True, check=False,
    )  # fmt: skip
    assert b"Traceback" not in done.stderr
    assert len(done.stdout.splitlines()) == 1
