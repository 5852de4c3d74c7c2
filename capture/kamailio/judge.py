#!/usr/bin/env python3
"""Compares what `callcause listen` reported with what SIPp's callers did: the Call-ID of a call begins with its kind.

  judge.py FILE... --exactly KIND=COUNT...                     every call once, none missing, each with its disposition
  judge.py FILE... --at-least-but LOST KIND=COUNT...           the same, but so many calls may be missing or incomplete
"""
import collections
import json
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
    files = []
    while arguments and not arguments[0].startswith("--"):
        files.append(arguments.pop(0))
    mode = arguments.pop(0)
    may_lose = int(arguments.pop(0)) if mode == "--at-least-but" else 0
    made = {kind: int(count) for kind, count in (pair.split("=") for pair in arguments)}

    times = collections.Counter()
    wrong = collections.Counter()
    right = collections.Counter()
    for name in files:
        with open(name, encoding="utf-8") as lines:
            for line in lines:
                call = json.loads(line)
                call_id = call["callIds"][0]
                kind = call_id.split("-")[0]
                times[call_id] += 1
                if call["disposition"] == EXPECTED[kind]:
                    right[kind] += 1
                else:
                    wrong[(kind, call["disposition"])] += 1

    reported = collections.Counter(call.split("-")[0] for call in times)
    twice = [call for call, count in times.items() if count > 1]
    missing = sum(made.values()) - sum(reported[kind] for kind in made)
    mistaken = sum(wrong.values())
    for kind, count in sorted(made.items()):
        print(f"  {kind:<11} made {count:>7}  reported {reported[kind]:>7}  right {right[kind]:>7}")
    for (kind, disposition), count in sorted(wrong.items()):
        print(f"  {kind} reported as {disposition}: {count}")
    print(f"  missing {missing}, reported twice {len(twice)}, other disposition {mistaken}, allowed {may_lose}")
    if twice[:3]:
        print("  twice:", *twice[:3])
    ok = missing >= 0 and missing + mistaken + len(twice) <= may_lose
    print("  agrees" if ok else "  DOES NOT AGREE")
    return 0 if ok else 1


sys.exit(main(sys.argv[1:]))
