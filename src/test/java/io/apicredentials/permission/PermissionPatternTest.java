package io.apicredentials.permission;

import static org.assertj.core.api.Assertions.assertThat;

import io.apicredentials.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PermissionPatternTest {

    private static final PermissionSet SET = new PermissionSet(
            "wallets",
            "Wallets",
            "For tests",
            List.of(
                    new Grant("balances", "read", List.of("org", "vault", "key")),
                    new Grant("vault", "read", List.of("org"))));

    @ParameterizedTest
    @CsvSource({
        "balances:read, balances:read:key:k1, true",
        "balances:read, vault:read:org:*, false",
        "balances:update, balances:read:org:*, false",
        "balances:read:vault, balances:read:org:*, true",
        "balances:read:vault, balances:read:vault:*, true",
        "balances:read:vault, balances:read:vault:v1, true",
        "balances:read:vault, balances:read:key:k1, false",
        "balances:read:org, balances:read:vault:*, false",
        "balances:read:org, balances:read:org:*, true",
        "balances:read:key:k1, balances:read:vault:v1, true",
        "balances:read:key:k1, balances:read:key:k1, true",
        "balances:read:key:k1, balances:read:key:k2, false",
        "balances:read:key:k1, balances:read:key:*, true",
        "balances:read:key:*, balances:read:key:k1, false",
        "balances:read:key:*, balances:read:key:*, true",
        "balances:read:key:*, balances:read:vault:v1, true"
    })
    void isCoveredByWhatIsAsWideOrWider(String pattern, String held, boolean isCovered) {
        assertThat(isCovered(pattern, held, Optional.of(SET))).isEqualTo(isCovered);
    }

    /** Rather one too many than one too few: nobody knows which of the two scopes is wider. */
    @ParameterizedTest
    @CsvSource({
        "balances:read:desk, balances:read:region:*, true",
        "balances:read:desk, balances:read:vault:*, true",
        "balances:read:org, balances:read:region:*, false"
    })
    void ofAScopeThatTheSetDoesNotHaveIsCoveredByEveryOther(String pattern, String held, boolean isCovered) {
        assertThat(isCovered(pattern, held, Optional.of(SET))).isEqualTo(isCovered);
        assertThat(isCovered(pattern, held, Optional.empty())).isEqualTo(isCovered);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "balances",
                "balances:",
                ":read",
                "Balances:read",
                "balances:*",
                "balances:read:",
                "balances:read:*",
                "balances:read:vault:",
                "balances:read:vault:a b",
                "balances:read:org:v1"
            })
    void saysThatItNamesNoPermissions(String text) {
        List<Problem> problems = new ArrayList<>();

        assertThat(PermissionPattern.parse(text, problems::add)).isEmpty();
        assertThat(problems).extracting(Problem::kind).containsExactly(PermissionProblem.PERMISSION_PATTERN_MALFORMED);
    }

    private static boolean isCovered(String pattern, String held, Optional<PermissionSet> set) {
        return PermissionPattern.parse(pattern, problem -> {})
                .orElseThrow()
                .isCoveredBy(Permissions.parse(held).orElseThrow(), set);
    }
}
