package io.apicredentials.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Uses credentials from behind proxies, and asks what address the server sees. */
public final class ProxiedCaller {

    /** The address that the credential is listed for; nobody here has it. */
    public static final String PARTNER = "203.0.113.7";

    private static final Fields GRANT = Fields.of("grant_type", "client_credentials");

    private static final String LOGGED_WARNING = "Addresses of API credentials: ";

    private final KeycloakServer server;
    private final TestRealm realm;
    private final ClientCredentials credential;

    /** With a new credential for {@value #PARTNER}. */
    public ProxiedCaller(KeycloakServer server, TestRealm realm) {
        this.server = server;
        this.realm = realm;
        this.credential = realm.credentials().issue(CredentialRequests.of("wallets", PARTNER));
    }

    /** A token is issued, and the event says to {@value #PARTNER}. */
    public void isAdmitted(String peer, Fields headers) {
        Answer answer = use(peer, headers, credential);

        assertThat(answer.status()).as("%s", headers).isEqualTo(200);
        assertThat(newestEvent().path("type").asText()).isEqualTo("CLIENT_LOGIN");
        assertThat(newestEvent().path("ipAddress").asText()).isEqualTo(PARTNER);
    }

    /** The answer is that for an unknown client, and the event has this reason and no address that was not judged. */
    public void isRefused(String peer, Fields headers, String reason) {
        new Refusals(realm).check(credential, reason, client -> use(peer, headers, client));
        assertThat(newestEvent().path("ipAddress").asText()).isNotEqualTo(PARTNER);
        assertThat(newestEvent().has("ipAddress")).isEqualTo(!reason.equals("address_unknown"));
    }

    /** The credential's own newest use, as the admin REST API tells it. */
    public JsonNode newestUse() {
        return realm.credentials()
                .usage(credential.id(), Fields.none())
                .expect(200)
                .json()
                .at("/uses/0");
    }

    /** Gets a token, has the resource server introspect it, and revokes it; returns the events of the last two. */
    public List<JsonNode> introspectsAndRevokes(String peer, Fields headers) {
        realm.events().saveAlso("INTROSPECT_TOKEN", "REVOKE_GRANT", "CLIENT_LOGIN");
        Fields token = Fields.of("token", use(peer, headers, credential).accessToken());
        Http http = Http.from(peer);
        http.postForm(
                        realm.tokenEndpoint().url() + "/introspect",
                        headers.and(TokenEndpoint.basic(TestRealm.RESOURCE_SERVER)),
                        token)
                .expect(200);
        http.postForm(
                        realm.url() + "/protocol/openid-connect/revoke",
                        headers,
                        token.and(TokenEndpoint.post(credential)))
                .expect(200);
        return List.of(realm.events().newestOfClient(TestRealm.RESOURCE_SERVER.clientId()), newestEvent());
    }

    /** Disables the credential, and returns the newest admin event about it. */
    public JsonNode disables(String peer, Fields headers) {
        String url = realm.admin().url("api-credentials/" + credential.id() + "/disable");
        Http.from(peer)
                .postForm(url, headers.and(Fields.bearer(realm.token(Person.OWNER))), Fields.none())
                .expect(200);
        return realm.events().ofCredential(credential.id()).get(0);
    }

    /** The answer of the self-test to this person. */
    public Answer selfTest(Person who, String peer, Fields headers) {
        String url = realm.admin().url("api-credentials/self-test");
        Fields all = Fields.bearer(realm.token(who))
                .and("Accept", "application/json")
                .and(headers);
        return Http.from(peer).get(url, all);
    }

    /** What the self-test tells somebody who may look. */
    public JsonNode seen(Person who, String peer, Fields headers) {
        return selfTest(who, peer, headers).expect(200).json();
    }

    /** The self-test has this one warning, and the server wrote it to its log. */
    public void isWarned(JsonNode seen, String part) {
        assertThat(seen.path("warnings")).hasSize(1);
        String warning = seen.at("/warnings/0").asText();
        assertThat(warning).contains(part);
        assertThat(server.wholeLog().lines()).anyMatch(line -> line.contains(LOGGED_WARNING + warning));
    }

    /** The server wrote no such warning to its log. */
    public void isNotWarned() {
        assertThat(server.wholeLog().lines()).isNotEmpty().noneMatch(line -> line.contains(LOGGED_WARNING));
    }

    private Answer use(String peer, Fields headers, ClientCredentials client) {
        return realm.tokenEndpoint().from(peer).request(GRANT.and(TokenEndpoint.post(client)), headers);
    }

    private JsonNode newestEvent() {
        return realm.events().newestOfClient(credential.clientId());
    }
}
