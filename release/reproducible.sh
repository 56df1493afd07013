#!/usr/bin/env bash
# Builds the JAR twice, from two folders with other names, and says whether the files are the same to the last byte.
# What is committed is built, not what is edited.
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for folder in one another/below; do
  mkdir -p "$work/$folder"
  git archive HEAD | tar -x -C "$work/$folder"
  (cd "$work/$folder" && mvn -q package -DskipTests -Djacoco.skip=true)
  sha256sum "$work/$folder/target/keycloak-api-credentials.jar"
done
cmp "$work/one/target/keycloak-api-credentials.jar" "$work/another/below/target/keycloak-api-credentials.jar"
echo "The two JARs are the same."
