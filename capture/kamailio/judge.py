#!/usr/bin/env python3
"""Compares what `callcause listen` reported with what SIPp's callers did. The Call-ID of a call begins with its kind; the
callers wrote down which calls ended as planned (FOLDER/KIND.planned). On a busy machine some do not: those must be reported
too, but how they ended nobody else can tell.

  judge.py FILE FOLDER --exactly KIND=COUNT...             every call once, none missing, the planned ones as planned
  judge.py FILE FOLDER --at-least-but LOST KIND=COUNT...   the same, but so many may be missing, in part or as a whole
"""
import collections
import json
import os
import sys

EXPECTED = {
    "answered": "ANSWERED",
    "busy": "BUSY",
    "declined": "DECLINED",
    "unknown": "NOT_FOUND",
    "forbidden": "REJECTED",
    "away": "UNAVAILABLE",
    "unanswered": "NO_ANSWER",
    "cancelled": "CANCELLED",
    "broken": "FAILED",
    "moved": "REDIRECTED",
    "silent": "UNREACHABLE",
}


def main(arguments):
    reports, folder, mode = arguments[:3]
    arguments = arguments[3:]
    may_lose = int(arguments.pop(0)) if mode == "--at-least-but" else 0
    made = {kind: int(count) for kind, count in (pair.split("=") for pair in arguments)}
    planned = set()
    for kind in made:
        with open(os.path.join(folder, kind + ".planned"), encoding="utf-8") as lines:
            planned.update(line.strip() for line in lines if line.strip())

    times = collections.Counter()
    right = collections.Counter()
    wrong = collections.Counter()
    incidents = []
    with open(reports, encoding="utf-8") as lines:
        for line in lines:
            call = json.loads(line)
            if "callIds" not in call:
                incidents.append(call)
                continue
            call_id = call["callIds"][0]
            kind = call_id.split("-")[0]
            times[call_id] += 1
            if call["disposition"] == EXPECTED[kind]:
                right[kind] += 1
            elif call_id in planned:
                wrong[(kind, call["disposition"])] += 1

    reported = collections.Counter(call.split("-")[0] for call in times)
    as_planned = collections.Counter(call.split("-")[0] for call in planned)
    twice = sum(count - 1 for count in times.values())
    missing = sum(made.values()) - sum(reported[kind] for kind in made)
    mistaken = sum(wrong.values())
    print("  kind            made  as planned    reported       right")
    for kind, count in sorted(made.items()):
        print(f"  {kind:<11} {count:>8}  {as_planned[kind]:>10}  {reported[kind]:>10}  {right[kind]:>10}")
    for (kind, disposition), count in sorted(wrong.items()):
        print(f"  {kind}, as planned, reported as {disposition}: {count}")
    for title, count in sorted(collections.Counter(each["incident"]["title"] for each in incidents).items()):
        print(f"  incident, told {count} times: {title}")
    print(f"  missing {missing}, twice {twice}, wrong {mistaken}; allowed {may_lose}")
    agrees = missing >= 0 and missing + mistaken + twice <= may_lose
    print("  agrees" if agrees else "  DOES NOT AGREE")
    return 0 if agrees else 1


sys.exit(main(sys.argv[1:]))
