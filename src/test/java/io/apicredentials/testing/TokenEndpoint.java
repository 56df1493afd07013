package io.apicredentials.testing;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The token endpoint of a realm and those beside it, as a client sees them from one address. */
public final class TokenEndpoint {

    private static final Fields CLIENT_CREDENTIALS = Fields.of("grant_type", "client_credentials");

    private final String realmUrl;
    private final Http http;

    TokenEndpoint(String realmUrl, Http http) {
        this.realmUrl = realmUrl;
        this.http = http;
    }

    /** The same, called from another address of this machine. */
    public TokenEndpoint from(String sourceAddress) {
        return new TokenEndpoint(realmUrl, Http.from(sourceAddress));
    }

    public String url() {
        return realmUrl + "/protocol/openid-connect/token";
    }

    /** The client credentials grant with {@code client_secret_post}. */
    public Answer request(ClientCredentials client) {
        return request(CLIENT_CREDENTIALS.and(post(client)), Fields.none());
    }

    /** The client credentials grant with {@code client_secret_basic}. */
    public Answer requestWithBasic(ClientCredentials client) {
        return request(CLIENT_CREDENTIALS, basic(client));
    }

    /** Any request to the token endpoint. */
    public Answer request(Fields form, Fields headers) {
        return http.postForm(url(), headers, form);
    }

    /** Introspects a token as a resource server with {@code client_secret_basic}. */
    public Answer introspect(String token, ClientCredentials resourceServer) {
        return http.postForm(url() + "/introspect", basic(resourceServer), Fields.of("token", token));
    }

    /** Revokes a token as the client it was issued to, with {@code client_secret_post}. */
    public Answer revoke(String token, ClientCredentials client) {
        String revocation = realmUrl + "/protocol/openid-connect/revoke";
        return http.postForm(
                revocation, Fields.none(), Fields.of("token", token).and(post(client)));
    }

    /** The form fields of {@code client_secret_post}. */
    public static Fields post(ClientCredentials client) {
        return Fields.of("client_id", client.clientId()).and("client_secret", client.clientSecret());
    }

    /** The header of {@code client_secret_basic}. */
    public static Fields basic(ClientCredentials client) {
        String pair = client.clientId() + ":" + client.clientSecret();
        String encoded = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        return Fields.of("Authorization", "Basic " + encoded);
    }
}
