package io.apicredentials.keycloak.manage;

import com.fasterxml.jackson.databind.JsonNode;
import io.apicredentials.keycloak.json.SettingsJson;
import io.apicredentials.keycloak.settings.RealmSetting;
import io.apicredentials.keycloak.settings.RealmSettings;
import java.util.Map;
import org.keycloak.models.RealmModel;

/** Replaces what a realm says about its credentials. */
public record ChangeSettings(ManageContext context) {

    /**
     * Replaces it as a whole, with an admin event. What changes nothing writes nothing. The caller has seen to the right to
     * do so.
     *
     * @param wanted a text for each setting that is to be set
     */
    public void run(Map<RealmSetting<?>, String> wanted) {
        RealmModel realm = context.realm();
        JsonNode before = SettingsJson.of(new RealmSettings(realm).attributes());
        for (RealmSetting<?> setting : RealmSetting.ALL) {
            String text = wanted.get(setting);
            if (text == null) {
                realm.removeAttribute(setting.key());
            } else if (!text.equals(realm.getAttribute(setting.key()))) {
                realm.setAttribute(setting.key(), text);
            }
        }
        JsonNode after = SettingsJson.of(new RealmSettings(realm).attributes());
        if (!after.equals(before)) {
            context.changes().settingsChanged(before, after);
        }
    }
}
