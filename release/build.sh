#!/usr/bin/env bash
# Makes everything that a release consists of, in target/release: the JAR, what is in it (CycloneDX), the release notes and checksums.
#   release/build.sh [VERSION of the notes; the version of the project by default, Unreleased for a snapshot]
# The tests are not run here: mvn verify comes before.
set -euo pipefail
cd "$(dirname "$0")/.."
out=target/release
mvn -q clean package -Prelease -DskipTests

version=$(sed -n 's/^Implementation-Version: *//p' <(unzip -p target/keycloak-api-credentials.jar META-INF/MANIFEST.MF) | tr -d '\r')
notes=${1:-$version}
case $notes in *-SNAPSHOT) notes=Unreleased ;; esac
mkdir -p "$out"
cp target/keycloak-api-credentials.jar "$out/keycloak-api-credentials-$version.jar"
# The provided and test parts of Maven are none of the JAR: what is in it besides our classes comes from npm.
# The package of the console has no version of its own, and an SBOM needs one.
console=$(mktemp -d)
trap 'rm -rf "$console"' EXIT
for file in package.json package-lock.json; do
  jq --arg version "$version" '.version = $version | if .packages then .packages[""].version = $version else . end' "themes/$file" > "$console/$file"
done
(cd "$console" && npm sbom --package-lock-only --omit dev --sbom-format cyclonedx --sbom-type application) > "$out/console.cdx.json"
find target/classes/theme -name THIRD-PARTY-NOTICES.txt -exec cp {} "$out/" \;
release/notes.sh "$notes" > "$out/RELEASE-NOTES.md"
(cd "$out" && find . -type f ! -name SHA256SUMS -printf '%P\n' | LC_ALL=C sort | xargs sha256sum > SHA256SUMS)
cat "$out/SHA256SUMS"
