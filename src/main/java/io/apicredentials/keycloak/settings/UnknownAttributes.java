package io.apicredentials.keycloak.settings;

import io.apicredentials.problem.Problem;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.RealmModel;

/** Attributes of a realm that look like settings of ours and are none, such as one with a typing error in its name. */
record UnknownAttributes(RealmModel realm) {

    private static final String PREFIX = "api.credential.";

    /** What is written into a realm beside the settings. */
    private static final Set<String> OTHERS = Set.of(PREFIX + "permission-sets", StoredSettingsRequest.ATTRIBUTE);

    private static final Set<String> SETTINGS =
            RealmSetting.ALL.stream().map(RealmSetting::key).collect(Collectors.toUnmodifiableSet());

    /** A sentence for administrators about each. */
    Stream<String> warnings() {
        return realm.getAttributes().keySet().stream()
                .filter(name -> name.startsWith(PREFIX))
                .filter(name -> !SETTINGS.contains(name) && !OTHERS.contains(name))
                .sorted()
                .map(name -> "The realm attribute '" + Problem.cut(name, Problem.MAX_ECHO)
                        + "' is not a setting of API credentials and has no effect; correct its name or remove it.");
    }
}
