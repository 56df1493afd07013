package io.apicredentials.keycloak.settings;

import io.apicredentials.approval.LastRequest;
import io.apicredentials.approval.Operation;
import java.util.Optional;
import org.keycloak.models.RealmModel;

/** The last request to change the settings of a realm, open or decided; an attribute of the realm. */
public record StoredSettingsRequest(RealmModel realm) {

    /** The name of the attribute. */
    public static final String ATTRIBUTE = "api.credential.settings-request";

    private static final ParsedTexts<LastRequest> KNOWN = new ParsedTexts<>(RequestText::parse);

    /** Empty when there never was one, or none that can be read. */
    public Optional<LastRequest> last() {
        return Optional.ofNullable(realm.getAttribute(ATTRIBUTE))
                .flatMap(KNOWN)
                .filter(last -> last.request().operation() == Operation.SETTINGS);
    }

    /** Stores a request as the last one. */
    public void store(LastRequest last) {
        realm.setAttribute(ATTRIBUTE, RequestText.format(last));
    }
}
