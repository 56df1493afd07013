package io.apicredentials.it.notice;

import static io.apicredentials.it.notice.NoticedCredential.ago;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.MailServer;
import io.apicredentials.testing.TestRealm;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing is disabled as unused where a use could have been missed. */
@KeycloakTest(server = NoticeServer.class)
final class UnknownUsesIT {

    private static final String DISABLE_AFTER = "api.credential.unused.disable-after-days";
    private static final Duration DAY = Duration.ofDays(1);

    @AutoClose
    private static final MailServer MAILS = MailServer.start();

    private final KeycloakServer server;

    UnknownUsesIT(KeycloakServer server) {
        this.server = server;
    }

    static Stream<Named<Consumer<ObjectNode>>> realmsThatDoNotKnow() {
        return Stream.of(
                Named.of("saves no events", settings -> settings.put("eventsEnabled", false)),
                Named.of(
                        "does not save uses",
                        settings -> settings.putArray("enabledEventTypes").add("CLIENT_LOGIN_ERROR")),
                Named.of(
                        "keeps events for as long",
                        settings -> settings.put(
                                "eventsExpiration", DAY.multipliedBy(30).toSeconds())));
    }

    @ParameterizedTest
    @MethodSource("realmsThatDoNotKnow")
    void disablesNothingWhereNobodyKnowsWhatIsUsed(Consumer<ObjectNode> setting) {
        try (TestRealm own = TestRealm.create(server, new UnusedIT.DisablingUnused(MAILS))) {
            UnusedIT.useLongAgo(own);
            own.change(setting);

            assertNothingHappensIn(own);
        }
    }

    @Test
    void disablesNothingWhereUsesAreSavedForLessThanThePeriod() {
        try (TestRealm own = TestRealm.create(server, new UnusedIT.DisablingUnused(MAILS))) {
            ClientCredentials first = own.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
            own.tokenEndpoint().request(first).expect(200);
            NoticeServer.moveUses(first.clientId(), DAY.multipliedBy(29));

            assertNothingHappensIn(own);
        }
    }

    /** What was used meanwhile, nobody knows. */
    @Test
    void disablesNothingWhereUsesWereNotSavedForATime() {
        try (TestRealm own = TestRealm.create(server, new UnusedIT.DisablingUnused(MAILS))) {
            UnusedIT.useLongAgo(own);
            own.change(settings -> settings.put("eventsEnabled", false));
            NoticeServer.awaitLook(server);
            own.change(settings -> settings.put("eventsEnabled", true));

            assertNothingHappensIn(own);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "always"})
    void disablesNothingWhereNobodyCanReadSinceWhenUsesAreKnown(String since) {
        try (TestRealm own = TestRealm.create(server, new UnusedIT.DisablingUnused(MAILS))) {
            UnusedIT.useLongAgo(own);
            NoticeServer.knowUsesSince(own, since);

            assertNothingHappensIn(own);
        }
    }

    /** A gap in the meantime would not have been noticed. */
    @Test
    void beginsAnewWhereItWasNotWantedForATime() {
        try (TestRealm own = TestRealm.create(server, new UnusedIT.DisablingUnused(MAILS))) {
            UnusedIT.useLongAgo(own);
            own.change(settings -> settings.withObject("/attributes").put(DISABLE_AFTER, ""));
            NoticeServer.awaitLook(server);
            own.change(settings -> settings.withObject("/attributes").put(DISABLE_AFTER, "30"));

            assertNothingHappensIn(own);
        }
    }

    /** Nobody could use anything. */
    @Test
    void disablesNothingInARealmThatWasDisabled() {
        try (TestRealm own = TestRealm.create(server, new UnusedIT.DisablingUnused(MAILS))) {
            UnusedIT.useLongAgo(own);
            own.change(settings -> settings.put("enabled", false));
            NoticeServer.awaitLook(server);
            own.change(settings -> settings.put("enabled", true));

            assertNothingHappensIn(own);
        }
    }

    private void assertNothingHappensIn(TestRealm own) {
        String lastChange = ago(DAY.multipliedBy(31));
        NoticedCredential due = new NoticedCredential(own)
                .with("updated-at", lastChange)
                .with("created-at", lastChange)
                .toldUnused(lastChange, ago(DAY.multipliedBy(8)));
        String id = due.bring();

        NoticeServer.awaitLook(server);

        assertThat(own.credentials().get(id).expect(200).json().path("enabled").asBoolean())
                .isTrue();
        assertThat(MAILS.to(due.contact())).isEmpty();
    }
}
