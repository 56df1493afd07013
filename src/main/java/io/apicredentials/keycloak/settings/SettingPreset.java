package io.apicredentials.keycloak.settings;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Settings that go together, as a place to start from.
 *
 * @param word its name in answers
 */
public record SettingPreset(String word, Map<RealmSetting<?>, String> texts) implements RealmAttributes {

    /** Whatever is tried out there, with secrets that can be told from others. */
    private static final SettingPreset SANDBOX =
            new SettingPreset("sandbox", Map.of(RealmSetting.ENVIRONMENT, "sandbox"));

    /** What a wallet service asks of those who call it: narrow, owned, limited in time, rotated and in use. */
    private static final SettingPreset PRODUCTION = new SettingPreset(
            "production",
            Map.of(
                    RealmSetting.ENVIRONMENT, "production",
                    RealmSetting.ALL_ADDRESSES_ALLOWED, "false",
                    RealmSetting.WIDEST_PREFIX, "16",
                    RealmSetting.OWNER_REQUIRED, "true",
                    RealmSetting.EXPIRY_REQUIRED, "true",
                    RealmSetting.EXPIRY_MAX_DAYS, "365",
                    RealmSetting.ROTATION_EVERY_DAYS, "90",
                    RealmSetting.ROTATION_MAX_OVERLAP, "P7D",
                    RealmSetting.UNUSED_DISABLE_AFTER_DAYS, "90",
                    RealmSetting.NOTICES_EMAIL, "true"));

    /** All of them, the less strict first. */
    public static final List<SettingPreset> ALL = List.of(SANDBOX, PRODUCTION);

    public SettingPreset {
        texts = Map.copyOf(texts);
    }

    @Override
    public @Nullable String get(String key) {
        return texts.entrySet().stream()
                .filter(setting -> setting.getKey().key().equals(key))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }
}
