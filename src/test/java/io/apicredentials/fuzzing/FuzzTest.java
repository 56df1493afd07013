package io.apicredentials.fuzzing;

import static org.assertj.core.api.Assertions.assertThat;

import io.apicredentials.testing.RandomCases;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The short run of every build; {@code mvn -Pfuzz process-test-classes} is the long one. */
class FuzzTest {

    private static final int CASES = 20_000;
    private static final int SLOW_CASES = 4_000;

    @ParameterizedTest
    @EnumSource
    void holdsForChangedInputs(FuzzTarget target) {
        Mutator mutator = new Mutator(target.seeds());

        RandomCases.forEach(target.isSlow() ? SLOW_CASES : CASES, random -> target.check(mutator.next(random)));
    }

    @ParameterizedTest
    @EnumSource
    void holdsForTheInputsToBeginWith(FuzzTarget target) {
        assertThat(target.seeds()).isNotEmpty().allSatisfy(seed -> target.check(seed.getBytes(StandardCharsets.UTF_8)));
    }
}
