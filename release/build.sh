#!/usr/bin/env bash
# Makes everything that a release consists of, in target/release: the JAR, what is in it (CycloneDX), the release notes and checksums.
#   release/build.sh [VERSION of the notes; the version of the project by default]
# The tests are not run here: mvn verify comes before. A release is what is committed: nothing may be edited or added.
set -euo pipefail
cd "$(dirname "$0")/.."
edited=$(git status --porcelain)
if [ -n "$edited" ]; then
  printf 'Commit this first, or remove it:\n%s\n' "$edited" >&2
  exit 1
fi
out=target/release
mvn -q clean package -Prelease -DskipTests

version=$(sed -n 's/^Implementation-Version: *//p' <(unzip -p target/keycloak-api-credentials.jar META-INF/MANIFEST.MF) | tr -d '\r')
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
release/notes.sh "${1:-$version}" > "$out/RELEASE-NOTES.md"
(cd "$out" && find . -type f ! -name SHA256SUMS -printf '%P\n' | LC_ALL=C sort | xargs sha256sum > SHA256SUMS)
cat "$out/SHA256SUMS"
