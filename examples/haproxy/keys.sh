#!/usr/bin/env bash
# Writes the two keys of a realm with the highest priority, of those for one algorithm, where haproxy.cfg has them, whether
# active or passive; where there is one, it is written twice. Nothing is replaced unless both could be read.
set -euo pipefail

ISSUER=https://id.example.com/realms/acme
FOLDER=/etc/haproxy/
ALGORITHM=ES256

# What stands before the point of a P-256 key in its SubjectPublicKeyInfo (RFC 5480).
P256='\x30\x59\x30\x13\x06\x07\x2a\x86\x48\xce\x3d\x02\x01\x06\x08\x2a\x86\x48\xce\x3d\x03\x01\x07\x03\x42\x00\x04'

from_base64url() {
  tr '_-' '/+' <<< "$1=" | base64 -d
}

# An EC key is a point, and an RSA key has a certificate.
pem() {
  if [ "$1" = EC ]; then
    { printf "$P256"; from_base64url "$2"; from_base64url "$3"; } | openssl pkey -pubin -inform DER
  else
    base64 -d <<< "$2" | openssl x509 -inform DER -noout -pubkey
  fi
}

curl -sSf "$ISSUER/protocol/openid-connect/certs" |
  jq -r --arg algorithm "$ALGORITHM" '
    [.keys[] | select(.alg == $algorithm)] |
    if . == [] then error("no \($algorithm) key") else (. + .)[:2] end |
    .[] | "\(.kty) \(.x // .x5c[0] // error("no certificate for an \($algorithm) key")) \(.y)"' |
  {
    number=1
    while read -r kind first second; do
      pem "$kind" "$first" "$second" > "${FOLDER}realm-key-$number.pem.new"
      number=$((number + 1))
    done
  }

for number in 1 2; do
  mv "${FOLDER}realm-key-$number.pem.new" "${FOLDER}realm-key-$number.pem"
done
