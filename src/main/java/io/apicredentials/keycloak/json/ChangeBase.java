package io.apicredentials.keycloak.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.approval.Operation;
import io.apicredentials.keycloak.client.StoredCredential;
import io.apicredentials.keycloak.settings.RealmSettings;
import io.apicredentials.secret.KnownSecrets;
import org.keycloak.models.RealmModel;

/**
 * What a change starts from, at one moment. It is in the digest, so that an approval of a change never makes another one.
 *
 * @param subject the id of the credential or the realm
 * @param state what it is
 */
public record ChangeBase(String subject, JsonNode state) {

    private static final JsonMapper JSON = new JsonMapper();

    /** What a change of a credential starts from. A new one starts from nothing. */
    public static ChangeBase of(Operation operation, StoredCredential stored) {
        return new ChangeBase(
                stored.id(),
                operation == Operation.CREATE ? JsonNodeFactory.instance.objectNode() : state(operation, stored));
    }

    private static ObjectNode state(Operation operation, StoredCredential stored) {
        ObjectNode state = JSON.valueToTree(stored.content()
                .map(ContentRepresentation::of)
                .orElseGet(() -> ContentRepresentation.unreadable(stored)));
        if (operation == Operation.ENABLE) {
            // It was disabled with a revocation since, or its secret is another one by now.
            state.put("notBefore", stored.notBefore());
        }
        if (operation == Operation.ENABLE || operation == Operation.ROTATE) {
            stored.secrets().map(KnownSecrets::current).ifPresent(secret -> state.put("secret", secret.id()));
        }
        return state;
    }

    /** What a change of the settings of a realm starts from. */
    public static ChangeBase ofSettings(RealmModel realm) {
        return new ChangeBase(realm.getId(), SettingsJson.of(new RealmSettings(realm).attributes()));
    }
}
