package io.apicredentials.keycloak.manage;

import com.fasterxml.jackson.databind.JsonNode;
import io.apicredentials.keycloak.json.SettingsJson;
import io.apicredentials.keycloak.settings.RealmAttributes;
import io.apicredentials.keycloak.settings.RealmSetting;
import io.apicredentials.keycloak.settings.RealmSettings;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.RealmModel;

/** Replaces what a realm says about its credentials. */
public record ChangeSettings(SettingsSubject settings) {

    /**
     * Replaces it as a whole, with an admin event. What changes nothing writes nothing. The caller has seen to the right to
     * do so.
     *
     * @param wanted a text for each setting that is to be set
     */
    public void run(Map<RealmSetting<?>, String> wanted) {
        ManageContext context = settings.context();
        RealmModel realm = context.realm();
        RealmAttributes present = new RealmSettings(realm).attributes();
        JsonNode before = SettingsJson.of(present);
        Map<String, String> after = new HashMap<>();
        wanted.forEach((setting, text) -> after.put(setting.key(), text));
        boolean isChanged = false;
        for (RealmSetting<?> setting : RealmSetting.ALL) {
            String text = after.get(setting.key());
            if (!Objects.equals(text, present.get(setting.key()))) {
                isChanged = true;
                write(realm, setting.key(), text);
            }
        }
        if (isChanged) {
            context.changes().settingsChanged(before, SettingsJson.of(after::get));
        }
    }

    private static void write(RealmModel realm, String key, @Nullable String text) {
        if (text == null) {
            realm.removeAttribute(key);
        } else {
            realm.setAttribute(key, text);
        }
    }
}
