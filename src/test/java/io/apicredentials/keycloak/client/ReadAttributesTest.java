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
    /** The attributes in the order in which they are named. */
    private static final Object[] ENDED = {"2026-12-31T23:59:59Z", null};

    private static final CredentialJudge EXPIRED = CredentialJudge.of(
            credential -> credential.status(NOW) == CredentialStatus.EXPIRED,
            CredentialAttribute.EXPIRES_AT,
            CredentialAttribute.REQUEST);

    @Test
    void answersFromWhatWasRead() {
        assertThat(EXPIRED.amongAll().test(credential(EXPIRED.reads().view(ENDED, 0))))
                .isTrue();
        assertThat(EXPIRED.amongAll().test(credential(EXPIRED.reads().view(new Object[2], 0))))
                .isFalse();
    }

    @Test
    void isAnErrorToAskForWhatWasNot() {
        StoredCredential credential = credential(EXPIRED.reads().view(ENDED, 0));

        assertThatIllegalStateException()
                .isThrownBy(credential::permissionSet)
                .withMessageContaining("api.credential.permission-set");
    }

    @Test
    void readsWhatEitherOfTwoLooksAt() {
        CredentialJudge both = EXPIRED.and(CredentialJudge.of(
                credential -> credential.permissionSet().isEmpty(), CredentialAttribute.PERMISSION_SET));

        assertThat(both.amongAll().test(credential(both.reads().view(new Object[] {ENDED[0], null, null}, 0))))
                .isTrue();
        assertThat(both.reads().names())
                .containsExactlyInAnyOrder(
                        "api.credential.expires-at", "api.credential.request", "api.credential.permission-set");
    }

    @Test
    void readsWhatTwoLookAtOnce() {
        CredentialJudge both = EXPIRED.and(CredentialJudge.ofContent(credential -> true));

        assertThat(both.reads().names())
                .doesNotHaveDuplicates()
                .contains("api.credential.request", "api.credential.expires-at", "access.token.lifespan");
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
