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
      return unauthorized(response, 'typ');
    }
    const granted = typeof payload.scope === 'string' ? payload.scope.split(' ') : [];
    return words(request).some((word) => granted.includes(word)) ? next() : response.status(403).end();
  } catch (problem) {
    return problem instanceof errors.JOSEError ? unauthorized(response, why(problem)) : next(problem);
  }
};

/** Which check failed, and at which claim; nothing that is in the token. */
const why = ({ code, claim }) => [code, claim].filter(Boolean).join(' ');

const unauthorized = (response, reason) =>
  response
    .status(401)
    .set('WWW-Authenticate', `Bearer error="invalid_token", error_description="${reason}"`)
    .end();

const app = express();
app.get('/balances', permit(() => ['balances:read']), (request, response) => response.json([]));
app.get(
  '/vaults/:vault/balances',
  permit(({ params }) => ['balances:read', 'balances:read:vault', `balances:read:vault:${params.vault}`]),
  (request, response) => response.json([]),
);
/** Express has one of its own, which sends stack traces unless NODE_ENV is production. */
app.use((problem, request, response, next) => {
  if (!problem.status) {
    console.error(problem);
  }
  response
    .status(problem.status ?? 500)
    .set(problem.headers ?? {})
    .end();
});
app.listen(8081, '127.0.0.1');
