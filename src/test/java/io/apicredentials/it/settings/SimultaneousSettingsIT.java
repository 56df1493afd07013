package io.apicredentials.it.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.RequestPairs;
import io.apicredentials.testing.RequestPairs.Pair;
import io.apicredentials.testing.TestRealm;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Settings of one realm that are saved at the same moment. */
@KeycloakTest
final class SimultaneousSettingsIT {

    private static final String NONE = "{\"audience\":[\"api\"]}";
    private static final String SANDBOX = "{\"environment\":\"sandbox\",\"audience\":[\"api\"],\"tokenLifespan\":600}";
    private static final String STRICT =
            "{\"audience\":[\"api\"],\"owner\":{\"required\":true},\"expiry\":{\"required\":true,\"maxDays\":30}}";

    private final TestRealm realm;

    @AutoClose
    private final RequestPairs pairs = new RequestPairs();

    SimultaneousSettingsIT(TestRealm realm) {
        this.realm = realm;
    }

    @Test
    void areSavedAsAWholeOneAfterTheOther() {
        for (long delay : RequestPairs.delays(20)) {
            realm.credentials().changeSettings(NONE).expect(200);

            Pair answers = pairs.send(
                    () -> realm.credentials().changeSettings(SANDBOX),
                    () -> realm.credentials().changeSettings(STRICT),
                    delay);

            assertThat(answers.first().status()).as(answers.toString()).isEqualTo(200);
            assertThat(answers.second().status()).as(answers.toString()).isEqualTo(200);
            assertThat(realm.credentials().settings().body())
                    .as("after %s microseconds", delay)
                    .isIn(SANDBOX, STRICT);
        }
    }
}
