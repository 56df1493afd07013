package io.apicredentials.it.notice;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.TestRealm;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * A credential that was created and last changed a year ago, as if it came from the file of another server. Time passes for
 * nobody here: what happened long ago is written so.
 */
final class NoticedCredential {

    private static final String PREFIX = "api.credential.";
    private static final String SECRETS = "secret-hash";
    private static final Duration AGE = Duration.ofDays(365);

    private final TestRealm realm;
    private final String contact = "owner-" + UUID.randomUUID() + "@example.com";
    private final ObjectNode client;
    private boolean hasEnded;
    private String told = "";

    /** One without an end whose owner has an address of his own. */
    NoticedCredential(TestRealm realm) {
        this.realm = realm;
        this.client = taken();
        with("created-at", ago(AGE)).with("updated-at", ago(AGE)).with("owner-contact", contact);
    }

    /** The client of a credential that is there no more. */
    private ObjectNode taken() {
        ClientCredentials created = realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
        ObjectNode taken = (ObjectNode)
                realm.admin().get("clients/" + created.id()).expect(200).json();
        realm.credentials().delete(created.id()).expect(204);
        taken.remove("id");
        return taken;
    }

    static String ago(Duration time) {
        return Instant.now().minus(time).truncatedTo(ChronoUnit.SECONDS).toString();
    }

    static String in(Duration time) {
        return Instant.now().plus(time).truncatedTo(ChronoUnit.SECONDS).toString();
    }

    NoticedCredential with(String attribute, String value) {
        client.withObject("/attributes").put(PREFIX + attribute, value);
        return this;
    }

    /** Its first secret was replaced a minute ago. */
    NoticedCredential rotated(String endOfTheFirst) {
        String first = client.at("/attributes").path(PREFIX + SECRETS).asText();
        String second = taken().at("/attributes").path(PREFIX + SECRETS).asText();
        return with(
                SECRETS, second + ";created=" + ago(Duration.ofMinutes(1)) + " " + first + ";ends=" + endOfTheFirst);
    }

    /** Its owner was told that it is unused. What a file says of that does not count, so that it is noted when it is there. */
    NoticedCredential toldUnused(String lastActive, String at) {
        told = told("unused", lastActive, at);
        return with("updated-at", ago(Duration.ZERO));
    }

    static String told(String notice, String about, String at) {
        return notice + ";about=" + about + ";told=" + at;
    }

    NoticedCredential without(String attribute) {
        client.withObject("/attributes").remove(PREFIX + attribute);
        return this;
    }

    /** It ended yesterday. Nobody can bring such a one, so that it ends when it is there. */
    NoticedCredential expired() {
        hasEnded = true;
        return with("expires-at", in(Duration.ofDays(60)));
    }

    NoticedCredential named(String name) {
        client.put("name", name);
        return this;
    }

    NoticedCredential disabled() {
        client.put("enabled", false);
        return this;
    }

    String contact() {
        return contact;
    }

    /** Brings it into the realm, and returns its id. */
    String bring() {
        ObjectNode content = JsonNodeFactory.instance.objectNode().put("ifResourceExists", "FAIL");
        content.putArray("clients").add(client);
        realm.admin().post("partialImport", content).expect(200);
        String id = realm.admin()
                .firstId("clients?clientId=" + client.path("clientId").asText());
        if (hasEnded) {
            NoticeServer.store(id, "expires-at", ago(Duration.ofDays(1)));
        }
        String createdAt = client.at("/attributes").path(PREFIX + "created-at").asText();
        if (!told.isEmpty()) {
            NoticeServer.add(id, "notices", told);
        }
        NoticeServer.makeAccount(id, createdAt);
        if (!told.isEmpty()) {
            NoticeServer.store(id, "updated-at", createdAt);
        }
        return id;
    }

    String attribute(String id, String name) {
        return realm.admin()
                .get("clients/" + id)
                .expect(200)
                .json()
                .path("attributes")
                .path(PREFIX + name)
                .asText();
    }
}
