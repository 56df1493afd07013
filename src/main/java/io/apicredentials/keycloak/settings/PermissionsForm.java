package io.apicredentials.keycloak.settings;

import java.util.Locale;

/** How a token lists the permissions of its credential. */
public enum PermissionsForm {
    /** With the parts of each apart. */
    OBJECTS,
    /** A word for each, as in the claim {@code scope}, for tools that compare texts only. */
    STRINGS,
    /** Objects, and strings in a claim of their own. */
    BOTH;

    /** As it is set, such as {@code objects}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
