package io.apicredentials.testing;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Protocol mappers of Keycloak, as an administrator would add them to a client. */
public final class Mappers {

    private Mappers() {}

    /** Writes a claim into every access token. */
    public static ObjectNode hardcoded(String claim, String type, String value) {
        ObjectNode mapper = mapper("hardcoded " + claim, "oidc-hardcoded-claim-mapper");
        mapper.withObject("/config")
                .put("claim.name", claim)
                .put("claim.value", value)
                .put("jsonType.label", type)
                .put("lightweight.claim", "true");
        return mapper;
    }

    /**
     * Adds an audience to every access token.
     *
     * @param kind {@code included.client.audience} or {@code included.custom.audience}
     */
    public static ObjectNode audience(String kind, String audience) {
        ObjectNode mapper = mapper("audience", "oidc-audience-mapper");
        mapper.withObject("/config").put(kind, audience);
        return mapper;
    }

    /** Ours, with other names for the two claims. */
    public static ObjectNode permissions(String permissions, String permissionSet) {
        ObjectNode mapper = mapper("ours", "api-credential-permissions");
        mapper.withObject("/config")
                .put("permissions.claim.name", permissions)
                .put("permission-set.claim.name", permissionSet);
        return mapper;
    }

    private static ObjectNode mapper(String name, String type) {
        ObjectNode mapper = JsonNodeFactory.instance
                .objectNode()
                .put("name", name)
                .put("protocol", "openid-connect")
                .put("protocolMapper", type);
        mapper.withObject("/config").put("access.token.claim", "true");
        return mapper;
    }
}
