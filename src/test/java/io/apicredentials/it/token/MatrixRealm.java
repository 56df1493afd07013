package io.apicredentials.it.token;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.RealmChange;

/** The demo realm with what the grants need that the demo does not show. */
public final class MatrixRealm implements RealmChange {

    /** A client that may exchange the tokens of others which are meant for it. */
    static final ClientCredentials EXCHANGER = new ClientCredentials("", "exchanger", "exchanger-secret");

    /** A resource server with authorization services, which grants its one resource to everybody. */
    static final String UMA_API = "uma-api";

    @Override
    public void apply(ObjectNode realm) {
        ObjectNode exchanger = client(realm, EXCHANGER.clientId()).put("secret", EXCHANGER.clientSecret());
        exchanger.withObject("/attributes").put("standard.token.exchange.enabled", "true");

        ObjectNode umaApi = client(realm, UMA_API)
                .put("secret", "uma-api-secret")
                .put("serviceAccountsEnabled", true)
                .put("authorizationServicesEnabled", true);
        umaApi.withObject("/authorizationSettings")
                .put("policyEnforcementMode", "PERMISSIVE")
                .withArray("resources")
                .addObject()
                .put("name", "thing");

        realm.withObject("/attributes").put("api.credential.audience", "api " + EXCHANGER.clientId());
        AssertionIssuer.trust(realm, Person.OWNER);
    }

    private static ObjectNode client(ObjectNode realm, String clientId) {
        return realm.withArray("clients")
                .addObject()
                .put("clientId", clientId)
                .put("protocol", "openid-connect")
                .put("publicClient", false);
    }
}
