package io.apicredentials.permission;

import static org.assertj.core.api.Assertions.assertThat;

import io.apicredentials.testing.RandomCases;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CoverageTest {

    private static final Coverage WALLETS = new Coverage(Optional.of(TestPermissionSets.wallets()));

    @ParameterizedTest
    @CsvSource({
        "balances:read, balances:read",
        "balances:read, balances:read:vault",
        "balances:read, balances:read:vault:7",
        "balances:read, balances:read:key:7",
        "balances:read:vault, balances:read:vault:7",
        "balances:read:vault:7, balances:read:vault:7"
    })
    void aWiderPermissionIncludesANarrower(String held, String wanted) {
        assertThat(narrow(WALLETS, held, wanted)).contains(wanted);
    }

    @ParameterizedTest
    @CsvSource({
        "balances:read:vault, balances:read",
        "balances:read:vault, balances:read:key",
        "balances:read:vault, balances:read:key:7",
        "balances:read:key, balances:read:vault",
        "balances:read, balances:read:admin",
        "balances:read, balances:read:admin:7",
        "vault:create, vault:create:vault",
        "balances:read:vault:7, balances:read:vault",
        "balances:read:vault:7, balances:read:vault:8",
        "balances:read:vault:7, balances:read:key:7",
        "balances:read:vault:7, balances:read:key",
        "balances:read, balances:update",
        "balances:read, vault:read"
    })
    void nothingElseIsIncluded(String held, String wanted) {
        assertThat(narrow(WALLETS, held, wanted)).isEmpty();
    }

    @Test
    void ofASetThatIsGoneOnlyTheSameScopeIsIncluded() {
        Coverage unknown = new Coverage(Optional.empty());

        assertThat(narrow(unknown, "balances:read:vault", "balances:read:vault:7"))
                .isPresent();
        assertThat(narrow(unknown, "balances:read:vault", "balances:read:key")).isEmpty();
        assertThat(narrow(unknown, "balances:read", "balances:read:key")).isEmpty();
    }

    /** Who may change the set of a realm, and nothing else, cannot widen the tokens of a credential that exists. */
    @ParameterizedTest
    @ValueSource(strings = {"org vault key", "key vault org", "vault org key"})
    void theOrderOfTheScopesOfASetChangesNothing(String order) {
        Coverage coverage = new Coverage(Optional.of(new PermissionSet(
                "wallets", "Wallets", "Wallets", List.of(new Grant("balances", "read", List.of(order.split(" ")))))));

        assertThat(narrow(coverage, "balances:read:vault", "balances:read")).isEmpty();
        assertThat(narrow(coverage, "balances:read:vault", "balances:read:key")).isEmpty();
        assertThat(narrow(coverage, "balances:read:key", "balances:read:vault")).isEmpty();
        assertThat(narrow(coverage, "balances:read", "balances:read:key")).isPresent();
    }

    @Test
    void oneThatIsNotIncludedRefusesAll() {
        assertThat(narrow(WALLETS, "balances:read", "balances:read:vault", "key:read"))
                .isEmpty();
    }

    @Test
    void whatIsAskedForTwiceIsGrantedOnce() {
        assertThat(narrow(WALLETS, "balances:read", "balances:read:vault", "balances:read:vault"))
                .contains("balances:read:vault");
    }

    @Test
    void moreThanACredentialCanHoldIsRefused() {
        String[] wanted = IntStream.rangeClosed(0, Permissions.MAX_ENTRIES)
                .mapToObj(number -> "balances:read:vault:" + number)
                .toArray(String[]::new);

        assertThat(narrow(WALLETS, "balances:read", wanted)).isEmpty();
    }

    /**
     * What permissions allow, in a small world: two vaults with two wallets each. What is granted never allows more than what
     * is held.
     */
    @Test
    void whatIsGrantedNeverAllowsMore() {
        AtomicInteger granted = new AtomicInteger();

        RandomCases.forEach(50_000, random -> {
            Permissions held = new Permissions(Stream.generate(() -> any(random))
                    .limit(1 + random.nextInt(3))
                    .distinct()
                    .toList());
            List<Permission> wanted = Stream.generate(() -> any(random))
                    .limit(1 + random.nextInt(2))
                    .toList();

            WALLETS.narrow(held, wanted).ifPresent(narrowed -> {
                assertThat(allowed(held)).containsAll(allowed(narrowed));
                granted.incrementAndGet();
            });
        });

        assertThat(granted).hasValueGreaterThan(1000);
    }

    private static Permission any(SplittableRandom random) {
        List<String> words = List.of(
                "balances:read",
                "balances:read:vault",
                "balances:read:vault:a",
                "balances:read:vault:b",
                "balances:read:key",
                "balances:read:key:a1",
                "balances:read:key:b2",
                "key:read",
                "key:read:vault:a",
                "key:read:key:a1");
        return OAuthScope.parse(words.get(random.nextInt(words.size()))).orElseThrow();
    }

    /** Each thing that may be done: type and thing. */
    private static Set<String> allowed(Permissions permissions) {
        return permissions.list().stream()
                .flatMap(permission -> things(permission).map(thing -> permission.type() + " " + thing))
                .collect(Collectors.toSet());
    }

    private static Stream<String> things(Permission permission) {
        Stream<String> wallets = Stream.of("a1", "a2", "b1", "b2");
        String resource = permission.resource();
        if (permission.scope().equals(Permission.ORGANISATION_SCOPE)) {
            return Stream.concat(Stream.of("organisation", "a", "b"), wallets);
        }
        if (permission.scope().equals("key")) {
            return wallets.filter(wallet -> resource == null || wallet.equals(resource));
        }
        return Stream.concat(Stream.of("a", "b"), wallets)
                .filter(thing -> resource == null || thing.startsWith(resource));
    }

    private static Optional<String> narrow(Coverage coverage, String held, String... wanted) {
        Permissions holds = new Permissions(List.of(OAuthScope.parse(held).orElseThrow()));
        List<Permission> asked = Stream.of(wanted)
                .map(word -> OAuthScope.parse(word).orElseThrow())
                .toList();
        return coverage.narrow(holds, asked).map(OAuthScope::of);
    }
}
