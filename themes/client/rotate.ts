import createClient from "openapi-fetch";
import type { paths } from "../generated/openapi";

/**
 * What a program does with a client that knows the OpenAPI document: it creates a credential, rotates its secret and deletes it. It is
 * given the address of the realm's admin API, and an access token.
 */
const [baseUrl, token] = process.argv.slice(2);
const client = createClient<paths>({ baseUrl, headers: { Authorization: `Bearer ${token}` } });

const created = await client.POST("/api-credentials", {
  body: {
    permissionSet: "wallets",
    name: "Made by a generated client",
    allowedIps: ["127.0.0.1"],
    permissions: [{ type: "balances", action: "read", scope: "org" }],
  },
});
if (created.data === undefined || !("clientSecret" in created.data)) {
  throw new Error(`not created: ${JSON.stringify(created.error)}`);
}
const { id, clientId, status, clientSecret } = created.data;
console.log(`created ${id} ${clientId} ${status}`);

const path = { id };
const rotated = await client.POST("/api-credentials/{id}/secrets", { params: { path }, body: { overlap: "P1D" } });
if (rotated.data === undefined || !("clientSecret" in rotated.data)) {
  throw new Error(`not rotated: ${JSON.stringify(rotated.error)}`);
}
console.log(`rotated ${rotated.data.clientSecret !== clientSecret} ${rotated.data.secrets?.length}`);

await client.DELETE("/api-credentials/{id}", { params: { path, query: { revokeTokens: true, reason: "It was an example" } } });
const gone = await client.GET("/api-credentials/{id}", { params: { path } });
console.log(`deleted ${gone.response.status}`);
