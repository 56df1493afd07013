#!/usr/bin/env bash
# Starts everything in compose.yaml and goes on to the first token of a first credential. It can be run again.
# Needs Docker with Compose 2, curl, jq and openssl. URL can be set for another address.
set -euo pipefail
cd "$(dirname "$0")"

./prepare.sh

# A variable as Compose has it: of the environment, or else of .env, which is not a shell script.
value() {
  [ -n "${!1-}" ] && printf %s "${!1}" || sed -nE "s/^$1=(['\"]?)(.*)\1\$/\2/p" .env | tail -n 1
}
URL=${URL:-$(value PUBLIC_URL)}
password=$(value KEYCLOAK_ADMIN_PASSWORD)

docker compose up --detach --build --wait --wait-timeout 600

call() { curl -sS --fail-with-body --cacert tls/tls.crt "$@"; }
json=(-H 'Content-Type: application/json')

# Passwords, secrets and tokens go by pipes: others on this machine can read the arguments of a program.
login() {
  token=$(printf %s "$password" | call "$URL/realms/master/protocol/openid-connect/token" \
    -d grant_type=password -d client_id=admin-cli -d username=admin --data-urlencode password@- | jq -r .access_token)
}
as_admin() { call -H @<(printf 'Authorization: Bearer %s\n' "$token") "$@"; }
login
if ! as_admin "$URL/admin/realms/first" > /dev/null 2>&1; then
  as_admin "$URL/admin/realms" "${json[@]}" -d '{ "realm": "first", "enabled": true }'
  # A token has the rights in the realms that were there when it was issued.
  login
fi
api=$URL/admin/realms/first/api-credentials

# The credential is for the address that the server sees us at, and for no other.
address=$(as_admin "$api/self-test" | jq -r .address)
echo "The server sees you at $address"
created=$(jq -n --arg address "$address" '{ name: "First credential", permissionSet: "monitoring", allowedIps: [$address] }' |
  as_admin "$api" "${json[@]}" -d @-)
client() { jq -r '"user = \"" + .clientId + ":" + .clientSecret + "\""' <<< "$created"; }

issued=$(call "$URL/realms/first/protocol/openid-connect/token" -d grant_type=client_credentials -K <(client))
jq -r '.access_token | split(".")[1] | gsub("-"; "+") | gsub("_"; "/") | @base64d | fromjson | { iss, aud, permission_set, exp }' <<< "$issued"

# Disabled, it gets none.
as_admin -X POST "$api/$(jq -r .id <<< "$created")/disable" > /dev/null
refused=$(curl -sS --cacert tls/tls.crt -o /dev/null -w '%{http_code}' "$URL/realms/first/protocol/openid-connect/token" \
  -d grant_type=client_credentials -K <(client))
echo "After it was disabled: $refused"
[ "$refused" = 401 ]
