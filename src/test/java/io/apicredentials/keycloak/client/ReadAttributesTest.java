package io.apicredentials.keycloak.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.apicredentials.credential.CredentialStatus;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An attribute that was not read must not look like one that is not there. */
final class ReadAttributesTest {

    private static final Instant NOW = Instant.parse("2027-01-01T00:00:00Z");
    private static final Map<String, String> ENDED = Map.of("api.credential.expires-at", "2026-12-31T23:59:59Z");
    private static final CredentialJudge EXPIRED = CredentialJudge.of(
            credential -> credential.status(NOW) == CredentialStatus.EXPIRED,
            CredentialAttribute.EXPIRES_AT,
            CredentialAttribute.REQUEST);

    @Test
    void answersFromWhatWasRead() {
        assertThat(EXPIRED.amongAll().test(credential(EXPIRED.reads().view(ENDED))))
                .isTrue();
        assertThat(EXPIRED.amongAll().test(credential(EXPIRED.reads().view(Map.of()))))
                .isFalse();
    }

    @Test
    void isAnErrorToAskForWhatWasNot() {
        StoredCredential credential = credential(EXPIRED.reads().view(ENDED));

        assertThatIllegalStateException()
                .isThrownBy(credential::permissionSet)
                .withMessageContaining("api.credential.permission-set");
    }

    @Test
    void readsWhatEitherOfTwoLooksAt() {
        CredentialJudge both = EXPIRED.and(CredentialJudge.of(
                credential -> credential.permissionSet().isEmpty(), CredentialAttribute.PERMISSION_SET));

        assertThat(both.amongAll().test(credential(both.reads().view(ENDED)))).isTrue();
        assertThat(both.reads().names().orElseThrow())
                .containsExactlyInAnyOrder(
                        "api.credential.expires-at", "api.credential.request", "api.credential.permission-set");
    }

    @Test
    void readsAllWhereOneOfTwoLooksAtAll() {
        CredentialJudge both = EXPIRED.and(CredentialJudge.ofAll(credential -> true));

        assertThat(both.reads()).isEqualTo(ReadAttributes.ALL);
    }

    @Test
    void readsNothingForWhatIsNeverTrue() {
        assertThat(EXPIRED.and(CredentialJudge.NEVER).isNever()).isTrue();
        assertThat(CredentialJudge.NEVER.and(EXPIRED).isNever()).isTrue();
        assertThat(EXPIRED.isNever()).isFalse();
    }

    private static StoredCredential credential(Map<String, String> attributes) {
        return new StoredCredential("id", "client", "Name", null, true, 0, attributes);
    }
}
