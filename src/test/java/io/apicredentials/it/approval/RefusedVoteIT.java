package io.apicredentials.it.approval;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.AdminApi;
import io.apicredentials.testing.AdminClient;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.ApprovalsApi;
import io.apicredentials.testing.AwaitedCredential;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.TestRealm;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Votes, withdrawals and ids that are wrong: each is refused with what is wrong, and no vote is taken. */
@KeycloakTest
final class RefusedVoteIT {

    private static final String REASON = "As discussed in the meeting";

    private final TestRealm realm;
    private final AdminApi administrator;
    private final ApprovalsApi approver;
    private final JsonNode asked;
    private final String request;

    RefusedVoteIT(TestRealm realm) {
        this.realm = realm;
        this.administrator = realm.credentials(Person.ADMINISTRATOR);
        this.approver = realm.approvals(Person.APPROVER);
        realm.requireApproval();
        this.asked = AwaitedCredential.asked(realm);
        this.request = AwaitedCredential.request(asked);
    }

    static Stream<Arguments> reasons() {
        return Stream.of(
                Arguments.of("four", "reason_length"),
                Arguments.of("  four  ", "reason_length"),
                Arguments.of("", "reason_length"),
                Arguments.of("n".repeat(501), "reason_length"),
                Arguments.of("two\nlines", "reason_characters"),
                Arguments.of("a NUL \u0000 in it", "reason_characters"),
                Arguments.of("turned \u202e round", "reason_characters"));
    }

    @ParameterizedTest
    @MethodSource("reasons")
    void aReasonThatIsNone(String reason, String code) {
        Answer vote = approver.decide(request, ApprovalsApi.vote("approve", reason, digest(request)));
        Answer creation = administrator.create(
                CredentialRequests.of("wallets", "127.0.0.1").put("reason", reason));

        assertThat(code(vote.expect(400))).isEqualTo(code);
        assertThat(code(creation.expect(400))).isEqualTo(code);
        hasNoVotes();
    }

    @Test
    void aReasonOfFiveHundredCharactersIsTaken() {
        String reason = "é".repeat(500);

        JsonNode voted = approver.decide(request, ApprovalsApi.vote("approve", reason, digest(request)))
                .expect(200)
                .json();

        assertThat(voted.at("/votes/0/reason").asText()).isEqualTo(reason);
    }

    @Test
    void theDigestOfAnotherRequest() {
        String other = digest(AwaitedCredential.request(AwaitedCredential.asked(realm)));

        assertThat(code(approver.decide(request, ApprovalsApi.vote("approve", REASON, other))
                        .expect(409)))
                .isEqualTo("stale");
        assertThat(code(approver.decide(request, ApprovalsApi.vote("reject", REASON, other))
                        .expect(409)))
                .isEqualTo("stale");
        hasNoVotes();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "sha256:", "none", "SHA256:0000000000000000000000000000000000000000000000000000000000000000"
            })
    void whatIsNoDigest(String digest) {
        assertThat(code(approver.decide(request, ApprovalsApi.vote("approve", REASON, digest))
                        .expect(400)))
                .isEqualTo("digest_malformed");
        hasNoVotes();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "approved", "APPROVE", "yes", "withdraw"})
    void whatIsNoDecision(String decision) {
        assertThat(code(approver.decide(request, ApprovalsApi.vote(decision, REASON, digest(request)))
                        .expect(400)))
                .isEqualTo("not_one_of");
        hasNoVotes();
    }

    @Test
    void aFieldThatThereIsNot() {
        ObjectNode vote = (ObjectNode) ApprovalsApi.vote("approve", REASON, digest(request));

        assertThat(code(approver.decide(request, vote.put("voter", "somebody else"))
                        .expect(400)))
                .isEqualTo("unknown_field");
        hasNoVotes();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "[]", "null", "{", "{\"decision\":\"approve\",\"decision\":\"reject\"}", "{\"decision\":1}"})
    void aBodyThatIsNoVote(String body) {
        assertThat(approvals(Person.APPROVER).post(request + "/decision", body).status())
                .isEqualTo(400);
        hasNoVotes();
    }

    @Test
    void aVoteOnWhatWasDecided() {
        JsonNode vote = ApprovalsApi.vote("approve", REASON, digest(request));
        approver.decide(request, vote).expect(200);

        assertThat(code(realm.approvals(Person.OWNER).decide(request, vote).expect(409)))
                .isEqualTo("request_decided");
        assertThat(code(approver.decide(request, vote).expect(409))).isEqualTo("request_decided");
    }

    @Test
    void aVoteOnWhatWasWithdrawn() {
        JsonNode vote = ApprovalsApi.vote("approve", REASON, digest(request));
        realm.approvals(Person.ADMINISTRATOR).withdraw(request).expect(204);

        assertThat(code(approver.decide(request, vote).expect(409))).isEqualTo("request_decided");
        assertThat(code(realm.approvals(Person.ADMINISTRATOR).withdraw(request).expect(409)))
                .isEqualTo("request_decided");
        assertThat(administrator.get(id()).json().path("status").asText()).isEqualTo("rejected");
    }

    @Test
    void aWithdrawalByAnother() {
        realm.approvals(Person.OWNER).withdraw(request).expect(403);
        approver.withdraw(request).expect(403);

        assertThat(approver.get(request).json().path("status").asText()).isEqualTo("open");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "settings.",
                "settings.00000000",
                ".",
                "nothing",
                ".00000000",
                "a%00b.00000000",
                "%00",
                "f:none:none.00000000",
                "%2e%2e%2f.00000000",
                "a%0ab.00000000",
                "%F0%9F%99%82.00000000"
            })
    void whatIsNoRequest(String id) {
        AdminClient approvals = approvals(Person.OWNER);
        JsonNode vote = ApprovalsApi.vote("approve", REASON, digest(request));

        assertThat(approvals.get(id).status()).as(id).isIn(404, 400);
        assertThat(approvals.post(id + "/decision", vote).status()).as(id).isIn(404, 400, 405);
        assertThat(approvals.delete(id).status()).as(id).isIn(404, 400, 405);
    }

    @Test
    void anIdOfAClientThatIsNoCredential() {
        String ordinary = realm.admin().firstId("clients?clientId=api") + ".00000000";
        JsonNode vote = ApprovalsApi.vote("approve", REASON, digest(request));

        approver.get(ordinary).expect(404);
        approver.decide(ordinary, vote).expect(404);
        approver.withdraw(ordinary).expect(404);
    }

    @Test
    void theCredentialOfARequestWithAnotherNumber() {
        JsonNode vote = ApprovalsApi.vote("approve", REASON, digest(request));

        approver.decide(id() + ".0000000g", vote).expect(404);
        approver.decide(id(), vote).expect(404);
        hasNoVotes();
    }

    private void hasNoVotes() {
        JsonNode present = approver.get(request).expect(200).json();
        assertThat(present.path("status").asText()).isEqualTo("open");
        assertThat(present.path("votes")).isEmpty();
    }

    private AdminClient approvals(Person who) {
        return realm.admin(who).below("api-credentials/approvals");
    }

    private String digest(String of) {
        return approver.get(of).expect(200).json().path("digest").asText();
    }

    private String id() {
        return asked.path("id").asText();
    }

    private static String code(Answer refused) {
        return refused.json().at("/errors/0/code").asText();
    }
}
