package io.apicredentials.keycloak.history;

import io.apicredentials.keycloak.settings.MailServer;
import io.apicredentials.keycloak.settings.RealmSetting;
import io.apicredentials.keycloak.settings.RealmSettings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Settings of a realm that nothing comes of, since something else is missing in the realm. */
public record SettingsWithoutEffect(KeycloakSession session, RealmModel realm) {

    /** What is missing, each a sentence for administrators. */
    public List<String> warnings() {
        return Stream.of(ofUnused(), ofNotices()).flatMap(Optional::stream).toList();
    }

    private Optional<String> ofUnused() {
        return RealmSetting.UNUSED_DISABLE_AFTER_DAYS
                .read(new RealmSettings(realm).attributes())
                .filter(days -> new CountedUses(session, realm)
                        .keptFor()
                        .filter(kept -> kept.compareTo(Duration.ofDays(days)) > 0)
                        .isEmpty())
                .map(days ->
                        "No unused credential is disabled, since this server does not count uses, or keeps the counts"
                                + " for no more than " + days
                                + " days; change its options usage-flush and usage-retention.");
    }

    private Optional<String> ofNotices() {
        return RealmSetting.NOTICES_EMAIL
                .read(new RealmSettings(realm).attributes())
                .filter(isOn -> isOn && !MailServer.isSet(realm))
                .map(isOn -> "No notice is sent, since this realm has no mail server or no sender; set both under Realm"
                        + " settings, Email.");
    }
}
