package io.apicredentials.permission;

import static org.assertj.core.api.Assertions.assertThat;

import io.apicredentials.testing.RandomCases;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OAuthScopeTest {

    @ParameterizedTest
    @CsvSource({
        "balances:read:org:*, balances:read",
        "balances:read:vault:*, balances:read:vault",
        "balances:read:vault:7e0f, balances:read:vault:7e0f",
        "key:read:key:urn:key:1, key:read:key:urn:key:1"
    })
    void theTextIsTheBreadth(String permission, String word) {
        Permission granted = Permission.parse(permission).orElseThrow();

        assertThat(OAuthScope.of(granted)).isEqualTo(word);
        assertThat(OAuthScope.parse(word)).contains(granted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "balances",
                "balances:",
                ":read",
                "balances:read:",
                "balances:read:org",
                "balances:read:org:7e0f",
                "balances:read:vault:",
                "balances:read:vault:*",
                "balances:read:vault:a b",
                "Balances:read",
                "balances:read:vault:\u00e4",
                "balances:*"
            })
    void anyOtherTextIsNone(String word) {
        assertThat(OAuthScope.parse(word)).isEmpty();
    }

    @Test
    void thereIsOneWordForAPermission() {
        AtomicInteger read = new AtomicInteger();

        RandomCases.forEach(50_000, random -> {
            String text = RandomCases.text(random, "aorg9_-:::*A. ", 3, 14);

            OAuthScope.parse(text).ifPresent(permission -> {
                assertThat(OAuthScope.of(permission)).isEqualTo(text);
                read.incrementAndGet();
            });
        });

        assertThat(read).hasPositiveValue();
    }

    @Test
    void joinsThemInTheirOrder() {
        Permissions permissions =
                Permissions.parse("vault:read:vault:7 key:read:org:*").orElseThrow();

        assertThat(OAuthScope.of(permissions)).isEqualTo("vault:read:vault:7 key:read");
    }
}
