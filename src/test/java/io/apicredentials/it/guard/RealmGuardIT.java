package io.apicredentials.it.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.Kcadm;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.RealmChange;
import io.apicredentials.testing.RequestPairs;
import io.apicredentials.testing.RequestPairs.Pair;
import io.apicredentials.testing.TestRealm;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What waits for approval in a realm is not changed by edits of the realm itself. */
@KeycloakTest(realm = RealmGuardIT.WithApproval.class)
final class RealmGuardIT {

    private static final String OPERATIONS = "api.credential.approval.operations";
    private static final String APPROVALS = "api.credential.approval.approvals";
    private static final String REQUEST = "api.credential.settings-request";
    private static final String REFUSAL = "The approval of changes is itself subject to approval in this realm";

    /** As the settings have it, for everything that they can say of it. */
    private static final String RULE = "{\"approval\":{\"operations\":[\"update\"],\"approvals\":2}}";

    private final KeycloakServer server;
    private final TestRealm realm;

    @AutoClose
    private final RequestPairs pairs = new RequestPairs();

    RealmGuardIT(KeycloakServer server, TestRealm realm) {
        this.server = server;
        this.realm = realm;
    }

    /** Two others approve rotations, and there was a request to change that. */
    static final class WithApproval implements RealmChange {

        @Override
        public void apply(ObjectNode realm) {
            realm.withObject("/attributes")
                    .put(OPERATIONS, "rotate")
                    .put(APPROVALS, "2")
                    .put(REQUEST, "a request");
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesToTakeApprovalAway(RealmEditingWay way) {
        staysAsItIs(way, attributes -> attributes.remove(OPERATIONS));
    }

    @ParameterizedTest
    @EnumSource
    void refusesToLoosenIt(RealmEditingWay way) {
        staysAsItIs(way, attributes -> attributes.put(APPROVALS, "1"));
        staysAsItIs(way, attributes -> attributes.remove(APPROVALS));
    }

    @ParameterizedTest
    @EnumSource
    void refusesToTightenIt(RealmEditingWay way) {
        staysAsItIs(way, attributes -> attributes.put(OPERATIONS, "rotate update"));
        staysAsItIs(way, attributes -> attributes.put("api.credential.approval.timeout", "PT10M"));
    }

    private void staysAsItIs(RealmEditingWay way, Consumer<ObjectNode> change) {
        JsonNode before = attributes(realm);

        Answer refused = way.send(realm, attributes -> {
            attributes.put("mine", "changed");
            change.accept(attributes);
        });

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains(REFUSAL);
        assertThat(attributes(realm)).isEqualTo(before);
    }

    /** Nobody could take it away again. */
    @ParameterizedTest
    @EnumSource
    void refusesARuleForWhichTooFewMayApprove(RealmEditingWay way) {
        try (TestRealm other = TestRealm.create(server, new RealmChange.None())) {
            JsonNode before = attributes(other);

            Answer refused = way.send(
                    other, attributes -> attributes.put(OPERATIONS, "update").put(APPROVALS, "10"));

            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.body()).containsPattern("Fewer users may approve.* says \\([0-9], and not 10\\)");
            assertThat(attributes(other)).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everythingElseOfTheRealmCanBeChanged(RealmEditingWay way) {
        String value = UUID.randomUUID().toString();
        ObjectNode before = (ObjectNode) attributes(realm);

        way.send(realm, attributes -> attributes.put("mine", value)).expect(204);

        assertThat(attributes(realm)).isEqualTo(before.put("mine", value));
    }

    @Test
    void anEditWithoutAttributesLeavesThemAsTheyAre() {
        JsonNode before = attributes(realm);

        realm.admin()
                .put("", JsonNodeFactory.instance.objectNode().put("displayName", "Another name"))
                .expect(204);

        assertThat(attributes(realm)).isEqualTo(before);
        assertThat(RealmEditingWay.present(realm).path("displayName").asText()).isEqualTo("Another name");
    }

    /** The stock console saves all attributes that a page read when it was opened. */
    @Test
    void aPageThatWasOpenedBeforeTheRequestDoesNotLoseIt() {
        ObjectNode stale = RealmEditingWay.present(realm);
        stale.withObject("/attributes").remove(REQUEST);

        realm.admin().put("ui-ext", stale.put("displayName", "Saved late")).expect(204);

        assertThat(attributes(realm).path(REQUEST).asText()).isEqualTo("a request");
    }

    @Test
    void aPageThatWasOpenedBeforeApprovalWasWantedDoesNotEndIt() {
        try (TestRealm other = TestRealm.create(server, new RealmChange.None())) {
            ObjectNode stale = RealmEditingWay.present(other);
            RealmEditingWay.ADMIN_API
                    .send(other, attributes -> attributes.put(OPERATIONS, "update"))
                    .expect(204);

            Answer refused = other.admin().put("ui-ext", stale);

            assertThat(refused.status()).isEqualTo(400);
            assertThat(attributes(other).path(OPERATIONS).asText()).isEqualTo("update");
        }
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void nobodyWritesARequest(boolean isThere) {
        try (TestRealm other = TestRealm.create(server, content -> {
            if (isThere) {
                content.withObject("/attributes").put(REQUEST, "a request");
            }
        })) {
            JsonNode before = attributes(other);

            Answer refused =
                    RealmEditingWay.WHOLE_REALM.send(other, attributes -> attributes.put(REQUEST, "another request"));

            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.body()).contains(REQUEST);
            assertThat(attributes(other)).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whereNothingWaitsTheRuleCanBeWritten(RealmEditingWay way) {
        try (TestRealm other = TestRealm.create(server, new RealmChange.None())) {
            way.send(other, attributes -> attributes.put(APPROVALS, "3")).expect(204);
            way.send(other, attributes -> attributes.put(APPROVALS, "2").put(OPERATIONS, "update"))
                    .expect(204);

            assertThat(attributes(other).path(APPROVALS).asText()).isEqualTo("2");
            way.send(other, attributes -> attributes.remove(OPERATIONS)).expect(400);
        }
    }

    @Test
    void refusesKcadm() {
        JsonNode before = attributes(realm);

        Kcadm.Result result = Kcadm.login(server)
                .attempt("update", "realms/" + realm.name(), "-s", "attributes.\"" + APPROVALS + "\"=1");

        assertThat(result.status()).isNotZero();
        assertThat(result.output()).contains(REFUSAL);
        assertThat(attributes(realm)).isEqualTo(before);
    }

    @Test
    void anEditAtTheSameMomentChangesNoRule() {
        for (long delay : RequestPairs.delays(10)) {
            try (TestRealm other = TestRealm.create(server, new RealmChange.None())) {
                RealmEditingWay.ADMIN_API
                        .send(other, attributes -> attributes.put(APPROVALS, "3"))
                        .expect(204);

                Pair answers = pairs.send(
                        () -> other.credentials().changeSettings(RULE),
                        () -> RealmEditingWay.ADMIN_API.send(other, attributes -> attributes.put(APPROVALS, "1")),
                        delay);

                assertThat(answers.first().status()).as(answers.toString()).isEqualTo(200);
                assertThat(attributes(other).path(APPROVALS).asText())
                        .as("after %s microseconds, %s", delay, answers)
                        .isEqualTo("2");
            }
        }
    }

    @Test
    void aRealmCanBeRenamedAndRemoved() {
        try (TestRealm other = TestRealm.create(server, new WithApproval())) {
            String name = "renamed-" + UUID.randomUUID();
            other.admin()
                    .put("", JsonNodeFactory.instance.objectNode().put("realm", name))
                    .expect(204);

            TestRealm renamed = new TestRealm(server, name);
            assertThat(attributes(renamed).path(APPROVALS).asText()).isEqualTo("2");
            renamed.admin()
                    .put("", JsonNodeFactory.instance.objectNode().put("realm", other.name()))
                    .expect(204);
        }
    }

    @Test
    void whoMayNotEditTheRealmIsToldNothingOfIt() {
        assertThat(realm.admin(Person.ADMINISTRATOR)
                        .put("", JsonNodeFactory.instance.objectNode())
                        .status())
                .isEqualTo(403);
    }

    private static JsonNode attributes(TestRealm realm) {
        return RealmEditingWay.present(realm).path("attributes");
    }
}
