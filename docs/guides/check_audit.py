#!/usr/bin/env python3
"""Checks audit records of one realm, as lines of JSON from the export, without the server.

Reads them from standard input. Ends with an error that names the first record that is not right.
"""

import hashlib
import json
import sys
from datetime import datetime

# The names in the export, and those in what is digested.
NAMES = {
    "api_credential.realm_id": "realm",
    "api_credential.id": "credential",
    "event.action": "operation",
    "event.reason": "reason",
    "user.id": "userId",
    "user.name": "userName",
    "source.ip": "address",
    "api_credential.actor": "kind",
    "api_credential.actor_realm_id": "userRealm",
    "api_credential.actor_client": "client",
    "api_credential.way": "way",
    "api_credential.details": "details",
    "api_credential.before": "before",
    "api_credential.after": "after",
}


def canonical(value):
    """RFC 8785, as far as records need it."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def digest(told):
    record = {name: told[field] for field, name in NAMES.items() if field in told}
    for state in ("details", "before", "after"):
        if state in record:
            record[state] = canonical(record[state])
    at = datetime.fromisoformat(told["@timestamp"].replace("Z", "+00:00"))
    record["at"] = round(at.timestamp() * 1000)
    content = {"sequence": told["event.sequence"], "previous": told["api_credential.previous_hash"], "record": record}
    return "sha256:" + hashlib.sha256(canonical(content).encode()).hexdigest()


def main():
    last = None
    unknown = 0
    for line in sys.stdin:
        told = json.loads(line)
        sequence = told["event.sequence"]
        if last and (sequence, told["api_credential.previous_hash"]) != (last["event.sequence"] + 1, last["event.hash"]):
            sys.exit(f"record {sequence} does not follow record {last['event.sequence']}")
        if "user.id" in told and "user.name" not in told:
            unknown += 1  # The caller of the export was not told a name that is part of the digest.
        elif told["event.hash"] != digest(told):
            sys.exit(f"record {sequence} is not what was written")
        last = told
    if last:
        print(f"right up to record {last['event.sequence']}, {last['event.hash']}; without a name and so not checked: {unknown}")


main()
