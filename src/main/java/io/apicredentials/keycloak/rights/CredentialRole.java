package io.apicredentials.keycloak.rights;

import java.util.stream.Stream;

/** The names of the client roles that give rights on API credentials and nothing else. */
public final class CredentialRole {

    /** May look at credentials. */
    public static final String VIEW = "view-api-credentials";

    /** May create, change and delete credentials, and look at them. */
    public static final String MANAGE = "manage-api-credentials";

    /** May change the settings and the permission sets of a realm, and look at those, but not at credentials. */
    public static final String MANAGE_SETTINGS = "manage-api-credential-settings";

    /** May decide on what others ask for, and look at credentials. */
    public static final String APPROVE = "approve-api-credentials";

    private CredentialRole() {}

    public static Stream<String> names() {
        return Stream.of(VIEW, MANAGE, MANAGE_SETTINGS, APPROVE);
    }
}
