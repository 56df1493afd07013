package io.apicredentials.permission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.apicredentials.testing.RandomCases;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PermissionsTest {

    private static final Permission READ_VAULTS = new Permission("vault", "read", "org", null);
    private static final Permission READ_ONE_VAULT = new Permission("vault", "read", "vault", "7e0f");

    @Test
    void nameTheFirstPartThatCannotBeRead() {
        assertThat(Permissions.unreadablePart("vault:read:org:* nothing vault::org:*"))
                .contains("nothing");
        assertThat(Permissions.unreadablePart("vault:read:org:* key:read:vault:7e0f"))
                .isEmpty();
    }

    @Test
    void areAskedForByDraftsOfTheSameParts() {
        Permission permission = Permission.parse("balances:read:vault:7e0f").orElseThrow();

        assertThat(PermissionDraft.of(permission)).isEqualTo(new PermissionDraft("balances", "read", "vault", "7e0f"));
    }

    @Test
    void joinsThePermissionsWithSpacesInTheirOrder() {
        assertThat(new Permissions(List.of(READ_ONE_VAULT, READ_VAULTS)))
                .hasToString("vault:read:vault:7e0f vault:read:org:*");
    }

    @Test
    void readsBackWhatItWrites() {
        RandomCases.forEach(2_000, random -> {
            Set<Permission> different = new LinkedHashSet<>();
            int size = random.nextInt(1, Permissions.MAX_ENTRIES + 1);
            while (different.size() < size) {
                different.add(PermissionTest.any(random));
            }
            Permissions permissions = new Permissions(List.copyOf(different));

            assertThat(Permissions.parse(permissions.toString())).contains(permissions);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "vault:read:org",
                " vault:read:org:*",
                "vault:read:org:* ",
                "vault:read:org:*  vault:create:org:*",
                "vault:read:org:*\tvault:create:org:*",
                "vault:read:org:*,vault:create:org:*",
                "vault:read:org:* vault:read:org:*"
            })
    void readsNothingElse(String text) {
        assertThat(Permissions.parse(text)).isEmpty();
    }

    @Test
    void areAtMost100() {
        assertThat(Permissions.parse(textOf(100))).isPresent();
        assertThat(Permissions.parse(textOf(101))).isEmpty();
    }

    @Test
    void holdNoMoreThan100() {
        List<Permission> tooMany = IntStream.rangeClosed(0, 100)
                .mapToObj(number -> new Permission("vault", "read", "vault", "v" + number))
                .toList();

        assertThatIllegalArgumentException().isThrownBy(() -> new Permissions(tooMany));
    }

    @Test
    void areAtLeastOne() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Permissions(List.of()));
    }

    @Test
    void holdNoPermissionTwice() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Permissions(List.of(READ_VAULTS, READ_VAULTS)));
    }

    @Test
    void doNotChangeWithTheListTheyWereMadeOf() {
        List<Permission> source = new ArrayList<>(List.of(READ_VAULTS));
        Permissions permissions = new Permissions(source);

        source.add(READ_ONE_VAULT);

        assertThat(permissions.list()).containsExactly(READ_VAULTS);
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> permissions.list().add(READ_ONE_VAULT));
    }

    private static String textOf(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> "vault:read:vault:v" + number)
                .collect(Collectors.joining(" "));
    }
}
