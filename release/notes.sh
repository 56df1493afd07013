#!/usr/bin/env bash
# The release notes of a version: its section of CHANGELOG.md, without the heading. Fails where there is none or it is empty.
# Those of a snapshot are what is unreleased.
#   release/notes.sh 0.1.0    release/notes.sh 0.1.0-SNAPSHOT    CHANGELOG=other.md release/notes.sh 0.1.0
set -euo pipefail
version=${1:?a version, such as 0.1.0}
case $version in *-SNAPSHOT) version=Unreleased ;; esac
awk -v version="$version" '
  /^## / { inside = index($0, "## [" version "]") == 1; next }
  /^\[[^]]+\]: / { next }
  inside && (started || NF) { started = 1; lines[++count] = $0; if (NF) last = count }
  END {
    if (!last) { print "There is nothing about " version " in the changelog." > "/dev/stderr"; exit 1 }
    for (line = 1; line <= last; line++) print lines[line]
  }' "${CHANGELOG:-$(dirname "$0")/../CHANGELOG.md}"
