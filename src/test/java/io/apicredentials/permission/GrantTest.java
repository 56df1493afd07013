package io.apicredentials.permission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrantTest {

    @Test
    void keepsTheOrderOfItsScopes() {
        assertThat(new Grant("key", "read", List.of("org", "vault", "key")).scopes())
                .containsExactly("org", "vault", "key");
    }

    @Test
    void hasAtLeastOneScope() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Grant("key", "read", List.of()));
    }

    @Test
    void hasEachScopeOnce() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Grant("key", "read", List.of("org", "org")));
    }

    @ParameterizedTest
    @CsvSource({"Key, read, org", "key, READ, org", "key, read, *", "key, read, ''", "key:x, read, org"})
    void isMadeOfWordsThatAPermissionCanCarry(String type, String action, String scope) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Grant(type, action, List.of(scope)));
    }
}
