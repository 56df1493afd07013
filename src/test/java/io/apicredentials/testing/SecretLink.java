package io.apicredentials.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A link at which the secret of a credential is picked up, for somebody who has nothing else.
 *
 * @param credential without a secret
 */
public record SecretLink(ClientCredentials credential, String url, Http http) {

    private static final Pattern PAGE = Pattern.compile("data-page=\"([a-z_]+)\"");
    private static final Pattern SECRET = Pattern.compile("id=\"client-secret\"[^>]*>([^<]*)<");

    /** That of an answer to a creation or a rotation. */
    public static SecretLink of(Answer offered) {
        return new SecretLink(
                ClientCredentials.of(offered),
                offered.json().path("link").asText(),
                Http.from(KeycloakServer.LOCALHOST));
    }

    /** That of a new credential of the set for wallets. */
    public static SecretLink create(TestRealm realm, String allowedIp, Consumer<ObjectNode> change) {
        ObjectNode request = CredentialRequests.of("wallets", allowedIp).put("delivery", "link");
        change.accept(request);
        return of(realm.credentials().create(request));
    }

    /** A link for a rotation. */
    public static SecretLink rotate(TestRealm realm, String id, Consumer<ObjectNode> change) {
        ObjectNode request = JsonNodeFactory.instance.objectNode().put("delivery", "link");
        change.accept(request);
        return of(realm.admin(Person.OWNER).below("api-credentials").post(id + "/secrets", request));
    }

    /** The same for somebody at another address of this machine. */
    public SecretLink from(String sourceAddress) {
        return new SecretLink(credential, url, Http.from(sourceAddress));
    }

    /** The same with another token. */
    public SecretLink withToken(String token) {
        return new SecretLink(credential, url.substring(0, url.lastIndexOf('/') + 1) + token, http);
    }

    /** The same at the address of another server that has this realm. */
    public SecretLink at(TestRealm realm) {
        String path = url.substring(url.indexOf("/api-credential-delivery/"));
        return new SecretLink(credential, realm.url() + path, http);
    }

    public String token() {
        return url.substring(url.lastIndexOf('/') + 1);
    }

    /** Opens it, as mail programs do for a preview too. */
    public Answer open() {
        return http.get(url, Fields.none());
    }

    /** Presses the button. */
    public Answer confirm() {
        return http.postForm(url, Fields.none(), Fields.none());
    }

    /** Presses the button of a link that must be open. */
    public ClientCredentials pickUp() {
        Answer answer = confirm().expect(200);
        return new ClientCredentials(credential.id(), credential.clientId(), secret(answer));
    }

    /** The name of the page that was answered. */
    public static String page(Answer answer) {
        return first(PAGE, answer);
    }

    /** The secret in an answer; empty when there is none. */
    public static String secret(Answer answer) {
        return first(SECRET, answer);
    }

    /** The credential as administrators see it. */
    public JsonNode read(TestRealm realm) {
        return realm.credentials().get(credential.id()).expect(200).json();
    }

    private static String first(Pattern pattern, Answer answer) {
        Matcher matcher = pattern.matcher(answer.body());
        return matcher.find() ? matcher.group(1) : "";
    }
}
