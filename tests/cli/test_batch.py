"""The batch interface: a line in, a line out, at once, whatever the line holds."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.cli.program import PROGRAM, REWRITE, SOURCE, TAMPERED, run

DOCUMENTS = [{"id": "d", "text": "Nine died."}, {"id": "s", "text": "Ten died."}]


def job(id_: str, draft: str = TAMPERED, **more: Any) -> dict[str, Any]:
    texts = {name: Path(path).read_text(encoding="utf-8") for name, path in (("d", draft), ("s", SOURCE))}
    return {"id": id_, "documents": [{"id": name, "text": text} for name, text in texts.items()], "draft": "d", **more}


def lines(*jobs: object) -> str:
    return "".join(f"{each if isinstance(each, str) else json.dumps(each, ensure_ascii=False)}\n" for each in jobs)


def results(stdout: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in stdout.splitlines()]


def test_results_come_in_the_order_of_the_jobs() -> None:
    done = run("batch", stdin=lines(job("one"), job("two", REWRITE), job("three")))
    assert (done.returncode, done.stderr) == (0, "")
    one, two, three = results(done.stdout)
    assert [one["id"], two["id"], three["id"]] == ["one", "two", "three"]
    assert [f["rule"] for f in one["findings"]] == ["swapped-values"]
    assert two["findings"] == []
    assert {**one, "id": "three"} == three


def test_a_file_and_standard_input_are_the_same(tmp_path: Path) -> None:
    file = tmp_path / "jobs.jsonl"
    file.write_text(lines(job("one"), "", job("two")), encoding="utf-8-sig")
    assert run("batch", str(file)).stdout == run("batch", stdin=file.read_bytes()).stdout
    assert len(results(run("batch", str(file)).stdout)) == 2


def test_without_a_draft_all_texts_are_compared() -> None:
    bare = job("one")
    del bare["draft"]
    (result,) = results(run("batch", stdin=lines(bare)).stdout)
    assert result["facts"]
    assert {claim["document"] for claim in result["claims"]} == {"d", "s"}


def test_results_keep_to_the_schema() -> None:
    schema = json.loads(run("batch", "--schema").stdout)
    jobs = (job("one"), {"id": "two", "documents": DOCUMENTS}, "nonsense")
    for each in jobs[:2]:
        jsonschema.validate(each, {**schema, "$ref": "#/$defs/job"})
    for result in results(run("batch", stdin=lines(*jobs)).stdout):
        jsonschema.validate(result, {**schema, "$ref": "#/$defs/result"})


def test_offsets_are_code_points_of_the_text() -> None:
    text = "“Zoë 🎈” sold over 11,000 loaves.\r\n"
    (result,) = results(run("batch", stdin=lines({"id": "a", "documents": [{"id": "d", "text": text}]})).stdout)
    (claim,) = result["claims"]
    assert text[claim["start"] : claim["end"]] == claim["text"] == "over 11,000 loaves"


@pytest.mark.parametrize(
    ("line", "id_", "error"),
    [
        ("nonsense", None, "line 2: JSON is malformed: invalid character"),
        ('{"id": "x", "documents": [', None, "line 2: Input data was truncated"),
        ("[]", None, "line 2: Expected `object`, got `array`"),
        ("null", None, "line 2: Expected `object`, got `null`"),
        ('{"id": "x"}', "x", "line 2: Object missing required field `documents`"),
        ('{"documents": []}', None, "line 2: Object missing required field `id`"),
        ({"id": 7, "documents": DOCUMENTS}, None, "line 2: Expected `str`, got `int` - at `$.id`"),
        ({"id": "x", "documents": "d"}, "x", "line 2: Expected `array`, got `str` - at `$.documents`"),
        ({"id": "x", "documents": []}, "x", "line 2: no documents - at `$.documents`"),
        ({"id": "x", "documents": [{"text": "Nine."}]}, "x", "line 2: Object missing required field `id` - at `$.documents[0]`"),
        ({"id": "x", "documents": [{"id": "d"}]}, "x", "line 2: Object missing required field `text` - at `$.documents[0]`"),
        ({"id": "x", "documents": [{"id": "d", "text": 9}]}, "x", "line 2: Expected `str`, got `int` - at `$.documents[0].text`"),
        ({"id": "x", "documents": [*DOCUMENTS, DOCUMENTS[0]]}, "x", "line 2: two documents have the id 'd' - at `$.documents`"),
        ({"id": "x", "documents": DOCUMENTS, "draft": "z"}, "x", "line 2: no document has the id 'z' - at `$.draft`"),
        ({"id": "x", "documents": DOCUMENTS[:1], "draft": "d"}, "x", "line 2: the draft has no source: add a second document - at `$.documents`"),
        ({"id": "x", "documents": [{**DOCUMENTS[0], "date": "Monday"}]}, "x", "line 2: 'Monday' is not an ISO date like 2026-11-22 - at `$.documents[0].date`"),
        ('{"id": "x", "documents": [{"id": "d", "text": NaN}]}', None, "line 2: JSON is malformed: invalid character"),
        ('{"id": "x", "documents": [{"id": "d", "text": "\\ud83d"}]}', None, "line 2: "),
        ('{"id": "x", "more": ' + "[" * 100_000, None, "line 2: nested too deeply"),
    ],
)  # fmt: skip
def test_a_bad_line_gives_an_error_and_the_rest_goes_on(line: object, id_: str | None, error: str) -> None:
    done = run("batch", stdin=lines(job("one"), line, job("two")))
    one, bad, two = results(done.stdout)
    assert (one["id"], two["id"]) == ("one", "two")
    assert one["findings"]
    assert bad["id"] == id_
    assert bad["error"].startswith(error)
    assert set(bad) == {"id", "error"}
    assert done.returncode == 2
    assert done.stderr == "claimcheck: 1 of 3 jobs could not be done\n"


def test_bytes_that_are_no_utf_8() -> None:
    done = run("batch", stdin=b'{"id": "x", "documents": [{"id": "d", "text": "caf\xe9"}]}\n')
    assert done.returncode == 2
    assert "not UTF-8" in results(done.stdout)[0]["error"]


def test_keys_and_numbers_that_nobody_asked_for_do_no_harm() -> None:
    extra = '"priority": 1e999, "ticket": ' + "9" * 400
    done = run(
        "batch", stdin=f'{{"id": "x", {extra}, "documents": [{{"id": "d", "text": "Nine died.", "words": [1]}}]}}'
    )
    assert done.returncode == 0
    assert len(results(done.stdout)[0]["claims"]) == 1


def test_no_jobs_and_no_file(tmp_path: Path) -> None:
    assert run("batch").returncode == 0
    done = run("batch", str(tmp_path / "gone.jsonl"))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"claimcheck: {tmp_path}/gone.jsonl: cannot be read: No such file or directory\n"


# ---------------------------------------------------------------- streaming and processes


@pytest.mark.parametrize("processes", ["1", "2"])
def test_a_result_is_written_before_the_next_job_comes(processes: str) -> None:
    with subprocess.Popen(
        [PROGRAM, "batch", "--jobs", processes], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdin
        assert process.stdout
        for name in ("one", "two", "three"):
            process.stdin.write(lines(job(name)).encode())
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["id"] == name  # hangs if it waits for more
        process.stdin.close()
        assert process.stdout.read() == b""
    assert process.returncode == 0


def test_results_are_the_same_whatever_the_number_of_processes() -> None:
    jobs = lines(*(job(str(n), (TAMPERED, REWRITE)[n % 2]) for n in range(20)), "nonsense", job("last"))
    outputs = {run("batch", "--jobs", n, stdin=jobs, env={"PYTHONHASHSEED": n}).stdout for n in ("1", "2", "3")}
    assert len(outputs) == 1
    assert len(results(outputs.pop())) == 22


def peak(jobs: int) -> int:
    """Peak memory in kB of a run over so many jobs."""
    program = (
        "import resource, subprocess, sys\n"
        "done = subprocess.run(sys.argv[1:], stdin=sys.stdin, stdout=subprocess.DEVNULL, check=True)\n"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)\n"
    )
    python = PROGRAM.with_name("python")
    done = subprocess.run([python, "-c", program, PROGRAM, "batch"], input=lines(job("x")) * jobs, capture_output=True, check=True, text=True)  # fmt: skip
    return int(done.stdout)


def test_memory_does_not_grow_with_the_number_of_jobs() -> None:
    assert peak(400) < peak(40) * 1.15


def test_a_reader_that_goes_away_is_no_verdict() -> None:
    with subprocess.Popen(
        [PROGRAM, "batch"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdin
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        process.stdin.write(lines(job("one"), job("two")).encode())
        process.stdin.close()
        assert process.stderr.read() == b"claimcheck: standard output cannot be written: Broken pipe\n"
    assert process.returncode == 2
