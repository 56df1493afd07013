package io.apicredentials.keycloak.settings;

import org.jspecify.annotations.Nullable;
import org.keycloak.models.RealmModel;

/** The mail server of a realm. */
public final class MailServer {

    private MailServer() {}

    /** Whether there is one, and a sender of mails. */
    public static boolean isSet(RealmModel realm) {
        return !isBlank(realm.getSmtpConfig().get("host"))
                && !isBlank(realm.getSmtpConfig().get("from"));
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
