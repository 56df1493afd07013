package io.apicredentials.keycloak.settings;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.keycloak.models.RealmModel;

/**
 * Ids of what is added to a realm, the same on every node: when two nodes add it at the same moment, the primary key stops
 * the second. What has such an id is ours, whatever an administrator has made of it since.
 */
public final class DerivedId {

    private DerivedId() {}

    public static String of(RealmModel realm, String part) {
        String seed = "api-credential:" + realm.getId() + ":" + part;
        return UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
