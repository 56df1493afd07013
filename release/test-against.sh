#!/usr/bin/env bash
# Runs the integration tests with another Keycloak than the one that the JAR is built for, and with the JDK in JAVA_HOME.
#   release/test-against.sh 26.7.5                        all of them
#   release/test-against.sh 26.7.5 -Dit.test=SmokeIT,TokenIT
# Whatever follows the version goes to Maven. Unit tests are left out: they know no server.
set -euo pipefail
cd "$(dirname "$0")/.."
version=${1:?a version of Keycloak, such as 26.7.5}
shift
# The counts are of this run.
rm -rf target/failsafe-reports
status=0
mvn verify -Dserver.version="$version" -Dtest=NoUnitTest -Dsurefire.failIfNoSpecifiedTests=false -Djacoco.skip=true "$@" || status=$?
echo "Keycloak $version, JDK $("${JAVA_HOME:+$JAVA_HOME/bin/}java" -XshowSettings:properties -version 2>&1 | sed -n 's/ *java.version = //p'): $(
  cat target/failsafe-reports/*.txt 2>/dev/null | awk -F'[:,]' '/^Tests run:/ { run += $2; failed += $4 + $6; skipped += $8 }
    END { printf "%d passed, %d failed, %d skipped", run - failed - skipped, failed, skipped }'), $(date -u +%F), Maven's status $status"
exit "$status"
