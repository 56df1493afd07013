#!/usr/bin/env bash
# Makes what compose.yaml needs and nobody should have twice: passwords, and a certificate for localhost. What is there is kept.
set -euo pipefail
cd "$(dirname "$0")"
umask 077
# Whatever is made is moved to its place when it is whole.
new=$(mktemp -d ./new.XXXXXX)
trap 'rm -rf "$new"' EXIT

# nginx in its container is another user, and reads the key as one of its group. Root can give the key to the group that nginx has
# there; for anybody else, nginx gets their group.
group=$(id -g)
[ "$(id -u)" != 0 ] || group=101

if [ ! -f .env ]; then
  while IFS= read -r line; do
    case $line in
      *PASSWORD=) line+=$(openssl rand -hex 24) ;;
      TLS_GROUP=*) line=TLS_GROUP=$group ;;
    esac
    printf '%s\n' "$line"
  done < .env.example > "$new/.env"
  mv "$new/.env" .env
fi

if [ ! -f tls/tls.key ] && [ ! -f tls/tls.crt ]; then
  openssl req -x509 -newkey rsa:2048 -nodes -days 30 -subj /CN=localhost -addext subjectAltName=DNS:localhost,IP:127.0.0.1 \
    -keyout "$new/tls.key" -out "$new/tls.crt" 2> "$new/log" || { cat "$new/log" >&2; exit 1; }
  chgrp "$group" "$new/tls.key"
  chmod 640 "$new/tls.key"
  chmod 644 "$new/tls.crt"
  mkdir -p tls
  chmod 755 tls
  mv "$new/tls.key" "$new/tls.crt" tls/
fi
for file in tls/tls.key tls/tls.crt; do
  [ -f "$file" ] || { echo "deploy/$file is missing. Put it there, or remove deploy/tls for a certificate for localhost." >&2; exit 1; }
done
if ! openssl x509 -in tls/tls.crt -noout -checkend 86400 > /dev/null; then
  echo "The certificate deploy/tls/tls.crt ends within a day, or has ended. Replace it; without deploy/tls, one for localhost is made." >&2
  exit 1
fi
