package io.apicredentials.testing;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sessions of users of a realm that its administrator opens by Keycloak's impersonation. */
public final class Impersonation {

    private static final String CLIENT_ID = "page";
    private static final String PAGE = "http://127.0.0.1:9/page";
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");

    private final TestRealm realm;

    private Impersonation(TestRealm realm) {
        this.realm = realm;
    }

    /** Adds a client to the realm that opens the log-in page. */
    public static Impersonation in(TestRealm realm) {
        ObjectNode client = JsonNodeFactory.instance
                .objectNode()
                .put("clientId", CLIENT_ID)
                .put("publicClient", true)
                .put("standardFlowEnabled", true);
        client.putArray("redirectUris").add(PAGE);
        // 409 where a test before has added it.
        realm.admin().post("clients", client);
        return new Impersonation(realm);
    }

    /** Keycloak's admin REST API of the realm, as that user. */
    public AdminClient of(Person who) {
        String user = realm.admin().firstId("users?exact=true&username=" + who.username());
        String token = tokens(user, "openid").accessToken();
        return realm.admin().as(() -> token);
    }

    /**
     * The tokens of such a session.
     *
     * @param scope what the client asks for, such as {@code openid}
     */
    public Answer tokens(String userId, String scope) {
        Browser browser = new Browser(realm.url());
        browser.takeCookies(
                realm.admin().post("users/" + userId + "/impersonation", "{}").expect(200));
        Answer redirect = browser.open(realm.url() + "/protocol/openid-connect/auth?"
                + Fields.of("client_id", CLIENT_ID)
                        .and("response_type", "code")
                        .and("scope", scope)
                        .and("redirect_uri", PAGE)
                        .urlEncoded());
        return token(Fields.of("grant_type", "authorization_code")
                .and("code", code(redirect))
                .and("redirect_uri", PAGE));
    }

    /** The tokens that come after others. */
    public Answer renew(Answer tokens) {
        return token(Fields.of("grant_type", "refresh_token")
                .and(
                        "refresh_token",
                        tokens.expect(200).json().path("refresh_token").asText()));
    }

    private Answer token(Fields grant) {
        return realm.tokenEndpoint().request(grant.and("client_id", CLIENT_ID), Fields.none());
    }

    private static String code(Answer redirect) {
        Matcher code = CODE.matcher(redirect.header("Location").orElse(""));
        if (!code.find()) {
            throw new AssertionError("no code: " + redirect);
        }
        return code.group(1);
    }
}
