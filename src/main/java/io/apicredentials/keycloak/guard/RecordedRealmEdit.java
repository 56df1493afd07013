package io.apicredentials.keycloak.guard;

import io.apicredentials.audit.AuditOperation;
import io.apicredentials.keycloak.json.SettingsJson;
import io.apicredentials.keycloak.settings.RealmCatalogue;
import java.util.Map;
import java.util.Objects;
import org.keycloak.models.KeycloakSession;

/** Records what Keycloak's own update of a realm makes of what the realm says about its credentials. */
record RecordedRealmEdit(KeycloakSession session, String realmId) {

    void record(Map<String, String> before, Map<String, String> after) {
        EditRecord edit = new EditRecord(session, realmId);
        if (!SettingsJson.of(before::get).equals(SettingsJson.of(after::get))) {
            edit.ofRealm(AuditOperation.CHANGE_SETTINGS, SettingsJson.of(before::get), SettingsJson.of(after::get));
        }
        String setsBefore = before.get(RealmCatalogue.ATTRIBUTE);
        String setsAfter = after.get(RealmCatalogue.ATTRIBUTE);
        if (!Objects.equals(setsBefore, setsAfter)) {
            edit.ofRealm(
                    AuditOperation.CHANGE_PERMISSION_SETS,
                    Objects.requireNonNullElse(setsBefore, ""),
                    Objects.requireNonNullElse(setsAfter, ""));
        }
    }
}
