package io.apicredentials.permission;

import static org.assertj.core.api.Assertions.assertThat;

import io.apicredentials.testing.ConsoleCases;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The console judges resources as they are typed, and offers no more permissions than there can be. */
class ConsolePermissionCasesTest {

    @ParameterizedTest
    @MethodSource
    void acceptsAResourceThatTheConsoleAccepts(String resource) {
        assertThat(isAccepted(reader("vault", resource))).isTrue();
    }

    @ParameterizedTest
    @MethodSource
    void refusesAResourceThatTheConsoleRefuses(String resource) {
        assertThat(isAccepted(reader("vault", resource))).isFalse();
    }

    @ParameterizedTest
    @MethodSource
    void hasResourcesInAScopeWhereTheConsoleHasThem(String scope) {
        assertThat(isAccepted(reader(scope, "7e0f"))).isTrue();
    }

    @ParameterizedTest
    @MethodSource
    void hasNoResourceInAScopeWhereTheConsoleHasNone(String scope) {
        assertThat(isAccepted(reader(scope, "7e0f"))).isFalse();
    }

    @ParameterizedTest
    @MethodSource
    void acceptsAsManyPermissionsAsTheConsole(int number) {
        assertThat(isAccepted(readers(number))).isTrue();
    }

    @ParameterizedTest
    @MethodSource
    void refusesMorePermissionsThanTheConsoleHas(int number) {
        assertThat(isAccepted(readers(number))).isFalse();
    }

    static Stream<String> acceptsAResourceThatTheConsoleAccepts() {
        return cases("/resources/accepted");
    }

    static Stream<String> refusesAResourceThatTheConsoleRefuses() {
        return cases("/resources/refused");
    }

    static Stream<String> hasResourcesInAScopeWhereTheConsoleHasThem() {
        return cases("/scopes/withResource");
    }

    static Stream<String> hasNoResourceInAScopeWhereTheConsoleHasNone() {
        return cases("/scopes/withoutResource");
    }

    static Stream<Integer> acceptsAsManyPermissionsAsTheConsole() {
        return cases("/numbers/accepted").map(Integer::valueOf);
    }

    static Stream<Integer> refusesMorePermissionsThanTheConsoleHas() {
        return cases("/numbers/refused").map(Integer::valueOf);
    }

    private static Stream<String> cases(String kind) {
        return ConsoleCases.read("form/permission-cases.json", kind);
    }

    private static boolean isAccepted(PermissionDraft... drafts) {
        return TestPermissionSets.wallets()
                .check(List.of(drafts), problem -> {})
                .isPresent();
    }

    private static PermissionDraft[] readers(int number) {
        return IntStream.range(0, number)
                .mapToObj(vault -> reader("vault", "v" + vault))
                .toArray(PermissionDraft[]::new);
    }

    /** Of something that can be read in every scope. */
    private static PermissionDraft reader(String scope, String resource) {
        return new PermissionDraft("key", "read", scope, resource);
    }
}
