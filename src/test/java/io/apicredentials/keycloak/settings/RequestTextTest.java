package io.apicredentials.keycloak.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.apicredentials.approval.ApprovalRequest;
import io.apicredentials.approval.ContentDigest;
import io.apicredentials.approval.LastRequest;
import io.apicredentials.approval.Operation;
import io.apicredentials.approval.RequestStatus;
import io.apicredentials.approval.Vote;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A request as it is stored with what it is about. */
class RequestTextTest {

    private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");

    @Test
    void isReadAsItWasWritten() {
        LastRequest open = request(Optional.of("The office \"moves\""));
        LastRequest approved = open.ended(RequestStatus.APPROVED, NOW, Optional.of("bob"));

        for (LastRequest request : List.of(
                open,
                request(Optional.empty()),
                approved,
                approved.pickedUp(NOW),
                open.ended(RequestStatus.TIMED_OUT, NOW, Optional.empty()))) {
            assertThat(RequestText.parse(RequestText.format(request))).contains(request);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"id\":\"a\"}",
                "\"operation\":\"create\" -> \"operation\":\"destroy\"",
                "sha256: -> sha1:",
                "\"votes\":[ -> \"votes\":[null,",
                "\"required\":1, -> ",
                "\"requestedAt\":\"2026 -> \"requestedAt\":\"yesterday",
                "{\"id\" -> {\"unknown\":1,\"id\"",
                "{\"id\" -> {\"id\":\"twice\",\"id\"",
                "\"base\":{}, -> ",
                "\"proposed\":{\"name\":\"Treasury\"} -> \"proposed\":null",
                "\"proposed\":{\"name\":\"Treasury\"} -> \"proposed\":7",
                "\"requestedBy\":\"alice\", -> ",
                "\"requestedBy\":\"alice\" -> \"requestedBy\":null",
                "\"voter\":\"bob\", -> ",
                "\"reason\":\"Why not\", -> ",
                "\"required\":1 -> \"required\":0",
                "\"proposed\" -> \"decision\":\"approved\",\"proposed\"",
                "\"proposed\" -> \"decision\":\"open\",\"decidedAt\":\"2026-11-26T10:00:00Z\",\"proposed\"",
                "\"proposed\" -> \"pickedUpAt\":\"2026-11-26T10:00:00Z\",\"proposed\""
            })
    void isNothingWhenAnythingOfItCannotBeRead(String change) {
        String[] replacement = change.split(" -> ", -1);
        String written = RequestText.format(request(Optional.empty()));
        String text = replacement.length == 1 ? change : written.replace(replacement[0], replacement[1]);

        assertThat(text).isNotEqualTo(written);
        assertThat(RequestText.parse(text)).isEmpty();
    }

    /** Whatever else it says: no request that is open may be taken for a decided one. */
    @Test
    void saysThatItWasDecidedWhereTheRequestItselfDoes() {
        LastRequest open = request(Optional.of("\"decision\":\"approved\""));
        String text = RequestText.format(open);
        String decided = RequestText.format(open.ended(RequestStatus.REJECTED, NOW, Optional.of("bob")));

        assertThat(RequestText.saysDecided(decided)).isTrue();
        assertThat(RequestText.saysDecided(decided.replace("\"decision\"", "\"\\u0064ecision\"")))
                .isTrue();
        for (String undecided : List.of(
                text,
                RequestText.format(request(Optional.empty())),
                text.replace(
                        "\"base\":{}", "\"base\":{\"decision\":\"approved\",\"more\":[{\"decision\":\"approved\"}]}"),
                text.replace("{\"id\"", "{\"decision\":null,\"id\""))) {
            assertThat(RequestText.saysDecided(undecided)).as(undecided).isFalse();
            assertThat(RequestText.parse(undecided)).as(undecided).isPresent();
        }
        assertThat(List.of("", "null", "[", "decision", "\"decision\"", "{\"decision\":7}"))
                .noneMatch(RequestText::saysDecided);
    }

    private static LastRequest request(Optional<String> reason) {
        ApprovalRequest request = new ApprovalRequest(
                "id.1",
                Operation.CREATE,
                ContentDigest.of(Operation.CREATE, "id", Map.of(), Map.of()),
                "alice",
                reason,
                NOW,
                NOW.plusSeconds(300),
                1,
                List.of(new Vote("bob", true, "Why not", NOW)));
        return LastRequest.of(request, "{}", "{\"name\":\"Treasury\"}");
    }
}
