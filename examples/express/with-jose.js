import express from 'express';
import { createRemoteJWKSet, errors, jwtVerify } from 'jose';

const issuer = 'https://id.example.com/realms/acme';
const keys = createRemoteJWKSet(new URL(`${issuer}/protocol/openid-connect/certs`));
const rules = { issuer, audience: 'api', algorithms: ['ES256'], requiredClaims: ['exp', 'permission_set'] };

/** Only requests with a token that has one of the words of the request pass. */
const permit = (words) => async (request, response, next) => {
  const [, token] = /^Bearer ([^ ]+)$/i.exec(request.headers.authorization ?? '') ?? [];
  try {
    const { payload } = await jwtVerify(token ?? '', keys, rules);
    if (payload.typ !== 'Bearer') {
      return unauthorized(response);
    }
    const granted = typeof payload.scope === 'string' ? payload.scope.split(' ') : [];
    return words(request).some((word) => granted.includes(word)) ? next() : response.status(403).end();
  } catch (problem) {
    return problem instanceof errors.JOSEError ? unauthorized(response) : next(problem);
  }
};

const unauthorized = (response) => response.status(401).set('WWW-Authenticate', 'Bearer error="invalid_token"').end();

const app = express();
app.get('/balances', permit(() => ['balances:read']), (request, response) => response.json([]));
app.get(
  '/vaults/:vault/balances',
  permit(({ params }) => ['balances:read', 'balances:read:vault', `balances:read:vault:${params.vault}`]),
  (request, response) => response.json([]),
);
app.listen(8081, '127.0.0.1');
