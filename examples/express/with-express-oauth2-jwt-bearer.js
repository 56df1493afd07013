import express from 'express';
import { auth, claimCheck, requiredScopes, scopeIncludesAny } from 'express-oauth2-jwt-bearer';

const app = express();
app.use(
  auth({
    issuerBaseURL: 'https://id.example.com/realms/acme',
    audience: 'api',
    tokenSigningAlg: 'ES256',
  }),
  claimCheck(({ typ, permission_set: set }) => typ === 'Bearer' && typeof set === 'string', 'not of an API credential'),
);
app.get('/balances', requiredScopes('balances:read'), (request, response) => response.json([]));
app.get(
  '/vaults/:vault/balances',
  (request, response, next) =>
    scopeIncludesAny(['balances:read', 'balances:read:vault', `balances:read:vault:${request.params.vault}`])(
      request,
      response,
      next,
    ),
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
