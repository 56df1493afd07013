package io.apicredentials.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A credential in a realm where everything waits for the approval of one other: the administrator asks, the approver
 * approves, the administrator picks up.
 */
public final class AwaitedCredential {

    private AwaitedCredential() {}

    /** One whose creation waits, as the answer has it. */
    public static JsonNode asked(TestRealm realm) {
        return realm.credentials(Person.ADMINISTRATOR)
                .create(CredentialRequests.of("wallets", "127.0.0.1"))
                .expect(202)
                .json();
    }

    /** One that was approved and picked up. */
    public static ClientCredentials inForce(TestRealm realm) {
        JsonNode asked = asked(realm);
        realm.approvals(Person.APPROVER).approve(request(asked)).expect(200);
        return ClientCredentials.of(pickUp(realm, asked.path("id").asText()));
    }

    /** Has the administrator take the secret that was approved. */
    public static Answer pickUp(TestRealm realm, String id) {
        return realm.admin(Person.ADMINISTRATOR).below("api-credentials").post(id + "/secrets", "{}");
    }

    /** Asks for another name, as the administrator; the answer to that. */
    public static Answer askForName(TestRealm realm, String id, String name) {
        AdminApi administrator = realm.credentials(Person.ADMINISTRATOR);
        ObjectNode named = (ObjectNode) administrator.get(id).expect(200).json();
        return administrator.update(id, named.put("name", name));
    }

    /** The id of the request that a credential waits for. */
    public static String request(JsonNode credential) {
        return credential.at("/pending/id").asText();
    }
}
