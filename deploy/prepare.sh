#!/usr/bin/env bash
# Makes what compose.yaml needs and nobody should have twice: passwords, and a certificate for localhost. What is there is kept.
set -euo pipefail
cd "$(dirname "$0")"
umask 077
if [ ! -f .env ]; then
  while IFS= read -r line; do
    case $line in *PASSWORD=) line+=$(openssl rand -hex 24) ;; esac
    printf '%s\n' "$line"
  done < .env.example > .env
fi
mkdir -p tls
if [ ! -f tls/tls.key ]; then
  openssl req -x509 -newkey rsa:2048 -nodes -days 30 -subj /CN=localhost -addext subjectAltName=DNS:localhost,IP:127.0.0.1 \
    -keyout tls/tls.key -out tls/tls.crt 2>/dev/null
  # nginx in its container is another user.
  chmod 755 tls && chmod 644 tls/tls.crt tls/tls.key
fi
