package io.apicredentials.keycloak.guard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.keycloak.client.CredentialAttribute;
import io.apicredentials.keycloak.client.CredentialAttribute.Edit;
import io.apicredentials.keycloak.client.RemovedAttributes;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.utils.ModelToRepresentation;
import org.keycloak.protocol.oidc.OIDCConfigAttributes;
import org.keycloak.util.JsonSerialization;

/**
 * What an edit of a credential can change, as Keycloak represents it: if two are equal, the edit changes nothing. Without
 * what is put in order after every edit, and without the time of the last change.
 */
record ClientContent(JsonNode fields, Map<String, JsonNode> mappers) {

    private static final String MAPPERS = "protocolMappers";

    private static final List<String> FIELDS_LEFT_OUT = List.of(
            "id",
            "secret",
            "frontchannelLogout",
            "defaultClientScopes",
            "optionalClientScopes",
            "authorizationServicesEnabled",
            MAPPERS);

    /** Nobody logs out of a credential; Keycloak gives these to clients that are created by its REST API, and not by an import. */
    private static final List<String> OF_LOGOUT = List.of(
            OIDCConfigAttributes.BACKCHANNEL_LOGOUT_SESSION_REQUIRED,
            OIDCConfigAttributes.BACKCHANNEL_LOGOUT_REVOKE_OFFLINE_TOKENS);

    private static final List<String> NOTED_BY_SERVER = CredentialAttribute.with(Edit.BY_SERVER).stream()
            .map(CredentialAttribute::key)
            .toList();

    static ClientContent of(KeycloakSession session, ClientModel client) {
        ObjectNode fields =
                JsonSerialization.mapper.valueToTree(ModelToRepresentation.toRepresentation(client, session));
        Map<String, JsonNode> mappers = mappers(fields.path(MAPPERS));
        fields.remove(FIELDS_LEFT_OUT);
        fields.withObject("/attributes")
                .remove(RemovedAttributes.ALL)
                .remove(OF_LOGOUT)
                .remove(NOTED_BY_SERVER);
        return new ClientContent(fields, mappers);
    }

    /** The same without what never waits for approval: whether the client is enabled, and since when tokens count. */
    ClientContent withoutState() {
        ObjectNode others = ((ObjectNode) fields).deepCopy();
        others.remove(List.of("enabled", "notBefore"));
        return new ClientContent(others, mappers);
    }

    /** By their names, since a partial import gives each a new id. */
    private static Map<String, JsonNode> mappers(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .<JsonNode>map(mapper -> ((ObjectNode) mapper).without("id"))
                .collect(Collectors.toMap(
                        mapper -> mapper.path("name").asText(), mapper -> mapper, (first, second) -> second));
    }
}
