package io.apicredentials.testing;

import java.util.Locale;

/** The users of the demo realm. The password of each is the user name. */
public enum Person {
    /** Has Keycloak's own roles for managing clients, may change the settings of API credentials and approve. */
    OWNER,
    /** May manage API credentials and nothing else. */
    ADMINISTRATOR,
    /** May approve what others ask for, and look at API credentials. */
    APPROVER,
    /** May look at API credentials and events. */
    AUDITOR,
    /** Has no role at all. */
    NOBODY;

    /** The client at which they log in with their passwords. */
    static final String CLIENT_ID = "demo-cli";

    public String username() {
        return name().toLowerCase(Locale.ROOT);
    }

    PasswordLogin loginAt(String realmUrl) {
        return new PasswordLogin(realmUrl, CLIENT_ID, username(), username());
    }
}
