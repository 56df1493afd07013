package io.apicredentials.testing;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a machine is handed: a client ID and a client secret in clear.
 *
 * @param id Keycloak's internal id of the client; empty where nobody needs it
 */
public record ClientCredentials(String id, String clientId, String clientSecret) {

    /** Those in the answer to the creation of a credential. */
    public static ClientCredentials of(Answer created) {
        JsonNode json = created.expect(201).json();
        return new ClientCredentials(
                json.path("id").asText(),
                json.path("clientId").asText(),
                json.path("clientSecret").asText());
    }
}
