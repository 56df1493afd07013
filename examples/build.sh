#!/usr/bin/env bash
# Installs and builds the examples that need it, for the tests that run them.
set -euo pipefail
cd "$(dirname "$0")"

npm ci --prefix express --ignore-scripts --no-audit --no-fund --prefer-offline
mvn -q -B -f spring/pom.xml package
mvn -q -B -f spring-client/pom.xml package
mvn -q -B -f quarkus/pom.xml package
