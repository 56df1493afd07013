package io.apicredentials.it.token;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.TokenEndpoint;

/** What the client of a row is at the moment of its attempt. */
enum ClientState {
    /** Not a credential but a client with the same switches: shows that what is tried would work. */
    ORDINARY("ordinary client", true, false, "client-secret"),
    /** A credential as it is. */
    CREDENTIAL("credential", false, true, "api-credential"),
    /** A credential for which everything is switched on that could open another way. */
    OPENED("opened credential", true, true, "api-credential"),
    /** And whose authenticator was switched to Keycloak's own, with a secret that is known. */
    SWITCHED("… with `client-secret`", true, true, "client-secret"),
    /** And that was made a public client. */
    PUBLIC("… made public", true, true, "client-secret");

    private static final String KNOWN_SECRET = "known-secret";
    private static final String[] FLOWS = {
        "standardFlowEnabled", "implicitFlowEnabled", "directAccessGrantsEnabled", "fullScopeAllowed"
    };
    private static final String[] SWITCHES = {
        "client_credentials.use_refresh_token",
        "standard.token.exchange.enabled",
        "oauth2.jwt.authorization.grant.enabled",
        "oauth2.device.authorization.grant.enabled",
        "oidc.ciba.grant.enabled"
    };

    private final String title;
    private final boolean opened;
    private final boolean isCredential;
    private final String authenticator;

    ClientState(String title, boolean opened, boolean isCredential, String authenticator) {
        this.title = title;
        this.opened = opened;
        this.isCredential = isCredential;
        this.authenticator = authenticator;
    }

    String title() {
        return title;
    }

    boolean isOpened() {
        return opened;
    }

    /** Whether it can get a token of its own: once its authenticator is another, nothing may. */
    boolean isUsable() {
        return !isCredential || authenticator.equals("api-credential");
    }

    /** The client's representation in this state. */
    ObjectNode shape(JsonNode credential) {
        ObjectNode client = credential.deepCopy();
        ObjectNode attributes = client.withObject("/attributes");
        client.put("clientAuthenticatorType", authenticator).put("publicClient", this == PUBLIC);
        for (String flow : FLOWS) {
            client.put(flow, opened);
        }
        for (String name : SWITCHES) {
            attributes.put(name, opened ? "true" : "");
        }
        client.putArray("redirectUris");
        attributes.put("oauth2.jwt.authorization.grant.idp", opened ? AssertionIssuer.ALIAS : "");
        if (opened) {
            client.withArray("redirectUris").add("*");
            client.put("secret", KNOWN_SECRET);
        }
        if (!isCredential) {
            credential.path("attributes").fieldNames().forEachRemaining(name -> unmark(attributes, name));
        }
        return client;
    }

    /** Keycloak removes an attribute that is empty, not one that is missing. */
    private static void unmark(ObjectNode attributes, String name) {
        if (name.startsWith("api.credential.")) {
            attributes.put(name, "");
        }
    }

    /** The form fields with which the client authenticates in this state. */
    Fields authentication(ClientCredentials credential) {
        if (this == PUBLIC) {
            return Fields.of("client_id", credential.clientId());
        }
        return TokenEndpoint.post(
                authenticator.equals("api-credential")
                        ? credential
                        : new ClientCredentials(credential.id(), credential.clientId(), KNOWN_SECRET));
    }
}
