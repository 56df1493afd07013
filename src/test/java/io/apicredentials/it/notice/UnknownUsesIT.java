package io.apicredentials.it.notice;

import static io.apicredentials.it.notice.NoticedCredential.ago;
import static org.assertj.core.api.Assertions.assertThat;

import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.MailServer;
import io.apicredentials.testing.TestRealm;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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

    /** As on a server that has this version for some days, in a realm that saved uses before. */
    @Test
    void disablesNothingThatCouldHaveBeenUsedBeforeCountingBegan() {
        try (TestRealm own = TestRealm.create(server, new UnusedIT.DisablingUnused(MAILS))) {
            UnusedIT.countLongAgo(own);
            NoticeServer.countSince(own, DAY.multipliedBy(10));

            assertNothingHappensIn(own);
        }
    }

    /** They may have been uses of any credential. */
    @Test
    void disablesNothingWhereUsesWereNotCountedForWantOfRoom() {
        try (TestRealm own = TestRealm.create(server, new UnusedIT.DisablingUnused(MAILS))) {
            UnusedIT.countLongAgo(own);
            NoticeServer.database()
                    .execute("insert into api_credential_usage values ('-', 'accepted_uncounted', 1, '-', '-', 1, "
                            + Instant.now().toEpochMilli() + ")");
            try {
                assertNothingHappensIn(own);
            } finally {
                NoticeServer.database()
                        .execute("delete from api_credential_usage where outcome = 'accepted_uncounted'");
            }
        }
    }

    @Test
    void disablesNothingWhereTheCountsWereRemoved() {
        try (TestRealm own = TestRealm.create(server, new UnusedIT.DisablingUnused(MAILS))) {
            UnusedIT.countLongAgo(own);
            NoticeServer.database().execute("create table kept as select * from api_credential_usage");
            NoticeServer.database().execute("truncate api_credential_usage");
            try {
                assertNothingHappensIn(own);
            } finally {
                NoticeServer.database()
                        .execute("truncate api_credential_usage; insert into api_credential_usage select * from kept"
                                + " where credential_id = '-'; drop table kept");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "always"})
    void disablesNothingWhereNobodyCanReadSinceWhenUsesAreKnown(String since) {
        try (TestRealm own = TestRealm.create(server, new UnusedIT.DisablingUnused(MAILS))) {
            UnusedIT.countLongAgo(own);
            NoticeServer.knowUsesSince(own, since);

            assertNothingHappensIn(own);
        }
    }

    /** A gap in the meantime would not have been noticed. */
    @Test
    void beginsAnewWhereItWasNotWantedForATime() {
        try (TestRealm own = TestRealm.create(server, new UnusedIT.DisablingUnused(MAILS))) {
            UnusedIT.countLongAgo(own);
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
            UnusedIT.countLongAgo(own);
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
