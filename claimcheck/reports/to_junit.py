"""The report as JUnit XML, for CI servers: a test suite for the text, a test case for each figure and finding."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree import ElementTree as ET

from claimcheck.reports.cells import plain, position
from claimcheck.reports.formats import Screen
from claimcheck.reports.rows import ClaimRow, FindingRow, Rows, summary
from claimcheck.reports.text import safe

_CONTEXT = 160
"""Characters of a sentence around a figure."""


def render(rows: Rows, screen: Screen) -> str:
    """Return ``rows`` as a JUnit document with one suite."""
    return render_several([rows], screen)


def render_several(reports: Sequence[Rows], _screen: Screen) -> str:
    """Return a JUnit document with a suite for each of ``reports``."""
    root = ET.Element("testsuites")
    root.extend([_suite(rows) for rows in reports])
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _suite(rows: Rows) -> ET.Element:
    cases = [_clean(row) for row in rows.claims if not row.findings]
    cases += [_found(row) for row in rows.findings]
    names = [document.id for document in rows.documents]
    counts = {
        "tests": len(cases),
        "failures": sum(case.find("failure") is not None for case in cases),
        "errors": 0,
        "skipped": sum(case.find("skipped") is not None for case in cases),
    }
    name = rows.report.draft or ", ".join(names)
    suite = ET.Element("testsuite", {"name": safe(name), **{key: str(count) for key, count in counts.items()}})
    suite.extend(cases)
    _text(suite, "system-out", [summary(rows), *rows.report.remarks])
    return suite


def _clean(row: ClaimRow) -> ET.Element:
    place = row.place
    case = _case(place.document, f"{place.line}: {place.figure}")
    verdicts = [f"{other.link.verdict}: {position(other.place)}: {other.place.figure}" for other in row.counterparts]
    if row.derivation:
        verdicts.append(f"derived: {row.derivation.way}")
    _text(case, "system-out", verdicts or [row.verdict or "none"])
    return case


def _found(row: FindingRow) -> ET.Element:
    finding, place = row.finding, row.places[0]
    case = _case(place.document, f"{place.line}: {place.figure}: {finding.rule} ({finding.id})")
    lines = plain(row, _CONTEXT)
    if finding.accepted:
        ET.SubElement(case, "skipped", {"message": safe(f"accepted: {finding.accepted.reason}")})
        _text(case, "system-out", [finding.severity, *lines])
    elif row.fails:
        failure = {"type": finding.severity, "message": safe(finding.message)}
        ET.SubElement(case, "failure", failure).text = "\n".join(lines)
    else:
        _text(case, "system-out", [finding.severity, *lines])
    return case


def _case(document: str, name: str) -> ET.Element:
    return ET.Element("testcase", {"classname": safe(document), "name": safe(name)})


def _text(parent: ET.Element, tag: str, lines: Sequence[str]) -> None:
    ET.SubElement(parent, tag).text = "\n".join(map(safe, lines))
