package io.apicredentials.testing;

import com.fasterxml.jackson.databind.JsonNode;

/** The admin REST API of the API credentials of one realm, as somebody. */
public final class AdminApi {

    private final AdminClient client;

    /** @param realm Keycloak's admin REST API of the realm */
    public AdminApi(AdminClient realm) {
        client = realm.below("api-credentials");
    }

    public Answer permissionSets() {
        return client.get("permission-sets");
    }

    /** Replaces the permission sets of the realm. */
    public Answer replacePermissionSets(JsonNode sets) {
        return client.put("permission-sets", sets);
    }

    /** The same, and credentials keep what they hold. */
    public Answer replacePermissionSetsAndKeepGranted(JsonNode sets) {
        return client.put("permission-sets?keepGranted=true", sets);
    }

    public Answer resetPermissionSets() {
        return client.delete("permission-sets");
    }

    public Answer create(JsonNode request) {
        return client.post("", request);
    }

    /** A creation with a body that need not be JSON. */
    public Answer create(String body) {
        return client.post("", body);
    }

    /** Creates a credential that must be possible. */
    public ClientCredentials issue(JsonNode request) {
        return ClientCredentials.of(create(request));
    }

    /** Creates one for each line. */
    public Answer bulk(String lines) {
        return client.postLines("bulk", lines);
    }

    /** Says what is wrong with the lines. */
    public Answer tryBulk(String lines) {
        return client.postLines("bulk?dryRun=true", lines);
    }

    /** The list, narrowed by query parameters. */
    public Answer list(Fields query) {
        return client.get("?" + query.urlEncoded());
    }

    public Answer count(Fields query) {
        return client.get("count?" + query.urlEncoded());
    }

    public Answer get(String id) {
        return client.get(id);
    }

    /** The last uses of one credential. */
    public Answer usage(String id, Fields query) {
        return client.get(id + "/usage?" + query.urlEncoded());
    }

    /** How often one credential was used. */
    public Answer activity(String id, Fields query) {
        return client.get(id + "/activity?" + query.urlEncoded());
    }

    /** What the uses of one credential suggest. */
    public Answer suggestions(String id, Fields query) {
        return client.get(id + "/suggestions?" + query.urlEncoded());
    }

    /** Whether a use of one credential would be admitted. */
    public Answer explain(String id, JsonNode question) {
        return client.post(id + "/explain", question);
    }

    /** What a change of one credential would have done to its uses. */
    public Answer whatIf(String id, JsonNode change) {
        return client.post(id + "/what-if", change);
    }

    /** The last changes of one credential. */
    public Answer changes(String id, Fields query) {
        return client.get(id + "/changes?" + query.urlEncoded());
    }

    /** When some credentials were last used. */
    public Answer lastUsed(Fields query) {
        return client.get("last-used?" + query.urlEncoded());
    }

    public Answer update(String id, JsonNode request) {
        return client.put(id, request);
    }

    /** An update with a body that need not be JSON. */
    public Answer update(String id, String body) {
        return client.put(id, body);
    }

    public Answer enable(String id) {
        return client.send("POST", id + "/enable", null);
    }

    public Answer disable(String id) {
        return client.send("POST", id + "/disable", null);
    }

    /** Disables it and ends the tokens issued so far. */
    public Answer disableAndRevoke(String id) {
        return client.send("POST", id + "/disable?revokeTokens=true", null);
    }

    public Answer delete(String id) {
        return client.delete(id);
    }

    /** Deletes it and ends the tokens issued so far. */
    public Answer deleteAndRevoke(String id) {
        return client.delete(id + "?revokeTokens=true");
    }

    /** What is known of the secrets of a credential. */
    public Answer secrets(String id) {
        return client.get(id + "/secrets");
    }

    /**
     * Gives a credential a new secret.
     *
     * @param overlap for how long the present one goes on working, as ISO 8601 has it
     */
    public Answer rotate(String id, String overlap) {
        return client.post(id + "/secrets", "{\"overlap\":\"" + overlap + "\"}");
    }

    /** Ends a secret that was replaced. */
    public Answer endSecret(String id, String secret) {
        return client.delete(id + "/secrets/" + secret);
    }

    /** The same, whether it is in use or not. */
    public Answer endSecretByForce(String id, String secret) {
        return client.delete(id + "/secrets/" + secret + "?force=true");
    }

    /** Takes the link back at which a secret can be picked up. */
    public Answer withdrawLink(String id) {
        return client.delete(id + "/secrets/link");
    }

    /** Stops many at once, or says which they would be. */
    public Answer emergencyStop(String json) {
        return client.post("emergency-stop", json);
    }

    public Answer settings() {
        return client.get("settings");
    }

    public Answer changeSettings(String json) {
        return client.put("settings", json);
    }

    /** Which credentials would not comply with settings. */
    public Answer trySettings(String json) {
        return client.put("settings?dryRun=true", json);
    }

    /** Records of changes. */
    public Answer audit(Fields query) {
        return client.get("audit?" + query.urlEncoded());
    }

    /** Whether all records of changes are as they were written. */
    public Answer verifyAudit() {
        return client.get("audit/verify");
    }

    /** All records of changes that match, as a file. */
    public Answer exportAudit(Fields query) {
        return client.get("audit/export?" + query.urlEncoded());
    }

    /** What happened with one credential. */
    public Answer timeline(String id, Fields query) {
        return client.get(id + "/timeline?" + query.urlEncoded());
    }
}
