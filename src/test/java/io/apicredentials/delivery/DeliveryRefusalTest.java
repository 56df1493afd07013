package io.apicredentials.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeliveryRefusalTest {

    /** Operators filter events by these, and scripts look for them on the page. */
    @ParameterizedTest
    @EnumSource
    void hasItsNameInLowerCaseAsItsCode(DeliveryRefusal refusal) {
        assertThat(refusal.code()).isEqualTo(refusal.name().toLowerCase(Locale.ROOT));
    }
}
