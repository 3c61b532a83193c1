"""What is found out about one event: its report, what was revised, its page, its part of the night's files."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from claimcheck.alignment.model import BADNESS
from claimcheck.checker import Checker
from claimcheck.nightly.events.outcome import PLACED, ClaimRows, Found, Outcome, Shown, Told
from claimcheck.nightly.model import Event, Revision, Story
from claimcheck.nightly.report.eventpage import event_page, glimpse
from claimcheck.nightly.stories.labels import documents_of, labelled
from claimcheck.reports import flat, rows
from claimcheck.reports.formats import Screen
from claimcheck.reports.model import Report
from claimcheck.reports.text import safe
from claimcheck.reports.to_markdown import escaped, findings, render
from claimcheck.verdicts.model import Acceptance

Accepted = Mapping[str, Acceptance]
"""What editors let be, by the keys of findings: ids that are the same on every night."""

_KEY_DIGITS = 16
_HEADLINE = 100
"""Characters of a story's first line that stand for a headline that it has not."""


def investigate(event: Event, night: str, checker: Checker, accepted: Accepted) -> tuple[Outcome, Shown, ClaimRows]:
    """Return what is found out about ``event`` in the night of that date."""
    stories = labelled(event.stories)
    report = _settled(checker.compare(documents_of(stories)), stories, accepted)
    revised = [(each, _revised(each, checker, accepted)) for each in event.revisions]
    found = [*_found(report, stories)]
    for each, changed in revised:
        found += _found(changed, _versions(each, changed))
    built = rows.build(report)
    outcome = Outcome(
        id=event.id,
        title=_title(event),
        told=tuple(_told(event)),
        verdicts={verdict: sum(row.fact.verdict == verdict for row in built.facts) for verdict in BADNESS},
        figures=len(report.claims),
        found=tuple(found),
    )
    shown = Shown()
    if len(event.stories) > 1 or found:
        changes = [(each, rows.build(changed)) for each, changed in revised if changed.findings]
        shown = Shown(
            page=event_page(event, outcome.title, built, changes, night).encode(),
            glimpse=str(glimpse(event, built, changes)),
            section=_section(outcome.title, event, built, [each for _, each in changes]),
        )
    return outcome, shown, tuple(_claims(event, report, stories, night, checker))


def _revised(revision: Revision, checker: Checker, accepted: Accepted) -> Report:
    before = replace(revision.before.document, id=f"{revision.before.name}, earlier version")
    report = checker.revise(before, replace(revision.after.document, id=f"{revision.after.name}, later version"))
    return _settled(report, _versions(revision, report), accepted)


def _versions(revision: Revision, report: Report) -> dict[str, Story]:
    after, before = report.documents
    return {after.id: revision.after, before.id: revision.before}


def _settled(report: Report, stories: Mapping[str, Story], accepted: Accepted) -> Report:
    """Return ``report`` with the keys of its findings as their ids, and those accepted that editors let be."""
    by_id = {claim.id: claim for claim in report.claims}
    findings = []
    for finding in report.findings:
        concerned = [stories[id_].document for id_ in {by_id[claim].document for claim in finding.claims}]
        known = sorted(f"{document.outlet}|{document.story}" for document in concerned)
        key = hashlib.sha256("\n".join([finding.id, *known]).encode()).hexdigest()[:_KEY_DIGITS]
        findings.append(replace(finding, id=key, accepted=accepted.get(key)))
    return replace(report, findings=tuple(findings))


def _found(report: Report, stories: Mapping[str, Story]) -> Iterator[Found]:
    by_id = {claim.id: claim for claim in report.claims}
    lines: dict[int, list[dict[str, Any]]] = {}
    for line in flat.findings(rows.build(report)):
        lines.setdefault(line["finding"], []).append(line)
    for number, finding in enumerate(report.findings, start=1):
        concerned = list(dict.fromkeys(by_id[claim].document for claim in finding.claims))
        claims = tuple(
            {
                **{name: line[name] for name in PLACED if name in line},
                "document": stories[line["document"]].document.id,
                "outlet": stories[line["document"]].document.outlet,
            }
            for line in lines[number]
        )
        documents = tuple(stories[id_].digest for id_ in concerned)
        yield Found(finding.id, finding.rule, finding.severity, finding.message, documents, claims, finding.accepted)


def _told(event: Event) -> Iterator[Told]:
    roles = event.roles
    for story in event.all:
        document = story.document
        said = (document.outlet, document.title, document.date)
        yield Told(document.id, story.digest, *said, story.seen, story.encoding, *roles[story.digest])


def _title(event: Event) -> str:
    titled = [story.document.title for story in event.stories if story.document.title]
    if titled:
        return " ".join(titled[0].split())
    first = next((line.strip() for line in event.stories[0].document.text.splitlines() if line.strip()), event.id)
    return first if len(first) <= _HEADLINE else f"{first[:_HEADLINE].rsplit(' ', 1)[0]} …"


def _section(title: str, event: Event, shown: rows.Rows, changes: Sequence[rows.Rows]) -> str:
    told = ", ".join(story.name for story in event.stories)
    copies = ", ".join(copy.story.name for copy in event.copies)
    told += f"; copies: {copies}" if copies else ""
    parts = [f"## {escaped(safe(title))}", escaped(safe(told)), render(shown, Screen()).rstrip()]
    parts += [findings(each) for each in changes]
    return "\n\n".join(parts) + "\n"


def _claims(
    event: Event, report: Report, stories: Mapping[str, Story], night: str, checker: Checker
) -> Iterator[dict[str, Any]]:
    """Yield the archive's rows of all claims of the stories that this night saw first, copies and versions too."""
    reports = [report, *(checker.extract(story.document) for story in event.all if story not in event.stories)]
    known = [stories, *({story.document.id: story} for story in event.all if story not in event.stories)]
    for each, by_id in zip(reports, known, strict=True):
        counts: dict[str, int] = {}
        for line in flat.claims(rows.build(each)):
            story = by_id[line["document"]]
            if story.seen == night:
                number = counts[story.digest] = counts.get(story.digest, -1) + 1
                yield _claim(line, number, story)


def _claim(line: Mapping[str, Any], number: int, story: Story) -> dict[str, Any]:
    same = ("line", "figure", "sentence", "kind", "unit", "bound", "trend", "what", "speaker", "quoted")
    numbers = {name: None if line[name] is None else float(line[name]) for name in ("value", "low", "high")}
    return {
        "document": story.digest,
        "number": number,
        "outlet": story.document.outlet,
        "published": story.document.date,
        "start_at": line["start"],
        "end_at": line["end"],
        "who": (line["who"] or "").split("; ") if line["who"] else [],
        "times": line["when"].split("; ") if line["when"] else [],
        **{name: line[name] for name in same},
        **numbers,
    }
