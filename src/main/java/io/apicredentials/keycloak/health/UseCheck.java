package io.apicredentials.keycloak.health;

import io.apicredentials.access.AccessRules;
import java.util.Locale;
import java.util.Optional;

/**
 * What one check says of a use of a credential.
 *
 * @param name of the check, such as {@code address}
 * @param refusal the reason, as in events; empty when the check passes the use
 * @param reached whether the use comes to this check: all before it have passed it
 */
public record UseCheck(String name, Optional<String> refusal, boolean reached) {

    static UseCheck of(AccessRules.Explanation explanation) {
        return new UseCheck(
                explanation.check().name().toLowerCase(Locale.ROOT),
                explanation.refusal().map(reason -> reason.code()),
                false);
    }

    UseCheck reached(boolean isReached) {
        return new UseCheck(name, refusal, isReached);
    }
}
