package io.apicredentials.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RefusalReasonTest {

    /** Operators filter events by these, so that renaming a constant must not change its code unnoticed. */
    @ParameterizedTest
    @EnumSource
    void hasItsNameInLowerCaseAsItsCode(RefusalReason reason) {
        assertThat(reason.code()).isEqualTo(reason.name().toLowerCase(Locale.ROOT));
    }
}
