package io.apicredentials.it.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.AdminClient;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.Kcadm;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.RealmChange;
import io.apicredentials.testing.SecretLink;
import io.apicredentials.testing.TestRealm;
import java.util.ArrayList;
import java.util.List;

/** A credential that is used in every way, and what the server answered meanwhile. */
final class PlantedSecret {

    private final List<String> answers = new ArrayList<>();
    private final List<String> ofLinks = new ArrayList<>();
    private final ClientCredentials credential;
    private final String hash;
    private final String generated;

    private PlantedSecret(KeycloakServer server) {
        TestRealm realm = TestRealm.create(server, new RealmChange.None());
        credential = realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
        AdminClient client = realm.admin().below("clients/" + credential.id());
        hash = read(client).at("/attributes/api.credential.secret-hash").asText();

        answers.add(realm.tokenEndpoint().request(credential).expect(200).body());
        answers.add(
                realm.tokenEndpoint().requestWithBasic(credential).expect(200).body());
        answers.add(realm.tokenEndpoint()
                .from("127.0.0.2")
                .request(credential)
                .expect(401)
                .body());

        answers.add(client.put("", read(client).put("description", "Edited in the console"))
                .expect(204)
                .body());
        Kcadm.Result kcadm = Kcadm.login(server)
                .attempt(
                        "update",
                        "clients/" + credential.id(),
                        "-r",
                        realm.name(),
                        "-s",
                        "description=Edited by kcadm");
        assertThat(kcadm.status()).as(kcadm.output()).isZero();
        answers.add(kcadm.output());
        generated = client.send("POST", "client-secret", null)
                .expect(200)
                .json()
                .path("value")
                .asText();
        answers.add(client.get("client-secret").expect(200).body());

        ObjectNode present = read(client);
        answers.add(EditingWay.PARTIAL_IMPORT_FAIL
                .send(realm, EditingWay.unknown(present), unchanged -> {})
                .expect(200)
                .body());
        ObjectNode copy = JsonNodeFactory.instance
                .objectNode()
                .put("realm", realm.name() + "-copy")
                .put("enabled", true);
        copy.putArray("clients").add(EditingWay.unknown(present));
        answers.add(server.admin().post("realms", copy).expect(201).body());
        answers.add(EditingWay.PARTIAL_IMPORT_OVERWRITE
                .send(realm, present, unchanged -> {})
                .expect(200)
                .body());
        answers.add(realm.tokenEndpoint().request(credential).expect(200).body());
        useLinks(realm);

        for (String path :
                List.of("clients?max=200", "api-credentials?max=100", "events?max=1000", "admin-events?max=1000")) {
            answers.add(realm.admin().get(path).expect(200).body());
        }
        answers.add(realm.admin()
                .send("POST", "partial-export?exportClients=true&exportGroupsAndRoles=true", null)
                .expect(200)
                .body());
    }

    /** Those that are used, replaced, expired by another secret, and guessed. */
    private void useLinks(TestRealm realm) {
        SecretLink first = SecretLink.create(realm, "127.0.0.1", request -> {});
        SecretLink open = SecretLink.rotate(realm, first.credential().id(), request -> request.put("overlap", "P1D"));
        List.of(first, open).forEach(link -> ofLinks.add(random(link)));
        answers.add(first.confirm().expect(404).body());
        answers.add(open.open().expect(200).body());
        ClientCredentials pickedUp = open.pickUp();
        ofLinks.add(pickedUp.clientSecret().substring("kac_".length()));
        answers.add(open.confirm().expect(410).body());
        answers.add(realm.tokenEndpoint().request(pickedUp).expect(200).body());
        SecretLink bound = SecretLink.rotate(realm, pickedUp.id(), request -> request.put("addressBound", true));
        ofLinks.add(random(bound));
        answers.add(bound.from("127.0.0.2").confirm().expect(403).body());
    }

    private static String random(SecretLink link) {
        return link.token().substring(link.token().indexOf('.') + 1);
    }

    private static ObjectNode read(AdminClient client) {
        Answer answer = client.get("").expect(200);
        assertThat(answer.json().has("secret")).isFalse();
        return (ObjectNode) answer.json();
    }

    static PlantedSecret usedOn(KeycloakServer server) {
        return new PlantedSecret(server);
    }

    /** The credential whose secret is looked for. */
    ClientCredentials credential() {
        return credential;
    }

    /** What is stored of the secret. */
    String hash() {
        return hash;
    }

    /** The secret that Keycloak made for the client. */
    String generated() {
        return generated;
    }

    /** Every answer but those that hand a secret over. */
    List<String> answers() {
        return answers;
    }

    /** The random parts of links, and the secrets that were picked up at them. */
    List<String> ofLinks() {
        return ofLinks;
    }
}
