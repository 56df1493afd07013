package io.apicredentials.permission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.apicredentials.testing.RandomCases;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PermissionTest {

    private static final String LOWER = "abcdefghijklmnopqrstuvwxyz";
    private static final String DIGITS = "0123456789";
    private static final String WORD = LOWER + DIGITS + "_-";
    private static final String RESOURCE = LOWER + "ABCDEFGHIJKLMNOPQRSTUVWXYZ" + DIGITS + "._:-";

    @Test
    void writesABlankResourceAsAnAsterisk() {
        assertThat(new Permission("vault", "read", "org", null)).hasToString("vault:read:org:*");
    }

    @Test
    void writesTheResourceLast() {
        assertThat(new Permission("balances", "read", "vault", "7e0f-1")).hasToString("balances:read:vault:7e0f-1");
    }

    @Test
    void readsAnAsteriskAsABlankResource() {
        assertThat(Permission.parse("vault:read:org:*")).contains(new Permission("vault", "read", "org", null));
    }

    @Test
    void keepsTheColonsOfAResource() {
        assertThat(Permission.parse("key:read:key:urn:key:1"))
                .contains(new Permission("key", "read", "key", "urn:key:1"));
    }

    @Test
    void readsBackWhatItWrites() {
        RandomCases.forEach(20_000, random -> {
            Permission permission = any(random);

            assertThat(Permission.parse(permission.toString())).contains(permission);
        });
    }

    @Test
    void writesBackWhatItReads() {
        AtomicInteger read = new AtomicInteger();

        RandomCases.forEach(20_000, random -> {
            String text = RandomCases.text(random, "abz09_-:::*A. ", 5, 12);

            Permission.parse(text).ifPresent(permission -> {
                assertThat(permission).hasToString(text);
                read.incrementAndGet();
            });
        });

        assertThat(read).hasPositiveValue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":",
                ":::",
                "vault",
                "vault:read",
                "vault:read:org",
                "vault:read:org:",
                "vault:read:vault:",
                "Vault:read:org:*",
                "vault::org:*",
                "vault:read::*",
                "1vault:read:org:*",
                " vault:read:org:*",
                "vault:read:org:* ",
                "vault:read:org:*\n",
                "vault:read:vault:**",
                "vault:read:vault:a b",
                "vault:read:vault:ü"
            })
    void readsNothingElse(String text) {
        assertThat(Permission.parse(text)).isEmpty();
    }

    @Test
    void readsNoResourceInTheScopeOfTheOrganisation() {
        assertThat(Permission.parse("vault:read:org:7e0f")).isEmpty();
    }

    @Test
    void holdsNoResourceInTheScopeOfTheOrganisation() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Permission("vault", "read", "org", "7e0f"));
    }

    @ParameterizedTest
    @CsvSource({
        "Vault, read, vault, ",
        "vault, Read, vault, ",
        "vault, read, Vault, ",
        "'', read, vault, ",
        "vault, read, vault, ''",
        "vault, read, vault, *",
        "vault, read, vault, a/b"
    })
    void holdsNothingThatItsTextCouldNotCarry(String type, String action, String scope, @Nullable String resource) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Permission(type, action, scope, resource));
    }

    @Test
    void acceptsWordsAndResourcesOf64Characters() {
        String longest = "a".repeat(64);

        assertThat(Permission.parse(longest + ":read:vault:" + longest)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s:read:vault:*", "vault:%s:vault:*", "vault:read:%s:*", "vault:read:vault:%s"})
    void acceptsNoPartOf65Characters(String form) {
        assertThat(Permission.parse(form.formatted("a".repeat(65)))).isEmpty();
    }

    static Permission any(SplittableRandom random) {
        String scope = random.nextBoolean() ? Permission.ORGANISATION_SCOPE : word(random);
        boolean blank = scope.equals(Permission.ORGANISATION_SCOPE) || random.nextBoolean();
        return new Permission(
                word(random), word(random), scope, blank ? null : RandomCases.text(random, RESOURCE, 1, 64));
    }

    private static String word(SplittableRandom random) {
        return RandomCases.text(random, LOWER, 1, 1) + RandomCases.text(random, WORD, 0, 63);
    }
}
