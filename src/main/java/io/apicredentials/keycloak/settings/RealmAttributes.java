package io.apicredentials.keycloak.settings;

import org.jspecify.annotations.Nullable;

/** The attributes of a realm, as they are or as they would be. */
@FunctionalInterface
public interface RealmAttributes {

    /** The text of an attribute; null if there is none. */
    @Nullable String get(String key);
}
