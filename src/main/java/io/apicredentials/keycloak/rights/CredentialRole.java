package io.apicredentials.keycloak.store;

import java.util.stream.Stream;

/** The names of the client roles that give rights on API credentials and nothing else. */
public final class AdminRole {

    /** May look at credentials. */
    public static final String VIEW = "view-api-credentials";

    /** May create, change and delete credentials, and look at them. */
    public static final String MANAGE = "manage-api-credentials";

    private AdminRole() {}

    public static Stream<String> names() {
        return Stream.of(VIEW, MANAGE);
    }
}
